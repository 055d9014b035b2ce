internal import Diagnostics
internal import Tenders

extension Rule {
  /// Outcomes for those who use the service, and outcomes for the place around it.
  static let levelMissing = Rule(
    "O04", "level-missing", .warning, source: Source.guide, profiles: [.outcomes], follows: ["W05"]
  ) { tender, context in
    guard tender.hasWholeFramework else { return [] }
    let levels = Set(tender.outcomes.map(\.level))
    return Level.allCases.filter { !levels.contains($0) }.map { level in
      context.finding(
        level == .community
          ? "every outcome is for the people who use the service, and none is for the town around it"
          : "every outcome is for the town, and none is for the people who use the service",
        value: level.rawValue, at: tender.contract.outcomes.keyPlace,
        help: level == .community
          ? "Add an outcome of level community, such as one that the whole council works towards."
          : "Add an outcome of level service: what should change for the people who use it.")
    }
  }
}
