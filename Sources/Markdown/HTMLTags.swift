internal import Diagnostics

/// HTML inside Markdown, cut into tags and text. Cannot fail: what is not a tag is text.
struct HTMLTokens: Sequence, IteratorProtocol {
  enum Token: Equatable {
    case text(String)
    case open(name: String, attributes: [String: String])
    case close(name: String)
    case comment
  }

  private var rest: Substring

  init(_ html: String) { rest = html[...] }

  mutating func next() -> Token? {
    guard let first = rest.first else { return nil }
    guard first == "<" else { return text() }
    if rest.hasPrefix("<!--") { return skip(past: "-->") }
    if rest.hasPrefix("<!") || rest.hasPrefix("<?") { return skip(past: ">") }
    return tag() ?? text()
  }

  private mutating func text() -> Token {
    let end = rest.dropFirst().firstIndex(of: "<") ?? rest.endIndex
    defer { rest = rest[end...] }
    return .text(String(rest[..<end]).decodingEntities)
  }

  private mutating func skip(past end: String) -> Token {
    while !rest.isEmpty, !rest.hasPrefix(end) { rest.removeFirst() }
    rest = rest.dropFirst(end.count)
    return .comment
  }

  private mutating func tag() -> Token? {
    guard let end = endOfTag() else { return nil }
    var inside = rest[rest.index(after: rest.startIndex)..<end]
    let closes = inside.first == "/"
    if closes { inside.removeFirst() }
    let name = inside.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard name.first?.isLetter == true else { return nil }
    rest = rest[rest.index(after: end)...]
    if closes { return .close(name: name.lowercased()) }
    let token = Token.open(name: name.lowercased(), attributes: Self.attributes(inside[name.endIndex...]))
    // What stands in these is for machines, not words.
    if ["script", "style"].contains(name.lowercased()) { skipContent(of: name.lowercased()) }
    return token
  }

  /// The `>` that ends the tag at the front: not one inside quotation marks.
  private func endOfTag() -> Substring.Index? {
    var quote: Character?
    for index in rest.indices {
      let character = rest[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return index
      }
    }
    return nil
  }

  private mutating func skipContent(of name: String) {
    while !rest.isEmpty, !rest.lowercased().hasPrefix("</\(name)") {
      rest.removeFirst()
      rest = rest.drop { $0 != "<" }
    }
  }

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
