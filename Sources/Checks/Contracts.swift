internal import Content
internal import Diagnostics
internal import Tenders

// What rules ask of a contract: its length and its worth.

extension Tender {
  /// The tender, and the lots that say something of their own under a key. What a lot does not say is the tender's, and is
  /// looked at there.
  func parties<Facts>(to key: KeyPath<ContractFacts, Written<Facts>>) -> [AwardUnit] {
    [whole] + lots.filter { $0.facts.contract[keyPath: key].isWritten }.map(\.awardUnit)
  }
}

extension ContractFacts {
  /// How long a contract lasts without extensions, in months: as its term says, or else as its dates do.
  var months: Int? {
    if let months = term.months.value, (1...1200).contains(months) { return months }
    guard let start = dates[.start]?.value.day, let end = dates[.end]?.value.day, start < end else { return nil }
    return max(1, (end.ordinal - start.ordinal + 15) * 12 / 365)
  }

  /// How many months all extensions add.
  var extensionMonths: Int { min(1200, term.extensions.items.map { max(0, min($0.value, 1200)) }.reduce(0, +)) }
}

/// What may be spent on a contract. Authors do not say whether a budget is for a year or for all of its time: it is what it
/// lies nearer to.
struct ContractBudget {
  /// The most of it, as it is written.
  let most: Located<Money>
  /// What the contract is worth in a year.
  let perYear: Money
  /// What may be spent in all, with every extension.
  private let whole: Money
  private let months: Int?

  /// Nil where budget, worth or length is not known, or where a lot shares its budget or worth with its tender.
  init?(_ unit: AwardUnit) {
    let (value, budget, own) = (unit.contract.value, unit.contract.budget, unit.lot?.facts.contract)
    guard own.map({ $0.value.isWritten && $0.budget.isWritten }) ?? true,
      let most = budget.to.located ?? (budget.kind.value == .fixed ? budget.from.located : nil),
      let length = unit.contract.months, length >= 12, let perYear = value.perYear.value, let total = value.total.value,
      perYear.pence > 0, total >= perYear, total.pence < 1_000_000_000_000, most.value.pence < 1_000_000_000_000
    else { return nil }
    (self.most, self.perYear) = (most, perYear)
    let isForYear =
      Int128(most.value.pence) * Int128(most.value.pence) < Int128(perYear.pence) * Int128(total.pence)
    let paid = (total.pence * 12 + perYear.pence - 1) / perYear.pence
    months = isForYear ? max(paid, length + unit.contract.extensionMonths) : nil
    whole = months.map { Money(pence: most.value.pence / 12 * $0 + most.value.pence % 12 * $0 / 12) } ?? most.value
  }

  /// Whether a sum is more than all that may be spent. A pound a year may be lost in rounding.
  func isBelow(_ sum: Money) -> Bool { sum.pence > whole.pence + (months ?? 0) * 100 / 12 }

  /// “£450,000 a year for 60 months”, or the sum alone.
  var words: String {
    months.map { "\(most.value.words) a year for \($0.counting("month"))" } ?? most.value.words
  }
}

extension Day {
  /// Whole months from an earlier day.
  func months(since start: Day) -> Int {
    (year - start.year) * 12 + month - start.month - (day < start.day ? 1 : 0)
  }
}

extension RuleContext {
  /// Whether the Procurement Act 2023 holds: not in Scotland, not for grants, and not under another regime.
  func isUnderAct(_ tender: Tender) -> Bool {
    let other: [Regime] = [.none, .providerSelection]
    return subject.model.site.isUnderTheAct && !tender.isGrant
      && !other.contains(tender.facts.regime.value ?? .none)
  }
}
