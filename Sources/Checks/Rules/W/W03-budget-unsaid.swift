internal import Diagnostics
internal import Tenders

extension Rule {
  /// Bidders know what can be paid, or why they are not told.
  static let budgetUnsaid = Rule("W03", "budget-unsaid", .warning, source: Source.guide, profiles: [.outcomes]) {
    tender, context in
    let own = tender.lots.filter(\.facts.contract.budget.isWritten)
    let shared = !own.isEmpty && own.count == tender.lots.count ? [] : [tender.whole]
    return (shared + own.map(\.awardUnit)).compactMap { unit in
      let (value, budget) = (unit.contract.value, unit.contract.budget)
      // The bare beginning of a draft says nothing about money yet.
      guard tender.stage != .draft || value.isWritten else { return nil }
      let place = budget.isWritten ? budget.keyPlace : value.keyPlace
      return fault(of: budget).map { fault in
        context.finding(
          fault.message + unit.lot.words, value: fault.value, at: place,
          help: fault.help)
      }
    }
  }

  private static func fault(of budget: Written<BudgetFacts>) -> (message: String, value: String, help: String)? {
    guard let kind = budget.kind.value else {
      return (
        "nothing says what can be paid", "none",
        "Write budget: with a kind (fixed, range or ceiling) and the amounts, or kind: open with the reason."
      )
    }
    if kind == .open {
      return budget.reason.isWritten
        ? nil
        : ("the budget is open, and nothing says why", kind.rawValue, "Write reason: under budget, or give an amount.")
    }
    guard !budget.from.isWritten, !budget.to.isWritten else { return nil }
    let keys =
      kind == .fixed
      ? "from: with the sum" : kind == .range ? "from: and to: with the least and the most" : "to: with the most"
    return (
      "the budget is a \(kind == .fixed ? "fixed sum" : kind.rawValue), and no amount is given", kind.rawValue,
      "Write \(keys), under budget."
    )
  }
}
