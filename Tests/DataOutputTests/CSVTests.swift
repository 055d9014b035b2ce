import DataOutput
import Diagnostics
import Foundation
import Planning
import Tenders
import TestSupport
import Testing

struct CSVTests {
  private func files(_ id: String, _ texts: [String: String]) throws -> CSVFiles {
    var findings: [Diagnostic] = []
    let model = Read.model(texts)
    let plan = Plan.make(model, assets: [], style: Address("style.css"), drafts: true, findings: &findings)
    return CSVFiles(try #require(model.tender(id)), plan: plan)
  }

  private func example() throws -> CSVFiles {
    try files("mental-health-day-service", Read.texts(in: "content"))
  }

  private func twoLots() throws -> CSVFiles { try files("young-people", Read.texts(in: Read.packs + "/two-lots")) }

  private func rows(_ text: String) -> [String] {
    text.components(separatedBy: "\r\n")
  }

  @Test func `tables begin with the mark of UTF-8 and end each line as RFC 4180 says`() throws {
    let files = try example()
    for text in [files.outcomes, files.questions, files.criteria] {
      #expect(text.unicodeScalars.first == "\u{FEFF}")
      #expect(text.hasSuffix("\r\n"))
    }
  }

  @Test func `there is a row for each indicator, question and criterion`() throws {
    let tender = try Read.example()
    let files = try example()
    #expect(rows(files.outcomes).count == tender.outcomes.flatMap(\.indicators).count + 2)
    // A text has lines of its own, which end as it wrote them.
    #expect(rows(files.questions).count == 10 + 2)
    #expect(
      rows(files.criteria).dropFirst().prefix(3) == [
        ",quality,,Quality,quality,70,", ",quality,service-outcomes,Service outcomes,quality,40,",
        ",quality,co-production,Co-production,quality,20,",
      ])
    #expect(files.questions.contains("8,who-decides,Who decides,"))
  }

  @Test func `each lot has its own criteria where they differ`() throws {
    let table = rows(try twoLots().criteria)
    #expect(
      table.contains("north,price,,Price,price,20,North Testham")
        && table.contains("south,price,,Price,price,30,South Testham"))
  }

  @Test func `a question has its text as it stands on the page, its lots by name and its scale`() throws {
    let table = try twoLots().questions
    #expect(table.contains(",lot-titles,scale-title,text\r\n"))
    let text = """
      ,"How would you know what changes, and what would you do with what you learn?

      What a good answer shows

      - Few questions, and young people who help to choose them"
      """
    #expect(
      rows(table).contains { $0.contains(",seeing-change,") && $0.hasSuffix(text) && $0.contains(",North Testham,") })
    #expect(try example().questions.contains("who will decide about money"))
  }

  @Test(arguments: [
    ("=HYPERLINK(\"http://evil.example\")", "\"'=HYPERLINK(\"\"http://evil.example\"\")\""), ("+1", "'+1"),
    ("-1", "'-1"),
    ("@x", "'@x"), ("\t=1", "'\t=1"), ("A, \"b\"\nc", "\"A, \"\"b\"\"\nc\""), ("Caffi ŵ 😀", "Caffi ŵ 😀"),
  ])
  func `a cell is what was written, and no formula`(_ words: String, _ cell: String) throws {
    let scalar = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t")
    let files = try files(
      "t",
      [
        "site.yml": "title: S\norganisation: C\n",
        "tenders/t/tender.md":
          "---\nstage: draft\ncriteria:\n  - {id: c, title: \"\(scalar)\", kind: quality}\n---\n",
      ])
    #expect(files.criteria.hasSuffix("\r\n,c,,\(cell),quality,,\r\n"))
  }

  @Test func `a tender that says nothing has tables with their heads`() throws {
    let files = try files(
      "t", ["site.yml": "title: S\norganisation: C\n", "tenders/t/tender.md": "---\nstage: draft\n---\n"])
    for text in [files.outcomes, files.questions, files.criteria] { #expect(rows(text).count == 2) }
  }
}
