// Money: `£350,000`, `£350k`, `£1.2m`, `350 thousand pounds`, `between £400,000 and £450,000 a year before VAT`.

/// An amount of money, or a range of it.
struct Sum {
  enum Per { case year, whole, other, unknown }
  enum VAT { case before, including, unknown }

  /// In pounds; one, or the two ends of a range.
  var pounds: [Double]
  /// The last figure that was written stands for so many pounds: 100,000 for `£1.2m`.
  var grain: Double
  var per = Per.unknown
  /// Over how many months, where that is said.
  var months: Int?
}

extension [Lexeme] {
  func sum(at index: Int) -> (Sum, end: Int)? {
    guard var (sum, end) = amount(at: index, factor: nil) else { return nil }
    if let upper = upperEnd(at: end) {
      // In “£420-450k” the letter belongs to both.
      if let lower = amount(at: index, factor: upper.factor), lower.0.pounds[0] <= upper.sum.pounds[0],
        sum.grain < 1_000,
        sum.pounds[0] < 1_000
      {
        sum = lower.0
      }
      sum.pounds.append(upper.sum.pounds[0])
      end = upper.end
    }
    (sum.per, sum.months, end) = per(at: end)
    return (sum, end)
  }

  private func upperEnd(at index: Int) -> (sum: Sum, factor: Double?, end: Int)? {
    // “No less than £420,000 and no more than £450,000.”
    if ["and", "but"].contains(text(index)), let bound = Self.mosts.first(where: { follows($0, at: index + 1) }),
      let (sum, end) = amount(at: index + 1 + bound.count, factor: nil)
    {
      return (sum, nil, end)
    }
    guard ["–", "to", "and"].contains(text(index)), let found = amount(at: index + 1, factor: nil) ?? plain(index + 1)
    else { return nil }
    let (sum, end) = found
    let isRange = text(index) != "and" || (0..<8).contains { text(index - $0) == "between" }
    let factor = Self.factor(text(end - 1)) ?? Self.factor(ofSuffix: text(end - 1))
    return isRange ? (sum, factor, end) : nil
  }

  private static let mosts = [
    ["no", "more", "than"], ["not", "more", "than"], ["at", "most"], ["up", "to"], ["no", "higher", "than"],
  ]

  /// The end of a range, which may go without its pound sign.
  private func plain(_ index: Int) -> (Sum, end: Int)? {
    guard text(index - 1) == "–" else { return nil }
    return figure(at: index, factor: nil).map { (Sum(pounds: [$0.pounds], grain: $0.grain), $0.end) }
  }

  private func amount(at index: Int, factor: Double?) -> (Sum, end: Int)? {
    if ["£", "gbp"].contains(text(index)) {
      return figure(at: index + 1, factor: factor).map { (Sum(pounds: [$0.pounds], grain: $0.grain), $0.end) }
    }
    guard let figure = figure(at: index, factor: factor), ["pounds", "gbp"].contains(text(figure.end)) else {
      return nil
    }
    return (Sum(pounds: [figure.pounds], grain: figure.grain), figure.end + 1)
  }

  private func figure(at index: Int, factor: Double?) -> (pounds: Double, grain: Double, end: Int)? {
    if [text(index), text(index + 1), text(index + 2)] == ["half", "a", "million"] {
      return (500_000, 50_000, index + 3)
    }
    let written = text(index)
    var (digits, suffix) = (written, factor ?? 1)
    if let own = Self.factor(ofSuffix: written) {
      digits = String(written.prefix { $0.isNumber || ".,".contains($0) })
      suffix = own
    }
    guard
      let number = digits == written ? number(index) : Self.figures(digits).map({ Number(value: $0, end: index + 1) })
    else { return nil }
    var end = number.end
    if digits == written, let own = Self.factor(text(end)) { (suffix, end) = (own, end + 1) }
    let places = digits.split(separator: ".").dropFirst().first?.count ?? 0
    let grain = suffix > 1 ? suffix / [1, 10, 100, 1_000][Swift.min(places, 3)] : 1
    return (number.value * suffix, grain, end)
  }

  private static func factor(_ word: String) -> Double? {
    ["k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6][word]
  }

  private static func factor(ofSuffix written: String) -> Double? {
    guard written.first?.isNumber ?? false else { return nil }
    return factor(String(written.drop { $0.isNumber || ".,".contains($0) }))
  }

  private func per(at index: Int) -> (Sum.Per, months: Int?, end: Int) {
    for (phrase, per) in Self.perPhrases {
      let words = phrase.split(separator: " ").map(String.init)
      if index + words.count <= count, self[index..<index + words.count].map(\.text) == words {
        return (per, nil, index + words.count)
      }
    }
    if let end = wholeTerm(at: index) { return (.whole, nil, end) }
    if ["over", "for", "across"].contains(text(index)) {
      let start = ["the", "all", "its", "our"].contains(text(index + 1)) ? index + 2 : index + 1
      if let (months, end) = months(at: start), months.count == 1 { return (.whole, months[0], end) }
    }
    if ["a", "per", "each", "every", "an"].contains(text(index)), at(index + 1)?.isWord ?? false,
      self.number(index) == nil
    {
      return (.other, nil, index + 2)
    }
    return (.unknown, nil, index)
  }

  /// `over the life of the contract`, `across the full term`.
  private func wholeTerm(at index: Int) -> Int? {
    guard ["over", "across", "for", "during", "throughout"].contains(text(index)) else { return nil }
    var end = index + 1
    while Self.beforeTerm.contains(text(end)) { end += 1 }
    guard Self.terms.contains(text(end)) else { return text(index) != "for" && text(end - 1) == "contract" ? end : nil }
    return text(end + 1) == "of" && text(end + 3) == "contract" ? end + 4 : end + 1
  }

  private static let beforeTerm: Set<String> = ["the", "its", "whole", "full", "entire", "initial", "contract", "this"]
  private static let terms: Set<String> = ["life", "lifetime", "term", "length", "duration", "period"]

  private static let perPhrases: [(String, Sum.Per)] = [
    ("a year", .year), ("per year", .year), ("per annum", .year), ("each year", .year), ("every year", .year),
    ("p.a", .year), ("pa", .year), ("annually", .year), ("yearly", .year), ("/ year", .year), ("in each year", .year),
    ("in any year", .year), ("in any one year", .year), ("for each year", .year), ("in total", .whole),
    ("in all", .whole), ("altogether", .whole), ("overall", .whole), ("in a year", .year),
    ("for the whole contract", .whole), ("all told", .whole),
  ]
}

extension Sum {
  /// Whether it is what a fact says, to the last figure that was written.
  func agrees(with pounds: [Double]) -> Bool {
    pounds.count == self.pounds.count && zip(self.pounds, pounds).allSatisfy { abs($0 - $1) <= max(grain / 2, 0.005) }
  }
}
