// How long an answer may be: `500 words`, `500-word`, `two sides of A4`, `3,000 characters`.

struct Length {
  let count: Int
  /// `words`, `characters` or `pages`, as front matter has them.
  let unit: String
}

extension [Lexeme] {
  func length(at index: Int) -> (Length, end: Int)? {
    if let (length, end) = labelled(at: index) { return (length, end) }
    guard let number = number(index), let count = number.whole else { return nil }
    if let unit = limitedBefore(index), Self.units[text(number.end)] == nil {
      return (Length(count: count, unit: unit), number.end)
    }
    let isPaper = text(number.end) == "a4"
    guard let unit = Self.units[text(isPaper ? number.end + 1 : number.end)] else { return nil }
    var end = number.end + (isPaper ? 2 : 1)
    if unit == "pages", text(end) == "of", text(end + 1) == "a4" { end += 2 }
    return (Length(count: count, unit: unit), end)
  }

  /// `The word limit for question 3 is 500`: what is limited is said before.
  private func limitedBefore(_ index: Int) -> String? {
    guard ["is", "of"].contains(text(index - 1)),
      let limit = (Swift.max(0, index - 10)..<index).last(where: { ["limit", "count"].contains(text($0)) })
    else { return nil }
    let isClear = (limit..<index).allSatisfy { figures($0) == nil || ["question", "q"].contains(text($0 - 1)) }
    return isClear ? Self.units[text(limit - 1)] : nil
  }

  /// `Words : 500`, as a table has it; `word limit: 500`.
  private func labelled(at index: Int) -> (Length, end: Int)? {
    guard let unit = Self.units[text(index)], unit != "pages" else { return nil }
    let end = ["limit", "count"].contains(text(index + 1)) ? index + 2 : index + 1
    let isLimit = end > index + 1 && ["is", "of"].contains(text(end))
    guard text(end) == ":" || isLimit, let number = number(end + 1), let count = number.whole,
      Self.units[text(number.end)] == nil
    else { return nil }
    return (Length(count: count, unit: unit), number.end)
  }

  private static let units = [
    "words": "words", "word": "words", "characters": "characters", "character": "characters", "pages": "pages",
    "page": "pages", "sides": "pages", "side": "pages",
  ]
}
