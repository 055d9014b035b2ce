internal import Diagnostics
internal import Tenders

extension Rule {
  /// Bidders know what can be paid, or why they are not told.
  static let budgetUnsaid = Rule("W03", "budget-unsaid", .warning, source: Source.guide, profiles: [.outcomes]) {
    tender, context in
    let own = tender.lots.filter { $0.record["budget"] != tender.record["budget"] }
    let shared: [(Lot?, Record)] = !own.isEmpty && own.count == tender.lots.count ? [] : [(nil, tender.record)]
    return (shared + own.map { ($0, $0.record) }).compactMap { lot, facts in
      // The bare beginning of a draft says nothing about money yet.
      guard tender.stage != .draft || facts["value"] != nil else { return nil }
      let place = facts["budget"].map { _ in facts.place(of: "budget") } ?? facts.place(of: "value")
      return fault(of: facts.record("budget")).map { fault in
        context.finding(
          fault.message + lot.words, value: fault.value, at: place,
          help: "Write budget: with a kind (fixed, range or ceiling) and the amounts, or kind: open with the reason.")
      }
    }
  }

  private static func fault(of budget: Record?) -> (message: String, value: String)? {
    guard let budget, let kind = budget.text("kind")?.value else { return ("nothing says what can be paid", "none") }
    if kind == "open" {
      return budget["reason"] == nil ? ("the budget is open, and nothing says why", kind) : nil
    }
    guard budget["from"] == nil, budget["to"] == nil else { return nil }
    return ("the budget is a \(kind == "fixed" ? "fixed sum" : kind), and no amount is given", kind)
  }
}
