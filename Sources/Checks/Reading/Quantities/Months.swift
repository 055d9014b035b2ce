// How long something lasts: `three years`, `36 months`, `2½`, `6, 18 and 30 months`, `month 6`.

extension [Piece] {
  func months(at index: Int) -> ([Int], end: Int)? {
    if ["month", "months"].contains(text(index)), let (numbers, end) = numbers(at: index + 1) { return (numbers, end) }
    guard let (numbers, end) = numbers(at: index) else { return nil }
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
