internal import Content
internal import Diagnostics
internal import Tenders

// What rules ask of a contract: its length and its worth.

extension Tender {
  /// What is contracted by itself, with its facts: each lot, or the tender where it is not divided.
  var contracts: [(lot: Lot?, facts: Record)] {
    lots.isEmpty ? [(nil, record)] : lots.map { ($0, $0.record) }
  }

  /// The tender, and the lots that say something of their own about one of these keys. What a lot does not say is the
  /// tender's, and is looked at there.
  func parties(to keys: String...) -> [(lot: Lot?, facts: Record)] {
    let own = record.records("lots").filter { lot in keys.contains { lot[$0] != nil } }.map { $0.text("id")?.value }
    return [(nil, record)] + lots.filter { own.contains($0.id) }.map { ($0, $0.record) }
  }
}

extension Record {
  /// How long a contract lasts without extensions, in months: as its term says, or else as its dates do.
  var months: Int? {
    if let months = record("term")?.whole("months"), (1...1200).contains(months) { return months }
    guard let dates = record("dates"), let start = dates.moment("start")?.value.day,
      let end = dates.moment("end")?.value.day, start < end
    else { return nil }
    return max(1, (end.ordinal - start.ordinal + 15) * 12 / 365)
  }

  /// How many months all extensions add.
  var extensionMonths: Int {
    let extensions = record("term")?.list("extensions") ?? []
    let months = extensions.map { if case .whole(let months) = $0.kind { max(0, min(months, 1200)) } else { 0 } }
    return min(1200, months.reduce(0, +))
  }
}

extension Day {
  /// The first day of the month that is so many months later.
  private func firstOfMonth(after months: Int) -> Day? {
    let count = month - 1 + months
    return Day(year: year + count / 12, month: count % 12 + 1, day: 1)
  }

  /// The same day of a later month, or that month's last.
  func adding(months: Int) -> Day? {
    guard let first = firstOfMonth(after: months), let next = first.firstOfMonth(after: 1) else { return nil }
    return Day(year: first.year, month: first.month, day: min(day, next.ordinal - first.ordinal))
  }

  /// Whole months from an earlier day.
  func months(since start: Day) -> Int {
    (year - start.year) * 12 + month - start.month - (day < start.day ? 1 : 0)
  }
}

extension RuleContext {
  /// Whether the Procurement Act 2023 holds: not in Scotland, not for grants, and not under another regime.
  func isUnderAct(_ tender: Tender) -> Bool {
    let other = ["none", "provider-selection"]
    return subject.model.site.record.text("nation")?.value != "scotland" && !tender.isGrant
      && !other.contains(tender.record.text("regime")?.value ?? "none")
  }
}
