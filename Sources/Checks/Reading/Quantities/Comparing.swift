internal import Tenders

// Whether a quantity can be what a datum says, and whether it is.

extension Quantity {
  func canBe(_ datum: Datum, weighs: Bool) -> Bool {
    switch (value, datum.kind) {
    case (.share, .weight): bound == .exactly || bound == .atMost
    case (.bare, .weight): weighs && bound == .exactly
    case (.money(let sum), .money): [.exactly, .atMost].contains(bound) || sum.pounds.count == 2
    // “From 1 July” begins a contract, and ends nothing.
    case (.dates, .date): bound != .about && (bound != .atLeast || datum.stretch == .contract || isSpan)
    // Nobody limits an answer to a few words.
    case (.length(let length), .limit):
      [.exactly, .atMost, .below].contains(bound) && (length.unit == "pages" || length.count >= 20)
    case (.months, .term): bound == .exactly || bound == .atMost && datum.isNamedFirst
    case (.plan, .term): datum.lastsSoLong || datum.isNamedFirst
    case (.score, .score): true
    default: false
    }
  }

  func isOfKind(_ other: Quantity) -> Bool {
    switch (value, other.value) {
    case (.share, .share), (.bare, .bare), (.money, .money), (.dates, .dates), (.length, .length), (.months, .months),
      (.plan, .plan), (.score, .score), (.share, .bare), (.bare, .share):
      true
    default: false
    }
  }

  /// Whether a fact has the measure of this quantity: one sum or a range, for a year or for the whole.
  func isLike(_ fact: Datum.Fact.Value) -> Bool {
    guard case .money(let sum) = value, case .pounds(let pounds, let per) = fact else { return true }
    guard sum.pounds.count == pounds.count else { return false }
    return switch sum.per {
    case .other: false
    case .year, .whole: per == sum.per
    case .unknown: true
    }
  }

  func agrees(with fact: Datum.Fact.Value) -> Bool { value.agrees(with: fact) }

  var isBare: Bool { if case .bare = value { true } else { false } }

  /// Of several facts the one that was most likely meant.
  func nearest(_ facts: [Datum.Fact]) -> Datum.Fact? {
    guard case .money(let sum) = value else { return facts.first }
    func distance(_ fact: Datum.Fact) -> Double {
      if case .pounds(let pounds, _) = fact.value { abs((pounds.first ?? 0) - (sum.pounds.first ?? 0)) } else { 0 }
    }
    return facts.min { distance($0) < distance($1) }
  }

  var isSpan: Bool { if case .dates(let dates) = value { dates.isSpan } else { false } }

  /// As it is written, in one line.
  func words(in lexemes: [Lexeme]) -> String {
    lexemes[self.lexemes].map(\.text).joined(separator: " ")
  }
}

extension Quantity.Value {
  /// Whether it is what a fact says.
  func agrees(with fact: Datum.Fact.Value) -> Bool {
    switch (self, fact) {
    case (.share(let points), .weight(let weight)), (.bare(let points), .weight(let weight)):
      abs(points - Double(weight.tenThousandths) / 10_000) < 0.5 && isNear(points, weight)
    case (.money(let sum), .pounds(let pounds, _)): sum.agrees(with: pounds)
    case (.dates(let dates), .moments(let moments)): dates.agrees(with: moments)
    case (.dates(let dates), .start(let moment)): dates.first.agrees(with: [moment])
    case (.dates(let dates), .end(let moment)): dates.last.agrees(with: [moment])
    case (.length(let length), .limit(let limit)): length.unit == limit.unit.rawValue && length.count == limit.count
    case (.months(let months), .months(let right)): Set(months).isSubset(of: right)
    case (.plan(let parts), .months(let right)): right.contains(parts.reduce(0, +))
    case (.months(let months), .term(let right, _)): months.allSatisfy { $0 == right }
    case (.plan(let parts), .term(let right, let extensions)):
      parts[0] == right && parts.dropFirst().reduce(0, +) == extensions
    case (.score(let score), .score(let weight)): score == Double(weight.tenThousandths) / 10_000
    case (.count(let count, _), .count(let right)): count == right
    default: true
    }
  }

  /// A third is 33 as well as 33.3; a figure is exact.
  private func isNear(_ points: Double, _ weight: Weight) -> Bool {
    points != points.rounded() || Int((points * 10_000).rounded()) == weight.tenThousandths
  }
}

extension Datum {
  /// Whether it is how long the contract lasts, and not when it may end or go on.
  fileprivate var lastsSoLong: Bool { facts.contains { if case .term = $0.value { true } else { false } } }
}

extension Dates {
  fileprivate var first: Dates { Dates(written: Array(written.prefix(1)), time: isSpan ? nil : time) }
  fileprivate var last: Dates { Dates(written: Array(written.suffix(1)), time: isSpan ? nil : time) }
}
