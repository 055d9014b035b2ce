internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Bidders can work out what their price would score, and the worked example does it right.
  static let pricePointsUnclear = Rule("W11", "price-points-unclear", .warning, source: Source.act23, until: .published)
  { tender, context in
    tender.scoringSets.flatMap { lot, criteria -> [Diagnostic] in
      guard let criterion = criteria.first(where: { $0.share == .price }), let weight = criterion.weight?.value,
        weight > .zero
      else { return [] }
      let price = (lot?.contract ?? tender.contract).price
      switch price.formula.value {
      case nil, .some(.none):
        guard Until.deadline.holds(for: tender) else { return [] }
        return [
          context.finding(
            "price counts for \(weight.words)\(lot.words), and nothing says how a price becomes points",
            value: "no formula", at: price.formula.located?.place ?? criterion.place,
            help: "Write price: with formula: lowest-over-bid, or fixed-budget with a weight of 0.")
        ]
      case .lowestOverBid:
        return WorkedExample(price.example.items).faults(weight).map { line in
          context.finding(
            "the example gives \(line.points.value) points, and the formula makes \(line.right.number) of it",
            tender.unfinished, value: line.points.value, at: line.points.place,
            help:
              "Lowest price, divided by this price, times the weight: \(line.lowest.words) ÷ \(line.price.words) × \(weight.number) = \(line.right.number)."
          )
        }
      case .fixedBudget: return []
      }
    }
  }
}

/// Prices and the points that the pack says they get.
private struct WorkedExample {
  struct Line {
    let points: Located<String>
    let price: Money
    let lowest: Money
    /// What the formula gives, to two places.
    let right: Weight
  }

  private let lines: [(points: Located<String>?, price: Money)]

  init(_ example: [PriceFacts.ExampleFacts]) {
    lines = example.compactMap { line in line.price.value.map { (line.points.located, $0) } }
  }

  /// The lines whose points are not those of the formula, as exactly as they are written: 18.7 is right for 18.67.
  func faults(_ weight: Weight) -> [Line] {
    guard let lowest = lines.map(\.price).min(), lowest.pence > 0 else { return [] }
    return lines.compactMap { points, price in
      guard let points, let written = Weight(points.value) else { return nil }
      let exact = Int128(lowest.pence) * Int128(weight.tenThousandths)
      let distance = abs(Int128(written.tenThousandths) * Int128(price.pence) - exact)
      let places = points.value.split(separator: ".").dropFirst().first?.count ?? 0
      let unit: Int128 = [10_000, 1_000][safe: places] ?? 100
      guard 2 * distance > unit * Int128(price.pence) else { return nil }
      let hundredths = Int((exact * 2 + 100 * Int128(price.pence)) / (200 * Int128(price.pence)))
      return Line(points: points, price: price, lowest: lowest, right: Weight(tenThousandths: hundredths * 100))
    }
  }
}

extension [Int128] {
  fileprivate subscript(safe index: Int) -> Int128? { indices.contains(index) ? self[index] : nil }
}
