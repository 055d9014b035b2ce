package import Diagnostics

extension SourceText {
  /// Text from the bytes of a file. A byte order mark is passed over. What is not UTF-8 is a finding; the text is then
  /// repaired, so that the rest of the file can be read and all its faults be told at once.
  package static func decode(_ bytes: [UInt8], name: String, findings: inout [Diagnostic]) -> SourceText {
    if let encoding = otherEncoding(of: bytes) {
      findings.append(.notUTF8(encoding, at: .start(of: name)))
      return SourceText(name: name, bytes: [])
    }
    let text = bytes.withoutByteOrderMark
    guard let bad = firstInvalidByte(text) else {
      let source = SourceText(name: name, bytes: text)
      findings += [source.controlCharacters].compactMap(\.self) + source.unseenCharacters(isRepaired: false)
      return source
    }
    let repaired = SourceText(name: name, bytes: Array(String(decoding: text, as: UTF8.self).utf8))
    // The replacement character takes three bytes.
    findings.append(.notUTF8(nil, at: Place(file: name, range: bad..<bad + 3)))
    findings += repaired.unseenCharacters(isRepaired: true)
    return repaired
  }

  private static func otherEncoding(of bytes: [UInt8]) -> String? {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return isUTF16 ? "UTF-16" : nil
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  /// Characters that no page may hold. They come in with text pasted from other programs, or by the thousand in a file
  /// that is no text at all: one finding, at the first of them.
  private var controlCharacters: Diagnostic? {
    var first: Range<Int>?
    var runs = 0
    var end = 0
    for index in bytes.indices where bytes[index].isForbiddenControl {
      if runs == 0 || index > end { runs += 1 }
      end = index + 1
      if runs == 1 { first = (first?.lowerBound ?? index)..<end }
    }
    return first.map { .controlCharacters(bytes[$0.lowerBound], count: runs, at: Place(file: name, range: $0)) }
  }
}

extension UInt8 {
  /// Tab, line feed, form feed and carriage return are the only controls that a text may hold.
  fileprivate var isForbiddenControl: Bool {
    (self < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(self)) || self == 0x7F
  }
}
