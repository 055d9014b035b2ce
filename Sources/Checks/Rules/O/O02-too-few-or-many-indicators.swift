internal import Diagnostics
internal import Tenders

extension Rule {
  /// A few signs for each outcome. None is a fault; few or many is worth a thought.
  static let tooFewOrManyIndicators = Rule(
    "O02", "too-few-or-many-indicators", .note, source: Source.guide, profiles: [.outcomes],
    thresholds: [.indicatorsLeast, .indicatorsMost], until: .contract
  ) { tender, context in
    let (least, most) = (context.limit(.indicatorsLeast), context.limit(.indicatorsMost))
    return tender.outcomes.compactMap { outcome in
      let count = outcome.indicators.count
      let place = outcome.facts.indicators.keyPlace
      guard count > 0 else {
        return context.finding(
          "“\(outcome.title)” has no indicator, so nobody could tell whether it comes about", .warning, value: "0",
          at: outcome.facts.indicators.isWritten ? place : outcome.titlePlace,
          help: "Ask people how they would notice, and write down three to six signs.")
      }
      guard count < least.value || count > most.value else { return nil }
      return context.finding(
        "“\(outcome.title)” has \(count) indicator\(count == 1 ? "" : "s"), and \(least.words) to \(most.words) are usual",
        value: "\(count)", at: place, against: [count < least.value ? least : most],
        help: count < least.value
          ? "Ask people how else they would notice. One sign alone can mislead."
          : "Ask which of them would change what anybody does, and leave out the others.")
    }
  }
}
