internal import Diagnostics
internal import Tenders

extension Rule {
  /// An outcome is best said as what should be there.
  static let outcomeIsNegative = Rule(
    "O06", "outcome-is-negative", .note, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    tender.outcomes.compactMap { outcome in
      // A target is reported as one, and would be put in another way as a whole.
      guard outcome.targetWords == nil, let place = outcome.negativeWord else { return nil }
      return context.finding(
        "“\(outcome.title)” says what should go away, and not what should be there in its place",
        value: outcome.title, at: place,
        help: "Say what people would have or feel instead. If that sounds forced, as it may with waste, leave it.")
    }
  }
}
