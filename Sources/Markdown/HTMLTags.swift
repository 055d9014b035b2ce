internal import Diagnostics

/// HTML inside Markdown, cut into tags and text. Cannot fail: what is not a tag is text. Reads bytes, and each a few times
/// at most, whatever stands there.
struct HTMLTokens: Sequence, IteratorProtocol {
  enum Token: Equatable {
    case text(String)
    case open(HTMLTag)
    case close(name: String)
    /// A remark, or what is for programs. One that does not end takes all the rest with it.
    case comment(isClosed: Bool)
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ html: String) { bytes = Array(html.utf8) }

  mutating func next() -> Token? {
    guard position < bytes.count else { return nil }
    guard bytes[position] == UInt8(ascii: "<") else { return text() }
    if bytes[position...].starts(with: "<!--".utf8) { return skip(past: "-->") }
    if bytes[position...].starts(with: "<?".utf8) { return skip(past: "?>") }
    if bytes[position...].starts(with: "<![CDATA[".utf8) { return skip(past: "]]>") }
    if bytes[position...].starts(with: "<!".utf8) { return skip(past: ">") }
    return tag() ?? text()
  }

  private mutating func text() -> Token {
    let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { position = end }
    return .text(string(position..<end).decodingEntities)
  }

  private mutating func skip(past end: String) -> Token {
    let close = bytes[position...].firstRange(of: Array(end.utf8))
    position = close?.upperBound ?? bytes.count
    return .comment(isClosed: close != nil)
  }

  private mutating func tag() -> Token? {
    var start = position + 1
    let closes = start < bytes.count && bytes[start] == UInt8(ascii: "/")
    if closes { start += 1 }
    let nameEnd = bytes[start...].firstIndex { !$0.isTagName } ?? bytes.count
    guard start < nameEnd, bytes[start].isASCIILetter, let end = endOfTag() else { return nil }
    let tag = HTMLTag(string(start..<nameEnd).lowercased(), attributes: string(nameEnd..<end))
    guard tag.isTag else { return nil }
    position = end + 1
    if closes { return .close(name: tag.name) }
    if tag.isWordless { skipContent(of: tag.name) }
    return .open(tag)
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
}

/// A tag that opens.
struct HTMLTag: Equatable {
  let name: String
  /// An empty value where there is none.
  let attributes: [String: String]
  /// Names that are written without a value, as words between angle brackets are.
  private let bareNames: Set<String>

  init(_ name: String, attributes text: String) {
    self.name = name
    var attributes: [String: String] = [:]
    var bareNames: Set<String> = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
      guard !name.isEmpty else { break }
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
      } else {
        bareNames.insert(name.lowercased())
      }
      attributes[name.lowercased()] = value.decodingEntities
    }
    (self.attributes, self.bareNames) = (attributes, bareNames)
  }

  /// Whether it is a tag of HTML, and not words that someone put between angle brackets: `<insert the address>`.
  var isTag: Bool {
    let isKnown = Self.inLine.contains(name) || Self.ofBlocks.contains(name)
    return isKnown && bareNames.isSubset(of: Self.switches)
  }

  /// Whether what it holds is for machines.
  var isWordless: Bool { Self.wordless.contains(name) }

  /// Whether it stands within a line; what any other holds is a paragraph of its own.
  static func staysInLine(_ name: String) -> Bool { inLine.contains(name) }

  /// The words that only its attributes have.
  var words: [String] {
    let names = name == "abbr" ? [] : ["alt", "title", "aria-label", "placeholder", "label", "summary"]
    let texts = names.compactMap { attributes[$0] } + (name == "input" ? [attributes["value"]] : []).compactMap(\.self)
    return texts.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  static let wordless: Set = ["script", "style"]

  private static let inLine: Set = [
    "a", "abbr", "acronym", "audio", "b", "bdi", "bdo", "big", "br", "button", "canvas", "cite", "code", "data", "del",
    "dfn", "em", "embed", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "map", "mark", "math", "meter",
    "nobr", "noscript", "object", "output", "picture", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp",
    "script", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "template",
    "textarea", "time", "track", "tt", "u", "var", "video", "wbr",
  ]

  private static let ofBlocks: Set = [
    "address", "area", "article", "aside", "base", "blockquote", "body", "caption", "center", "col", "colgroup", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "link",
    "main", "marquee", "menu", "meta", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "plaintext", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "xmp",
  ]

  /// Attributes that HTML knows without a value.
  private static let switches: Set = [
    "allowfullscreen", "async", "autofocus", "autoplay", "border", "checked", "compact", "controls", "default", "defer",
    "disabled", "download", "formnovalidate", "hidden", "inert", "ismap", "itemscope", "loop", "multiple", "muted",
    "nomodule", "noshade", "novalidate", "nowrap", "open", "playsinline", "popover", "readonly", "required", "reversed",
    "selected",
  ]
}

extension UInt8 {
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  fileprivate var isTagName: Bool {
    isASCIILetter || self == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}

extension String {
  /// With the characters that entities like `&pound;` stand for. The library knows them all.
  fileprivate var decodingEntities: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var known: [Substring: String] = [:]
    var result = ""
    var rest = self[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      let entity = rest.prefix(while: { $0 != ";" && $0 != " " && $0 != "\n" }).prefix(Self.longestEntity)
      guard entity.endIndex < rest.endIndex, rest[entity.endIndex] == ";" else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      let character = known[entity] ?? Library.plainText(of: entity + ";")
      known[entity] = character
      result += character
      rest = rest[entity.endIndex...].dropFirst()
    }
    return result + rest
  }

  /// In characters: of `&CounterClockwiseContourIntegral;`.
  private static let longestEntity = 33
}
