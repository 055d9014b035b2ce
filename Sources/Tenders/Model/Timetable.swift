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

extension BreakPointFacts {
  /// Its day: as written, or so many months after a contract starts.
  package func moment(in contract: ContractFacts) -> Moment? {
    date.value ?? month.value.flatMap { contract.dates[.start]?.value.day.adding(months: $0) }.map { Moment($0) }
  }
}
