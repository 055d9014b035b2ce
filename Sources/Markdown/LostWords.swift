internal import CCmarkGFM
internal import Diagnostics

// What the library leaves out without a word, found in the source.

extension TreeBuilder {
  /// A remark in a block of HTML that does not end: it takes all that follows.
  func openRemark(in html: String, at place: Place) -> Diagnostic? {
    guard HTMLTokens(html).contains(.comment(isClosed: false)) else { return nil }
    let start = source.bytes[place.range].ranges(of: Array("<!--".utf8)).last?.lowerBound
    let rest = Place(file: place.file, range: (start ?? place.range.lowerBound)..<place.range.upperBound)
    return .openRemark(at: firstLine(of: rest))
  }

  /// Code between two rows of signs, of which the second is missing.
  func openCode(_ node: OpaquePointer, at place: Place) -> Diagnostic? {
    var (length, indent, sign) = (Int32(0), Int32(0), CChar(0))
    guard cmark_node_get_fenced(node, &length, &indent, &sign) != 0 else { return nil }
    let lines = lines(of: place)
    let end = source.bytes[source.lineRange(lines.upperBound)].reversed().drop(while: \.isBlank)
    let closes = end.prefix { $0 == UInt8(bitPattern: sign) }.count >= Int(length)
    return lines.count > 1 && closes ? nil : .openCode(at: firstLine(of: place))
  }

  /// Where the cells of a row stand that its author wrote. The library gives its columns as if no row were set in.
  func cellPlaces(_ row: OpaquePointer) -> [Place] {
    tableLine(row).cells.map { Place(file: source.name, range: $0) }
  }

  /// The line of a row. Only the first may have the mark of a list before it.
  private func tableLine(_ row: OpaquePointer) -> TableLine {
    let start = blockPlace(row).range.lowerBound
    let isHeader = cmark_gfm_extensions_get_table_row_is_header(row) != 0
    return TableLine(source, from: isHeader ? start : source.lineRange(source.line(at: start)).lowerBound)
  }

  /// What stands in a row behind its table's last column.
  func lostCells(_ row: OpaquePointer, of columns: Int) -> Diagnostic? {
    let cells = tableLine(row).cells
    guard let first = cells.dropFirst(columns).first(where: { !$0.isEmpty }),
      let last = cells.last(where: { !$0.isEmpty })
    else { return nil }
    let lost = Place(file: source.name, range: first.lowerBound..<last.upperBound)
    return .lostWords(
      source.text(in: lost.range), in: "a cell behind the last of the \(columns) columns of its table", at: lost)
  }

  /// A paragraph that was to be a table.
  func brokenTable(at place: Place) -> Diagnostic? {
    guard hasTables, source.bytes[place.range].contains(UInt8(ascii: "|")) else { return nil }
    let lines = lines(of: place).map { number in
      TableLine(source, from: max(place.range.lowerBound, source.lineRange(number).lowerBound))
    }
    let pairs = zip(lines, lines.dropFirst())
    if let (head, dashes) = pairs.first(where: { $0.hasBars && $1.isOfDashes && $0.cells.count != $1.cells.count }) {
      return .tableWithOtherDashes(head: head.cells.count, dashes: dashes.cells.count, at: firstLine(of: place))
    }
    return pairs.contains { $0.isFramed && $1.isFramed } ? .tableWithoutDashes(at: firstLine(of: place)) : nil
  }

  /// Notes that no mark asks for, notes that are written twice, and addresses that no link has: they stand in lines
  /// that no block of the tree came from.
  func unusedDefinitions(_ root: OpaquePointer, addresses: Set<String>) -> [Diagnostic] {
    var read = ReadLines()
    read.add(root, levels: deepest) { line, words in
      let (own, above) = (
        Definition(source, line: line + linesBefore), Definition(source, line: line + linesBefore - 1)
      )
      // An address may stand on the line below its name.
      guard let definition = own ?? (above?.isNameAlone == true ? above : nil), !definition.isNote else { return false }
      return words?.hasPrefix("[\(definition.name)]") != true
    }
    let lines = linesBefore + 1..<max(linesBefore + 1, source.lineCount + 1)
    let unread = lines.filter { !read.lines.contains($0 - linesBefore) }
    var definitions: [Definition] = []
    for (before, line) in zip([0] + unread, unread) {
      if let next = Definition(source, line: line) {
        definitions.append(next)
      } else if before == line - 1, !definitions.isEmpty {
        definitions[definitions.count - 1].add(line, of: source)
      }
    }
    guard !definitions.isEmpty else { return [] }
    let notes = Set(read.notes.compactMap { Definition(source, line: $0 + linesBefore)?.key })
    var seen: Set<String> = []
    return definitions.compactMap { definition in
      if definition.isNote {
        return .unusedNote(definition.name, isSecond: notes.contains(definition.key), at: definition.place)
      }
      let isSecond = !seen.insert(definition.key).inserted
      guard !definition.isRemark, let address = definition.address(in: source), !addresses.contains(address) else {
        return nil
      }
      return .unusedAddress(definition.name, isSecond: isSecond, at: definition.place)
    }
  }

  /// The numbers of the lines that a place lies on.
  private func lines(of place: Place) -> ClosedRange<Int> {
    let first = source.line(at: place.range.lowerBound)
    return first...max(first, source.line(at: max(place.range.lowerBound, place.range.upperBound - 1)))
  }

  private func firstLine(of place: Place) -> Place {
    let line = source.lineRange(source.line(at: place.range.lowerBound))
    let end = min(place.range.upperBound, line.upperBound)
    return Place(file: place.file, range: place.range.lowerBound..<max(place.range.lowerBound, end))
  }
}

/// The lines that blocks came from, from 1 in the library's count.
private struct ReadLines {
  private(set) var lines: Set<Int> = []
  /// Those on which notes begin.
  private(set) var notes: [Int] = []

  /// The library takes addresses from the beginning of a paragraph, and leaves the paragraph's own beginning there. What
  /// is deeper than so many levels is read as a whole.
  mutating func add(_ node: OpaquePointer, levels: Int, isAddress: (_ line: Int, _ words: String?) -> Bool) {
    var next = cmark_node_first_child(node)
    while let child = next {
      next = cmark_node_next(child)
      let start = Int(cmark_node_get_start_line(child))
      switch cmark_node_get_type(child) {
      case CMARK_NODE_BLOCK_QUOTE where levels > 0, CMARK_NODE_LIST where levels > 0, CMARK_NODE_ITEM where levels > 0:
        add(child, levels: levels - 1, isAddress: isAddress)
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        lines.insert(start)
        notes.append(start)
        add(child, levels: levels, isAddress: isAddress)
      case CMARK_NODE_PARAGRAPH:
        let words = cmark_node_first_child(child).flatMap(cmark_node_get_literal).map { String(cString: $0) }
        let all = start...max(start, Int(cmark_node_get_end_line(child)))
        lines.formUnion(all.drop { isAddress($0, words) })
      default: lines.formUnion(start...max(start, Int(cmark_node_get_end_line(child))))
      }
    }
  }
}

/// A line that says what a name in square brackets means: `[^fee]: The note.`, or `[schedule]: schedule.md`.
private struct Definition {
  let name: String
  private(set) var place: Place
  let isNote: Bool
  /// Whether nothing stands behind its colon.
  let isNameAlone: Bool
  /// Whether it is one of the ways to hide a remark: `[//]: # (ask finance)`.
  let isRemark: Bool

  init?(_ source: SourceText, line: Int) {
    let range = source.lineRange(line)
    let bytes = source.bytes[range]
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")), bytes[..<open].allSatisfy(\.isMarkOfContainer),
      bytes[..<open].last.map({ $0.isBlank || $0 == UInt8(ascii: ">") }) != false,
      let close = bytes[open...].firstRange(of: Array("]:".utf8))?.lowerBound, close > open + 1
    else { return nil }
    isNote = bytes[open + 1] == UInt8(ascii: "^")
    name = source.text(in: (isNote ? open + 2 : open + 1)..<close)
    place = Place(file: source.name, range: open..<range.upperBound)
    let address = bytes[(close + 2)...].drop(while: \.isBlank).prefix { !$0.isBlank }
    isNameAlone = address.isEmpty
    isRemark = [Array("#".utf8), Array("<>".utf8)].contains(Array(address))
  }

  /// A line that follows belongs to it too, if it is not empty.
  mutating func add(_ line: Int, of source: SourceText) {
    guard !source.bytes[source.lineRange(line)].allSatisfy(\.isBlank) else { return }
    place = Place(file: place.file, range: place.range.lowerBound..<source.lineRange(line).upperBound)
  }

  /// The address, as the library reads it; nil where it finds none, or is not shown the whole.
  func address(in source: SourceText) -> String? {
    guard place.range.count <= LibraryLimits.longestAddress else { return nil }
    return Library.address(of: "[\(name)]\n\n" + source.text(in: place.range))
  }

  /// What names are compared by.
  var key: String { name.nameKey }
}

extension String {
  fileprivate var nameKey: String { split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() }
}

/// A line with bars, as the library cuts it into cells.
private struct TableLine {
  /// Each without the blanks at its ends.
  private(set) var cells: [Range<Int>] = []
  let hasBars: Bool
  /// Whether it has a bar at both ends.
  let isFramed: Bool
  let isOfDashes: Bool

  /// From an offset to the end of its line.
  init(_ source: SourceText, from start: Int) {
    let bytes = source.bytes
    let end = max(start, source.lineRange(source.line(at: start)).upperBound)
    let line = Self.trimmed(start..<end, of: bytes) { $0.isBlank || $0 == UInt8(ascii: ">") }
    let bars = line.filter {
      bytes[$0] == UInt8(ascii: "|") && ($0 == line.lowerBound || bytes[$0 - 1] != UInt8(ascii: "\\"))
    }
    let bounds = [line.lowerBound - 1] + bars + [line.upperBound]
    cells = zip(bounds, bounds.dropFirst()).map { Self.trimmed($0 + 1..<$1, of: bytes, \.isBlank) }
    if cells.count > 1, cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
    hasBars = !bars.isEmpty
    isFramed = bars.count > 1 && bars.first == line.lowerBound && bars.last == line.upperBound - 1
    let marks = Set(bytes[line])
    isOfDashes = hasBars && marks.contains(UInt8(ascii: "-")) && marks.isSubset(of: Array("|-: \t".utf8))
  }

  private static func trimmed(_ range: Range<Int>, of bytes: [UInt8], _ isOuter: (UInt8) -> Bool) -> Range<Int> {
    let start = bytes[range].firstIndex { !isOuter($0) } ?? range.upperBound
    let end = bytes[start..<range.upperBound].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? start
    return start..<end
  }
}

extension UInt8 {
  /// Whether it may stand before a line's own words, where the line is in a quote or a list.
  fileprivate var isMarkOfContainer: Bool {
    isBlank || self == UInt8(ascii: ">") || self == UInt8(ascii: "-") || self == UInt8(ascii: "*")
      || self == UInt8(ascii: "+")
  }
}
