/// A drawing made safe to publish: only elements that draw, no scripts, no event handlers, nothing fetched from elsewhere.
package struct SVG {
  /// The drawing without what is not allowed.
  package let clean: String
  /// What was left out, each once: `script`, `onclick`, `href`.
  package let dropped: [String]

  package init(_ bytes: [UInt8]) {
    var cleaner = Cleaner(text: String(decoding: bytes, as: UTF8.self).withBareMarkup)
    cleaner.run()
    (clean, dropped) = (cleaner.output, cleaner.dropped)
  }
}

extension String {
  /// Without marks that join the letters of the markup beside them, and would hide them from whoever reads by letters.
  fileprivate var withBareMarkup: String {
    guard contains(where: { $0.unicodeScalars.count > 1 && $0.unicodeScalars.contains(where: \.isMarkup) }) else {
      return self
    }
    return String(
      flatMap { letter -> [Character] in
        let markup = letter.unicodeScalars.filter(\.isMarkup)
        return letter.unicodeScalars.count == 1 || markup.isEmpty || letter == "\r\n"
          ? [letter] : markup.map(Character.init)
      })
  }
}

extension Unicode.Scalar {
  fileprivate var isMarkup: Bool { value < 0x80 && !properties.isAlphabetic && properties.numericType == nil }
}

private struct Cleaner {
  let text: String
  var output = ""
  var dropped: [String] = []

  private static let elements: Set = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
    "title",
    "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "use", "symbol", "marker",
    "pattern",
    "style", "image", "metadata", "filter", "feGaussianBlur", "feOffset", "feBlend", "feMerge", "feMergeNode",
    "feFlood",
    "feComposite", "feColorMatrix",
  ]
  /// Elements whose content goes with them.
  private static let whole: Set = [
    "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "animate", "set",
  ]

  init(text: String) { self.text = text }

  mutating func run() {
    var rest = text[...]
    var skipping: (name: String, depth: Int)?
    while let open = rest.firstIndex(of: "<") {
      if skipping == nil { output += rest[..<open] }
      rest = rest[open...]
      guard let (tag, after) = Self.tag(rest) else { break }
      rest = after
      let isClose = tag.hasPrefix("</")
      let name = Self.name(tag)
      if let (skipped, depth) = skipping {
        let selfCloses = tag.hasSuffix("/>")
        let change = name != skipped || selfCloses ? 0 : isClose ? -1 : 1
        skipping = depth + change == 0 ? nil : (skipped, depth + change)
      } else if tag.hasPrefix("<?") || tag.hasPrefix("<!") {
        // Declarations and comments say nothing that a reader would miss.
        if tag.uppercased().hasPrefix("<!ENTITY") || tag.contains("[") { note("entities") }
      } else if Self.elements.contains(name) {
        output += isClose ? "</\(name)>" : opening(tag, name)
      } else {
        note(name)
        if Self.whole.contains(name.lowercased()), !isClose, !tag.hasSuffix("/>") { skipping = (name, 1) }
      }
    }
    if skipping == nil, !rest.hasPrefix("<") { output += rest }
    removeImports()
  }

  private mutating func note(_ what: String) { if !dropped.contains(what) { dropped.append(what) } }

  /// A tag at the front of a text, to the `>` that is in no quotation marks, and what follows it.
  private static func tag(_ text: Substring) -> (String, Substring)? {
    if text.hasPrefix("<!--") {
      guard let end = text.firstRange(of: "-->") else { return nil }
      return (String(text[..<end.upperBound]), text[end.upperBound...])
    }
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        let after = text.index(after: index)
        return (String(text[..<after]), text[after...])
      }
    }
    return nil
  }

  private static func name(_ tag: String) -> String {
    String(tag.dropFirst(tag.hasPrefix("</") ? 2 : 1).prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" })
  }

  private mutating func opening(_ tag: String, _ name: String) -> String {
    var result = "<" + name
    var rest = tag.dropFirst(1 + name.count).dropLast(tag.hasSuffix("/>") ? 2 : 1).drop(while: \.isWhitespace)
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].filter { !$0.isWhitespace }
      let value = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = value.first, quote == "\"" || quote == "'" else { break }
      let inside = value.dropFirst().prefix { $0 != quote }
      if Self.isAllowed(key, String(inside)) {
        result += " \(key)=\"\(inside.replacing("\"", with: "&quot;").replacing("<", with: "&lt;"))\""
      } else {
        note(key)
      }
      rest = value.dropFirst(inside.count + 2).drop(while: \.isWhitespace)
    }
    return result + (tag.hasSuffix("/>") ? "/>" : ">")
  }

  /// No handlers, and no address but a part of the drawing itself or a picture inside it.
  private static func isAllowed(_ key: String, _ value: String) -> Bool {
    let (key, plain) = (key.lowercased(), value.lowercased().filter { !$0.isWhitespace })
    if key.hasPrefix("on") { return false }
    if key == "href" || key.hasSuffix(":href") {
      return plain.hasPrefix("#") || plain.hasPrefix("data:image/png;") || plain.hasPrefix("data:image/jpeg;")
    }
    if plain.contains("javascript:") || plain.contains("&#") && plain.contains(":") { return false }
    return !plain.replacing("url(#", with: "").contains("url(")
  }

  /// Styles that fetch.
  private mutating func removeImports() {
    let lower = output.lowercased()
    guard lower.contains("@import") || lower.replacing("url(#", with: "").contains("url(") else { return }
    note("a style that fetches")
    while let start = output.firstRange(of: "<style"), let end = output[start.lowerBound...].firstRange(of: "</style>")
    {
      output.removeSubrange(start.lowerBound..<end.upperBound)
    }
  }
}
