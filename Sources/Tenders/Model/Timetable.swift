internal import Diagnostics

/// The dates of a tender, or of one of its lots, in the order in which they come.
package struct Timetable: Sendable {
  package struct Entry: Sendable {
    package let key: DateKey
    package let moment: Moment

    package var title: String { key.title }
  }

  package let entries: [Entry]

  package init(_ tender: Tender) { self.init(tender.contract) }

  package init(_ contract: ContractFacts) {
    entries = DateKey.allCases.flatMap { key in
      (contract.dates.value?.all(key) ?? []).map { Entry(key: key, moment: $0.value) }
    }
  }

  /// The keys of single dates, in the order in which they must come.
  package static let order = DateKey.allCases.filter { $0 != .interviews }
}
