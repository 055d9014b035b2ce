internal import Diagnostics
internal import Tenders

extension Rule {
  /// Whatever counts is asked about: a question for each criterion or its parts, a schedule for the price, and something
  /// to answer at each gate.
  static let nothingAsked = Rule("W09", "nothing-asked", .warning, source: Source.act23) { tender, context in
    tender.scoringSets.flatMap { lot, criteria in
      let asked = tender.questionsByCriterion(lot)
      return criteria.filter { $0.weight?.value != .zero }.flatMap { criterion in
        criterion.share == .price
          ? schedule(criterion, lot, tender, context) : gaps(in: criterion, asked[criterion.id] ?? [], lot, context)
      }
    }
      + tender.facts.gates.items.filter { !$0.asks.isWritten }.map { gate in
        context.finding(
          "the gate “\(gate.title.value ?? "")” asks nothing", value: gate.id.value ?? "gate",
          at: gate.title.place,
          help: "Write asks: and the question that bidders answer with yes or no.")
      }
  }

  /// What of a criterion none of the questions about it asks.
  private static func gaps(
    in criterion: Criterion, _ asked: [Question], _ lot: Lot?, _ context: RuleContext
  ) -> [Diagnostic] {
    func finding(_ title: String, _ path: String, _ place: Place) -> Diagnostic {
      context.finding(
        "“\(title)” counts\(lot.words), and no question is about it", value: path, at: place,
        help: "Write a question with criterion: \(path), or take this out and give its weight to another.")
    }
    guard !criterion.parts.isEmpty, !asked.contains(where: { $0.criterion?.part == nil }) else {
      return asked.isEmpty ? [finding(criterion.title, criterion.id, criterion.place)] : []
    }
    let parts = Set(asked.compactMap(\.criterion?.part))
    return criterion.parts.filter { !parts.contains($0.id) }.map { part in
      finding(part.title, "\(criterion.id)/\(part.id)", part.place)
    }
  }

  private static func schedule(_ criterion: Criterion, _ lot: Lot?, _ tender: Tender, _ context: RuleContext)
    -> [Diagnostic]
  {
    guard (lot?.contract ?? tender.contract).price.schedule.items.isEmpty else { return [] }
    return [
      context.finding(
        "price counts\(lot.words), and there is no schedule for bidders to fill in", value: "no schedule",
        at: criterion.place, help: "Write price: with a schedule: of lines, each with its unit and quantity.")
    ]
  }
}
