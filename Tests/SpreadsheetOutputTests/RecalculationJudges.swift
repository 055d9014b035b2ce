import Diagnostics
import Foundation
import SpreadsheetOutput
import Tenders
import TestSupport
import Testing

/// What we work out is what a spreadsheet program works out.
struct RecalculationJudges {
  @Test func `LibreOffice finds our results in every workbook of every pack`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let advice = try Read.tender("advice", in: "Tests/tenderpressTests/Packs/awarded")
    let transport = try Read.tender("transport", in: "Tests/tenderpressTests/Packs/awarded")
    var workbooks: [String: Workbook] = [:]
    for (index, tender) in [try Read.example(), try Read.twoLots(), advice, transport].enumerated() {
      workbooks["price\(index)"] = PriceWorkbook(tender).workbook(findings: &findings)
      workbooks["scoring\(index)"] = ScoringWorkbook(tender).workbook(findings: &findings)
      workbooks["map\(index)"] = ImpactMapWorkbook(tender).workbook(findings: &findings)
    }
    // The results that stand in the files are those of empty ones, so that none of them can pass for right.
    for (name, workbook) in workbooks { _ = try office.write(workbook.filledIn(), name) }
    let theirs = try office.recalculated(workbooks.keys.sorted())
    for (name, workbook) in workbooks {
      try compare(workbook.filledIn().calculated(), with: try #require(theirs[name]), stale: workbook)
    }
    #expect(findings.isEmpty)
  }

  @Test func `LibreOffice shows what looks like a formula as it was written`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let words = BadInputTests.formulas[0]
    let workbook = ImpactMapWorkbook(try BadInputTests().tender(words)).workbook(findings: &findings)
    _ = try office.write(workbook)
    let lists = try #require(try office.recalculated(["book"])["book"]?["Lists"])
    #expect(lists.flatMap(\.self).count { $0 == words } == 3)
  }

  @Test func `LibreOffice reads the strangest words back as they were`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let words = "_x0041_ <&\"'> ŵ 👩‍👩‍👧\nsecond"
    let workbook = ImpactMapWorkbook(try BadInputTests().tender(words)).workbook(findings: &findings)
    _ = try office.write(workbook)
    let lists = try #require(try office.recalculated(["book"])["book"]?["Lists"])
    #expect(lists.flatMap(\.self).count { $0 == words } == 3, "\(lists)")
  }

  private func compare(_ ours: Workbook, with theirs: [String: [[String]]], stale: Workbook) throws {
    var (compared, changed) = (0, 0)
    for sheet in ours.sheets {
      let cells = try #require(theirs[sheet.name], "\(sheet.name) of \(theirs.keys)")
      for (row, line) in sheet.rows.enumerated() {
        for (column, cell) in line.enumerated() {
          guard case .formula(let formula, let result) = cell.content else { continue }
          let shown = cells.indices.contains(row) && cells[row].indices.contains(column) ? cells[row][column] : ""
          #expect(result.agrees(with: shown), "\(sheet.name) \(row + 1) \(column) \(formula.excel): \(shown)")
          compared += 1
          if stale[sheet.name, row, column] != cell.content { changed += 1 }
        }
      }
    }
    if ours.sheets.contains(where: { $0.name == "Moderation" }) { #expect(compared > 100 && changed > 100) }
  }
}

extension CellValue? {
  fileprivate func agrees(with shown: String) -> Bool {
    switch self {
    case .number(let number): Double(shown).map { abs($0 - number) < 1e-9 * max(1, abs(number)) } ?? false
    case .text(let text), .fault(let text): text == shown
    case .flag(let flag): shown == (flag ? "TRUE" : "FALSE")
    case .blank, nil: false
    }
  }
}
