internal import Diagnostics

extension Document {
  /// Marks of other Markdown dialects, which come out as plain text here: one finding a kind of mark. Values in braces
  /// are such a mark only where they are not ours.
  func foreignMarks(bracesToo: Bool) -> [Diagnostic] {
    let texts = allInlines.compactMap { inline in
      if case .text(let text) = inline.kind { (bytes: Array(text.utf8), place: inline.place) } else { nil }
    }
    return (ForeignMark.all + (bracesToo ? [.braces] : [])).compactMap { mark in
      let uses = texts.filter { mark.isIn($0.bytes) }
      return uses.first.map { .foreignMark(mark, count: uses.count, at: $0.place) }
    }
  }
}

struct ForeignMark {
  let name: String
  /// The mark is in a text that holds all of these.
  let signs: [String]

  func isIn(_ text: [UInt8]) -> Bool { signs.allSatisfy { text.firstRange(of: Array($0.utf8)) != nil } }

  static let braces = ForeignMark(name: "a value in braces, {{ … }}", signs: ["{{", "}}"])

  static let all = [
    ForeignMark(name: "a template tag, {% … %}", signs: ["{%", "%}"]),
    ForeignMark(name: "a class in braces, {.…}", signs: ["{.", "}"]),
    ForeignMark(name: "an id in braces, {#…}", signs: ["{#", "}"]),
    ForeignMark(name: "attributes in braces, {: …}", signs: ["{:", "}"]),
    ForeignMark(name: "a grid table, +---+", signs: ["+--", "--+"]),
    ForeignMark(name: "a fenced division, :::", signs: [":::"]),
  ]
}
