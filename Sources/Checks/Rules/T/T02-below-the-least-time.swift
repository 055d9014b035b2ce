internal import Diagnostics
internal import Tenders

extension Rule {
  /// The full regime has a least time to answer. The light-touch regime has none, which is no reason to be quick.
  static let belowTheLeastTime = Rule(
    "T02", "below-the-least-time", .warning, source: Source.act54, profiles: [.full, .lightTouch],
    thresholds: [.statutoryDaysLeast, .statutoryDaysAfterNotice], follows: ["T01"]
  ) { tender, context in
    guard context.subject.model.site.isUnderTheAct else { return [] }
    return tender.times.compactMap { times in times.window.flatMap { tender.finding($0, times, context) } }
  }
}

extension Tender {
  fileprivate func finding(
    _ window: (first: Day, last: Located<Moment>, days: Int), _ times: Times, _ context: RuleContext
  ) -> Diagnostic? {
    let isLight = profiles.contains(.lightTouch)
    let isForewarned = !isLight && forewarns(of: window.first)
    let least = context.limit(isForewarned ? .statutoryDaysAfterNotice : .statutoryDaysLeast)
    guard window.days < least.value else { return nil }
    let days = "bidders have \(window.days.counting("day"))\(times.words)"
    return context.finding(
      isLight
        ? "\(days): the light-touch regime sets no minimum time, and still asks for a reasonable one"
        : "\(days), and guidance says that the full regime asks for \(least.words) at least"
          + (isForewarned ? " after a planned procurement notice" : ""),
      isLight ? .note : .warning, value: window.days.counting("day"), at: window.last.place, against: [least],
      help: isLight
        ? "Allow six weeks, or write down why this is enough for a small bidder."
        : "Move the deadline, and ask your legal team which of the Act's periods holds for this tender.")
  }

  /// Whether a planned procurement notice came out between 40 days and 12 months before the tender.
  private func forewarns(of issued: Day) -> Bool {
    notices("UK3").contains { notice in
      guard let day = notice.date.value?.day else { return false }
      return (40...366).contains(issued.ordinal - day.ordinal)
    }
  }
}
