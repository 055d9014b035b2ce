internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A longer contract has days on which everyone looks at it, and they are not far apart.
  static let noBreakPoint = Rule(
    "C01", "no-break-point", .warning, source: Source.guide, profiles: [.outcomes],
    thresholds: [.breakPointTerm, .breakPointGapMost], until: .contract
  ) { tender, context in
    let (term, most) = (context.limit(.breakPointTerm), context.limit(.breakPointGapMost))
    // Lots that last for the same time have the same fault.
    let isAlike = Set(tender.contracts.map(\.facts.months)).count == 1
    return (isAlike ? [(nil, tender.contracts[0].facts)] : tender.contracts).compactMap { lot, facts in
      guard let months = facts.months, months > term.value else { return nil }
      let key = ["break-points", "term", "dates"].first { facts[$0] != nil } ?? "title"
      let points = facts.breakPoints.filter { (1..<months).contains($0) }.sorted()
      guard !points.isEmpty else {
        return context.finding(
          "a contract of \(months) months\(lot.words) has no break point, and one longer than \(term.words) needs one",
          value: "none", at: facts.place(of: key), against: [term],
          help: "Write break-points: with the month of each and what is decided then.")
      }
      let ends = zip([0] + points, points + [months])
      guard let gap = ends.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }), gap.1 - gap.0 > most.value else { return nil }
      return context.finding(
        "from \(gap.0 == 0 ? "the start" : "month \(gap.0)") to \(gap.1 == months ? "the end" : "month \(gap.1)")\(lot.words) there is no break point for \(gap.1 - gap.0) months, and \(most.words) should be the most",
        value: "\(gap.1 - gap.0) months", at: facts.place(of: key), against: [most],
        help: "Add a break point in between.")
    }
  }
}

extension Record {
  /// In which months of the contract the break points fall.
  fileprivate var breakPoints: [Int] {
    let start = record("dates")?.moment("start")?.value.day
    return records("break-points").compactMap { point in
      point.whole("month") ?? start.flatMap { start in point.moment("date")?.value.day.months(since: start) }
    }
  }
}
