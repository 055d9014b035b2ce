internal import Diagnostics
internal import Tenders

extension Rule {
  /// A framework that people can hold in their heads, and that still covers what matters.
  static let tooFewOrManyOutcomes = Rule(
    "O01", "too-few-or-many-outcomes", .note, source: Source.guide, profiles: [.outcomes],
    thresholds: [.outcomesLeast, .outcomesMost]
  ) { tender, context in
    let count = tender.contract.outcomes.items.count
    let (least, most) = (context.limit(.outcomesLeast), context.limit(.outcomesMost))
    // The bare beginning of a draft has no outcomes yet.
    guard count < least.value || count > most.value, count > 0 || tender.stage != .draft else { return [] }
    return [
      context.finding(
        "this tender has \(count == 0 ? "no" : "\(count)") outcome\(count == 1 ? "" : "s"), and a framework usually has \(least.words) to \(most.words)",
        value: "\(count)", at: tender.contract.outcomes.keyPlace, against: [count < least.value ? least : most],
        help: count < least.value
          ? "Ask people whether something that matters to them is missing. If not, leave it."
          : "See whether two of them say the same, or whether one is an indicator of another.")
    ]
  }
}
