internal import Diagnostics
internal import Tenders

extension Rule {
  /// Bidders know who scores, and people with experience of such services are among them.
  static let evaluatorsUnsaid = Rule(
    "W14", "evaluators-unsaid", .warning, source: Source.guide + "; " + Source.everytown, profiles: [.outcomes]
  ) { tender, context in
    guard !tender.criteriaSets.isEmpty else { return [] }
    let evaluators = tender.record.records("evaluators")
    if evaluators.isEmpty {
      return [
        context.finding(
          "nothing says who scores the bids", value: "nobody", at: tender.record.place(of: "criteria"),
          help: "Write evaluators: with the role of each, and lived-experience: yes for people who use such services.")
      ]
    }
    guard !evaluators.contains(where: { $0.flag("lived-experience") == true }) else { return [] }
    return [
      context.finding(
        "nobody who scores has used a service like this, as far as the pack says", value: "no lived experience",
        at: tender.record.place(of: "evaluators"),
        help: "Ask people who use the service to score with you, with an equal say, and pay them for their time.")
    ]
  }
}
