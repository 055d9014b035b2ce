internal import Diagnostics

/// Something of a certain size that a sentence speaks of, and where it stands.
struct Quantity {
  enum Value {
    /// Points of 100.
    case share(Double)
    case money(Sum)
    case dates(Dates)
    case length(Length)
    /// Months, one or several.
    case months([Int])
    /// The term in months, and then each extension.
    case plan([Int])
    case score(Double)
    case count(Int, of: String)
    /// A number without a unit.
    case bare(Double)
  }

  /// How near the number is to what is meant.
  enum Bound { case exactly, about, atLeast, atMost, below, not }

  let value: Value
  let lexemes: Range<Int>
  /// The same with the words that bound it: “at most 500 words”.
  let whole: Range<Int>
  let bound: Bound
}

extension [Lexeme] {
  /// Every quantity of a sentence, in its order. What a name is made of, as in “Question 3”, is none.
  func quantities(besides names: [Range<Int>]) -> [Quantity] {
    var quantities: [Quantity] = []
    var index = 0
    while index < count {
      if let name = names.first(where: { $0.contains(index) }) {
        index = name.upperBound
      } else if let (value, end) = value(at: index), !names.contains(where: { $0.overlaps(index..<end) }) {
        let (bound, whole) = bounds(of: index..<end)
        quantities.append(Quantity(value: value, lexemes: index..<end, whole: whole, bound: bound))
        index = end
      } else {
        index += 1
      }
    }
    return quantities
  }

  private func value(at index: Int) -> (Quantity.Value, end: Int)? {
    if let (sum, end) = sum(at: index) { return (.money(sum), end) }
    if let (dates, end) = dates(at: index) { return (.dates(dates), end) }
    if let (length, end) = length(at: index) { return (.length(length), end) }
    if let (parts, end) = plan(at: index) { return (.plan(parts), end) }
    if let (months, end) = months(at: index) { return (.months(months), end) }
    if let (score, end) = score(at: index) { return (.score(score), end) }
    if let (share, end) = share(at: index) { return (.share(share), end) }
    if let (number, noun, end) = counted(at: index) { return (.count(number, of: noun), end) }
    if let number = number(index) { return (.bare(number.value), number.end) }
    return nil
  }

  private func bounds(of range: Range<Int>) -> (Quantity.Bound, whole: Range<Int>) {
    for (phrase, bound) in Self.before {
      let start = range.lowerBound - phrase.count
      if start >= 0, self[start..<range.lowerBound].map(\.text) == phrase {
        // “Over 500 words will not be read”: then it is the most.
        let isTooMuch = bound == .atLeast && self[range.upperBound...].contains { Self.refusals.contains($0.text) }
        return (isTooMuch ? .atMost : bound, start..<range.upperBound)
      }
    }
    for (phrase, bound) in Self.behind {
      let end = range.upperBound + phrase.count
      if end <= count, self[range.upperBound..<end].map(\.text) == phrase { return (bound, range.lowerBound..<end) }
    }
    return (.exactly, range)
  }

  private static let refusals: Set<String> = .words(
    "rejected considered accepted disqualified excluded disregarded ignored read marked scored evaluated")

  /// The longest first.
  private static let before: [([String], Quantity.Bound)] = bounds([
    .exactly: ["no later than", "not later than", "later than"],
    .about: [
      "about", "around", "roughly", "approximately", "approx", "nearly", "almost", "some", "circa", "c", "~",
      "close to", "just under", "just over", "well over", "in the region of",
    ],
    .atLeast: [
      "at least", "more than", "over", "above", "no less than", "not less than", "no fewer than", "a minimum of",
      "minimum of", "minimum", "from", "not below", "beyond", "exceeding",
      "exceeds", "exceed", "than",
    ],
    .below: ["below", "under", "less than", "fewer than"],
    .atMost: [
      "at most", "up to", "no more than", "not more than", "a maximum of", "maximum of", "maximum", "max",
      "no longer than", "longer than", "not exceed", "not exceeding", "within", "as much as", "as many as",
      "not go above", "go above",
      "no higher than", "not longer than", "not be longer than", "be longer than", "not above", "cannot exceed",
      "never exceed", "upper limit of", "ceiling of", "cap of", "a maximum of up to", "not be more than",
      "more than the", "cannot pay more than", "not pay more than", "not spend more than", "not over", "not go over",
    ],
    .not: ["not", "rather than", "instead of", "no longer", "never", "not for", "nor", "as opposed to"],
  ])

  private static let behind: [([String], Quantity.Bound)] = bounds([
    .about: ["or so", "or thereabouts", "approximately", "roughly"],
    .atLeast: ["or more", "or over", "or above", "at least", "or longer", "plus", "upwards", "minimum", "or less"],
    .atMost: ["at most", "or fewer", "maximum", "max", "at the most", "or under"],
  ])

  private static func bounds(_ phrases: [Quantity.Bound: [String]]) -> [([String], Quantity.Bound)] {
    phrases.flatMap { bound, words in words.map { ($0.split(separator: " ").map(String.init), bound) } }
      .sorted { ($1.0.count, $0.0.joined()) < ($0.0.count, $1.0.joined()) }
  }
}
