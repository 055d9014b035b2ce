internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A text whose author said when to look at it again is looked at again.
  static let reviewOverdue = Rule(
    ofSite: "F26", "review-overdue", .note, source: Source.arithmetic, asksToday: true
  ) { context in
    guard let today = context.subject.today else { return [] }
    return context.subject.model.files.compactMap { text -> Diagnostic? in
      guard let due = text.facts.reviewBy.located, due.value.day < today else { return nil }
      let owner = text.facts.owner.value.map { " Its owner is: \($0.withStop)" } ?? ""
      return context.finding(
        "this text was to be looked at again by \(due.value.day.shortWords)", value: due.value.day.iso, at: due.place,
        help: "Read it, correct what has changed, and write a new date.\(owner)")
    }
  }
}
