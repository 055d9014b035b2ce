internal import Diagnostics
internal import Tenders

extension Rule {
  /// An outcome is a change. A count, a target or a task belongs among its indicators or in a bid.
  static let outcomeIsATarget = Rule(
    "O05", "outcome-is-a-target", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    tender.outcomes.compactMap { outcome in
      outcome.targetWords.map { place in
        context.finding(
          "“\(outcome.title)” says what to do or to count, and not what would change for people",
          value: outcome.title, at: place,
          help: "Say what would be different in people's lives, and make this an indicator of it.")
      }
    }
  }
}
