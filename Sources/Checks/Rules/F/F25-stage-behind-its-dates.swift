internal import Diagnostics
internal import Tenders

extension Rule {
  /// The stage that is recorded fits the day on which somebody checks. No build asks: its site may be read for years.
  static let stageBehindItsDates = Rule(
    "F25", "stage-behind-its-dates", .warning, source: Source.arithmetic, until: .published, asksToday: true
  ) { tender, context in
    guard let today = context.subject.today, let stage = tender.facts.stage.located,
      let disagreement = Disagreement.all.first(where: { $0.holds(tender, today) }),
      let date = tender.contract.dates[disagreement.date]
    else { return [] }
    let tense = disagreement.isPast ? "was" : "is not until"
    return [
      context.finding(
        "the stage is “\(stage.value.rawValue)”, and \(disagreement.title) \(tense) \(date.value.day.shortWords)",
        value: "\(stage.value.rawValue), \(disagreement.date.rawValue) \(date.value.day.iso)", at: stage.place,
        help: "\(disagreement.help) Today was taken to be \(today.shortWords).",
        related: [.init("the date is here", at: date.place)])
    ]
  }
}

/// A stage that cannot be right once a date has passed, or before it has come.
private struct Disagreement {
  let stages: Set<Stage>
  /// The key in the tender's dates.
  let date: DateKey
  /// What happens on that date.
  let title: String
  /// True where the date must not have passed; false where it must have come.
  let isPast: Bool
  let help: String

  func holds(_ tender: Tender, _ today: Day) -> Bool {
    guard stages.contains(tender.stage), let day = tender.date(date)?.day else { return false }
    return isPast ? day < today : today < day
  }

  /// In the order in which they are asked.
  static let all = [
    Disagreement(
      stages: [.draft, .planned, .open], date: .deadline, title: "the deadline for bids", isPast: true,
      help: "Write “evaluating” if bids are being read, or move the dates."),
    Disagreement(
      stages: [.draft, .planned], date: .issued, title: "the day of publication", isPast: true,
      help: "Write “open” if the tender is out, or move the dates."),
    Disagreement(
      stages: [.evaluating], date: .decision, title: "the day of the decision", isPast: true,
      help: "Write “awarded” or “stopped”, or give the date on which you will decide now."),
    Disagreement(
      stages: [.open, .evaluating, .awarded], date: .issued, title: "the day of publication", isPast: false,
      help: "Write “planned” until then, or correct the date."),
    Disagreement(
      stages: [.evaluating, .awarded], date: .deadline, title: "the deadline for bids", isPast: false,
      help: "Write “open” until then, or correct the date."),
  ]
}
