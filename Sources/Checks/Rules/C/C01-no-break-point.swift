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
    let isAlike = Set(tender.awardUnits.map(\.contract.months)).count == 1
    return tender.awardUnits.prefix(isAlike ? 1 : .max).compactMap { unit in
      let (lot, contract) = (isAlike ? nil : unit.lot, unit.contract)
      guard let months = contract.months, months > term.value else { return nil }
      let place = tender.placeOfLength(contract)
      let points = tender.breakPoints(contract).filter { (1..<months).contains($0) }.sorted()
      guard !points.isEmpty else {
        return context.finding(
          "a contract of \(months) months\(lot.words) has no break point, and one longer than \(term.words) needs one",
          value: "none", at: place, against: [term],
          help: "Write break-points: with the month of each and what is decided then.")
      }
      let ends = zip([0] + points, points + [months])
      guard let gap = ends.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }), gap.1 - gap.0 > most.value else { return nil }
      return context.finding(
        "from \(gap.0 == 0 ? "the start" : "month \(gap.0)") to \(gap.1 == months ? "the end" : "month \(gap.1)")\(lot.words) there is no break point for \(gap.1 - gap.0) months, and \(most.words) should be the most",
        value: "\(gap.1 - gap.0) months", at: place, against: [most],
        help: "Add a break point in between.")
    }
  }
}

extension Tender {
  /// What says most about how long the contract lasts.
  fileprivate func placeOfLength(_ contract: ContractFacts) -> Place {
    if facts.breakPoints.isWritten { return facts.breakPoints.keyPlace }
    if contract.term.isWritten { return contract.term.keyPlace }
    return contract.dates.isWritten ? contract.dates.keyPlace : facts.title.keyPlace
  }

  /// In which months of a contract the break points fall.
  fileprivate func breakPoints(_ contract: ContractFacts) -> [Int] {
    let start = contract.dates[.start]?.value.day
    return facts.breakPoints.items.compactMap { point in
      point.month.value ?? start.flatMap { start in point.date.value?.day.months(since: start) }
    }
  }
}
