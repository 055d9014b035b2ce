internal import Diagnostics
internal import Tenders

extension Rule {
  /// Social value has the weight that central government gives it, at least.
  static let socialValueLight = Rule(
    "W12", "social-value-light", .note,
    source: "Procurement Policy Note 002 (2025), which binds central government and not councils",
    thresholds: [.socialValueWeightLeast]
  ) { tender, context in
    let least = context.limit(.socialValueWeightLeast)
    return tender.criteriaSets.compactMap { lot, criteria in
      let weights = criteria.filter { $0.share == .community }.compactMap(\.weight)
      let sum = weights.map(\.value).sum
      guard let first = weights.first, sum > .zero, sum < least.weight else { return nil }
      return context.finding(
        "social value counts for \(sum.words)\(lot.words), and central government gives it at least \(least.words)",
        value: sum.words, at: first.place, against: [least],
        help: "Councils are free to choose. Give it more if you mean bidders to put work into it.")
    }
  }
}
