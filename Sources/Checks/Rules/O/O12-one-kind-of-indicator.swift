internal import Diagnostics
internal import Tenders

extension Rule {
  /// What people feel and what others can see, side by side.
  static let oneKindOfIndicator = Rule(
    "O12", "one-kind-of-indicator", .note, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    tender.outcomes.compactMap { outcome in
      let signs = outcome.indicators.filter { !$0.countsActivity }
      let kinds = Set(signs.compactMap(\.evidence))
      // One sign is too few to be of two kinds, and a kind that is not said may be either.
      guard signs.count > 1, signs.allSatisfy({ $0.evidence != nil }), kinds.count == 1, let kind = kinds.first else {
        return nil
      }
      return context.finding(
        kind == .subjective
          ? "“\(outcome.title)” is measured only by what people say about themselves"
          : "“\(outcome.title)” is measured only from outside, and nobody is asked how it feels",
        value: kind.rawValue, at: outcome.facts.indicators.keyPlace,
        help: kind == .subjective
          ? "Add a sign that others can see, if there is one that costs little."
          : "Add a question to the people whom it is about.")
    }
  }
}
