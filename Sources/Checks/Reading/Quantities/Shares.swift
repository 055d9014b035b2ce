// Shares of the marks: `25%`, `25 per cent`, `25 points`, `25 out of 100`, `a quarter of the marks`.

extension [Lexeme] {
  func share(at index: Int) -> (Double, end: Int)? {
    if let (part, end) = fraction(at: index) { return (part * 100, end) }
    guard let number = number(index) else { return nil }
    let next = text(number.end)
    switch next {
    case "%", "percent", "percentage": return (number.value, number.end + (text(number.end + 1) == "points" ? 2 : 1))
    case "per" where text(number.end + 1) == "cent": return (number.value, number.end + 2)
    case "points", "point", "marks", "mark": return (number.value, number.end + 1 + outOfHundred(number.end + 1))
    default:
      let length = outOfHundred(number.end)
      return length > 0 ? (number.value, number.end + length) : nil
    }
  }

  /// How many words of `out of 100`, `of 100`, `/ 100`, `of the 100 points` stand there.
  private func outOfHundred(_ index: Int) -> Int {
    for phrase in ["out of the 100 points", "of the 100 points", "of the 100 marks", "out of 100", "of 100", "/ 100"] {
      let words = phrase.split(separator: " ").map(String.init)
      if index + words.count <= count, self[index..<index + words.count].map(\.text) == words { return words.count }
    }
    return 0
  }

  /// `a half`, `a quarter`, `three quarters`, `a fifth`.
  private func fraction(at index: Int) -> (Double, end: Int)? {
    if text(index) == "half" { return (0.5, index + 1) }
    let first = ["a", "an"].contains(text(index)) ? 1 : number(index)?.value
    let one = text(index + 1).hasSuffix("s") ? String(text(index + 1).dropLast()) : text(index + 1)
    guard let first,
      let part = ["third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"].firstIndex(of: one)
    else { return nil }
    return (first / Double(part + 3), index + 2)
  }

  /// A score of a scale: `3 out of 4`, `2 of 4`.
  func score(at index: Int) -> (Double, end: Int)? {
    guard let number = number(index), text(number.end) == "out", text(number.end + 1) == "of",
      let most = self.number(number.end + 2), most.value <= 20
    else { return nil }
    return (number.value, most.end)
  }
}
