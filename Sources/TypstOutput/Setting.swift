internal import Diagnostics
internal import Escaping
internal import Markdown
internal import Planning

/// What is known while a booklet is being written, from its first line to its last.
struct Setting {
  private(set) var lines: [TypstSource.Line] = []
  var files: [String: [UInt8]] = [:]
  var findings: [Diagnostic] = []
  /// What the pictures so far take of the typesetter's memory, in bytes.
  var pictureMemory = 0
  let signs: GlyphCoverage
  let pictures: Pictures
  /// Where words stand that have no place of their own.
  private(set) var place: Place

  /// Ids that links may lead to, and whether what they name is numbered.
  private let targets: [String: LabelTarget]
  private var labels: Set<String> = []
  private(set) var footnotes: [Footnote] = []
  /// Stands before the names of notes, which are unique in a chapter only.
  private(set) var chapterNumber = 0
  /// Names of notes that have been written.
  var notes: Set<String> = []

  /// The level of the heading above.
  var level = 1
  /// How many lists, quotations and the like we are in.
  var depth = 0
  var isTurned = false
  var isInLink = false
  var isInNote = false
  var isInTable = false
  /// In headings and captions, whose words are printed in more than one place, links are words and notes wait.
  var isBare = false
  var waitingNotes: [Inline] = []
  /// Short forms that have been written out.
  var explained: Set<String> = []
  /// What the next paragraph begins with: the mark of a task.
  var markOfItem: String?
  /// Words longer than this may be broken.
  var longestWord = 60

  /// Containers within containers beyond this are opened: more than any page needs, and the typesetter has its limits.
  static let deepest = 8

  init(_ booklet: Booklet, signs: GlyphCoverage, pictures: Pictures) {
    (self.signs, self.pictures, place) = (signs, pictures, booklet.place)
    targets = LabelTarget.all(in: booklet)
  }

  mutating func open(_ chapter: Booklet.Chapter) {
    chapterNumber += 1
    footnotes = chapter.document.footnotes
  }

  /// Adds a line that an author's words at a place caused.
  mutating func line(_ text: String, at place: Place? = nil) {
    lines.append(TypstSource.Line(text: text, place: place ?? self.place))
  }

  /// A text as the typesetter's string.
  mutating func string(_ text: String, at place: Place? = nil, keepsLines: Bool = false) -> String {
    let longest = keepsLines ? Int.max : longestWord
    let printable = Printable(text, signs: signs, keepsLines: keepsLines, longest: longest)
    findings += printable.missing.map { .signInNoFont($0, at: place ?? self.place) }
    return printable.text.typstString
  }

  // MARK: Ids

  /// An id for what is written now; `none` where there is none, or where it stands already.
  mutating func label(_ id: String?) -> String {
    guard let id, !id.isEmpty, targets[id] != nil, labels.insert(id).inserted else { return "none" }
    return id.typstString
  }

  /// What a link to an id leads to; nil where nothing has that id.
  func target(_ id: String) -> LabelTarget? { targets[id] }
}

/// Something that a link in a booklet may lead to.
struct LabelTarget {
  enum Kind { case numbered, unnumbered, term }

  let kind: Kind
  /// The id that is written: an entry and its heading are one place.
  let id: String

  static func all(in booklet: Booklet) -> [String: LabelTarget] {
    var targets: [String: LabelTarget] = [:]
    for chapter in booklet.chapters {
      targets[chapter.id] = LabelTarget(kind: .numbered, id: chapter.id)
      collect(chapter.document.blocks + chapter.document.footnotes.flatMap(\.blocks), into: &targets)
    }
    for term in booklet.terms { targets[term.id] = LabelTarget(kind: .term, id: term.id) }
    return targets
  }

  private static func collect(_ blocks: [Block], into targets: inout [String: LabelTarget]) {
    for block in blocks {
      switch block.kind {
      case .heading(let heading):
        targets[heading.id] = LabelTarget(kind: heading.level == 2 ? .numbered : .unnumbered, id: heading.id)
      case .group(.entry(let id, let number), let inner):
        collect(inner, into: &targets)
        targets[id] = LabelTarget(kind: .unnumbered, id: id)
        guard case .heading(let heading)? = inner.first?.kind else { continue }
        let kind: Kind = number == nil && heading.level == 2 ? .numbered : .unnumbered
        targets[id] = LabelTarget(kind: kind, id: id)
        targets[heading.id] = LabelTarget(kind: kind, id: id)
      case .group(.voice, let inner), .group(.passage, let inner), .group(.alert, let inner), .quote(let inner),
        .details(_, let inner):
        collect(inner, into: &targets)
      case .list(let list): collect(list.items.flatMap(\.blocks), into: &targets)
      case .form(let form): collect(form.sections.flatMap(\.fields).flatMap(\.asked), into: &targets)
      case .group(.screenOnly, _), .paragraph, .code, .table, .show, .figure, .thematicBreak, .html: break
      }
    }
  }
}
