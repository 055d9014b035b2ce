internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// Makes the part of a pack's page that comes from data. Its author's opening words come before it.
///
/// Pages are composed as documents, not as HTML, so that every format says the same.
struct PackComposer {
  let tender: Tender
  let model: Model
  /// The texts of files, with their values drawn in.
  let prose: [ProseKey: Document]
  let hasPage: Set<PackPage>

  var writing: Writing { Writing(place: tender.file.place) }

  func document(_ page: PackPage) -> Document {
    var document = tender.page(page).map { text($0.file.path) } ?? Document()
    switch page {
    case .vision, .specification: break
    case .outcomes: document.append(outcomes)
    case .qualityCharacteristics: document.append(qualityCharacteristics)
    case .insight: document.append(assets)
    case .engagement: document.append(events)
    case .shouldWeBid: document.append(shouldWeBid)
    case .howToRespond: document.append(howToRespond)
    case .impactMap: document.append(impactMap)
    case .questions: document.append(questions)
    case .scoring: document.append(scoring)
    case .timetable: document.append(timetable)
    case .contract: document.append(contract)
    case .monitoring: document.append(monitoring)
    case .clarifications: document.append(clarifications)
    case .documents: document.append(attachments)
    case .print: break
    }
    return document
  }

  /// A file's text, as it stands on this tender's pages.
  func text(_ path: String) -> Document { prose[ProseKey(path: path, tender: tender.id)] ?? Document() }

  /// A link to a page of the pack, or the words alone where it has no such page.
  func link(_ words: String, to page: PackPage, _ fragment: String? = nil) -> [Inline] {
    guard hasPage.contains(page) else { return writing.text(words) }
    return writing.link(words, to: "\(page.rawValue).md" + (fragment.map { "#" + $0 } ?? ""))
  }

  /// Words that may not be there yet.
  func orNotYet(_ words: String?) -> String { words ?? "Not written yet" }
}

extension PackComposer {
  // MARK: What is wanted

  var outcomes: Document {
    var document = Document()
    for level in Level.allCases {
      let chosen = tender.outcomes.filter { $0.level == level }
      guard !chosen.isEmpty else { continue }
      document.blocks.append(writing.heading("\(level.words) outcomes", id: "\(level.rawValue)-level"))
      for outcome in chosen { document.append(entry(of: outcome)) }
    }
    return document
  }

  private func entry(of outcome: Outcome) -> Document {
    let number = tender.outcomes.firstIndex { $0.id == outcome.id }.map { $0 + 1 } ?? 0
    let text = text(outcome.file.path).prefixingIDs(with: outcome.id)
    let lines = outcome.bottomLines.map(\.words).joinedInWords
    var blocks = [writing.heading("Outcome \(number): \(outcome.title)", level: 3, of: outcome.id)]
    let facts = [
      lines.isEmpty ? nil : "Bottom line: \(lines.lowercased())", outcome.baseline.map { "Baseline: \($0)" },
    ]
    blocks += facts.compactMap(\.self).map(writing.paragraph)
    blocks += text.withHeadings(from: 4).blocks
    if !outcome.indicators.isEmpty {
      blocks.append(
        writing.table(
          "Signs that it is happening", ["Indicator", "How it is measured", "By whom"],
          outcome.indicators.map { indicator in
            let measure = [indicator.measure, indicator.howOften].compactMap(\.self).joined(separator: ". ")
            return [indicator.text, orNotYet(measure.isEmpty ? nil : measure), orNotYet(indicator.measuredBy)]
          }))
    }
    blocks += outcome.voices.map { writing.voice($0.words, by: $0.role) }
    return Document(blocks: [writing.entry(outcome.id, number: String(number), blocks)], footnotes: text.footnotes)
  }

  var qualityCharacteristics: Document {
    var document = Document()
    for characteristic in tender.qualityCharacteristics {
      var entry = CharacteristicEntry(characteristic, text: text(characteristic.file.path), writing: writing)
      let asked = tender.questions.filter { $0.qualityCharacteristics.contains { $0.value == characteristic.id } }
      if !asked.isEmpty { entry.closing = writing.text("Asked about in ") + links(to: asked) + writing.text(".") }
      document.append(entry.document)
    }
    return document
  }

  var assets: Document {
    let assets = tender.page(.insight)?.record.records("assets") ?? []
    guard !assets.isEmpty else { return Document() }
    let rows = assets.map { asset in
      ["name", "kind", "where", "offers"].map { asset.text($0)?.value ?? "" }
    }
    let table = writing.table("What is there already", ["Asset", "What it is", "Where", "What it offers"], rows)
    let map = Figures.assetMap(assets.map { ($0.text("name")?.value ?? "", $0.text("kind")?.value ?? "Other") })
    return Document(blocks: [writing.heading("What we can build on", id: "assets"), writing.block(.figure(map)), table])
  }

  var events: Document {
    let events = tender.page(.engagement)?.record.records("events") ?? []
    guard !events.isEmpty else { return Document() }
    let rows = events.map { event in
      [
        event.text("who")?.value ?? "", event.moment("date")?.value.day.shortWords ?? "",
        event.text("said")?.value ?? "", event.text("changed")?.value ?? "Nothing yet",
      ]
    }
    return Document(blocks: [
      writing.heading("You said, we did", id: "you-said-we-did"),
      writing.table("What people told us, and what changed", ["Who", "When", "What they said", "What changed"], rows),
    ])
  }

  func links(to questions: [Question]) -> [Inline] {
    questions.enumerated().flatMap { index, question in
      (index == 0 ? [] : writing.text(index == questions.count - 1 ? " and " : ", "))
        + link("question \(number(of: question))", to: .questions, question.id)
    }
  }

  func number(of question: Question) -> Int {
    (tender.questions.firstIndex { $0.id == question.id } ?? 0) + 1
  }
}
