internal import Diagnostics
internal import Tenders

extension Rule {
  /// Each indicator says how it is measured, and by whom.
  static let measuringUnsaid = Rule(
    "O10", "measuring-unsaid", .warning, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    tender.outcomes.compactMap { outcome in
      let lacking = outcome.locatedIndicators.filter { $0.indicator.measure == nil || $0.indicator.measuredBy == nil }
      guard let first = lacking.first else { return nil }
      let howIsMissing = lacking.contains { $0.indicator.measure == nil }
      let whoIsMissing = lacking.contains { $0.indicator.measuredBy == nil }
      let what = howIsMissing && whoIsMissing ? "how or by whom" : howIsMissing ? "how" : "by whom"
      let all = outcome.indicators.count
      let which = all == 1 ? "the only indicator" : "\(lacking.count) of \(all) indicators"
      return context.finding(
        "\(which) of “\(outcome.title)” \(lacking.count == 1 ? "does" : "do") not say \(what) \(lacking.count == 1 ? "it is" : "they are") measured",
        value: lacking.map(\.indicator.id).joined(separator: ", "), at: first.place,
        help: "Write measure: for the way, and by: for the people who look.",
        related: lacking.dropFirst().map { .init("and this one", at: $0.place) })
    }
  }
}
