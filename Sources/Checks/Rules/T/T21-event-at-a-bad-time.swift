internal import Diagnostics
internal import Tenders

extension Rule {
  /// Events end after they begin, on days when people come, and while what is asked there can still be answered.
  static let eventAtABadTime = Rule(
    "T21", "event-at-a-bad-time", .error, source: Source.arithmetic + "; " + Source.workbook, until: .published
  ) { tender, context in
    let holidays = Holidays(nation: context.subject.model.site.facts.nation.value)
    return tender.facts.events.items.compactMap { event in
      guard let from = event.from.located else { return nil }
      let title = event.title.value ?? "this event"
      if let to = event.to.located, to.value.isBefore(from.value) {
        return context.finding(
          "“\(title)” ends \(to.value.inSentence), before it begins \(from.value.inSentence)", value: to.value.iso,
          at: to.place, help: "Change one of the two times.",
          related: [.init("it begins here", at: from.place)])
      }
      guard Until.deadline.holds(for: tender) else { return nil }
      if let holiday = holidays.name(of: from.value.day) {
        return context.finding(
          "“\(title)” is on a public holiday: \(holiday), \(from.value.day.shortWords)", .warning,
          value: from.value.day.iso, at: from.place, help: "Choose a working day, when people can come.")
      }
      guard let closed = tender.closing(before: from.value) else { return nil }
      return context.finding(
        "“\(title)” meets bidders after their questions closed (\(closed.value.words))", .note, value: from.value.iso,
        at: from.place, help: "Move it to before that day, or let questions be asked until after it.",
        related: [.init("questions close here", at: closed.place)])
    }
  }
}

extension Tender {
  /// When the last questions closed, if a moment lies between that and the last deadline.
  fileprivate func closing(before moment: Moment) -> Located<Moment>? {
    guard let closed = moments(.questionsClose).last, let deadline = moments(.deadline).last,
      closed.value.isBefore(moment), moment.isBefore(deadline.value)
    else { return nil }
    return closed
  }
}
