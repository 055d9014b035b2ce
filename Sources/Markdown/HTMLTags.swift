internal import Diagnostics

/// HTML inside Markdown, cut into tags and text. Cannot fail: what is not a tag is text. Reads bytes, and each a few times
/// at most, whatever stands there.
struct HTMLTokens: Sequence, IteratorProtocol {
  enum Token: Equatable {
    case text(String)
    case open(name: String, attributes: [String: String])
    case close(name: String)
    case comment
  }

  /// Tags whose content is for machines, not words.
  static let wordless: Set = ["script", "style"]

  private let bytes: [UInt8]
  private var position = 0

  init(_ html: String) { bytes = Array(html.utf8) }

  mutating func next() -> Token? {
    guard position < bytes.count else { return nil }
    guard bytes[position] == UInt8(ascii: "<") else { return text() }
    if bytes[position...].starts(with: "<!--".utf8) { return skip(past: "-->") }
    if bytes[position...].starts(with: "<!".utf8) || bytes[position...].starts(with: "<?".utf8) {
      return skip(past: ">")
    }
    return tag() ?? text()
  }

  private mutating func text() -> Token {
    let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { position = end }
    return .text(string(position..<end).decodingEntities)
  }

  private mutating func skip(past end: String) -> Token {
    position = bytes[position...].firstRange(of: Array(end.utf8))?.upperBound ?? bytes.count
    return .comment
  }

  private mutating func tag() -> Token? {
    var start = position + 1
    let closes = start < bytes.count && bytes[start] == UInt8(ascii: "/")
    if closes { start += 1 }
    let nameEnd = bytes[start...].firstIndex { !$0.isTagName } ?? bytes.count
    guard start < nameEnd, bytes[start].isASCIILetter, let end = endOfTag() else { return nil }
    let name = string(start..<nameEnd).lowercased()
    let attributes = string(nameEnd..<end)
    position = end + 1
    if closes { return .close(name: name) }
    if Self.wordless.contains(name) { skipContent(of: name) }
    return .open(name: name, attributes: Self.attributes(attributes[...]))
  }

  /// The `>` that ends the tag at the front: not one inside quotation marks. Another `<` means that there is no tag;
  /// without that, a text of many `<` would be read from each of them to its end.
  private func endOfTag() -> Int? {
    var quote: UInt8?
    for index in position + 1..<bytes.count {
      switch (bytes[index], quote) {
      case (let byte, let open?): if byte == open { quote = nil }
      case (UInt8(ascii: "\""), nil), (UInt8(ascii: "'"), nil): quote = bytes[index]
      case (UInt8(ascii: ">"), nil): return index
      case (UInt8(ascii: "<"), nil): return nil
      default: break
      }
    }
    return nil
  }

  private mutating func skipContent(of name: String) {
    let close = Array("</\(name)".utf8)
    while position < bytes.count {
      let here = bytes[position...].prefix(close.count)
      if here.count == close.count, zip(here, close).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return }
      position += 1
    }
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func attributes(_ text: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
      guard !name.isEmpty else { return attributes }
      rest = rest[name.endIndex...].drop(while: \.isWhitespace)
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        if let quote = rest.first, quote == "\"" || quote == "'" {
          value = String(rest.dropFirst().prefix { $0 != quote })
          rest = rest.dropFirst(value.count + 2)
        } else {
          value = String(rest.prefix { !$0.isWhitespace })
          rest = rest.dropFirst(value.count)
        }
      }
      attributes[name.lowercased()] = value.decodingEntities
    }
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  fileprivate var isTagName: Bool {
    isASCIILetter || self == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}

extension String {
  /// The few entities that people write by hand. Markdown decodes the others before we see them.
  fileprivate var decodingEntities: String {
    guard contains("&") else { return self }
    let named = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&nbsp;": "\u{A0}"]
    var result = ""
    var rest = self[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      let entity = named.first { rest.hasPrefix($0.key) }
      result += entity?.value ?? "&"
      rest = rest.dropFirst(entity?.key.count ?? 1)
    }
    return result + rest
  }
}

/// Tags that were left out, counted, so that a page full of them gives one finding a tag and no wall.
struct DroppedTags {
  private var places: [String: [Place]] = [:]

  mutating func add(_ name: String, at place: Place) { places[name, default: []].append(place) }

  var findings: [Diagnostic] {
    places.sorted { $0.key < $1.key }.compactMap { name, places in
      places.first.map { .droppedTag(name, count: places.count, at: $0) }
    }
  }
}
