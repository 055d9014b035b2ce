internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Budget, value and worked example fit each other, and a contract is not extended by more than its own length.
  static let sumsThatDisagree = Rule("W18", "sums-that-disagree", .warning, source: Source.arithmetic) {
    tender, context in
    let units = tender.awardUnits
    return units.compactMap { budget($0, context) } + units.compactMap { example($0, context) }
      + tender.parties(to: \.term).compactMap { extensions($0, context) }
  }

  private static func budget(_ unit: AwardUnit, _ context: RuleContext) -> Diagnostic? {
    guard let budget = ContractBudget(unit), budget.most.value < budget.perYear else { return nil }
    return context.finding(
      "the budget\(unit.lot.words) ends at \(budget.most.value.words), and the contract is worth \(budget.perYear.words) a year",
      value: budget.most.value.words, at: budget.most.place, help: "Change the budget or the value.",
      related: [.init("the value is here", at: unit.contract.value.perYear.place)])
  }

  /// The dearest bid of the example: nobody could win with it.
  private static func example(_ unit: AwardUnit, _ context: RuleContext) -> Diagnostic? {
    // An example that lots share is about none of them.
    let prices = (unit.lot?.facts.contract ?? unit.contract).price.example.items.compactMap(\.price.located)
    guard let budget = ContractBudget(unit), let price = prices.max(by: { $0.value < $1.value }),
      budget.isBelow(price.value)
    else { return nil }
    return context.finding(
      "a bid of the worked example\(unit.lot.words) costs \(price.value.words), which is above the budget: \(budget.words)",
      value: price.value.words, at: price.place,
      help: "Choose prices for the example that you could pay, or correct the budget.",
      related: [.init("the budget is here", at: budget.most.place)])
  }

  private static func extensions(_ unit: AwardUnit, _ context: RuleContext) -> Diagnostic? {
    let (term, more) = (unit.contract.term, unit.contract.extensionMonths)
    guard let months = term.months.value, months > 0, more > months else { return nil }
    return context.finding(
      "the contract\(unit.lot.words) lasts \(months.counting("month")) and may be extended by \(more)", .note,
      value: "\(months) and \(more)", at: term.extensions.place,
      help: "See whether the numbers are right. A longer term with a break point is plainer for everyone.")
  }
}
