internal import Diagnostics
internal import Tenders

extension Rule {
  /// Bidders have six weeks from the day of issue: those who plan with people need them.
  static let tooLittleTime = Rule(
    "T01", "too-little-time", .warning, source: Source.guide, profiles: [.outcomes],
    thresholds: [.tenderDaysLeast]
  ) { tender, context in
    let least = context.limit(.tenderDaysLeast)
    return tender.times.compactMap { times in
      guard let window = times.window, window.days < least.value else { return nil }
      return context.finding(
        "bidders have \(window.days.counting("day"))\(times.words), and should have \(least.words)",
        value: window.days.counting("day"), at: window.last.place, against: [least],
        help: "Move the deadline to \(later(window.first, least.value)) or later.")
    }
  }

  private static func later(_ day: Day, _ days: Int) -> String {
    day.after(days: days)?.shortWords ?? "a day that leaves \(days.counting("day"))"
  }
}
