internal import Diagnostics
internal import Markdown
internal import Planning

/// A booklet as word processors want it: one thing after another, notes numbered through, places named.
struct OfficeDocument: Sendable {
  struct Note: Sendable {
    let blocks: [Block]
    let language: LanguageTag
  }

  /// A line of the contents.
  struct Entry: Sendable {
    /// 1 or 2.
    let level: Int
    let words: String
    /// The name of the place that it leads to.
    let name: String
    let language: LanguageTag
  }

  let booklet: Booklet
  let language: LanguageTag
  private(set) var steps: [Step] = []
  private(set) var notes: [Note] = []
  private(set) var names = Names()

  init(_ booklet: Booklet) {
    self.booklet = booklet
    language = LanguageTag(guessing: booklet.language)
    for chapter in booklet.chapters { add(chapter) }
    addGlossary()
    steps.turnSheets()
    // The first stands behind the contents, and a sheet on its side is one chapter's.
    for index in steps.indices where index == 0 || steps[index].isChapter && steps[index].isTurned {
      steps[index].startsPage = true
    }
    for anchor in steps.flatMap(\.anchors) { _ = names.name(anchor) }
  }

  var contents: [Entry] {
    steps.compactMap { step in
      guard case .heading(let level, let content, _) = step.kind, level <= 2, let anchor = step.anchors.last,
        let name = names[anchor]
      else { return nil }
      return Entry(level: level, words: content.plainText.onOneLine, name: name, language: step.language)
    }
  }

  /// Tables that no sheet of paper is wide enough for.
  var findings: [Diagnostic] {
    booklet.chapters.flatMap(\.document.allBlocks).compactMap { block in
      guard case .table(let table) = block.kind, table.header.count > 12 else { return nil }
      return .tableTooWide(columns: table.header.count, at: block.place)
    }
  }

  private mutating func add(_ chapter: Booklet.Chapter) {
    let language = chapter.language.map(LanguageTag.init(guessing:)) ?? self.language
    let shift = notes.count
    let document = chapter.document.mapInlines { inline in
      guard case .footnote(let number, let mention) = inline.kind else { return nil }
      return [Inline(.footnote(number + shift, mention: mention), at: inline.place)]
    }
    notes += document.footnotes.map { Note(blocks: $0.blocks, language: language) }
    let place = document.blocks.first?.place ?? booklet.place
    func words(_ text: String) -> [Inline] { [Inline(.text(text.onOneLine), at: place)] }
    var flow = FlowBuilder(language: language)
    flow.add(.heading(level: 1, words(chapter.title), number: nil), anchor: chapter.id, at: place)
    if let summary = chapter.summary { flow.add(.lead(words(summary)), at: place) }
    flow.add(document.blocks)
    steps += flow.steps
  }

  private mutating func addGlossary() {
    guard !booklet.terms.isEmpty else { return }
    var flow = FlowBuilder(language: language)
    let title = [Inline(.text("Words used here"), at: booklet.place)]
    // With a blank, which no id of an author has.
    flow.add(.heading(level: 1, title, number: nil), anchor: "words used", at: booklet.place)
    for term in booklet.terms { flow.add(.term(term), anchor: term.id, at: booklet.place) }
    steps += flow.steps
  }

  /// What is printed above the facts on the cover, and below them.
  var cover: (above: [(ParagraphStyle, String)], below: [(ParagraphStyle, String)]) {
    let above: [(ParagraphStyle, String?)] = [
      (.organisation, booklet.organisation), (.part, booklet.part.isEmpty ? booklet.organisation : booklet.part),
      (.title, booklet.title), (.summary, booklet.summary),
    ]
    let draft = booklet.isForReview ? "Draft for comments. Not published." : nil
    let below: [(ParagraphStyle, String?)] = [(.small, draft), (.small, booklet.version)]
    func written(_ lines: [(ParagraphStyle, String?)]) -> [(ParagraphStyle, String)] {
      lines.compactMap { style, words in words.map { (style, $0.onOneLine) } }.filter { !$0.1.isEmpty }
    }
    return (written(above), written(below + booklet.imprint.map { (.small, $0) }))
  }

  /// What stands on the left of every page's foot.
  var foot: String {
    [booklet.reference, booklet.version, booklet.phase?.tag].compactMap(\.self).joined(separator: " · ").onOneLine
  }

  /// What stands on the right of every page's head.
  var head: String { booklet.isForReview ? "Draft for comments" : booklet.title.onOneLine }
}
