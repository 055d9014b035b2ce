internal import Diagnostics

extension Document {
  /// Marks of other Markdown dialects, which come out as plain text here: one finding a kind of mark. Values in braces
  /// are such a mark only where they are not ours.
  func foreignMarks(bracesToo: Bool) -> [Diagnostic] {
    let texts: [(bytes: [UInt8], place: Place)] = allInlines.compactMap { inline in
      // Most texts hold nothing that any mark begins with, and a search for each of them takes longer than reading.
      guard case .text(let text) = inline.kind, text.utf8.contains(where: ForeignMark.beginnings.contains) else {
        return nil
      }
      return (Array(text.utf8), inline.place)
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

  /// What the first sign of every mark begins with.
  fileprivate static let beginnings = Array("{+:".utf8)

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
