internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Value, term, dates, lots and price schedule say the same, with or without VAT; and the value fits the regime.
  static let contractDoesNotAddUp = Rule(
    "C06", "contract-does-not-add-up", .error, source: Source.arithmetic + "; " + Source.thresholds,
    thresholds: [.lightTouchValue], until: .published
  ) { tender, context in
    let values = tender.parties(to: "value").flatMap { lot, facts in
      [vat(facts, lot, tender, context), total(facts, lot, tender, context)]
    }
    let ends = tender.parties(to: "dates").map { lot, facts in end(facts, lot, tender, context) }
    let schedules = tender.parties(to: "price").flatMap { lot, facts in schedule(facts, lot, tender, context) }
    return (values + ends + [whole(tender, context), regime(tender, context)]).compactMap(\.self) + schedules
  }

  private static func vat(_ facts: Record, _ lot: Lot?, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    guard let value = facts.record("value"), value["vat"] == nil,
      let sum = value.money("total") ?? value.money("per-year")
    else { return nil }
    return context.finding(
      "nothing says whether \(sum.value.words)\(lot.words) is with VAT or without", tender.unfinished, value: "no vat",
      at: sum.place, help: "Write vat: with before, including or exempt.")
  }

  /// The sum of a year, for as long as the contract lasts. A pound a year may be lost in rounding. Where lots last for
  /// different times, the tender as a whole has no one term.
  private static func total(_ facts: Record, _ lot: Lot?, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    guard let value = facts.record("value"), let total = value.money("total"), let year = value.money("per-year"),
      let months = facts.record("term")?.whole("months"), (1...1200).contains(months),
      lot != nil || tender.parties(to: "term").count == 1
    else { return nil }
    let extended = months + facts.extensionMonths
    let possible =
      switch value.flag("extensions-included") {
      case true?: [extended]
      case false?: [months]
      case nil: [months, extended]
      }
    func sum(_ months: Int) -> Int { year.value.pence / 12 * months + year.value.pence % 12 * months / 12 }
    guard !possible.contains(where: { abs(sum($0) - total.value.pence) <= ($0 / 12 + 1) * 100 }) else { return nil }
    return context.finding(
      "\(year.value.words) a year for \(possible[0]) months is \(Money(pence: sum(possible[0])).words), and the total\(lot.words) says \(total.value.words)",
      tender.unfinished, value: total.value.words, at: total.place,
      help: "Change one of the three. If the years differ, leave per-year out and say so in the text.",
      related: [.init("the sum of a year is here", at: year.place)])
  }

  /// The last day follows from the first and the term. The day after it will do as well.
  private static func end(_ facts: Record, _ lot: Lot?, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    guard let dates = facts.record("dates"), let start = dates.moment("start"), let end = dates.moment("end"),
      let months = facts.record("term")?.whole("months"), (1...1200).contains(months),
      let after = start.value.day.adding(months: months), ![0, 1].contains(after.ordinal - end.value.day.ordinal)
    else { return nil }
    return context.finding(
      "\(months) months from \(start.value.day.shortWords) run up to \(after.shortWords), and the contract\(lot.words) ends on \(end.value.day.shortWords)",
      tender.unfinished, value: end.value.day.iso, at: end.place,
      help: "Change the term or one of the dates. Extensions come after the end.",
      related: [.init("the term is here", at: facts.place(of: "term"))])
  }

  /// A line by the year cannot have more years than the contract.
  private static func schedule(_ facts: Record, _ lot: Lot?, _ tender: Tender, _ context: RuleContext) -> [Diagnostic] {
    let contracts = lot == nil ? tender.contracts.map(\.facts) : [facts]
    guard facts.months != nil, let most = contracts.map({ ($0.months ?? 0) + $0.extensionMonths }).max() else {
      return []
    }
    return (facts.record("price")?.records("schedule") ?? []).compactMap { line in
      guard ["year", "years", "a year", "per year"].contains(line.text("unit")?.value.lowercased() ?? ""),
        let quantity = line.text("quantity"), let years = Int(quantity.value), years < 100, years * 12 > most + 11
      else { return nil }
      return context.finding(
        "the price schedule\(lot.words) has \(years) years for “\(line.text("line")?.value ?? "")”, and the contract lasts \(most) months at most",
        .warning, value: quantity.value, at: quantity.place,
        help: "Change the quantity, or the unit if it does not count years of the contract.")
    }
  }

  private static func whole(_ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let parts = tender.record.records("lots").map { $0.record("value")?.money("total")?.value.pence }
    guard let total = tender.record.record("value")?.money("total"), !parts.isEmpty, !parts.contains(nil) else {
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
    guard context.isUnderAct(tender), Until.deadline.holds(for: tender), let regime = tender.record.text("regime"),
      let estimate = Estimate(tender.record)
    else { return nil }
    let asOf = "\(limit.words) with VAT (as it stood in 2026)"
    switch regime.value {
    case "light-touch" where estimate.most < limit.money:
      return context.finding(
        "the light-touch regime begins at \(asOf), and this contract comes to \(estimate.most.words) with VAT and extensions",
        .warning, value: estimate.most.words, at: regime.place, against: [limit],
        help:
          "See whether the regime is below-threshold. If you follow the light-touch rules by choice, accept this and say so."
      )
    case "below-threshold" where estimate.least >= limit.money && !tender.isWorks:
      return context.finding(
        "this contract is worth \(estimate.least.words), and even for light-touch services the threshold is \(asOf)",
        .warning,
        value: estimate.least.words, at: regime.place, against: [limit],
        help: "Ask whoever looks after procurement law which regime it is, and write that.")
    default: return nil
    }
  }
}

/// Between which sums the worth of a contract lies with VAT, as far as its facts say: VAT is 20% or nothing, and
/// extensions may be used or not.
private struct Estimate {
  let least: Money
  let most: Money

  init?(_ facts: Record) {
    guard let value = facts.record("value"), let total = value.money("total")?.value, total.pence < 1_000_000_000_00
    else { return nil }
    least = total
    let months = facts.months ?? 12
    let isExtended = value.flag("extensions-included") == true
    let all = isExtended ? total.pence : total.pence + total.pence * facts.extensionMonths / months
    let withVAT = value.text("vat")?.value == "before" ? all * 6 / 5 : all
    most = Money(pence: withVAT / 100 * 100)
  }
}

extension Tender {
  /// Whether it is about building: works have thresholds of their own, far higher.
  fileprivate var isWorks: Bool { record.texts("cpv").contains { $0.value.hasPrefix("45") } }
}
