internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// The pages that a provider works with: whether to bid, how to respond, the questions, the impact map.

extension PackComposer {
  // MARK: Should we bid?

  /// Facts, and questions to ask oneself. Never advice.
  var shouldWeBid: Document {
    let (lot, effort) = tender.hardestEffort
    let isAsked = effort.questions > 0
    let facts: [(String, String?)] = [
      ("Value", tender.value?.words), ("Budget", tender.budgetWords), ("Contract", tender.sharedWords(\.termWords)),
      ("Deadline", tender.deadlineWords()),
      ("Time to answer", tender.daysAllowedWords),
      ("Questions", tender.questions.isEmpty ? nil : tender.questionCountWords),
      ("Length of answers", tender.answerLengthWords), ("To send as well", isAsked ? effort.restWords : nil),
      ("Work to bid", isAsked ? effort.daysWords + (lot.map { ", for \($0.title)" } ?? "") : nil),
      ("Lots", tender.lots.isEmpty ? "One contract" : tender.lots.map(\.title).joinedInWords),
      ("Staff who would move to you (TUPE)", tender.tupeWords),
    ]
    let known = facts.compactMap { term, value in value.map { [term, $0] } }
    let figures =
      [
        writing.heading("What it takes", id: "what-it-takes"),
        writing.table("What it takes", ["What", "How much"], known),
      ] + (isAsked ? [writing.paragraph(effort.explanation)] : [])
    return Document(
      blocks: figures + [
        writing.heading("Ask yourselves", id: "ask-yourselves"),
        writing.list(
          hurdles + [
            "Do the outcomes match what we are for?",
            "Do we know people who would use the service, and would they plan it with us?",
            "Can we pay our staff fairly within the budget?",
            "Who would write the answers, and who would do that person's work meanwhile?",
            "What would we stop doing if we won? What happens to us if we do not?",
            "Is there a partner who does well what we do not?",
          ]),
        writing.paragraph(
          writing.text("These are questions, not advice. If something is unclear, ask: see ")
            + link("how to respond", to: .howToRespond) + writing.text(".")),
      ])
  }

  private var hurdles: [String] {
    let hasHurdles = tender.facts.gates.isWritten || tender.facts.conditions.isWritten
    return hasHurdles ? ["Can we meet every gate and condition, alone or with others?"] : []
  }

  // MARK: How to respond

  /// Where to send what, by when, and whom to ask. It stands below what an author says, and never gives way to it.
  var howToRespond: Document {
    guard let submission = tender.submission else { return forms }
    var send: [[Inline]] = []
    if !tender.questions.isEmpty {
      send.append(
        writing.text("Answers to the ")
          + link("\(tender.questionCountWords) questions\(tender.lots.isEmpty ? "" : " of your lot")", to: .questions))
    }
    if hasPage.contains(.impactMap) { send.append(writing.text("An ") + link("impact map", to: .impactMap)) }
    if tender.asksForPrice {
      send.append(
        writing.text("A price: see ")
          + link("how bids are scored", to: .scoring, tender.prices.isEmpty ? nil : "Price"))
    }
    send += tender.forms.map { writing.text($0.title) }
    var blocks = [writing.heading("What to send", id: "what-to-send")]
    if !send.isEmpty { blocks.append(writing.list(send)) }
    blocks.append(writing.heading("How to send it", id: "how-to-send-it"))
    blocks += submissionBlocks(submission)
    if let contact = tender.contact {
      blocks += [
        writing.heading("Whom to ask", id: "whom-to-ask"),
        writing.paragraph(
          writing.text("\(contact.role), ") + writing.email(contact.email)
            + writing.text(contact.phone.map { ", \($0)" } ?? "")),
      ]
      if let until = tender.date(.questionsClose) {
        let by =
          tender.date(.answersBy).map { " All questions and answers are published by \($0.words), without names." }
          ?? ""
        blocks.append(writing.paragraph("You can ask until \(until.words).\(by)"))
      }
      if let access = contact.access { blocks.append(writing.paragraph(access)) }
    }
    var document = Document(blocks: blocks)
    document.append(forms)
    return document
  }

  /// The response form, and those of the council's own with what it says of them.
  private var forms: Document {
    let response = tender.responseForm
    var document = Document(
      blocks: tender.questions.isEmpty
        ? [] : [writing.heading(response.title, id: response.id), writing.block(.form(response))])
    for (form, file) in zip(tender.forms, tender.formFiles) {
      let text = text(file.path).prefixingIDs(with: form.id)
      let (shown, language) = (Document(blocks: [writing.block(.form(form))]), model.foreignLanguages[file.path])
      let blocks =
        [writing.heading(form.title, level: 2, of: form.id)] + text.withHeadings(from: 3).blocks
        + (language.map(shown.inLanguage) ?? shown).blocks
      document.append(Document(blocks: [writing.entry(form.id, blocks, at: file.place)], footnotes: text.footnotes))
    }
    return document
  }

  private func submissionBlocks(_ submission: Tender.Submission) -> [Block] {
    let deadline =
      tender.deadlineWords().map { "It must be there by \($0)." } ?? "The deadline is not written yet."
    let account = submission.account.map { $0 ? " You need an account there." : " You do not need an account." } ?? ""
    return [writing.paragraph(way(submission) + writing.text(". \(deadline)\(account)"))]
  }

  /// “By email to” an address.
  private func way(_ submission: Tender.Submission) -> [Inline] {
    switch (submission.how, submission.place, submission.url) {
    case (.email, let address?, let url):
      writing.text("By email to ") + writing.email(address)
        + (url.map { writing.text(" or at ") + writing.link($0, to: $0) } ?? [])
    case (_, let place, let url?):
      [Inline(.link(.elsewhere(url), title: nil, writing.text(place ?? url)), at: writing.place)]
    case (let how, let place, nil): writing.text("By \(how.rawValue)" + (place.map { ": \($0)" } ?? ""))
    }
  }

  // MARK: Questions

  var questions: Document {
    var document = Document()
    guard !tender.questions.isEmpty else { return document }
    document.blocks.append(questionTable)
    for group in QuestionGroup.allCases {
      let asked = tender.questions.filter { $0.group == group }
      guard !asked.isEmpty else { continue }
      document.blocks.append(writing.heading(group.words, id: "group-\(group.rawValue)"))
      for question in asked { document.append(entry(of: question)) }
    }
    return document
  }

  private var questionTable: Block {
    let isForSome = tender.questions.contains { !$0.lots.isEmpty }
    let rows = tender.questions.map { question in
      let lots = question.lots.isEmpty ? "All lots" : question.lots.map(\.title).joinedInWords
      return [
        link("\(number(of: question)). \(question.title)", to: .questions, question.id),
        writing.text(question.weight?.value.number ?? orNotYet(nil)), writing.text(question.limit?.words ?? "No limit"),
      ] + (isForSome ? [writing.text(lots)] : [])
    }
    return writing.table(
      "All questions", ["Question", "Weight", "Length"] + (isForSome ? ["For"] : []), rows, numbers: [1])
  }

  private func entry(of question: Question) -> Document {
    let text = text(question.file.path)
    let number = number(of: question)
    var blocks = [writing.heading(question.title, level: 3, of: question.id)]
    if let asks = question.asks { blocks.append(writing.paragraph(writing.strong(asks))) }
    blocks.append(writing.paragraph(facts(of: question)))
    blocks += text.prefixingIDs(with: question.id).withHeadings(from: 4).blocks
    blocks.append(plainText(of: question, text))
    return Document(
      blocks: [writing.entry(question.id, number: String(number), blocks, at: question.file.place)],
      footnotes: text.footnotes)
  }

  /// Weight, length, what it is about, and what it is scored by, in a line.
  private func facts(of question: Question) -> [Inline] {
    var facts: [[Inline]] = []
    if let weight = question.weight?.value { facts.append(writing.text("Weight \(weight.number) of 100")) }
    facts.append(writing.text(question.limit?.words ?? "no limit of length"))
    let lots = question.lots.map(\.title)
    if !lots.isEmpty { facts.append(writing.text("only for " + lots.joinedInWords)) }
    let about =
      question.outcomes.map { link($0.title, to: .outcomes, $0.id) }
      + question.qualityCharacteristics.map { link($0.title, to: .qualityCharacteristics, $0.id) }
    if !about.isEmpty { facts.append(writing.text("about ") + joined(about)) }
    if let scale = question.scale {
      facts.append(writing.text("scored by ") + link("this scale", to: .scoring, scale.entryID))
    }
    if let matrix = question.matrix {
      facts.append(writing.text("read beside ") + link("this guide", to: .scoring, matrix.entryID))
    }
    if let minimum = question.minimum { facts.append(writing.text("an answer must score at least \(minimum.number)")) }
    return facts.enumerated().flatMap { $0.offset == 0 ? $0.element : writing.text("; ") + $0.element }
      + writing.text(".")
  }

  private func joined(_ parts: [[Inline]]) -> [Inline] {
    parts.enumerated().flatMap { index, part in
      (index == 0 ? [] : writing.text(index == parts.count - 1 ? " and " : ", ")) + part
    }
  }

  /// The question without marks, to paste into a portal, with the count of characters that portals use.
  private func plainText(of question: Question, _ text: Document) -> Block {
    let asked = text.blocks.prefix { block in
      if case .heading(let heading) = block.kind {
        !heading.content.plainText.lowercased().contains("good answer")
      } else {
        true
      }
    }
    let words = ([question.title] + asked.map(\.plainText)).filter { !$0.isEmpty }.joined(separator: "\n\n")
    let summary = "As plain text, \(words.unicodeScalars.count.grouped) characters"
    let copy = writing.block(
      .details(summary: writing.text(summary), [writing.block(.code(language: nil, words + "\n"))]))
    return writing.block(.group(.screenOnly, [copy]))
  }

  // MARK: Impact map

  var impactMap: Document {
    let page = tender.page(.impactMap)?.impactMap
    let titles = tender.impactColumns
    var document = Document()
    let example = page?.example.items ?? []
    if !example.isEmpty {
      let rows = example.map { row in
        ImpactColumn.allCases.map { column -> String in
          let words = row[column] ?? ""
          return column == .outcome ? tender.outcomes[id: words]?.title ?? words : words
        }
      }
      document.blocks += [
        writing.heading("A worked example", id: "example"),
        writing.table("How one bidder might fill in the map", titles, rows),
        writing.block(.figure(Figures.theoryOfChange(titles, rows))),
      ]
    }
    document.blocks += [
      writing.heading("The map to fill in", id: "map"), writing.block(.form(tender.impactMapForm)),
    ]
    return document
  }
}

extension Block {
  /// The words alone, with line feeds between items and rows.
  package var plainText: String {
    switch kind {
    case .paragraph(let content): content.plainText
    case .heading(let heading): heading.content.plainText
    case .quote(let blocks), .group(_, let blocks), .details(_, let blocks):
      blocks.map(\.plainText).joined(separator: "\n")
    case .list(let list):
      list.items.map { "- " + $0.blocks.map(\.plainText).joined(separator: "\n  ") }.joined(separator: "\n")
    case .code(_, let text): text
    case .table(let table):
      ([table.header] + table.rows).map { $0.map(\.plainText).joined(separator: ", ") }.joined(separator: "\n")
    case .show, .figure, .form, .thematicBreak, .html: ""
    }
  }
}
