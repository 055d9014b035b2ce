/// HTML in a form in which differences that mean nothing are gone, after the rules that the specification's own tests
/// use: runs of blanks count as one and not at all around blocks, attributes are sorted, characters are written plainly.
struct NormalHTML: Equatable, CustomStringConvertible {
  let description: String

  init(_ html: String) {
    var writer = Normaliser(html)
    description = writer.normalised()
  }
}

private struct Normaliser {
  private var rest: Substring
  private var output = ""
  private var last = Token.none
  private var lastTag = ""
  private var inPre = false

  private enum Token { case none, open, close, text, other }

  private static let blocks: Set = [
    "article", "header", "aside", "hgroup", "blockquote", "hr", "iframe", "body", "li", "map", "button", "object",
    "canvas", "ol", "caption", "output", "col", "p", "colgroup", "pre", "dd", "progress", "div", "section", "dl",
    "table", "td", "dt", "tbody", "embed", "textarea", "fieldset", "tfoot", "figcaption", "th", "figure", "thead",
    "footer", "tr", "form", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "video", "script", "style",
  ]

  init(_ html: String) { rest = html[...] }

  mutating func normalised() -> String {
    while !rest.isEmpty {
      if rest.first == "<", let tag = takeTag() { add(tag: tag) } else { add(text: takeText()) }
    }
    return output.drop(while: \.isWhitespace).description.trimmingEnd
  }

  private mutating func takeTag() -> Substring? {
    let isTag = rest.dropFirst().first.map { $0.isLetter || "/!?".contains($0) } ?? false
    guard isTag else { return nil }
    var quote: Character?
    var end = rest.startIndex
    for index in rest.indices {
      let character = rest[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        end = index
        break
      }
    }
    if rest.hasPrefix("<!--"), let close = rest.range(of: "-->") { end = rest.index(before: close.upperBound) }
    guard end > rest.startIndex else { return nil }
    defer { rest = rest[rest.index(after: end)...] }
    return rest[...end]
  }

  private mutating func takeText() -> Substring {
    let end = rest.dropFirst().firstIndex(of: "<") ?? rest.endIndex
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  private mutating func add(tag: Substring) {
    guard !tag.hasPrefix("<!"), !tag.hasPrefix("<?") else {
      output += tag
      last = .other
      return
    }
    let closes = tag.hasPrefix("</")
    let inside = tag.dropFirst(closes ? 2 : 1).dropLast()
    let name = inside.prefix { $0.isLetter || $0.isNumber || $0 == "-" }.lowercased()
    if name == "pre" { inPre = !closes }
    if Self.blocks.contains(name) { output = output.trimmingEnd }
    output += closes ? "</\(name)>" : "<\(name)\(attributes(inside.dropFirst(name.count)))>"
    last = closes ? .close : .open
    lastTag = name
  }

  private func attributes(_ text: Substring) -> String {
    var found: [(String, String?)] = []
    var rest = text.drop { $0.isWhitespace || $0 == "/" }
    while !rest.isEmpty {
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
      guard !name.isEmpty else { break }
      rest = rest.dropFirst(name.count).drop(while: \.isWhitespace)
      var value: String?
      if rest.first == "=" {
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        if let quote = rest.first, quote == "\"" || quote == "'" {
          value = String(rest.dropFirst().prefix { $0 != quote })
          rest = rest.dropFirst((value?.count ?? 0) + 2)
        } else {
          value = String(rest.prefix { !$0.isWhitespace })
          rest = rest.dropFirst(value?.count ?? 0)
        }
      }
      found.append((name.lowercased(), value.map(plain)))
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
    }
    return found.sorted { $0.0 < $1.0 }.map { name, value in
      " \(name)" + (value.map { $0.isEmpty ? "" : "=\"\($0)\"" } ?? "")
    }.joined()
  }

  private mutating func add(text: Substring) {
    var words = plain(String(text))
    if !inPre {
      words = words.collapsingBlanks
      let afterTag = last == .open || last == .close
      let afterBlock = afterTag && Self.blocks.contains(lastTag)
      if afterTag, lastTag == "br" || afterBlock { words = String(words.drop(while: \.isWhitespace)) }
      if afterBlock, last == .close { words = words.isEmpty ? "" : words }
    }
    output += words
    last = words.isEmpty ? last : .text
  }

  /// Entities as the characters that they stand for, but for those that HTML itself needs.
  private func plain(_ text: String) -> String {
    var result = text
    for (entity, character) in [("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&nbsp;", "\u{A0}")] {
      result = result.replacing(entity, with: character)
    }
    return result
  }
}

extension String {
  var trimmingEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }

  fileprivate var collapsingBlanks: String {
    var result = ""
    for character in self {
      if character.isWhitespace, character != "\u{A0}" {
        if result.last != " " { result.append(" ") }
      } else {
        result.append(character)
      }
    }
    return result
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Substring.Index>? { firstRange(of: text) }
}
