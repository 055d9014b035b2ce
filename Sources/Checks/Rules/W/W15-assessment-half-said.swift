internal import Diagnostics
internal import Tenders

extension Rule {
  /// The pack says how scores are agreed, how they are rounded, and who wins when two bids are level.
  static let assessmentHalfSaid = Rule("W15", "assessment-half-said", .note, source: Source.evaluationGuidance) {
    tender, context in
    guard !tender.criteriaSets.isEmpty else { return [] }
    let assessment = tender.facts.assessment
    let missing = [
      ("moderation", "how different scores are brought together", assessment.moderation),
      ("rounding", "how points are rounded", assessment.rounding),
      ("tie-break", "who wins when two bids are level", assessment.tieBreak),
    ].filter { !$0.2.isWritten }
    guard !missing.isEmpty else { return [] }
    return [
      context.finding(
        "nothing says " + missing.map(\.1).joinedInWords, value: missing.map(\.0).joined(separator: ", "),
        at: assessment.isWritten ? assessment.keyPlace : tender.contract.criteria.keyPlace,
        help: "Write \(missing.map { $0.0 + ":" }.joinedInWords) under assessment.")
    ]
  }
}
