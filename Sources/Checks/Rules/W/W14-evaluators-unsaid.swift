internal import Diagnostics
internal import Tenders

extension Rule {
  /// Bidders know who scores, and people with experience of such services are among them.
  static let evaluatorsUnsaid = Rule(
    "W14", "evaluators-unsaid", .warning, source: Source.guide + "; " + Source.everytown, profiles: [.outcomes]
  ) { tender, context in
    guard !tender.criteriaSets.isEmpty else { return [] }
    let evaluators = tender.facts.evaluators.items
    if evaluators.isEmpty {
      return [
        context.finding(
          "nothing says who scores the bids", value: "nobody", at: tender.contract.criteria.keyPlace,
          help: "Write evaluators: with the role of each, and lived-experience: yes for people who use such services.")
      ]
    }
    guard !evaluators.contains(where: { $0.livedExperience.value == true }) else { return [] }
    return [
      context.finding(
        "nobody who scores has used a service like this, as far as the pack says", value: "no lived experience",
        at: tender.facts.evaluators.keyPlace,
        help: "Ask people who use the service to score with you, with an equal say, and pay them for their time.")
    ]
  }
}
