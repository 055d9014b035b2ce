internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Criteria add up to 100, parts to their criterion and questions to their part, for each lot. Exactly: a bidder who
  /// adds them up must come to the same number as the council.
  static let weightsDoNotAddUp = Rule(
    "W01", "weights-do-not-add-up", .error, source: Source.arithmetic, until: .published
  ) {
    tender, context in
    let shares = tender.criteriaSets.flatMap { [whole($1, $0, tender)] + $1.flatMap(parts) }
    let asked = tender.scoringSets.flatMap { lot, criteria in
      let asked = tender.questionsByCriterion(lot)
      return criteria.flatMap { sums(of: asked[$0.id] ?? [], about: $0, lot) }
    }
    return (shares + asked).compactMap { $0.finding(context, tender.unfinished) }
  }

  private static func whole(_ criteria: Indexed<Criterion>, _ lot: Lot?, _ tender: Tender) -> Sum {
    let place = (lot?.contract ?? tender.contract).criteria.keyPlace
    return Sum(
      criteria.map(\.weight), to: .whole, at: place, what: "the criteria" + (lot.map { " of “\($0.title)”" } ?? ""))
  }

  private static func parts(of criterion: Criterion) -> [Sum] {
    guard !criterion.parts.isEmpty, let weight = criterion.weight else { return [] }
    return [
      Sum(criterion.parts.map(\.weight), to: weight.value, at: weight.place, what: "the parts of “\(criterion.title)”")
    ]
  }

  /// A part or criterion without a question is another rule's business.
  private static func sums(of questions: [Question], about criterion: Criterion, _ lot: Lot?) -> [Sum] {
    let asked = Dictionary(grouping: questions) { $0.criterion?.part }
    let targets =
      criterion.parts.map { (part: Optional($0.id), title: $0.title, weight: $0.weight) }
      + [(part: nil, title: criterion.title, weight: criterion.weight)]
    return targets.compactMap { target in
      let own = asked[target.part] ?? []
      guard let weight = target.weight, let first = own.first else { return nil }
      let place = first.weight?.place ?? first.file.place
      return Sum(
        own.map(\.weight), to: weight.value, at: place, what: "the questions about “\(target.title)”\(lot.words)")
    }
  }

  private struct Sum {
    let weights: [Weight]
    let target: Weight
    let place: Place
    let what: String
    /// A weight that is missing is reported as missing.
    let isWhole: Bool

    init(_ weights: [Located<Weight>?], to target: Weight, at place: Place, what: String) {
      self.weights = weights.compactMap { $0?.value }
      isWhole = self.weights.count == weights.count
      (self.target, self.place, self.what) = (target, place, what)
    }

    func finding(_ context: RuleContext, _ severity: Severity) -> Diagnostic? {
      guard isWhole, weights.sum != target else { return nil }
      return context.finding(
        "the weights of \(what) add up to \(weights.sum.number), not \(target.number)", severity,
        value: weights.sum.number, at: place,
        help:
          "Change them until they do. Now: \(weights.map(\.number).joined(separator: " + ")) = \(weights.sum.number).")
    }
  }
}
