internal import Diagnostics
internal import Tenders

extension Rule {
  /// Social, economic and environmental: each bottom line has an outcome.
  static let bottomLineMissing = Rule(
    "O03", "bottom-line-missing", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard tender.hasWholeFramework else { return [] }
    let covered = Set(tender.outcomes.flatMap(\.bottomLines))
    let missing = BottomLine.allCases.filter { !covered.contains($0) }.map(\.rawValue)
    guard !missing.isEmpty else { return [] }
    return [
      context.finding(
        "no outcome is \(missing.inChoice)", value: missing.joined(separator: ", "),
        at: tender.contract.outcomes.keyPlace,
        help:
          "Add \(missing.count == 1 ? "one" : "an outcome for each"), or see whether one that you have is more than social and say so in its bottom-lines."
      )
    ]
  }
}

extension [String] {
  /// “this or that”.
  fileprivate var inChoice: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
