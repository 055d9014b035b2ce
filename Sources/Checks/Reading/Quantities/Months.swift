// How long something lasts: `three years`, `36 months`, `2½`, `6, 18 and 30 months`, `month 6`.

extension [Lexeme] {
  func months(at index: Int) -> ([Int], end: Int)? {
    if ["month", "months"].contains(text(index)), let (numbers, end) = numbers(at: index + 1) { return (numbers, end) }
    if let number = number(index), number.whole == nil, number.value < 1000,
      ["year", "years"].contains(text(number.end))
    {
      return ([Int((number.value * 12).rounded())], number.end + 1)
    }
    let isOneMore = ["a", "another", "one"].contains(text(index))
    if isOneMore, text(index) == "another" || Self.more.contains(text(index + 1)) {
      let end = text(index) == "another" ? index + 1 : index + 2
      if text(end) == "year" { return ([12], end + 1) }
    }
    guard let (numbers, end) = numbers(at: index) else { return nil }
    if numbers.count == 1, follows(["and", "a", "half", "years"], at: end) { return ([numbers[0] * 12 + 6], end + 4) }
    switch text(end) {
    case "month", "months": return (numbers, end + 1)
    case "year", "years":
      if text(end + 1) == "and", let (rest, after) = numbersOfMonths(at: end + 2), numbers.count == 1 {
        return ([numbers[0] * 12 + rest], after)
      }
      return (numbers.map { $0 * 12 }, end + 1)
    default: return nil
    }
  }

  /// `3+2 years`, `3+1+1`, `three years plus two`: the term, and how much longer it may be. Without a unit it is years.
  func plan(at index: Int) -> ([Int], end: Int)? {
    var (parts, unit, end): ([Int], String?, Int) = ([], nil, index)
    repeat {
      let start = parts.isEmpty ? end : end + 1
      guard let number = number(start), let count = number.whole, count < 100 else { return nil }
      (parts, end) = (parts + [count], number.end)
      if let written = Self.units[text(end)] {
        guard unit == nil || unit == written else { return nil }
        (unit, end) = (written, end + 1)
      }
    } while ["+", "plus"].contains(text(end))
    guard parts.count > 1, unit != nil || parts.allSatisfy({ $0 <= 10 }) else { return nil }
    return (parts.map { unit == "month" ? $0 : $0 * 12 }, end)
  }

  private static let more: Set<String> = ["further", "additional", "extra", "more"]

  private static let units = ["month": "month", "months": "month", "year": "year", "years": "year"]

  private func numbersOfMonths(at index: Int) -> (Int, end: Int)? {
    guard let number = number(index), let whole = number.whole, text(number.end) == "months" else { return nil }
    return (whole, number.end + 1)
  }

  /// `6`, or `6, 18 and 30`.
  private func numbers(at index: Int) -> ([Int], end: Int)? {
    guard let first = number(index), let value = first.whole, value < 1_000 else { return nil }
    var (numbers, end) = ([value], first.end)
    while [",", "and", "&"].contains(text(end)) {
      let next = text(end) == "," && text(end + 1) == "and" ? end + 2 : end + 1
      guard let number = number(text(next) == "month" ? next + 1 : next), let value = number.whole, value < 1_000 else {
        break
      }
      numbers.append(value)
      end = number.end
    }
    return (numbers, end)
  }
}
