internal import Diagnostics
internal import Tenders

extension Rule {
  /// Criteria add up to 100, and the parts of a criterion to its weight. Exactly: a bidder who adds them up must come to
  /// the same number as the council.
  static let weightsAddUp = perTender(Code("W01", "weights-do-not-add-up", source: "arithmetic")) { tender in
    guard !tender.criteria.isEmpty else { return [] }
    let whole = Sum(of: tender.criteria.map(\.weight), to: .whole, at: tender.record.place(of: "criteria"))
    let parts = tender.criteria.compactMap { criterion in
      criterion.parts.isEmpty
        ? nil
        : criterion.weight.map { weight in
          Sum(of: criterion.parts.map(\.weight), to: weight.value, at: weight.place, what: criterion.title)
        }
    }
    return ([whole] + parts.compactMap(\.self)).compactMap { $0.finding(tender.unfinished) }
  }
}

private struct Sum {
  let weights: [Weight]
  let target: Weight
  let place: Place
  let what: String?
  /// A weight that is missing is reported as missing.
  let isWhole: Bool

  init(of weights: [Located<Weight>?], to target: Weight, at place: Place, what: String? = nil) {
    self.weights = weights.compactMap { $0?.value }
    isWhole = self.weights.count == weights.count
    (self.target, self.place, self.what) = (target, place, what)
  }

  func finding(_ severity: Severity) -> Diagnostic? {
    guard isWhole, weights.sum != target else { return nil }
    let sum = weights.map(\.number).joined(separator: " + ") + " = \(weights.sum.number)"
    let message =
      what.map { "the parts of “\($0)” add up to \(weights.sum.number), and it weighs \(target.number)" }
      ?? "the weights of the criteria add up to \(weights.sum.number), not 100"
    return Diagnostic(
      Code("W01", "weights-do-not-add-up", source: "arithmetic"), severity, message, at: place,
      help: "Change the weights until they add up to \(target.number). Now: \(sum).")
  }
}
