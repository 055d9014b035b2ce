internal import Diagnostics
internal import Tenders

extension Rule {
  /// The thread from outcome to question: what matters is asked about. A tender without questions has not come that far.
  static let outcomeNotAskedAbout = Rule(
    "O11", "outcome-not-asked-about", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard let first = tender.questions.first, !tender.outcomes.isEmpty else { return [] }
    guard tender.questions.contains(where: { !$0.outcomes.isEmpty }) else {
      return [
        context.finding(
          "none of the \(tender.questions.count) questions says which outcomes it is about", value: "none",
          at: first.titlePlace, help: "Write about: with the ids of outcomes in the front matter of each question.")
      ]
    }
    return tender.outcomes.compactMap { outcome in
      let lots = tender.lotsWithoutQuestion(about: outcome.id)
      guard !lots.isEmpty else { return nil }
      return context.finding(
        "no question is about “\(outcome.title)”\(lots.words)", value: outcome.id,
        at: tender.place(ofChosen: outcome.id),
        help: "Name it under about: in a question, or ask one about it.")
    }
  }
}

extension Tender {
  /// The lots for which an outcome is wanted and nothing is asked about it; nil stands for the tender as a whole.
  fileprivate func lotsWithoutQuestion(about outcome: String) -> [Lot?] {
    let wanting = lots.filter { $0.outcomes.contains(outcome) }
    let all: [Lot?] = wanting.isEmpty ? [nil] : wanting.map { $0 }
    return all.filter { lot in
      !questions.contains { $0.isFor(lot?.id) && $0.outcomes.contains { $0.value == outcome } }
    }
  }

  /// Where tender.md picks an outcome.
  fileprivate func place(ofChosen outcome: String) -> Place {
    contract.outcomes.items.compactMap { $0.id.located }.first { $0.value == outcome }?.place
      ?? contract.outcomes.keyPlace
  }
}
