internal import Diagnostics
internal import Tenders

extension Rule {
  /// The pack says why it buys outcomes, and what is different from before.
  static let whyOutcomesUnsaid = Rule(
    "L03", "why-outcomes-unsaid", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard !tender.outcomes.isEmpty, !tender.covers(.whyOutcomes) else { return [] }
    return [
      context.finding(
        "no page says why you are buying outcomes, and what is different from before", value: "why-outcomes",
        at: tender.titlePlace,
        help: "Say it on a page, such as the vision, and add `covers: [why-outcomes]` to that page.")
    ]
  }
}
