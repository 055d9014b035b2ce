internal import Diagnostics
internal import Tenders

extension Rule {
  /// Price leaves most of the marks to what would change.
  static let priceTooHeavy = Rule(
    "W02", "price-too-heavy", .warning, source: Source.guide, profiles: [.outcomes], thresholds: [.priceWeightMost]
  ) { tender, context in
    let most = context.limit(.priceWeightMost)
    return tender.criteriaSets.compactMap { lot, criteria in
      let weights = criteria.filter { $0.share == .price }.compactMap(\.weight)
      let sum = weights.map(\.value).sum
      guard sum > most.weight, let first = weights.first else { return nil }
      return context.finding(
        "price counts for \(sum.words)\(lot.words), more than the \(most.words) that leaves quality to decide",
        value: sum.words, at: first.place, against: [most],
        help: "Lower it, and give the marks to what would change. Where the budget is printed, 20% is often enough.")
    }
  }
}
