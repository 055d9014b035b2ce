internal import Diagnostics
internal import Tenders

extension Rule {
  /// Well-being has four parts: the conditions that people live in, what they have in themselves, how they get on, and how
  /// they feel.
  static let wellBeingHalfCovered = Rule(
    "O13", "well-being-half-covered", .note, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard tender.hasWholeFramework else { return [] }
    let touched = Set(tender.outcomes.flatMap { $0.record.texts("well-being").map { $0.value.lowercased() } })
    let missing = parts.filter { !touched.contains($0) && !touched.contains($0.spaced) }.map(\.spaced)
    guard !missing.isEmpty else { return [] }
    return [
      context.finding(
        missing.count == parts.count
          ? "no outcome says which part of well-being it is about"
          : "of the four parts of well-being, no outcome touches \(missing.joinedInWords)",
        value: missing.joined(separator: ", "), at: tender.record.place(of: "outcomes"),
        help: "Write well-being: in each outcome, and see whether a part that stays bare matters to people.")
    ]
  }

  private static let parts = ["external-conditions", "personal-resources", "functioning", "feelings"]
}

extension String {
  /// An id as people read it.
  fileprivate var spaced: String { String(map { $0 == "-" ? " " : $0 }) }
}
