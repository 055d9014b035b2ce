internal import Content
package import Diagnostics
internal import Markdown
package import Tenders

/// The impact map to fill in: a sheet for each level of outcomes, with the framework to choose from.
package struct ImpactMapWorkbook {
  private let tender: Tender
  private let form: Form
  private let columns: [String]
  private let lists: Lists

  package init(_ tender: Tender) {
    self.tender = tender
    columns = tender.impactColumns
    form = tender.impactMapForm
    lists = Lists(tender.outcomes)
  }

  package func workbook(findings: inout [Diagnostic]) -> Workbook {
    var workbook = Workbook(properties: .init(tender, .impactMap))
    var names = SheetNames()
    workbook.sheets.append(readMe(named: names.name("Read me")))
    _ = names.name("Lists")
    for section in form.sections { workbook.sheets.append(map(section, named: names.name(section.title))) }
    workbook.sheets.append(lists.sheet)
    return workbook.finished(tender, findings: &findings)
  }

  private func readMe(named name: String) -> Sheet {
    .page(
      name, title: "Impact map: \(tender.title)",
      [
        ("What it is for", [tender.byline, tender.page(.impactMap)?.summary ?? PackDocument.impactMap.purpose]),
        (
          "How to fill it in",
          [
            "Each sheet has a row for each outcome that we would like to see, and empty rows for more.",
            "In an empty row, choose the outcome from the list, or write one of your own.",
            "For the column “\(columns[3])” there is a list to choose from too. It is only an offer: you can write something else, or add to it.",
            "Leave a row empty where you have nothing to say.",
          ] + typingAdvice
        ),
        (
          "How to send it",
          [tender.deadlineWords, "Save it as it is, or in another spreadsheet format, and send it with your bid."]
        ),
        ("If you need help or another format", tender.helpLines),
      ])
  }

  private func map(_ section: Form.Section, named name: String) -> Sheet {
    let widths = [5.0, 34, 30, 30, 34, 34]
    var sheet = Sheet(name, columns: Array(widths.prefix(columns.count + 1)))
    // Tall enough to write in by hand.
    sheet.inputHeight = 75
    sheet.append(.text("\(section.title): impact map", .title))
    sheet.append(.text("\(tender.title.onOneLine). \(tender.byline)", .line))
    sheet.append(.blank(.line), .text("Your organisation", .strong), .blank(.inputChoice))
    sheet.append(.blank(.line))
    sheet.appendHead(["Row"] + columns)
    sheet.frozenColumns = 1
    for (index, row) in (section.fields.first?.rows ?? []).enumerated() { append(row, number: index + 1, to: &sheet) }
    return sheet
  }

  private func append(_ row: [String?], number: Int, to sheet: inout Sheet) {
    let place = sheet.append(
      [.number(Double(number))] + row.map { $0.map { .text($0, .label) } ?? .blank(.inputText) })
    let outcome = ImpactColumn.allCases.firstIndex(of: .outcome) ?? 0
    let indicators = ImpactColumn.allCases.firstIndex(of: .indicators) ?? 0
    let chosen = row[outcome].flatMap { lists.outcome(titled: $0) }
    if row[outcome] == nil, let list = lists.outcomes {
      sheet.accept(
        sheet.area(place, outcome + 1), .list(list, othersAllowed: true), "Outcome",
        "Choose an outcome from the list, or write one of your own.")
    }
    if let list = chosen.map({ lists.indicators(of: $0) }) ?? lists.allIndicators {
      sheet.accept(
        sheet.area(place, indicators + 1), .list(list, othersAllowed: true), "Indicators",
        "Choose from the list, write your own, or both.")
    }
  }
}

/// The framework as a sheet, and where in it the lists for the drop-downs stand.
private struct Lists {
  let sheet: Sheet
  /// Nil where there are none.
  let outcomes: Area?
  let allIndicators: Area?
  private let areas: [String: Area]
  private let byTitle: [String: Outcome]

  init(_ chosen: Indexed<Outcome>) {
    var sheet = Sheet("Lists", columns: [50, 50, 18, 50])
    sheet.append(.text("The outcomes and indicators to choose from", .title))
    sheet.append(.text("This is the outcomes framework of the tender. There is nothing to fill in here.", .line))
    sheet.append(.blank(.line))
    sheet.append(.text("Outcome", .column), .text("Level", .column))
    let top = sheet.rows.count
    for outcome in chosen { sheet.append(.text(outcome.title), .text(outcome.level.rawValue)) }
    sheet.append(.blank(.line))
    sheet.append(["Outcome", "Indicator", "Felt or counted", "How it is measured"].map { .text($0, .column) })
    let first = sheet.rows.count
    let entries = chosen.flatMap { outcome in
      // Outputs are counted at once; what tells of an outcome are the other indicators.
      outcome.indicators.filter { $0.evidence != .output }.map { (outcome, $0) }
    }
    for (outcome, indicator) in entries { sheet.append(Self.cells(of: indicator, outcome)) }
    self.sheet = sheet
    outcomes = chosen.isEmpty ? nil : sheet.area(top..<top + chosen.count, 0)
    allIndicators = entries.isEmpty ? nil : sheet.area(first..<first + entries.count, 1)
    let rows = Dictionary(grouping: entries.indices) { entries[$0].0.id }
    byTitle = Dictionary(chosen.map { ($0.title, $0) }) { first, _ in first }
    areas = rows.compactMapValues { rows in
      rows.first.map { sheet.area(first + $0..<first + $0 + rows.count, 1) }
    }
  }

  func outcome(titled title: String) -> Outcome? { byTitle[title] }

  func indicators(of outcome: Outcome) -> Area? { areas[outcome.id] }

  private static func cells(of indicator: Outcome.Indicator, _ outcome: Outcome) -> [Cell] {
    let evidence = indicator.evidence.map { $0 == .subjective ? "Felt" : "Seen or counted" } ?? ""
    let how = [indicator.measure, indicator.howOften, indicator.measuredBy.map { "By: \($0)" }].compactMap(\.self)
    return [.text(outcome.title), .text(indicator.text), .text(evidence), .text(how.joined(separator: ". "))]
  }
}
