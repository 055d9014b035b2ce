internal import Diagnostics
internal import Tenders

extension Rule {
  /// Well-being has four parts: the conditions that people live in, what they have in themselves, how they get on, and how
  /// they feel.
  static let wellBeingHalfCovered = Rule(
    "O13", "well-being-half-covered", .note, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard tender.hasWholeFramework else { return [] }
    let touched = Set(tender.outcomes.flatMap { $0.facts.wellBeing.items.map(\.value) })
    let missing = WellBeing.allCases.filter { !touched.contains($0) }.map(\.words)
    guard !missing.isEmpty else { return [] }
    return [
      context.finding(
        missing.count == WellBeing.allCases.count
          ? "no outcome says which part of well-being it is about"
          : "of the four parts of well-being, no outcome touches \(missing.joinedInWords)",
        value: missing.joined(separator: ", "), at: tender.contract.outcomes.keyPlace,
        help: "Write well-being: in each outcome, and see whether a part that stays bare matters to people.")
    ]
  }
}
