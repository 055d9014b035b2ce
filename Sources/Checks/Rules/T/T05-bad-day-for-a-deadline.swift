internal import Diagnostics
internal import Tenders

extension Rule {
  /// Deadlines fall on working days, with a working day before them. Holidays on the way are counted.
  static let badDayForADeadline = Rule(
    "T05", "bad-day-for-a-deadline", .warning, source: Source.ours, thresholds: [.tenderDaysLeast]
  ) { tender, context in
    let holidays = Holidays(nation: context.subject.model.site.facts.nation.value)
    let deadlines = tender.deadlines.compactMap { deadline in
      holidays.fault(of: deadline.value).map { fault in
        context.finding(
          "the deadline, \(deadline.value.words), \(fault)", value: deadline.value.day.iso, at: deadline.place,
          help: deadline.value.minutes == 0
            ? "Write noon, or one minute to midnight: \(deadline.value.day.iso)T12:00 or \(deadline.value.day.iso)T23:59."
            : "Move it to a Tuesday, Wednesday or Thursday that is a working day. Noon is a good time.")
      }
    }
    return deadlines + tender.times.compactMap { lost(in: $0, holidays, context) }
  }

  /// A window that is long enough by the calendar, and not once its holidays are taken out.
  private static func lost(in times: Times, _ holidays: Holidays, _ context: RuleContext) -> Diagnostic? {
    let least = context.limit(.tenderDaysLeast)
    guard let window = times.window, window.days >= least.value else { return nil }
    let lost = holidays.lost(after: window.first, to: window.last.value.day)
    let left = Day.workingDays(after: window.first, to: window.last.value.day) - lost.count
    let usual = least.value * 5 / 7
    guard !lost.isEmpty, left < usual else { return nil }
    return context.finding(
      "\(lost.count.counting("weekday")) of the time to answer\(times.words) \(lost.count == 1 ? "is a public holiday" : "are public holidays") "
        + "(\(lost.map(\.shortWords).joined(separator: ", "))), which leaves \(left.counting("working day")); \(least.words) usually have \(usual)",
      .note, value: left.counting("working day"), at: window.last.place, against: [least],
      help: "Move the deadline by \(max(usual - left, 1).counting("working day")).")
  }
}

extension Holidays {
  /// What is wrong with a day and time for a deadline, to follow the words of it.
  fileprivate func fault(of deadline: Moment) -> String? {
    let day = deadline.day
    if deadline.minutes == 0 { return "is the beginning of that day, and many will read it as its end" }
    if let holiday = name(of: day) { return "falls on a public holiday: \(holiday)" }
    if day.isAtChristmas { return "falls between 20 December and 2 January, when few people are at work" }
    if day.isAtWeekend { return "falls at a weekend" }
    guard let minutes = deadline.minutes, minutes < 12 * 60, day.weekday == 0 else { return nil }
    return "comes before noon on a Monday, so that the last work falls on a weekend"
  }
}
