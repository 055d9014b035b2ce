/// Keeps of a style what only says how something looks: properties of a list, whose values fetch nothing. What is not certain
/// to be harmless is left out.
struct StyleFilter {
  /// What was left out, as it was read.
  private(set) var leftOut: [String] = []

  /// A value; nil where it is not certain that it fetches nothing.
  static func value(_ text: String) -> String? {
    let tokens = CSSToken.all(in: text)[...]
    return isHarmless(tokens) ? tokens.trimmed.text : nil
  }

  /// `fill: red; stroke: none`
  mutating func declarations(_ text: String) -> String { declarations(CSSToken.all(in: text)[...]) }

  /// The rules of a style sheet.
  mutating func sheet(_ text: String) -> String { rules(CSSToken.all(in: text)[...]).joined(separator: "\n") }

  private mutating func declarations(_ tokens: ArraySlice<CSSToken>) -> String {
    tokens.split(separator: .mark(";")).compactMap { declaration($0.trimmed) }.joined(separator: "; ")
  }

  private mutating func declaration(_ tokens: ArraySlice<CSSToken>) -> String? {
    guard !tokens.isEmpty else { return nil }
    guard case .word(let written)? = tokens.first, let colon = tokens.firstIndex(of: .mark(":")),
      tokens[..<colon].trimmed.count == 1
    else {
      leaveOut(tokens)
      return nil
    }
    let (name, value) = (written.lowercased(), tokens[(colon + 1)...].trimmed)
    guard Self.isHarmless(value), name.hasPrefix("--") || Vocabulary.properties.contains(name) else {
      // What only the program knows that made the drawing is missed by nobody.
      if !name.hasPrefix("-inkscape-") || !Self.isHarmless(value) { leaveOut(tokens) }
      return nil
    }
    return "\(written): \(value.text)"
  }

  private mutating func rules(_ tokens: ArraySlice<CSSToken>) -> [String] {
    var kept: [String] = []
    var rest = tokens.trimmed
    while !rest.isEmpty {
      let prelude = rest.prefix { $0 != .mark("{") && $0 != .mark(";") }
      rest = rest[prelude.endIndex...]
      let block = rest.first == .mark("{") ? rest.block : nil
      rest = rest.dropFirst(block.map { $0.count + 2 } ?? 1).trimmed
      if let rule = rule(prelude.trimmed, block) { kept.append(rule) }
    }
    return kept
  }

  private mutating func rule(_ prelude: ArraySlice<CSSToken>, _ block: ArraySlice<CSSToken>?) -> String? {
    guard let block, prelude.allSatisfy(\.isOfSelector), !prelude.isEmpty else {
      leaveOut(prelude)
      return nil
    }
    if case .atWord(let word)? = prelude.first {
      guard word == "media" || word == "supports" else {
        leaveOut(prelude)
        return nil
      }
      return "\(prelude.text) {\n\(rules(block).joined(separator: "\n"))\n}"
    }
    let inside = declarations(block)
    return inside.isEmpty ? nil : "\(prelude.text) { \(inside) }"
  }

  private mutating func leaveOut(_ tokens: ArraySlice<CSSToken>) {
    let text = tokens.text
    leftOut.append(text.isEmpty ? "\\" : text)
  }

  private static func isHarmless(_ tokens: ArraySlice<CSSToken>) -> Bool {
    var open = 0
    for token in tokens {
      switch token {
      case .word, .string, .blank: break
      case .function(let name):
        guard Vocabulary.functions.contains(name.lowercased()) else { return false }
        open += 1
      case .address(let address): guard address.isOwnPart else { return false }
      case .mark("("): open += 1
      case .mark(")"): open -= 1
      case .mark(let mark): guard ",/!*:=".unicodeScalars.contains(mark) else { return false }
      case .atWord, .unclear: return false
      }
      if open < 0 { return false }
    }
    return open == 0
  }
}

extension CSSToken {
  /// Whether it may stand before the brace of a rule.
  fileprivate var isOfSelector: Bool {
    switch self {
    case .word, .string, .blank, .atWord: true
    case .function(let name): Vocabulary.selectorFunctions.contains(name.lowercased())
    case .mark(let mark): ",:>~*[]=^$|()/".unicodeScalars.contains(mark)
    case .address, .unclear: false
    }
  }
}

extension ArraySlice<CSSToken> {
  fileprivate var text: String { map(\.text).joined() }

  fileprivate var trimmed: ArraySlice {
    var slice = drop { $0 == .blank }
    while slice.last == .blank { slice.removeLast() }
    return slice
  }

  /// What stands between the brace that it begins with and the one that closes it; nil where none does.
  fileprivate var block: ArraySlice? {
    var open = 0
    for (index, token) in zip(indices, self) {
      if token == .mark("{") { open += 1 }
      if token == .mark("}") { open -= 1 }
      if open == 0 { return self[(startIndex + 1)..<index] }
    }
    return nil
  }
}

extension String {
  /// Whether an address is that of a part of the drawing itself.
  var isOwnPart: Bool {
    hasPrefix("#") && !unicodeScalars.contains { $0.value <= 0x20 || "()\"'\\<>".unicodeScalars.contains($0) }
  }
}
