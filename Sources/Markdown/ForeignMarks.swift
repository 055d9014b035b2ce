internal import Diagnostics

/// A mark of another Markdown dialect, which comes out as plain text here.
struct ForeignMark {
  let name: String
  /// What it begins with.
  fileprivate let sign: [UInt8]
  /// Whether it stands at an offset of a text where its sign does.
  fileprivate let stands: @Sendable (_ run: TextRun, _ offset: Int) -> Bool

  private init(_ name: String, _ sign: String, stands: @escaping @Sendable (TextRun, Int) -> Bool) {
    (self.name, self.sign, self.stands) = (name, Array(sign.utf8), stands)
  }

  /// One that ends with another sign on the same line, with words between that have no blank at their ends.
  private static func around(_ name: String, _ open: String, _ close: String) -> ForeignMark {
    ForeignMark(name, open) { run, offset in
      guard let inner = run.words(from: offset + open.utf8.count, to: close), let first = run.bytes[inner].first,
        let last = run.bytes[inner].last
      else { return false }
      return !first.isBlank && !last.isBlank && first != open.utf8.last
    }
  }

  /// One that ends with another sign anywhere on the same line.
  private static func from(_ name: String, _ open: String, to close: String) -> ForeignMark {
    ForeignMark(name, open) { run, offset in run.words(from: offset + open.utf8.count, to: close) != nil }
  }

  /// One that is such a mark wherever it stands.
  private static func anywhere(_ name: String, _ sign: String) -> ForeignMark {
    ForeignMark(name, sign) { _, _ in true }
  }

  /// One that begins a line. `next` says what may stand behind it.
  private static func atLineStart(
    _ name: String, _ sign: String, next: @escaping @Sendable (UInt8) -> Bool = \.isBlank
  ) -> ForeignMark {
    ForeignMark(name, sign) { run, offset in
      run.isLineStart(offset) && run.bytes[(offset + sign.utf8.count)...].first.map(next) == true
    }
  }

  /// One that is a line by itself.
  private static func asLine(_ name: String, _ sign: String) -> ForeignMark {
    ForeignMark(name, sign) { run, offset in
      let next = run.bytes[(offset + sign.utf8.count)...].first
      return run.isLineStart(offset) && (next == nil || next == .lineFeed)
    }
  }

  /// A value in braces, which is such a mark only where it is not ours.
  private static let braces = from("a value in braces, {{ … }}", "{{", to: "}}")

  private static let all: [ForeignMark] =
    [
      from("a template tag, {% … %}", "{%", to: "%}"),
      from("a class in braces, {.…}", "{.", to: "}"),
      from("an id in braces, {#…}", "{#", to: "}"),
      from("attributes in braces, {: …}", "{:", to: "}"),
      from("a change that was to be approved, {++ … ++}", "{++", to: "++}"),
      from("a change that was to be approved, {-- … --}", "{--", to: "--}"),
      from("a comment in braces, {>> … <<}", "{>>", to: "<<}"),
      from("a grid table, +---+", "+--", to: "--+"),
      anywhere("a fenced division, :::", ":::"),
      around("highlighting, ==…==", "==", "=="),
      around("a wiki’s link, [[…]]", "[[", "]]"),
      around("a remark of another program, %%…%%", "%%", "%%"),
      atLineStart("a notice of a kind that nobody knows, [!…]", "[!", next: \.isASCIILetter),
      asLine("a table of contents, [TOC]", "[TOC]"),
      asLine("a table of contents, [[_TOC_]]", "[[_TOC_]]"),
      asLine("front matter in TOML, +++", "+++"),
      atLineStart("an admonition, !!!", "!!!"),
      atLineStart("an admonition that folds, ???", "???"),
      ForeignMark("a definition, :", ":") { run, offset in
        offset > 0 && run.isLineStart(offset) && run.bytes[(offset + 1)...].first?.isBlank == true
      },
      ForeignMark("what an abbreviation means, *[…]:", "*[") { run, offset in
        run.isLineStart(offset) && run.words(from: offset + 2, to: "]:") != nil
      },
      ForeignMark("an emoji by its name, :…:", ":") { run, offset in
        guard offset == 0 || run.bytes[offset - 1].isBlank || run.bytes[offset - 1] == .lineFeed,
          let inner = run.words(from: offset + 1, to: ":", atMost: 40)
        else { return false }
        return inner.count > 1 && run.bytes[inner].allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "_") }
      },
      ForeignMark("a directive, .. …::", ".. ") { run, offset in
        run.isLineStart(offset) && run.words(from: offset, to: "::") != nil
      },
      anywhere("mathematics, $$", "$$"),
      from("a note inside the text, ^[…]", "^[", to: "]"),
      anywhere("two stars that make nothing strong, **", "**"),
    ]
    + ["\\newpage", "\\pagebreak", "\\begin{", "\\section{", "\\textbf{", "\\frac{"].map {
      anywhere("a command of LaTeX, \($0.trimmingBrace)", $0)
    }
    + (1...6).map { level in
      let sign = String(repeating: "#", count: level)
      return atLineStart("a heading without a blank behind its \(sign)", sign, next: \.isASCIILetter)
    }

  /// By their first byte. Most texts hold nothing that any mark begins with.
  fileprivate static let byFirst = Dictionary(grouping: all, by: { $0.sign.first ?? 0 })
  fileprivate static let byFirstWithBraces = Dictionary(grouping: all + [braces], by: { $0.sign.first ?? 0 })
}

/// The kinds of fenced code that other programs draw or run.
extension ForeignMark {
  static func ofCode(_ language: String) -> String? {
    if language.hasPrefix("{") { return "a directive in a code block, \(language.beginning)" }
    let drawn = [
      "mermaid", "math", "latex", "tex", "plantuml", "dot", "graphviz", "chart", "geojson", "topojson", "stl",
    ]
    return drawn.contains(language.lowercased()) ? "a drawing or formula that is written as code, \(language)" : nil
  }
}

extension TextRun {
  fileprivate func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == .lineFeed }
}

extension String {
  fileprivate var trimmingBrace: String { last == "{" ? String(dropLast()) : self }
}

/// What did not become what its author meant, found in the text that it came out as.
struct MarksInText {
  let source: SourceText
  /// Whether values in braces are another program's.
  let bracesToo: Bool
  private var foreign: [String: Diagnostic] = [:]
  private var references: [String: Diagnostic] = [:]
  private var notes: [String: Diagnostic] = [:]
  private var others: [String: Diagnostic] = [:]

  init(in source: SourceText, bracesToo: Bool) { (self.source, self.bracesToo) = (source, bracesToo) }

  /// One finding a kind of mark, a reference and a note.
  var findings: [Diagnostic] {
    [foreign, references, notes, others].flatMap { $0.sorted { $0.key < $1.key }.map(\.value) }
  }

  mutating func read(_ document: Document) {
    for line in document.allBlocks.flatMap(\.ownLines) {
      for var run in TextRun.runs(of: line) { read(&run) }
    }
  }

  mutating func addForeign(_ name: String, at place: Place) {
    Self.add(.foreignMark(name, at: place), to: &foreign, name)
  }

  private mutating func read(_ run: inout TextRun) {
    let marks = bracesToo ? ForeignMark.byFirstWithBraces : ForeignMark.byFirst
    var told: Set<String> = []
    for offset in run.bytes.indices where Self.beginnings.contains(run.bytes[offset]) {
      let rest = run.bytes[offset...]
      for mark in marks[run.bytes[offset]] ?? [] where rest.starts(with: mark.sign) && !told.contains(mark.name) {
        guard mark.stands(run, offset), let place = run.place(of: offset..<offset + mark.sign.count, in: source) else {
          continue
        }
        told.insert(mark.name)
        addForeign(mark.name, at: place)
      }
      if rest.starts(with: "][".utf8) { readReference(&run, at: offset) }
      if rest.starts(with: "](".utf8) { readAddress(&run, at: offset) }
      if rest.starts(with: "[^".utf8) { readNote(&run, at: offset) }
      if rest.starts(with: "<!--".utf8), let place = run.place(of: offset..<offset + 4, in: source) {
        Self.add(.printedRemark(at: place), to: &others, "")
      }
    }
  }

  /// The first bytes of all that is looked for.
  private static let beginnings = Set(ForeignMark.byFirstWithBraces.keys).union("][<".utf8)

  /// `[words][name]`, where nothing says what the address of the name is.
  private mutating func readReference(_ run: inout TextRun, at offset: Int) {
    guard let label = run.words(from: offset + 2, to: "]"), let before = words(of: run, before: offset) else { return }
    let name = run.string(label.isEmpty ? before : label)
    guard !name.allSatisfy({ $0.isNumber || $0.isWhitespace }), !name.hasPrefix("^"),
      let place = run.place(of: before.lowerBound - 1..<label.upperBound + 1, in: source)
    else { return }
    Self.add(.unknownReference(name, at: place), to: &references, name)
  }

  /// `[words](address with blanks)`.
  private mutating func readAddress(_ run: inout TextRun, at offset: Int) {
    guard let before = words(of: run, before: offset) else { return }
    let end = run.words(from: offset + 2, to: ")")?.upperBound
    let address = run.string(offset + 2..<(end ?? min(offset + 40, run.bytes.count)))
    guard let place = run.place(of: before.lowerBound - 1..<(end ?? offset + 1) + 1, in: source) else { return }
    Self.add(.brokenAddress(address, at: place), to: &others, address)
  }

  /// The words in square brackets that end at an offset.
  private func words(of run: TextRun, before offset: Int) -> Range<Int>? {
    let near = max(0, offset - 400)..<offset
    return run.bytes[near].lastIndex(of: UInt8(ascii: "[")).map { $0 + 1..<offset }
  }

  /// A mark without its note stays plain text, which nobody means.
  private mutating func readNote(_ run: inout TextRun, at offset: Int) {
    guard let name = run.words(from: offset + 2, to: "]") else { return }
    let words = run.string(name)
    guard !words.isEmpty else { return readBrokenNote(run.place(of: offset..<offset + 3, in: source)) }
    guard !words.contains(where: \.isWhitespace),
      let place = run.place(of: offset..<name.upperBound + 1, in: source)
    else { return }
    Self.add(.missingFootnote(words, at: place), to: &notes, words)
  }

  /// Of a mark over two lines the library keeps `[^]` alone.
  private mutating func readBrokenNote(_ place: Place?) {
    guard let place, source.text(in: place.range).contains(/\[\^[^\]]/) else { return }
    let words = source.text(in: place.range)
    Self.add(.lostWords(words, in: "the mark of a note that goes over two lines", at: place), to: &others, "[^]")
  }

  /// The first place of each is told, and how many there are.
  private static func add(_ finding: Diagnostic, to findings: inout [String: Diagnostic], _ name: String) {
    if findings[name] == nil { findings[name] = finding } else { findings[name]?.occurrences += 1 }
  }
}
