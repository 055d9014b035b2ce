internal import Diagnostics
internal import Tenders

extension Rule {
  /// Counting what a service does says nothing about what changes, so each outcome has a sign that does.
  static let onlyActivityCounted = Rule(
    "O09", "only-activity-counted", .warning, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    tender.outcomes.compactMap { outcome in
      guard let first = outcome.locatedIndicators.first, outcome.indicators.allSatisfy(\.countsActivity) else {
        return nil
      }
      return context.finding(
        "“\(outcome.title)” is measured by what the service does, such as “\(first.indicator.text)”, and not by what changes",
        value: outcome.indicators.map(\.id).joined(separator: ", "), at: first.place,
        help: "Add an indicator of what people feel, or of what others can see has changed.")
    }
  }
}
