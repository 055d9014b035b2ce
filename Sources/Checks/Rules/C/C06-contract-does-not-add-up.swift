internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Value, term, dates, lots and price schedule say the same, with or without VAT; and the value fits the regime.
  static let contractDoesNotAddUp = Rule(
    "C06", "contract-does-not-add-up", .error, source: Source.arithmetic + "; " + Source.thresholds,
    thresholds: [.lightTouchValue], until: .published
  ) { tender, context in
    let values = tender.parties(to: \.value).flatMap { [vat($0, tender, context), total($0, tender, context)] }
    let ends = tender.parties(to: \.dates).map { end($0, tender, context) }
    let schedules = tender.parties(to: \.price).flatMap { schedule($0, tender, context) }
    return (values + ends + [whole(tender, context), regime(tender, context)]).compactMap(\.self) + schedules
  }

  private static func vat(_ unit: AwardUnit, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let value = unit.contract.value
    guard !value.vat.isWritten, let sum = value.total.located ?? value.perYear.located else { return nil }
    return context.finding(
      "nothing says whether \(sum.value.words)\(unit.lot.words) is with VAT or without", tender.unfinished,
      value: "no vat",
      at: sum.place, help: "Write vat: with before, including or exempt.")
  }

  /// The sum of a year, for as long as the contract lasts. A pound a year may be lost in rounding. Where lots last for
  /// different times, the tender as a whole has no one term.
  private static func total(_ unit: AwardUnit, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let value = unit.contract.value
    guard let total = value.total.located, let year = value.perYear.located,
      let months = unit.contract.term.months.value, (1...1200).contains(months),
      unit.lot != nil || tender.parties(to: \.term).count == 1
    else { return nil }
    let extended = months + unit.contract.extensionMonths
    let possible =
      switch value.extensionsIncluded.value {
      case true?: [extended]
      case false?: [months]
      case nil: [months, extended]
      }
    func sum(_ months: Int) -> Int { year.value.pence / 12 * months + year.value.pence % 12 * months / 12 }
    guard !possible.contains(where: { abs(sum($0) - total.value.pence) <= ($0 / 12 + 1) * 100 }) else { return nil }
    return context.finding(
      "\(year.value.words) a year for \(possible[0].counting("month")) is \(Money(pence: sum(possible[0])).words), and the total\(unit.lot.words) says \(total.value.words)",
      tender.unfinished, value: total.value.words, at: total.place,
      help: "Change one of the three. If the years differ, leave per-year out and say so in the text.",
      related: [.init("the sum of a year is here", at: year.place)])
  }

  /// The last day follows from the first and the term. The day after it will do as well.
  private static func end(_ unit: AwardUnit, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let (dates, term) = (unit.contract.dates, unit.contract.term)
    guard let start = dates[.start], let end = dates[.end], let months = term.months.value, (1...1200).contains(months),
      let after = start.value.day.adding(months: months), ![0, 1].contains(after.ordinal - end.value.day.ordinal),
      let last = after.moved(by: -1)
    else { return nil }
    return context.finding(
      "a term of \(months.counting("month")) from \(start.value.day.shortWords) ends on \(last.shortWords), and the contract\(unit.lot.words) ends on \(end.value.day.shortWords)",
      tender.unfinished, value: end.value.day.iso, at: end.place,
      help: "Change the term or one of the dates. Extensions come after the end.",
      related: [.init("the term is here", at: term.keyPlace)])
  }

  /// A line by the year cannot have more years than the contract.
  private static func schedule(_ unit: AwardUnit, _ tender: Tender, _ context: RuleContext) -> [Diagnostic] {
    let contracts = unit.lot == nil ? tender.awardUnits.map(\.contract) : [unit.contract]
    guard unit.contract.months != nil, let most = contracts.map({ ($0.months ?? 0) + $0.extensionMonths }).max() else {
      return []
    }
    return unit.contract.price.schedule.items.compactMap { line in
      guard ["year", "years", "a year", "per year"].contains(line.unit.value?.lowercased() ?? ""),
        let quantity = line.quantity.located, let years = Int(quantity.value), years < 100, years * 12 > most + 11
      else { return nil }
      return context.finding(
        "the price schedule\(unit.lot.words) has \(years) years for “\(line.line.value ?? "")”, and the contract lasts \(most.counting("month")) at most",
        .warning, value: quantity.value, at: quantity.place,
        help: "Change the quantity, or the unit if it does not count years of the contract.")
    }
  }

  private static func whole(_ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let parts = tender.facts.lots.items.map { $0.contract.value.total.value?.pence }
    guard let total = tender.contract.value.total.located, !parts.isEmpty, !parts.contains(nil) else {
      return nil
    }
    let sum = Money(pence: parts.compactMap(\.self).reduce(0, +))
    guard sum != total.value else { return nil }
    return context.finding(
      "the lots come to \(sum.words), and the total of the tender says \(total.value.words)", .warning,
      value: "\(sum.words), \(total.value.words)", at: total.place, help: "Change the total or the value of a lot.")
  }

  private static func regime(_ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let limit = context.limit(.lightTouchValue)
    guard context.isUnderAct(tender), Until.deadline.holds(for: tender), let regime = tender.facts.regime.located,
      let estimate = Estimate(tender.contract)
    else { return nil }
    let asOf = "\(limit.words) with VAT (as it stood in 2026)"
    switch regime.value {
    case .lightTouch where estimate.most < limit.money:
      return context.finding(
        "the light-touch regime begins at \(asOf), and this contract comes to \(estimate.most.words) with VAT and extensions",
        .warning, value: estimate.most.words, at: regime.place, against: [limit],
        help:
          "See whether the regime is below-threshold. If you follow the light-touch rules by choice, accept this and say so."
      )
    case .belowThreshold where estimate.least >= limit.money && !tender.isWorks:
      return context.finding(
        "this contract is worth \(estimate.least.words), and even for light-touch services the threshold is \(asOf)",
        .warning,
        value: estimate.least.words, at: regime.place, against: [limit],
        help: "Ask whoever looks after procurement law which regime it is, and write that.")
    case .full, .lightTouch, .belowThreshold, .providerSelection, .none: return nil
    }
  }
}

/// Between which sums the worth of a contract lies with VAT, as far as its facts say: VAT is 20% or nothing, and
/// extensions may be used or not.
private struct Estimate {
  let least: Money
  let most: Money

  init?(_ contract: ContractFacts) {
    let value = contract.value
    guard let total = value.total.value, total.pence < 1_000_000_000_00 else { return nil }
    least = total
    let months = contract.months ?? 12
    let isExtended = value.extensionsIncluded.value == true
    let all = isExtended ? total.pence : total.pence + total.pence * contract.extensionMonths / months
    let withVAT = value.vat.value == .before ? all * 6 / 5 : all
    most = Money(pence: withVAT / 100 * 100)
  }
}

extension Tender {
  /// Whether it is about building: works have thresholds of their own, far higher.
  fileprivate var isWorks: Bool { facts.cpv.items.contains { $0.value.hasPrefix("45") } }
}
