internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A break point lies within the contract, extensions and all.
  static let breakPointOutsideTheTerm = Rule(
    "C12", "break-point-outside-the-term", .warning, source: Source.arithmetic, until: .contract
  ) { tender, context in
    let contracts = tender.awardUnits.map(\.contract)
    return tender.facts.breakPoints.items.compactMap { point in
      guard let when = point.written, contracts.allSatisfy({ $0.leavesOut(point) }) else { return nil }
      return context.finding(
        "the break point \(when.value) lies outside the contract\(contracts.count == 1 ? "" : " of every lot"), even with its extensions",
        value: when.value, at: when.place, help: "Change its month or date, or the length of the contract.")
    }
  }
}

extension BreakPointFacts {
  /// “on 1 March 2031”, “in month 61”.
  fileprivate var written: Located<String>? {
    date.located.map { Located("on \($0.value.day.shortWords)", at: $0.place) }
      ?? month.located.map { Located("in month \($0.value)", at: $0.place) }
  }
}

extension ContractFacts {
  /// Whether a break point is certainly none of its days. Nothing is certain where its length or its days are not known.
  fileprivate func leavesOut(_ point: BreakPointFacts) -> Bool {
    guard let day = point.date.value?.day else {
      return months.flatMap { months in point.month.value.map { $0 > months + extensionMonths } } ?? false
    }
    guard let start = dates[.start]?.value.day else { return false }
    let last = months.flatMap { start.adding(months: $0 + extensionMonths) }
    return day < start || last.map { $0 < day } ?? false
  }
}
