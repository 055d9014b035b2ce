internal import Diagnostics
internal import Tenders

extension Rule {
  /// The dates of a tender come in the order of its timetable. Dates that are not there are passed over.
  static let datesOutOfOrder = Rule(
    "T03", "dates-out-of-order", .error, source: Source.arithmetic, until: .published, follows: ["C06"]
  ) {
    tender, context in
    let entries = Timetable.order.compactMap { key in tender.contract.dates[key].map { (key: key, date: $0) } }
    return zip(entries, entries.dropFirst()).compactMap { earlier, later in
      let mayShareDay = mayMeet.contains([earlier.key, later.key])
      let isInOrder =
        mayShareDay ? !later.date.value.isBefore(earlier.date.value) : earlier.date.value.isBefore(later.date.value)
      guard !isInOrder else { return nil }
      return context.finding(
        "“\(later.key.rawValue)” (\(later.date.value.words)) is not after “\(earlier.key.rawValue)” (\(earlier.date.value.words))",
        value: later.key.rawValue, at: later.date.place, help: "Change one of the two dates.",
        related: [.init("the other date is here", at: earlier.date.place)])
    }
  }

  /// Pairs that may fall on the same day.
  private static let mayMeet: Set<[DateKey]> = [[.questionsClose, .answersBy], [.decision, .standstillEnds]]
}
