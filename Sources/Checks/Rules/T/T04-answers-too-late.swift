internal import Diagnostics
internal import Tenders

extension Rule {
  /// The last answers come early enough to change a bid by them.
  static let answersTooLate = Rule(
    "T04", "answers-too-late", .warning, source: Source.ours, thresholds: [.answerDaysLeast]
  ) { tender, context in
    let least = context.limit(.answerDaysLeast)
    return tender.times.compactMap { times in
      guard let deadline = times.moment(.deadline) else { return nil }
      guard let answers = times.moment(.answersBy) else {
        guard tender.stage != .draft else { return nil }
        return context.finding(
          "bidders are not told by when their questions are answered\(times.words)", value: "no answers-by",
          at: deadline.place,
          help: "Write `answers-by` beside the other dates, at least \(least.words) before the deadline.")
      }
      let days = deadline.value.day.ordinal - answers.value.day.ordinal
      guard (0..<least.value).contains(days) else { return nil }
      return context.finding(
        "the last answers come \(days.counting("day")) before the deadline\(times.words), and should come \(least.words) before",
        value: days.counting("day"), at: answers.place, against: [least],
        help: "Answer sooner, or move the deadline.", related: [.init("the deadline is here", at: deadline.place)])
    }
  }
}
