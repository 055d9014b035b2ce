internal import Diagnostics
internal import Tenders

extension Rule {
  /// The thread from outcome to question: what matters is asked about. A tender without questions has not come that far.
  static let outcomeNotAskedAbout = Rule(
    "O11", "outcome-not-asked-about", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard let first = tender.questions.first, !tender.outcomes.isEmpty else { return [] }
    guard tender.questions.contains(where: { !$0.outcomes.isEmpty }) else {
      let count = tender.questions.count
      return [
        context.finding(
          (count == 1 ? "the only question does not say" : "none of the \(count) questions says")
            + " which outcomes it is about", value: "none",
          at: first.titlePlace, help: "Write about: with the ids of outcomes in the front matter of each question.")
      ]
    }
    let asked = tender.questionsByOutcome
    let places = tender.placesOfChosen
    return tender.outcomes.compactMap { outcome in
      let lots = tender.lots(wanting: outcome.id, without: asked[outcome.id] ?? [])
      guard !lots.isEmpty else { return nil }
      return context.finding(
        "no question is about “\(outcome.title)”\(lots.words)", value: outcome.id,
        at: places[outcome.id] ?? tender.contract.outcomes.keyPlace,
        help: "Name it under about: in a question, or ask one about it.")
    }
  }
}

extension Tender {
  /// The lots for which an outcome is wanted and none of the questions about it is asked; nil stands for the tender as a whole.
  fileprivate func lots(wanting outcome: String, without questions: [Question]) -> [Lot?] {
    let wanting = lots.filter { $0.outcomes.contains(outcome) }
    let all: [Lot?] = wanting.isEmpty ? [nil] : wanting.map { $0 }
    return all.filter { lot in !questions.contains { $0.isFor(lot?.id) } }
  }

  /// Where tender.md picks each outcome.
  fileprivate var placesOfChosen: [String: Place] {
    Dictionary(contract.outcomes.items.compactMap(\.id.located).map { ($0.value, $0.place) }) { first, _ in first }
  }
}
