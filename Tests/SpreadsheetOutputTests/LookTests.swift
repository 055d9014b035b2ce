import Diagnostics
import Foundation
import SpreadsheetOutput
import Tenders
import Testing

struct LookTests {
  @Test func `write to look at`() throws {
    var findings: [Diagnostic] = []
    for (name, tender) in [("example", try Read.example()), ("lots", try Read.twoLots())] {
      let start = Date()
      try write(ImpactMapWorkbook(tender).workbook(findings: &findings), to: "/tmp/docs/look/\(name)-map.xlsx")
      try write(PriceWorkbook(tender).workbook(findings: &findings), to: "/tmp/docs/look/\(name)-price.xlsx")
      try write(ScoringWorkbook(tender).workbook(findings: &findings), to: "/tmp/docs/look/\(name)-scoring.xlsx")
      print(name, Date().timeIntervalSince(start))
    }
    print(findings)
  }
}
