internal import Diagnostics
internal import Tenders

extension Rule {
  /// A formula that divides the lowest price by a price gives nearly all of its points to every price of a narrow range.
  static let priceMovesLittle = Rule(
    "W16", "price-moves-little", .note, source: Source.arithmetic, thresholds: [.priceMovementLeast]
  ) { tender, context in
    let least = context.limit(.priceMovementLeast)
    return tender.scoringSets.compactMap { lot, criteria in
      let contract = lot?.contract ?? tender.contract
      guard contract.price.formula.value == .lowestOverBid,
        let weight = criteria.first(where: { $0.share == .price })?.weight, weight.value > .zero,
        let from = contract.budget.from.value, let to = contract.budget.to.value, from < to,
        Int128(to.pence - from.pence) * 100 < Int128(to.pence) * Int128(least.value)
      else { return nil }
      func part(of whole: Weight, roundedTo unit: Int128) -> Weight {
        let exact = Int128(whole.tenThousandths) * Int128(to.pence - from.pence) / Int128(to.pence)
        return Weight(tenThousandths: Int((exact + unit / 2) / unit * unit))
      }
      let points = part(of: weight.value, roundedTo: 100)
      return context.finding(
        "price counts for \(weight.value.words)\(lot.words), and from \(from.words) to \(to.words) the formula moves only \(points.number) of its points",
        value: part(of: .whole, roundedTo: 1_000).words, at: weight.place, against: [least],
        help: "Say so beside the formula, give price less weight, or set a fixed budget and score quality alone.")
    }
  }
}
