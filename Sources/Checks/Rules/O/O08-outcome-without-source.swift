internal import Diagnostics
internal import Tenders

extension Rule {
  /// Each outcome can be traced to a strategy, or to what people said.
  static let outcomeWithoutSource = Rule(
    "O08", "outcome-without-source", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    tender.outcomes.filter(\.sources.isEmpty).map { outcome in
      context.finding(
        "nothing says where “\(outcome.title)” comes from", value: "no source", at: outcome.titlePlace,
        help: "Write sources: with the plan that promises it, or the talk in which people asked for it.")
    }
  }
}
