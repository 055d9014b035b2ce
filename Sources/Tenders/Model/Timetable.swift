internal import Diagnostics

/// The dates of a tender, or of one of its lots, in the order in which they come.
package struct Timetable: Sendable {
  package struct Entry: Sendable {
    package let key: DateKey
    package let moment: Moment
    /// Whether some lots have a day of their own for it.
    package var isOthersForLots = false

    package var title: String { key.title + (isOthersForLots ? Lot.unlessOwn : "") }
  }

  package let entries: [Entry]

  package init(_ tender: Tender) {
    let lots = tender.lots.map { Timetable($0.contract).entries }
    entries = Self(tender.contract).entries.map { entry in
      var entry = entry
      entry.isOthersForLots = lots.contains { !$0.contains { ($0.key, $0.moment) == (entry.key, entry.moment) } }
      return entry
    }
  }

  package init(_ contract: ContractFacts) {
    entries = DateKey.allCases.flatMap { key in
      (contract.dates.value?.all(key) ?? []).map { Entry(key: key, moment: $0.value) }
    }
  }

  /// The dates of a lot that are not its tender's.
  package init(own lot: Lot, of tender: Tender) {
    let shared = Self(tender.contract).entries
    entries = Self(lot.contract).entries.filter { entry in
      !shared.contains { ($0.key, $0.moment) == (entry.key, entry.moment) }
    }
  }

  /// The keys of single dates, in the order in which they must come.
  package static let order = DateKey.allCases.filter { $0 != .interviews }
}

/// A break point of one contract.
package struct BreakPoint: Sendable {
  package let facts: BreakPointFacts
  /// Its day: as written, or so many months after the contract starts. Nil while nobody knows when that is.
  package let moment: Moment?

  /// Whether some lots have a day of their own for it.
  package var isOthersForLots = false

  package var title: String {
    let name = "Break point" + (isOthersForLots ? Lot.unlessOwn : "")
    return facts.what.value.map { "\(name): \($0)" } ?? name
  }

  /// “Sunday 1 October 2028 (month 18)”, or what is known of it.
  package var when: String? {
    guard let month = facts.month.value, facts.date.value == nil else { return moment?.words }
    // A month and its number stay on one line.
    return moment.map { "\($0.words) (month\u{A0}\(month))" } ?? "Month\u{A0}\(month)"
  }
}

extension Tender {
  /// In the order in which they come; those without a day last.
  package func breakPoints(in contract: ContractFacts) -> [BreakPoint] {
    let points = facts.breakPoints.items.map { point in
      let counted = point.month.value.flatMap { contract.dates[.start]?.value.day.adding(months: $0) }
      return BreakPoint(facts: point, moment: point.date.value ?? counted.map { Moment($0) })
    }
    return points.filter { $0.moment != nil }.sorted { left, right in
      left.moment.map { moment in right.moment.map(moment.isBefore) ?? false } ?? false
    } + points.filter { $0.moment == nil }
  }

  /// Those that are on another day for a lot than for the tender.
  package func breakPoints(own lot: Lot) -> [BreakPoint] {
    let shared = breakPoints(in: contract)
    return breakPoints(in: lot.contract).filter { point in
      !shared.contains { ($0.title, $0.moment) == (point.title, point.moment) }
    }
  }
}
