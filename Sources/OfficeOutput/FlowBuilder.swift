internal import Diagnostics
internal import Markdown
internal import Planning

/// One of the things that follow each other in the body of a document. Groups and forms are taken apart, so that a wide
/// table in them may have a page on its side.
struct Step: Sendable {
  enum Kind: Sendable {
    case heading(level: Int, [Inline], number: String?)
    case lead([Inline])
    case block(Block)
    case table(Table)
    /// What is asked: the label, the hints, the question in full.
    case question(Form.Field, level: Int)
    /// The place to answer it.
    case answer(Form.Field)
    case term(Booklet.Term)
    case detailsTitle([Inline])
  }

  let kind: Kind
  /// Ids of places that begin here.
  let anchors: [String]
  let language: LanguageTag
  let place: Place
  var isTurned = false
  /// Whether it begins a page, whatever its style says.
  var startsPage = false
}

/// Takes blocks apart into steps.
struct FlowBuilder {
  private(set) var language: LanguageTag
  private(set) var steps: [Step] = []
  private var waiting: [String] = []
  private var level = 1

  init(language: LanguageTag) { self.language = language }

  mutating func add(_ kind: Step.Kind, anchor: String? = nil, at place: Place) {
    let anchors = waiting + [anchor].compactMap(\.self)
    waiting = []
    steps.append(Step(kind: kind, anchors: anchors, language: language, place: place))
  }

  mutating func add(_ blocks: [Block], number: String? = nil) {
    var number = number
    for block in blocks {
      add(block, number: number)
      number = nil
    }
  }

  private mutating func add(_ block: Block, number: String?) {
    switch block.kind {
    case .heading(let heading):
      level = min(max(heading.level, 2), level + 1)
      add(.heading(level: level, heading.content, number: number), anchor: heading.id, at: block.place)
    case .group(.screenOnly, _), .show, .html: break
    case .group(.entry(let id, let number), let blocks):
      waiting.append(id)
      add(blocks, number: number)
    case .group(.passage(let tag), let blocks):
      let around = language
      language = LanguageTag(guessing: tag)
      add(blocks, number: number)
      language = around
    case .details(let summary, let blocks):
      add(.detailsTitle(summary), at: block.place)
      add(blocks)
    case .table(let table): for part in table.parts { add(.table(part), at: block.place) }
    case .form(let form): add(form, at: block.place)
    default: add(.block(block), at: block.place)
    }
  }

  private mutating func add(_ form: Form, at place: Place) {
    // A list of sections that has only one says no more than the title above it.
    let titled = form.sections.count > 1
    for (index, section) in form.sections.enumerated() {
      if titled {
        let title = [Inline(.text(section.title.onOneLine), at: place)]
        add(
          .heading(level: min(level + 1, 2), title, number: nil), anchor: "section \(form.id) \(index + 1)", at: place)
      }
      for field in section.fields {
        add(.question(field, level: titled ? 3 : level + 1), anchor: "field \(field.id)", at: place)
        add(.answer(field), at: place)
      }
    }
  }
}

extension Step {
  fileprivate var isWide: Bool {
    switch kind {
    case .table(let table): table.isWide
    case .answer(let field): field.isWide
    default: false
    }
  }

  /// Whether it says what comes next, and must stand on the same sheet.
  fileprivate var isOpening: Bool {
    switch kind {
    case .heading, .lead, .question, .detailsTitle: true
    case .block, .table, .answer, .term: false
    }
  }

  var isChapter: Bool { if case .heading(1, _, _) = kind { true } else { false } }

  /// A paragraph or a drawing that does not deserve a sheet of its own.
  fileprivate var isShort: Bool {
    switch kind {
    case .heading, .lead, .question, .detailsTitle: return !isChapter
    case .block(let block):
      switch block.kind {
      case .paragraph(let content): return content.plainText.utf8.count < 400
      case .figure: return true
      default: return false
      }
    case .table, .answer, .term: return false
    }
  }
}

extension [Step] {
  /// Puts wide tables on their side, with what opens them, and with the few words between two of them.
  fileprivate mutating func turn() {
    for index in indices.reversed() {
      let opensWide = index + 1 < count && self[index + 1].isTurned && self[index].isOpening
      self[index].isTurned = self[index].isWide || (opensWide && !self[index + 1].isChapter)
    }
  }

  mutating func turnSheets() {
    turn()
    var lastTurned: Int?
    for index in indices where self[index].isTurned {
      if let last = lastTurned, index - last <= 4, !self[index].isChapter, self[last + 1..<index].allSatisfy(\.isShort)
      {
        for between in last + 1..<index { self[between].isTurned = true }
      }
      lastTurned = index
    }
  }
}

extension Table {
  /// Word opens no table of more than 63 columns.
  private static let mostColumns = 60

  /// The table in parts that a word processor can hold, each with the names of the rows.
  fileprivate var parts: [Table] {
    guard header.count > Self.mostColumns else { return [self] }
    let names = namesRows ? 1 : 0
    return stride(from: names, to: header.count, by: Self.mostColumns - names).map { start in
      let columns = Array(0..<names) + Array(start..<Swift.min(start + Self.mostColumns - names, header.count))
      func pick<Item>(_ row: [Item]) -> [Item] { columns.filter(row.indices.contains).map { row[$0] } }
      var part = Table(
        caption: start == names ? caption : [], alignments: pick(alignments), header: pick(header),
        rows: rows.map(pick),
        namesRows: namesRows)
      part.heading = heading
      return part
    }
  }
}
