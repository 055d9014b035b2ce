internal import Diagnostics
internal import Tenders

extension Rule {
  /// Community outcomes have a weight and a question of their own, or service outcomes crowd them out.
  static let communityOutcomesNotScored = Rule(
    "W05", "community-outcomes-not-scored", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    tender.scoringSets.compactMap { lot, criteria in
      let own = criteria.filter { $0.share == .community && $0.weight?.value != .zero }
      guard let first = own.first else { return noCriterion(lot, tender, context) }
      let asked = tender.questionsByCriterion(lot)
      let questions = own.flatMap { asked[$0.id] ?? [] }
      // A criterion without any question is another rule's business.
      guard !questions.isEmpty, !questions.contains(where: { $0.isAboutCommunityAlone }) else { return nil }
      let about = questions[0].facts.about
      let place = about.isWritten ? about.keyPlace : first.place
      return context.finding(
        "no question under “\(first.title)” is about community outcomes alone\(lot.words)", value: "no question",
        at: place,
        help: "Give community outcomes a question of their own, and move the service outcomes to another.")
    }
  }

  private static func noCriterion(_ lot: Lot?, _ tender: Tender, _ context: RuleContext) -> Diagnostic {
    context.finding(
      "no criterion is about community outcomes\(lot.words)", value: "no criterion",
      at: (lot?.contract ?? tender.contract).criteria.keyPlace,
      help: "Add a criterion of kind community with a weight, and ask a question under it about community outcomes.")
  }
}

extension Question {
  /// Whether it asks about what the community would gain, and about nothing else.
  fileprivate var isAboutCommunityAlone: Bool {
    let levels = outcomes.map(\.level)
    return !levels.contains(.service) && (levels.contains(.community) || group == .communityOutcomes)
  }
}
