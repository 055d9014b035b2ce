/// The text of one file, and where its lines begin.
///
/// Places are kept as ranges of UTF-8 bytes, because that is what every parser can give for nothing. Lines and
/// columns are worked out from here, and only when something is shown to a person.
package struct SourceText: Sendable, Hashable {
  /// The path as the person who runs the program would write it.
  package let name: String
  /// The bytes, valid UTF-8, without a byte order mark.
  package let bytes: [UInt8]
  private let lineStarts: [Int]
  /// How many scalars begin before each step of bytes, so that a column far into a very long line is soon counted.
  private let scalarCounts: [Int]
  private static let step = 128

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == .lineFeed || byte == .carriageReturn {
      let endsWithLineFeed = byte == .carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == .lineFeed
      if !endsWithLineFeed { starts.append(offset + 1) }
    }
    lineStarts = starts
    scalarCounts = stride(from: 0, to: bytes.count, by: Self.step).reduce(into: [0]) { counts, start in
      let part = bytes[start..<min(start + Self.step, bytes.count)]
      counts.append((counts.last ?? 0) + part.count { !$0.isUTF8Continuation })
    }
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// A point in the text as people count: lines and columns from 1, columns in Unicode scalars.
  package struct Position: Sendable, Hashable {
    package let line: Int
    package let column: Int
  }

  package var lineCount: Int { lineStarts.count }

  /// The text between two offsets, cut to what there is.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The bytes of a line, from 1, without its end; empty where there is no such line.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line - 1) else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
    return start..<end
  }

  /// The number, from 1, of the line that holds an offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  package func position(at offset: Int) -> Position {
    let line = line(at: offset)
    let start = lineStarts[line - 1]
    let end = max(start, min(offset, bytes.count))
    return Position(line: line, column: scalars(before: end) - scalars(before: start) + 1)
  }

  private func scalars(before offset: Int) -> Int {
    let step = offset / Self.step
    return scalarCounts[step] + bytes[step * Self.step..<offset].count { !$0.isUTF8Continuation }
  }

  /// The offset of a column counted in bytes from 1, as C libraries count, on a line counted from 1.
  package func offset(line: Int, byteColumn: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= lineStarts.count else { return bytes.count }
    return min(lineStarts[line - 1] + max(0, byteColumn - 1), bytes.count)
  }
}

extension [UInt8] {
  /// Without the three bytes that some programs put before UTF-8.
  package var withoutByteOrderMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }
}

extension UInt8 {
  package static let lineFeed: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D
  /// True for the second and later bytes of a Unicode scalar.
  package var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
