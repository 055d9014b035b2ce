internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A tender that has ended says how: who won each lot, for what the council could pay, or why nobody did.
  static let endHalfTold = Rule("C11", "end-half-told", .error, source: Source.arithmetic, until: .published) {
    tender, context in
    guard let stage = tender.facts.stage.located else { return [] }
    switch stage.value {
    case .draft, .planned, .open, .evaluating: return []
    case .stopped:
      guard !tender.facts.stopped.isWritten else { return [] }
      return [
        context.finding(
          "the tender was stopped, and nothing says when and why", value: "no reason", at: stage.place,
          help: "Write stopped: with date: and reason:.")
      ]
    case .awarded:
      guard !tender.awards.isEmpty else {
        return [
          context.finding(
            "the tender is awarded, and nothing says who won", value: "no award", at: stage.place,
            help: "Write award: with the supplier, the value and the day of the signature.")
        ]
      }
      return tender.lotsWithoutAWord.map { lot in
        context.finding(
          "nothing says who won the lot “\(lot.title)”", .warning, value: lot.id, at: tender.facts.awards.keyPlace,
          help: "Add an award with lot: \(lot.id). If nobody won it, say so in the text and accept this.")
      } + tender.awards.compactMap { aboveBudget($0, tender, context) }
    }
  }

  private static func aboveBudget(_ award: AwardFacts, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let lot = award.lot.value.flatMap { tender.lots[id: $0] }
    guard let value = award.value.located, let budget = ContractBudget(lot?.awardUnit ?? tender.whole),
      budget.isBelow(value.value)
    else { return nil }
    return context.finding(
      "the contract\(lot.words) was awarded for \(value.value.words), and the budget is \(budget.words)",
      .warning, value: value.value.words, at: value.place,
      help: "Correct the sum that is wrong. If both are right, say in the text where the rest comes from.",
      related: [.init("the budget is here", at: budget.most.place)])
  }
}

extension Tender {
  /// Lots that no award names, where each award names its lot.
  fileprivate var lotsWithoutAWord: [Lot] {
    let named = awards.map(\.lot.value)
    return named.contains(nil) ? [] : lots.filter { !named.contains($0.id) }
  }
}
