internal import Diagnostics
internal import Tenders

extension Rule {
  /// Something in the framework should keep harm from happening, and not only deal with it.
  static let onlyDownstream = Rule(
    "O14", "only-downstream", .note, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard tender.hasWholeFramework else { return [] }
    let levels = Set(tender.outcomes.compactMap { $0.facts.prevention.value })
    guard !levels.contains(.midstream), !levels.contains(.upstream) else { return [] }
    let isTagged = levels.contains(.downstream)
    return [
      context.finding(
        isTagged
          ? "every outcome that says so is downstream: it deals with harm that is there already"
          : "no outcome says whether it prevents harm, or deals with it",
        value: isTagged ? "downstream" : "not said", at: tender.contract.outcomes.keyPlace,
        help:
          "Write prevention: upstream, midstream or downstream in each outcome, and have one that comes before the harm."
      )
    ]
  }
}
