internal import Diagnostics
internal import Tenders

/// What a line of the list needs before its rules have anything to look at. A rule that is silent about nothing has not
/// ticked it.
extension Checklist {
  typealias Gap = ChecklistLine.Gap

  @Sendable static func noOutcomes(_ tender: Tender, _ site: Site) -> Gap? {
    tender.outcomes.isEmpty ? .missing("The tender names no outcomes yet.") : nil
  }

  @Sendable static func noIndicator(_ tender: Tender, _ site: Site) -> Gap? {
    let bare = tender.outcomes.first { $0.indicators.isEmpty }
    return noOutcomes(tender, site) ?? bare.map { .missing("The outcome “\($0.title)” has no indicators yet.") }
  }

  @Sendable static func noEngagement(_ tender: Tender, _ site: Site) -> Gap? {
    tender.page(.engagement) == nil ? .missing("The pack has no page about engagement yet.") : nil
  }

  @Sendable static func noCoProduction(_ tender: Tender, _ site: Site) -> Gap? {
    tender.qualityCharacteristics.contains { $0.id == "co-production" }
      ? nil : .missing("The tender does not name co-production among its quality characteristics yet.")
  }

  @Sendable static func noCriteria(_ tender: Tender, _ site: Site) -> Gap? {
    if tender.criteriaSets.isEmpty { return .missing("There are no criteria yet.") }
    return tender.questions.isEmpty ? .missing("There are no questions yet.") : nil
  }

  @Sendable static func noScale(_ tender: Tender, _ site: Site) -> Gap? {
    tender.scales.isEmpty ? .missing("No question names a scale yet.") : nil
  }

  @Sendable static func noGate(_ tender: Tender, _ site: Site) -> Gap? {
    tender.hurdles.isEmpty ? .absent("The data has no gate and no condition.") : nil
  }

  @Sendable static func noBreakPoint(_ tender: Tender, _ site: Site) -> Gap? {
    tender.facts.breakPoints.items.isEmpty
      ? .absent("The data has no break point, and no rule asks for one.") : nil
  }

  @Sendable static func noSpecification(_ tender: Tender, _ site: Site) -> Gap? {
    tender.page(.specification) == nil ? .missing("The pack has no specification yet.") : nil
  }

  @Sendable static func noAnswerDay(_ tender: Tender, _ site: Site) -> Gap? {
    if tender.date(.deadline) == nil { return .missing("There is no deadline yet.") }
    return tender.date(.answersBy) == nil ? .missing("No day is set by which you answer questions.") : nil
  }

  /// Holidays are known for a nation and for some years.
  @Sendable static func noKnownDeadline(_ tender: Tender, _ site: Site) -> Gap? {
    guard let deadline = tender.date(.deadline) else { return .missing("There is no deadline yet.") }
    guard let nation = site.facts.nation.value else {
      return .absent("site.yml does not say in which nation, so its own holidays are not known.")
    }
    return Holidays(nation: nation).reach(deadline.day)
      ? nil : .absent("The holidays of that year are not known to the program yet.")
  }
}
