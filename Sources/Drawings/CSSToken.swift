/// A word or mark of a style, with what it means and not how it was written: `u\72l(` is `url(`.
enum CSSToken: Equatable {
  /// Letters, digits and what may stand among them, as in `fill`, `12.5px`, `-inkscape-font`.
  case word(String)
  case string(String)
  /// A name directly before a bracket: `rgb(`, with the bracket.
  case function(String)
  /// `url(…)` as a whole, with the address.
  case address(String)
  /// `@media`
  case atWord(String)
  case blank
  case mark(Unicode.Scalar)
  /// What no program is sure to read in the same way.
  case unclear

  /// The tokens of a style. A comment is a blank: what stands on its two sides is never joined.
  static func all(in text: String) -> [CSSToken] {
    var scanner = Scanner(rest: text.unicodeScalars[...])
    var tokens: [CSSToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  /// As it is written again: nothing in it has to be read in a second way.
  var text: String {
    switch self {
    case .word(let word): word
    case .string(let words): "\"\(words)\""
    case .function(let name): "\(name)("
    case .address(let address): "url(\(address))"
    case .atWord(let word): "@\(word)"
    case .blank: " "
    case .mark(let mark): String(mark)
    case .unclear: ""
    }
  }
}

private struct Scanner {
  var rest: Substring.UnicodeScalarView

  mutating func next() -> CSSToken? {
    guard let first = rest.first else { return nil }
    if rest.starts(with: "/*".unicodeScalars) { return comment() }
    if first.properties.isWhitespace { return blank() }
    if first == "\"" || first == "'" { return string() }
    if first == "@" {
      rest.removeFirst()
      return word().map { .atWord($0.lowercased()) } ?? .unclear
    }
    if first == "\\" || first.isOfWord { return named() }
    rest.removeFirst()
    return .mark(first)
  }

  /// A comment that does not end takes the rest with it.
  private mutating func comment() -> CSSToken {
    rest = rest.dropFirst(2)
    while !rest.isEmpty, !rest.starts(with: "*/".unicodeScalars) { rest.removeFirst() }
    rest = rest.dropFirst(2)
    return .blank
  }

  private mutating func blank() -> CSSToken {
    rest = rest.drop { $0.properties.isWhitespace }
    return .blank
  }

  /// A word, or what a word begins: a function, an address.
  private mutating func named() -> CSSToken {
    guard let word = word() else { return .unclear }
    guard rest.first == "(" else { return .word(word) }
    rest.removeFirst()
    guard word.lowercased() == "url" else { return .function(word) }
    return address()
  }

  /// Letters and the like. Nil where it is written in a way that is not clear.
  private mutating func word() -> String? {
    var word = String.UnicodeScalarView()
    while let first = rest.first, first == "\\" || first.isOfWord {
      rest.removeFirst()
      if first != "\\" {
        word.append(first)
      } else if let scalar = escaped(), scalar.isOfWord, scalar.properties.numericType == nil {
        word.append(scalar)
      } else {
        return nil
      }
    }
    return word.isEmpty ? nil : String(word)
  }

  /// What stands behind a backslash: a letter, or the number of one.
  private mutating func escaped() -> Unicode.Scalar? {
    let digits = rest.prefix(6).prefix { $0.properties.isASCIIHexDigit }
    guard !digits.isEmpty else { return rest.popFirst() }
    rest = rest.dropFirst(digits.count)
    if rest.first?.properties.isWhitespace == true { rest.removeFirst() }
    return UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init)
  }

  private mutating func string() -> CSSToken {
    let quote = rest.removeFirst()
    var words = String.UnicodeScalarView()
    while let first = rest.popFirst() {
      if first == quote { return .string(String(words)) }
      let scalar = first == "\\" ? escaped() : first
      guard let scalar, scalar.value >= 0x20, scalar != "\"", scalar != "\\" else { return .unclear }
      words.append(scalar)
    }
    return .unclear
  }

  /// The address in the brackets of `url(…)`, in quotation marks or not.
  private mutating func address() -> CSSToken {
    _ = blank()
    var address = ""
    if let first = rest.first, first == "\"" || first == "'" {
      guard case .string(let words) = string() else { return .unclear }
      address = words
    } else {
      let plain = rest.prefix { !$0.properties.isWhitespace && !")\"'(\\".unicodeScalars.contains($0) }
      rest = rest.dropFirst(plain.count)
      address = String(plain)
    }
    _ = blank()
    guard rest.popFirst() == ")" else { return .unclear }
    return .address(address)
  }
}

extension Unicode.Scalar {
  /// Letters, digits, and what stands among them in names and numbers.
  fileprivate var isOfWord: Bool {
    value >= 0x80 && !properties.isWhitespace && properties.generalCategory != .control
      || properties.isAlphabetic || ("0"..."9").contains(self) || self == "-" || self == "_" || self == "."
      || self == "%"
      || self == "#" || self == "+"
  }
}
