internal import Diagnostics
internal import Tenders

extension Rule {
  /// Co-production is scored, and weighs about as much as other things that matter.
  static let coProductionNotScored = Rule(
    "W06", "co-production-not-scored", .warning, source: Source.guide, profiles: [.outcomes],
    thresholds: [.coProductionWeightLeast], follows: ["Q01", "W19"]
  ) { tender, context in
    let least = context.limit(.coProductionWeightLeast)
    return tender.scoringSets.compactMap { lot, _ in
      let weights = tender.questions.filter { $0.isFor(lot?.id) && $0.isAboutCoProduction }.compactMap(\.weight)
      let sum = weights.map(\.value).sum
      guard let first = weights.first, sum > .zero else {
        return context.finding(
          "no question about co-production is scored\(lot.words)", value: "none",
          at: (lot?.contract ?? tender.contract).criteria.keyPlace,
          help: "Ask a question with group: co-production, and give it a weight.")
      }
      guard sum < least.weight else { return nil }
      return context.finding(
        "co-production counts for \(sum.words)\(lot.words), and less than \(least.words) tells bidders that it matters little",
        .note, value: sum.words, at: first.place, against: [least],
        help: "Give it a weight like that of the other things that matter most.")
    }
  }
}
