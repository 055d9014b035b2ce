internal import Diagnostics

/// Which bytes of the source a text came from, byte by byte: they differ where a backslash or an entity stands.
struct TextAlignment {
  /// For each byte of the text, where it came from; one more for the end.
  let offsets: [Int]
  /// The bytes of the text that a backslash protected.
  let escaped: Set<Int>

  /// Nil where the source from `start` on does not read as the text.
  init?(of text: String, in source: [UInt8], from start: Int, to end: Int) {
    let bytes = Array(text.utf8)
    var offsets: [Int] = []
    var escaped: Set<Int> = []
    var position = start
    while offsets.count < bytes.count {
      let byte = bytes[offsets.count]
      guard position < end else { return nil }
      if source[position] == UInt8(ascii: "\\"), position + 1 < end, source[position + 1] == byte {
        escaped.insert(offsets.count)
        offsets.append(position)
        position += 2
      } else if source[position] == byte, byte != UInt8(ascii: "&") || !Self.isEntity(source, position, end) {
        offsets.append(position)
        position += 1
      } else if source[position] == UInt8(ascii: "&"), Self.isEntity(source, position, end) {
        // One scalar; the few entities that stand for two are not worth more.
        repeat { offsets.append(position) } while offsets.count < bytes.count && bytes[offsets.count].isUTF8Continuation
        position = (source[position..<end].firstIndex(of: UInt8(ascii: ";")) ?? position) + 1
      } else {
        return nil
      }
    }
    self.offsets = offsets + [position]
    self.escaped = escaped
  }

  private static func isEntity(_ source: [UInt8], _ position: Int, _ end: Int) -> Bool {
    let name = source[(position + 1)..<min(end, position + 34)].prefix {
      $0 == UInt8(ascii: "#") || Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
    }
    return !name.isEmpty && name.endIndex < end && source[name.endIndex] == UInt8(ascii: ";")
  }
}
