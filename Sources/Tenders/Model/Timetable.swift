internal import Diagnostics

/// The dates of a tender in the order in which they come.
package struct Timetable: Sendable {
  package struct Entry: Sendable {
    /// The key in tender.md's dates.
    package let key: String
    package let title: String
    package let moment: Moment
  }

  package let entries: [Entry]

  package init(_ tender: Tender) {
    entries = Self.titles.flatMap { key, title in
      let moments = tender.dates?.moment(key).map { [$0.value] } ?? tender.dates?.moments(key) ?? []
      return moments.map { Entry(key: key, title: title, moment: $0) }
    }
  }

  /// The keys of single dates, in the order in which they must come.
  package static let order = titles.map(\.key).filter { $0 != "interviews" }

  /// Each comes before the next.
  private static let titles: [(key: String, title: String)] = [
    ("issued", "Tender published"), ("questions-close", "Last time to ask questions"),
    ("answers-by", "All answers published"), ("deadline", "Deadline for bids"), ("interviews", "Meetings with bidders"),
    ("decision", "Decision"), ("standstill-ends", "Standstill ends"), ("start", "Contract starts"),
    ("end", "Contract ends"),
  ]
}

extension Record {
  fileprivate func moments(_ key: String) -> [Moment] {
    list(key).compactMap { if case .moment(let moment) = $0.kind { moment } else { nil } }
  }
}
