internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// The price of one contract or lot.
struct PriceSheet {
  let sheet: Sheet
  /// The cell that is scored.
  let total: Area

  private struct Line {
    let row: Int
    let isYearly: Bool
    let quantity: Double?
  }

  private enum Column {
    static let unit = 1
    static let quantity = 2
    static let price = 3
    static let sum = 4
    static let check = 5
  }

  init(_ tender: Tender, _ unit: AwardUnit, name: String, findings: inout [Diagnostic]) {
    var sheet = Sheet(name, columns: [62, 12, 13, 18, 18, 16])
    let lot = unit.lot.map { ": \($0.title.onOneLine)" } ?? ""
    sheet.append(.text("Price schedule\(lot)", .title))
    sheet.append(.text("\(tender.title.onOneLine). \(tender.byline)", .line))
    let value = unit.contract.value.value.map(Tender.ContractValue.init)
    let vat = value?.vatWords.map { "All prices are \($0)." } ?? ""
    sheet.append(.text(vat, .line))
    sheet.append(.text("Your organisation", .strong), .blank(.inputChoice))
    sheet.append(.blank(.line))
    sheet.appendHead(["What", "Unit", "How many", "Price of one", "In all", "To do"])
    let lines = Self.appendLines(unit, to: &sheet, findings: &findings)
    let sums = sheet.area(lines.first.map { $0.row..<$0.row + lines.count } ?? 0..<1, Column.sum)
    let row = sheet.append(
      .text("Total", .strong), .blank(.strong), .blank(.strong), .blank(.strong),
      .formula(.call(.sum, [.area(sums)]), .strongMoney), .blank(.line))
    total = sheet.area(row, Column.sum)
    let years = Self.appendYears(unit, lines, total: total, to: &sheet)
    Self.appendBudget(unit, value, years: years, total: total, to: &sheet)
    Self.appendScoring(unit, total: total, to: &sheet)
    sheet.append(.blank(.line))
    sheet.append(.text("What your price rests on, and anything else that we should know about it", .subheading))
    sheet.append(.blank(.inputText))
    self.sheet = sheet
  }

  // MARK: Lines

  private static func appendLines(
    _ unit: AwardUnit, to sheet: inout Sheet, findings: inout [Diagnostic]
  ) -> [Line] {
    let written = unit.contract.price.schedule.items
    let count = written.isEmpty ? 10 : written.count
    let lines = (0..<count).map { index in
      append(written.isEmpty ? nil : written[index], to: &sheet, findings: &findings)
    }
    let rows = lines.first.map { $0.row..<$0.row + count } ?? 0..<1
    for column in [Column.quantity, Column.price] {
      sheet.accept(
        sheet.area(rows, column), .number(0...1_000_000_000), column == Column.price ? "Price of one" : "How many",
        "Write a number from 0, without words.")
    }
    return lines
  }

  /// A line of the schedule; without one, a line that bidders fill in whole.
  private static func append(_ written: PriceFacts.LineFacts?, to sheet: inout Sheet, findings: inout [Diagnostic])
    -> Line
  {
    let row = sheet.rows.count
    let (unit, words) = (written?.unit.value, written?.quantity.located)
    let quantity = words.flatMap { Double(decimal: $0.value) }
    if let words, quantity == nil { findings.append(.quantityNotANumber(words.value, at: words.place)) }
    // One of the unit is meant where a line says no quantity.
    let known = written != nil && words == nil ? 1 : quantity
    let (many, price) = (sheet.area(row, Column.quantity), sheet.area(row, Column.price))
    let isWhole = Formula.infix(.call(.count, [.area(many), .area(price)]), .equals, .number(2))
    let asked = Formula.when(.isEmpty(.area(price)), .text("Write a price"), else: .empty)
    let check = Formula.when(isWhole, .empty, else: written == nil ? .empty : asked)
    sheet.append(
      written.map { .text($0.line.value ?? "") } ?? .blank(.inputText),
      written == nil ? .blank(.inputText) : .text(unit ?? ""),
      known.map { .number($0) } ?? .blank(.inputNumber),
      .blank(.inputMoney),
      .formula(
        .when(isWhole, .call(.round, [.infix(.area(many), .times, .area(price)), .number(2)]), else: .empty), .money),
      .formula(check, .label))
    return Line(row: row, isYearly: unit?.lowercased() == "year", quantity: known)
  }

  // MARK: Years

  /// A row for each year where every line is either paid by the year or once; otherwise what a year costs on average.
  private static func appendYears(_ unit: AwardUnit, _ lines: [Line], total: Area, to sheet: inout Sheet) -> [Area] {
    guard let years = unit.years, years > 1 else { return [] }
    let byYear = lines.allSatisfy { line in
      guard let quantity = line.quantity, quantity == quantity.rounded() else { return false }
      return line.isYearly ? quantity <= Double(years) : quantity == 1
    }
    guard byYear else {
      let average = Formula.call(.round, [.infix(.area(total), .over, .number(Double(years))), .number(2)])
      return [append("A year, on average", average, to: &sheet)]
    }
    return (1...years).map { year in
      let paid = lines.filter { $0.isYearly ? $0.quantity ?? 0 >= Double(year) : year == 1 }
      let once = year == 1 && lines.contains { !$0.isYearly } ? ", with what is paid once" : ""
      let prices = paid.map { Formula.area(sheet.area($0.row, Column.price)) }
      let sum = prices.isEmpty ? Formula.number(0) : .call(.sum, prices)
      return append("Year \(year)\(once)", sum, to: &sheet)
    }
  }

  private static func append(_ title: String, _ formula: Formula, to sheet: inout Sheet) -> Area {
    let row = sheet.append(.text(title), .blank(), .blank(), .blank(), .formula(formula, .money), .blank(.line))
    return sheet.area(row, Column.sum)
  }

  // MARK: Budget

  /// Whether the price keeps to the budget, said in a cell. A budget is for a year where its end is the value of a year.
  private static func appendBudget(
    _ unit: AwardUnit, _ value: Tender.ContractValue?, years: [Area], total: Area, to sheet: inout Sheet
  ) {
    let budget = unit.contract.budget
    guard let words = unit.contract.budgetLimits else { return }
    let most = budget.to.value ?? (budget.kind.value == .fixed ? budget.from.value : nil)
    let least = budget.kind.value == .range ? budget.from.value : nil
    let isYearly = most != nil && most == value?.perYear
    let compared = isYearly ? years : most == value?.total && most != nil ? [total] : []
    let scope = isYearly ? " a year" : ""
    sheet.append(.blank(.line))
    sheet.append(.text("Budget: \(words)\(scope)", .subheading))
    guard let most, !compared.isEmpty else { return }
    let highest = Formula.call(.most, compared.map { .area($0) })
    let lowest = Formula.call(.least, compared.map { .area($0) })
    let below = least.map {
      Formula.when(
        .infix(lowest, .isLess, .number($0.number)), .text("Below the budget, which begins at \($0.words)\(scope)."),
        else: .text("Within the budget."))
    }
    let verdict = Formula.when(
      .infix(.area(total), .equals, .number(0)), .text("Your prices are not written yet."),
      else: .when(
        .infix(highest, .isMore, .number(most.number)), .text("Above the budget, which ends at \(most.words)\(scope)."),
        else: below ?? .text("Within the budget.")))
    let row = sheet.append(.formula(verdict, .strong))
    let cell = sheet.area(row, 0)
    for text in [
      "Above the budget, which ends at \(most.words)\(scope).",
      least.map { "Below the budget, which begins at \($0.words)\(scope)." },
    ].compactMap(\.self) {
      sheet.highlights.append(Highlight(cell, text, .alert))
    }
    sheet.highlights.append(Highlight(cell, "Within the budget.", .good))
  }

  // MARK: What is scored

  private static func appendScoring(_ unit: AwardUnit, total: Area, to sheet: inout Sheet) {
    guard unit.contract.price.isWritten || unit.priceCriterion != nil else { return }
    sheet.append(.blank(.line))
    sheet.append(.text("How the price is scored", .subheading))
    let weight =
      unit.priceCriterion.map { "It counts for \($0.weight?.value.number ?? notWrittenYet.lowercased()) of 100." }
      ?? ""
    switch unit.contract.price.formula.value {
    case .lowestOverBid:
      sheet.append(.text("We compare the total in cell \(Area.letters(total.left))\(total.top + 1). \(weight)", .note))
      sheet.append(
        .text(
          "The lowest total gets all the points for price. Another gets the lowest total, divided by itself, times those points.",
          .note))
    case .fixedBudget:
      sheet.append(
        .text("The budget is fixed, so prices are not compared. We look at what you would do with it.", .note))
    case .some(.none), nil:
      sheet.append(.text("See how bids are scored. \(weight)", .note))
    }
    if let basis = unit.contract.price.basis.value { sheet.append(.text(basis, .note)) }
  }
}

extension Double {
  /// `3`, `1,000` or `2.5`; nil for anything else.
  init?(decimal text: String) {
    let digits = text.filter { $0 != "," }
    guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
      return nil
    }
    self.init(digits)
  }
}

extension ContractFacts {
  /// What the budget lets a price be; nil for an open one.
  fileprivate var budgetLimits: String? {
    let (from, to) = (budget.from.value?.words, budget.to.value?.words)
    return switch budget.kind.value {
    case .fixed: (to ?? from).map { "fixed at \($0)" }
    case .range: from.flatMap { from in to.map { "from \(from) to \($0)" } }
    case .ceiling: (to ?? from).map { "at most \($0)" }
    case .open, nil: nil
    }
  }
}
