internal import Diagnostics

/// What the library cannot bear: texts that nobody writes by accident, and that would fill its memory or its stack, or
/// keep it for hours. They are found before it reads them, line by line, and told.
struct LibraryLimits {
  static let mostColumns = 200
  static let mostCells = 200_000
  /// Of quotes, lists and notes that begin on one line.
  static let mostLevels = 200
  /// Of what stands behind the name of an address, which is copied into each of its links. In bytes.
  static let longestAddress = 2_000

  private(set) var findings: [Diagnostic] = []
  /// Whether tables are read: the library gives every row as many cells as its table has columns, whatever its author
  /// wrote.
  private(set) var hasTables = true
  /// What the library is shown: the text with blanks in the place of what it could not bear, so that places stay.
  private(set) var bytes: [UInt8]

  private let source: SourceText
  private let start: Int
  private var table = TableSize()
  private var crowd = Crowd()

  init(_ source: SourceText, in range: Range<Int>) {
    (self.source, start, bytes) = (source, range.lowerBound, Array(source.bytes[range]))
    let first = source.line(at: range.lowerBound)
    for number in first...max(first, source.line(at: range.upperBound)) { read(source.lineRange(number)) }
  }

  private mutating func read(_ line: Range<Int>) {
    let words = source.bytes[line]
    guard !words.isBlank else {
      (table, crowd) = (TableSize(), Crowd())
      return
    }
    if hasTables, let large = table.add(words, of: source.name) {
      findings.append(large)
      hasTables = false
    }
    let marks = LineMarks(words)
    if let deep = marks.tooDeep { hide(deep..<line.upperBound) { .tooDeep(at: $0) } }
    if Self.isLongAddress(words[marks.end...]) { hide(marks.end..<line.upperBound) { .longAddress(at: $0) } }
    if marks.beginsParagraph { crowd = Crowd() }
    if let (kind, offset) = crowd.add(words[marks.end...]) { hide(offset..<line.upperBound) { .crowd(kind, at: $0) } }
  }

  private mutating func hide(_ range: Range<Int>, _ finding: (Place) -> Diagnostic) {
    for offset in range { bytes[offset - start] = UInt8(ascii: " ") }
    findings.append(finding(Place(file: source.name, range: range)))
  }

  /// Whether a line is `[name]: address "title"` with too much behind the name.
  private static func isLongAddress(_ words: ArraySlice<UInt8>) -> Bool {
    guard words.count > longestAddress, words.first == UInt8(ascii: "["),
      let close = words.indices.dropLast().first(where: { words[$0...].starts(with: "]:".utf8) })
    else { return false }
    let written = words[(close + 2)...].drop(while: \.isBlank)
    let behind = written.drop { !$0.isBlank }
    let isTitled = behind.first { !$0.isBlank }.map("\"'(".utf8.contains) == true
    return (isTitled ? written.count : written.count - behind.count) > longestAddress
  }
}

/// How large the table may be that some lines without an empty one between them are. Counts from above.
private struct TableSize {
  private var (columns, cells, bytes) = (0, 0, 0)
  private var start: Place?

  mutating func add(_ line: ArraySlice<UInt8>, of file: String) -> Diagnostic? {
    let place = Place(file: file, range: line.startIndex..<line.endIndex)
    let marked = Self.columnsMarked(by: line)
    if marked > LibraryLimits.mostColumns { return .wideTable(columns: marked, at: place) }
    if marked > columns { (columns, start) = (marked, start ?? place) }
    // A line of dashes makes the library read all above it once more, for a head.
    cells += columns + (marked > 0 ? bytes / 8 : 0)
    bytes += line.count
    return cells > LibraryLimits.mostCells ? .longTable(at: start ?? place) : nil
  }

  /// How many columns a line like `|---|:-:|` can begin a table of: its marks at its end, so that whatever a quote or a
  /// list puts before them does not matter. Each column has a hyphen.
  private static func columnsMarked(by line: ArraySlice<UInt8>) -> Int {
    var (columns, bars) = (0, 0)
    var isMarked = false
    for byte in line.reversed() {
      switch byte {
      case UInt8(ascii: "|"): (bars, columns, isMarked) = (bars + 1, columns + (isMarked ? 1 : 0), false)
      case UInt8(ascii: "-"): isMarked = true
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C: break
      default: return bars == 0 ? 0 : columns + (isMarked ? 1 : 0)
      }
    }
    return bars == 0 ? 0 : columns + (isMarked ? 1 : 0)
  }
}

/// The marks of quotes, lists and notes that a line begins with.
private struct LineMarks {
  /// Where they end.
  private(set) var end: Int
  /// Where those begin that are too many.
  private(set) var tooDeep: Int?
  /// Whether no paragraph above goes on here: a list's item or a table's row.
  private(set) var beginsParagraph = false

  init(_ line: ArraySlice<UInt8>) {
    end = line.startIndex
    // A line across the page.
    guard let first = line.first, !"-*".utf8.contains(first) || line.contains(where: { $0 != first && !$0.isBlank })
    else { return }
    var levels = 0
    while tooDeep == nil {
      end = line[end...].firstIndex { !$0.isBlank } ?? line.endIndex
      guard let length = Self.length(of: line[end...]) else { break }
      levels += 1
      beginsParagraph = beginsParagraph || line[end] != UInt8(ascii: ">")
      if levels > LibraryLimits.mostLevels { tooDeep = end } else { end += length }
    }
    beginsParagraph = beginsParagraph || line[end...].first == UInt8(ascii: "|")
  }

  /// Of the mark that a text begins with.
  private static func length(of text: ArraySlice<UInt8>) -> Int? {
    func isMark(_ count: Int) -> Int? { text.dropFirst(count).first.map(\.isBlank) == false ? nil : count }
    switch text.first {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return isMark(1)
    case .some(0x30...0x39):
      let digits = text.prefix(10).prefix { (0x30...0x39).contains($0) }.count
      return text.dropFirst(digits).first.map(".)".utf8.contains) == true ? isMark(digits + 1) : nil
    case UInt8(ascii: "["):
      guard text.starts(with: "[^".utf8) else { return nil }
      let name = text.prefix(1_000).dropFirst(2).prefix { $0 != UInt8(ascii: "]") && !$0.isBlank }.count
      return text.dropFirst(name + 2).starts(with: "]:".utf8) ? name + 4 : nil
    default: return nil
    }
  }
}

/// The signs of one paragraph for each of which the library reads the paragraph, or the signs before it, once more.
struct Crowd {
  enum Kind {
    /// Of the tags for programs, until one ends: `<? ?>`, `<!A >` and `<![CDATA[ ]]>`.
    case instruction, declaration, data
    /// Of those that are open.
    case bracket
    case emphasis

    var most: Int {
      switch self {
      case .instruction, .declaration, .data: 1_000
      case .bracket: 10_000
      case .emphasis: 50_000
      }
    }
  }

  private var counts: [Kind: Int] = [:]

  /// The kind that there are too many of, and where the first of those on this line stands.
  mutating func add(_ line: ArraySlice<UInt8>) -> (Kind, Int)? {
    for offset in line.indices {
      let (before, rest) = (line[..<offset], line[offset...])
      switch line[offset] {
      case UInt8(ascii: "<"):
        guard let kind = Self.tag(rest) else { continue }
        counts[kind, default: 0] += 1
        if isOver(kind) { return (kind, offset) }
      case UInt8(ascii: ">"): endTags(before)
      case UInt8(ascii: "["):
        counts[.bracket, default: 0] += 1
        if isOver(.bracket) { return (.bracket, offset) }
      case UInt8(ascii: "]"): counts[.bracket] = max(0, counts[.bracket, default: 0] - 1)
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        guard Self.isEmphasis(line[offset], before, rest.dropFirst()) else { continue }
        counts[.emphasis, default: 0] += 1
        if isOver(.emphasis) { return (.emphasis, offset) }
      default: break
      }
    }
    return nil
  }

  private func isOver(_ kind: Kind) -> Bool { counts[kind, default: 0] > kind.most }

  private static func tag(_ text: ArraySlice<UInt8>) -> Kind? {
    switch text.dropFirst().first {
    case UInt8(ascii: "?"): .instruction
    case UInt8(ascii: "!"):
      switch text.dropFirst(2).first {
      case UInt8(ascii: "["): .data
      case .some(let letter) where letter.isASCIILetter: .declaration
      case .some, nil: nil
      }
    case .some, nil: nil
    }
  }

  private mutating func endTags(_ before: ArraySlice<UInt8>) {
    counts[.declaration] = 0
    if before.last == UInt8(ascii: "?"), !before.suffix(2).elementsEqual("<?".utf8) { counts[.instruction] = 0 }
    if before.suffix(2).elementsEqual("]]".utf8) { counts[.data] = 0 }
  }

  /// Whether emphasis may begin or end here. One after another are one, and `_` within a word is a letter like others.
  private static func isEmphasis(_ byte: UInt8, _ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    guard before.last != byte else { return false }
    return byte == UInt8(ascii: "*") || before.last?.isOfWord != true || after.first?.isOfWord != true
  }
}

extension ArraySlice<UInt8> {
  /// Whether no paragraph goes on over it.
  fileprivate var isBlank: Bool { allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") } }
}

extension UInt8 {
  fileprivate var isOfWord: Bool { isASCIILetter || (0x30...0x39).contains(self) || self >= 0x80 }
}
