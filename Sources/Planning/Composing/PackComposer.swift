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
    let data = data(page)
    // Below words in another language, what data makes is still in that of the site.
    let isForeign = tender.page(page)?.facts.language.value.map { $0 != model.site.language } ?? false
    document.addSections(of: isForeign ? data.inLanguage(model.site.language) : data)
    return document
  }

  private func data(_ page: PackPage) -> Document {
    switch page {
    case .vision, .specification, .print, .checks: Document()
    case .outcomes: outcomes
    case .qualityCharacteristics: qualityCharacteristics
    case .insight: assets
    case .engagement: events
    case .shouldWeBid: shouldWeBid
    case .howToRespond: howToRespond
    case .impactMap: impactMap
    case .questions: questions
    case .scoring: scoring
    case .timetable: timetable
    case .contract: contract
    case .monitoring: monitoring
    case .clarifications: clarifications
    case .documents: documents
    case .glossary: ownTerms
    }
  }

  /// A file's text, as it stands on this tender's pages.
  func text(_ path: String) -> Document { prose[ProseKey(path: path, tender: tender.id)] ?? Document() }

  /// A link to a page of the pack, or the words alone where it has no such page.
  func link(_ words: String, to page: PackPage, _ fragment: String? = nil) -> [Inline] {
    guard hasPage.contains(page) else { return writing.text(words) }
    return writing.link(words, to: "\(page.rawValue).md" + (fragment.map { "#" + $0 } ?? ""))
  }

  /// Words that may not be there yet.
  func orNotYet(_ words: String?) -> String { words ?? notWrittenYet }
}

extension PackComposer {
  // MARK: What is wanted

  var outcomes: Document {
    let framework = OutcomesFramework(
      outcomes: tender.outcomes, writing: writing, page: .page("tenders/\(tender.id)/outcomes"))
    var document = framework.document { text($0.file.path) }
    document.blocks += threads
    return document
  }

  var qualityCharacteristics: Document {
    var document = Document()
    for characteristic in tender.qualityCharacteristics {
      var entry = CharacteristicEntry(characteristic, text: text(characteristic.file.path), writing: writing)
      let asked = tender.questions.filter { $0.qualityCharacteristics.contains { $0.id == characteristic.id } }
      if !asked.isEmpty { entry.closing = writing.text("Asked about in ") + links(to: asked) + writing.text(".") }
      document.append(entry.document)
    }
    return document
  }

  /// The words that this tender means in its own way. They take the place of the library's on its pages.
  var ownTerms: Document {
    tender.terms.reduce(into: Document()) { document, term in
      let text = text(term.file.path).prefixingIDs(with: term.id)
      var blocks = [writing.heading(term.term, level: 2, of: term.id)]
      if !term.also.isEmpty { blocks.append(writing.paragraph("Also: \(term.also.joined(separator: ", ")).")) }
      blocks += text.withHeadings(from: 3).blocks
      if !term.avoid.isEmpty {
        blocks.append(writing.paragraph("Words we avoid: \(term.avoid.joined(separator: ", "))."))
      }
      if let source = term.source { blocks.append(writing.paragraph("Source: \(source)")) }
      document.append(
        Document(blocks: [writing.entry(term.id, blocks, at: term.file.place)], footnotes: text.footnotes))
    }
  }

  var assets: Document {
    let assets = tender.page(.insight)?.insight?.assets.items ?? []
    guard !assets.isEmpty else { return Document() }
    let rows = assets.map { asset in
      [asset.name, asset.kind, asset.place, asset.offers].map { $0.value ?? "" }
    }
    let table = writing.table("What is there already", ["Asset", "What it is", "Where", "What it offers"], rows)
    let map = Figures.assetMap(assets.map { ($0.name.value ?? "", $0.kind.value ?? "Other") })
    return Document(blocks: [writing.heading("What we can build on", id: "assets"), writing.block(.figure(map)), table])
  }

  var events: Document {
    let events = tender.page(.engagement)?.engagement?.events.items ?? []
    guard !events.isEmpty else { return Document() }
    let rows = events.map { event -> [String] in
      [
        event.who.value ?? "", event.date.value?.day.shortWords ?? "",
        event.said.value ?? "", event.changed.value ?? "Nothing yet",
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
    (tender.questions.position(of: question.id) ?? 0) + 1
  }
}
