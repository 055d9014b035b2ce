internal import Diagnostics
internal import Tenders

extension Rule {
  /// Words are asked for about in proportion to the points that they can earn.
  static let wordsAgainstWeight = Rule(
    "T08", "words-against-weight", .warning, source: Source.act23, thresholds: [.wordsPerWeightSpreadMost]
  ) { tender, context in
    let most = context.limit(.wordsPerWeightSpreadMost)
    let lots = tender.lots.isEmpty ? [nil] : tender.lots.map(Optional.init)
    let spreads = lots.compactMap { tender.spread(for: $0) }
    guard let worst = spreads.max(by: { $0.times < $1.times }), worst.times > Double(most.value) else { return [] }
    let (long, short) = (worst.long, worst.short)
    return [
      context.finding(
        "“\(long.title)” asks for \(long.rate) for each point, and “\(short.title)” for \(short.rate): more than "
          + "\(most.value) times as much",
        value: "\(long.rate) against \(short.rate)", at: long.place, against: [most],
        help: "Ask for fewer words here, or give the answer more weight.",
        related: [.init("the answer with fewest words for its points", at: short.place)])
    ]
  }
}

extension Tender {
  /// The two questions of a lot whose words for a point lie furthest apart.
  fileprivate func spread(for lot: Lot?) -> (times: Double, long: Asked, short: Asked)? {
    let asked = questions.filter { $0.isFor(lot?.id) }.compactMap(Asked.init).sorted { $0.perPoint < $1.perPoint }
    guard let short = asked.first, let long = asked.last, short.perPoint > 0 else { return nil }
    return (long.perPoint / short.perPoint, long, short)
  }
}

/// A question with a limit and a weight.
private struct Asked {
  let title: String
  let place: Place
  let perPoint: Double

  init?(_ question: Question) {
    guard let limit = question.limit, let weight = question.weight?.value, weight > .zero else { return nil }
    title = question.title
    place = question.facts.limit.keyPlace
    perPoint = Double(limit.inWords) * 10_000 / Double(weight.tenThousandths)
  }

  /// “35 words”.
  var rate: String { Int(perPoint.rounded()).counting("word") }
}
