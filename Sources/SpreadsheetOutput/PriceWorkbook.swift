internal import Content
package import Diagnostics
package import Tenders

/// The price schedule to fill in: a sheet for the contract, or one for each lot. It adds up by itself.
package struct PriceWorkbook {
  private let tender: Tender

  package init(_ tender: Tender) { self.tender = tender }

  package func workbook(findings: inout [Diagnostic]) -> Workbook {
    var workbook = Workbook(properties: .init(tender, .priceSchedule))
    var names = SheetNames()
    workbook.sheets.append(readMe(named: names.name("Read me")))
    for unit in tender.awardUnits {
      let title = unit.lot.map { "Price \($0.title)" } ?? "Price"
      let sheet = PriceSheet(tender, unit, name: names.name(title), findings: &findings)
      workbook.sheets.append(sheet.sheet)
      let ending = unit.lot.map { "_" + $0.id.replacing("-", with: "_") } ?? ""
      workbook.names["Total_price\(ending)"] = sheet.total
    }
    return workbook.finished(tender, findings: &findings)
  }

  private func readMe(named name: String) -> Sheet {
    .page(
      name, title: "Price schedule: \(tender.title)",
      [
        ("What it is for", [tender.byline, PackDocument.priceSchedule.purpose]),
        (
          "How to fill it in",
          [
            "Write the price of one for each line. The sheet works out the rest.",
            tender.lots.isEmpty ? "" : "There is a sheet for each lot. Fill in those that you bid for.",
            "Write 0 where something costs nothing, so that we know you did not forget it.",
          ].filter { !$0.isEmpty } + typingAdvice
        ),
        (
          "How to send it",
          [tender.deadlineWords, "Save it as it is, or in another spreadsheet format, and send it with your bid."]
        ),
        ("If you need help or another format", tender.helpLines),
      ])
  }
}
