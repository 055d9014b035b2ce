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
