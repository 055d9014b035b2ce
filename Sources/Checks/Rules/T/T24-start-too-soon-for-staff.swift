internal import Diagnostics
internal import Tenders

extension Rule {
  /// Where people would move to a new provider, there is time to tell and ask them before it begins.
  static let startTooSoonForStaff = Rule(
    "T24", "start-too-soon-for-staff", .warning, source: Source.tupe, thresholds: [.transferDaysLeast]
  ) { tender, context in
    guard tender.facts.staffTransfer.value == .applies else { return [] }
    let least = context.limit(.transferDaysLeast)
    return tender.times.compactMap { times in
      guard let decision = times.moment(.decision), let start = times.moment(.start) else { return nil }
      let days = start.value.day.ordinal - decision.value.day.ordinal
      guard (1..<least.value).contains(days) else { return nil }
      return context.finding(
        "people would move to the new provider\(times.words) \(days.counting("day")) after the decision, and should have \(least.words)",
        value: days.counting("day"), at: start.place, against: [least],
        help: "Start later, or decide sooner. Both employers must tell staff and hear them before the day.",
        related: [.init("the decision is here", at: decision.place)])
    }
  }
}
