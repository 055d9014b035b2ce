import DataOutput
import Foundation
import Tenders
import TestSupport
import Testing

struct CSVTests {
  private func rows(_ text: String) -> [String] {
    text.components(separatedBy: "\r\n")
  }

  @Test func `tables begin with the mark of UTF-8 and end each line as RFC 4180 says`() throws {
    let files = CSVFiles(try Read.example())
    for text in [files.outcomes, files.questions, files.criteria] {
      #expect(text.unicodeScalars.first == "\u{FEFF}")
      #expect(text.hasSuffix("\r\n"))
    }
  }

  @Test func `there is a row for each indicator, question and criterion`() throws {
    let tender = try Read.example()
    let files = CSVFiles(tender)
    #expect(rows(files.outcomes).count == tender.outcomes.flatMap(\.indicators).count + 2)
    #expect(rows(files.questions).count == 10 + 2)
    #expect(
      rows(files.criteria).dropFirst().prefix(3) == [
        ",quality,,Quality,quality,70", ",quality,service-outcomes,Service outcomes,quality,40",
        ",quality,co-production,Co-production,quality,20",
      ])
    #expect(files.questions.contains("8,who-decides,Who decides,"))
  }

  @Test func `each lot has its own criteria where they differ`() throws {
    let table = rows(CSVFiles(try Read.twoLots()).criteria)
    #expect(table.contains("north,price,,Price,price,20") && table.contains("south,price,,Price,price,30"))
  }

  @Test(arguments: [
    ("=HYPERLINK(\"http://evil.example\")", "\"'=HYPERLINK(\"\"http://evil.example\"\")\""), ("+1", "'+1"),
    ("-1", "'-1"),
    ("@x", "'@x"), ("\t=1", "'\t=1"), ("A, \"b\"\nc", "\"A, \"\"b\"\"\nc\""), ("Caffi ŵ 😀", "Caffi ŵ 😀"),
  ])
  func `a cell is what was written, and no formula`(_ words: String, _ cell: String) throws {
    let scalar = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t")
    let tender = try Read.tender(
      "t",
      [
        "site.yml": "title: S\norganisation: C\n",
        "tenders/t/tender.md":
          "---\nstage: draft\ncriteria:\n  - {id: c, title: \"\(scalar)\", kind: quality}\n---\n",
      ])
    #expect(CSVFiles(tender).criteria.hasSuffix("\r\n,c,,\(cell),quality,\r\n"))
  }

  @Test func `a tender that says nothing has tables with their heads`() throws {
    let tender = try Read.tender(
      "t", ["site.yml": "title: S\norganisation: C\n", "tenders/t/tender.md": "---\nstage: draft\n---\n"])
    let files = CSVFiles(tender)
    for text in [files.outcomes, files.questions, files.criteria] { #expect(rows(text).count == 2) }
  }
}
