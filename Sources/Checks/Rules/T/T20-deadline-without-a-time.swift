internal import Diagnostics
internal import Tenders

extension Rule {
  /// A deadline is a moment and no day: somebody will send a bid at eleven in the evening.
  static let deadlineWithoutATime = Rule("T20", "deadline-without-a-time", .warning, source: Source.act23) {
    tender, context in
    tender.deadlines.filter { $0.value.minutes == nil }.map { deadline in
      context.finding(
        "the deadline, \(deadline.value.words), has no time of day", value: deadline.value.day.iso, at: deadline.place,
        help: "Add the hour, such as \(deadline.value.day.iso)T12:00 for noon.")
    }
  }
}
