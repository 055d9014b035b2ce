internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// What runs through time: the timetable, the contract, monitoring, clarifications. And the attachments.

extension PackComposer {
  // MARK: Timetable

  var timetable: Document {
    let entries = Timetable(tender).entries
    guard !entries.isEmpty else { return Document() }
    var blocks = [
      writing.block(.figure(Figures.timetable(entries))),
      writing.timetable(of: tender),
      writing.paragraph(
        writing.text("Times are UK times. ")
          + writing.link(
            "Put these dates into your calendar", at: Address("tenders/\(tender.id)/timetable/\(tender.id).ics"))
          + writing.text(" (a file that calendars open).")),
    ]
    let events = tender.facts.events.items
    if !events.isEmpty {
      let rows = events.map { event in
        [
          event.title.value ?? "",
          event.from.value?.words(to: event.to.value) ?? "",
          event.place.value ?? "", event.audience.value ?? "",
        ]
      }
      blocks += [
        writing.heading("Workshops, drop-ins and meetings", id: "events"),
        writing.table("Events", ["What", "When", "Where", "For whom"], rows),
      ]
    }
    let stages = tender.facts.stages.items
    if !stages.isEmpty {
      let rows = stages.map { stage in
        [
          stage.title.value ?? "", orNotYet(stage.deadline.value?.words),
          stage.shortlist.value ?? "",
        ]
      }
      blocks += [
        writing.heading("Stages", id: "stages"),
        writing.table("Stages of this tender", ["Stage", "Answers by", "Who goes on"], rows),
      ]
    }
    return Document(blocks: blocks)
  }

  // MARK: Contract and monitoring

  var contract: Document {
    var blocks: [Block] = []
    let facts: [(String, String?)] = [
      ("Value", tender.value?.words), ("Budget", tender.budgetWords), ("Length", tender.termWords),
      ("Starts", tender.date(.start)?.day.shortWords), ("Ends", tender.date(.end)?.day.shortWords),
      ("Staff who would move (TUPE)", tender.tupeWords),
    ]
    let known = facts.compactMap { term, value in value.map { [term, $0] } }
    if !known.isEmpty {
      blocks += [
        writing.heading("The contract in short", id: "in-short"),
        writing.table("The contract in short", ["What", "How much"], known),
      ]
    }
    let points = tender.facts.breakPoints.items
    if !points.isEmpty {
      let rows = points.map { point -> [String] in
        let month = point.month.value.map { "Month \($0)" }
        return [point.date.value?.day.shortWords ?? orNotYet(month), point.what.value ?? ""]
      }
      blocks += [
        writing.heading("Break points", id: "break-points"),
        writing.paragraph(
          "At a break point both sides look at what has changed, and the contract can be changed or ended."),
        writing.table("Break points", ["When", "What is decided"], rows),
      ]
    }
    blocks += lots
    return Document(blocks: blocks)
  }

  private var lots: [Block] {
    guard !tender.lots.isEmpty else { return [] }
    let rows = tender.lots.map { lot in
      let asked = tender.questions.filter { $0.isFor(lot.id) }
      return [
        writing.text(lot.title),
        writing.text(lot.contract.value.value.flatMap { Tender.ContractValue($0).words } ?? orNotYet(nil)),
        asked.isEmpty ? writing.text("None yet") : links(to: asked),
      ]
    }
    let rules = tender.facts.lotRules
    let words = [
      rules.bidFor.value.map { "You may bid for: \($0.withStop)" },
      rules.win.value.map { "You may win: \($0.withStop)" },
    ].compactMap(\.self)
    return [writing.heading("Lots", id: "lots"), writing.table("Lots", ["Lot", "Value", "Questions"], rows)]
      + (words.isEmpty ? [] : [writing.paragraph(words.joined(separator: " "))])
  }

  var monitoring: Document {
    let measures = tender.facts.measures.items
    guard !measures.isEmpty else { return Document() }
    let rows = measures.map { measure -> [[Inline]] in
      let id = measure.indicator.value ?? ""
      let known = tender.indicator(id)
      let name = known.map { link($0.indicator.text, to: .outcomes, $0.outcome.id) } ?? writing.text(id)
      return [name]
        + [
          orNotYet(measure.baseline.value), orNotYet(measure.target.value),
          measure.howOften.value ?? known?.indicator.howOften ?? orNotYet(nil),
          measure.by.value ?? known?.indicator.measuredBy ?? orNotYet(nil),
        ].map(writing.text)
    }
    return Document(blocks: [
      writing.heading("What is measured", id: "measures"),
      writing.table("Measures of the contract", ["Indicator", "Before", "Aim", "How often", "By whom"], rows),
      writing.heading("The form for each review", id: "monitoring-form"),
      writing.block(.form(tender.monitoringForm)),
    ])
  }

  // MARK: Clarifications

  var clarifications: Document {
    var document = Document()
    let changes = tender.amendments.map { ("Change", $0) } + tender.clarifications.map { ("Question", $0) }
    for (word, notice) in changes.sorted(by: { $0.1.newest > $1.1.newest }) {
      let text = text(notice.file.path).prefixingIDs(with: notice.id)
      let title = notice.title ?? "\(word) of \(notice.date?.day.shortWords ?? "an unknown day")"
      var blocks = [writing.heading(title, level: 2, of: notice.id), writing.paragraph(facts(of: notice, word))]
      blocks += text.withHeadings(from: 3).blocks
      document.append(
        Document(blocks: [writing.entry(notice.id, blocks, at: notice.file.place)], footnotes: text.footnotes))
    }
    if document.isEmpty {
      document.blocks.append(
        writing.paragraph("Nobody has asked a question yet. When somebody does, the answer stands here for everyone."))
    }
    return document
  }

  private func facts(of notice: Notice, _ word: String) -> [Inline] {
    let asked = word == "Question" ? "Asked" : "Made"
    var facts = [
      notice.date.map { "\(asked) on \($0.day.words)" }, notice.answered.map { "answered on \($0.day.words)" },
    ]
    .compactMap(\.self).joined(separator: ", ")
    facts += notice.isMaterial ? ". It changes what bidders must do." : ". It changes nothing that bidders must do."
    let links = notice.affects.enumerated().flatMap { index, path -> [Inline] in
      let steps = path.value.split(separator: "/").map(String.init)
      guard let page = steps.first.flatMap(PackPage.init) else { return [] }
      let question = tender.questions.first { steps.count == 2 && $0.id == steps[1] }
      let words = question.map { "question \(number(of: $0))" } ?? page.title.loweringFirst
      return (index == 0 ? [] : writing.text(", ")) + link(words, to: page, question?.id)
    }
    return writing.text(facts) + (links.isEmpty ? [] : writing.text(" It is about: ") + links + writing.text("."))
  }

  // MARK: Documents

  var attachments: Document {
    let attachments = tender.facts.attachments.items
    guard !attachments.isEmpty else { return Document() }
    let rows = attachments.map { attachment -> [[Inline]] in
      let file = attachment.file.value ?? ""
      let purpose: String =
        switch attachment.use.value {
        case .fillIn: "To fill in"
        case .sign: "To sign"
        case .read, nil: "To read"
        }
      let instead =
        attachment.isAccessible.value == false ? attachment.instead.value ?? "Ask us for another format" : ""
      return [
        // A link that leads nowhere is told where the file is named.
        Writing(place: attachment.file.place).link(
          attachment.title.value ?? file, to: file.hasPrefix("attachments/") ? file : "attachments/\(file)"),
        writing.text(purpose),
        writing.text(attachment.issuedBy.value ?? ""), writing.text(instead),
      ]
    }
    return Document(blocks: [
      writing.heading("Attachments", id: "attachments"),
      writing.table("Attachments", ["File", "What for", "From", "If you cannot read it"], rows),
    ])
  }
}

extension Writing {
  func timetable(of tender: Tender) -> Block {
    table("Timetable", ["What", "When"], Timetable(tender).entries.map { [$0.title, $0.moment.words] })
  }
}
