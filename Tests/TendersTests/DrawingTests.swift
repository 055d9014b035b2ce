import Content
import Diagnostics
import Markdown
import Tenders
import Testing

struct DrawingTests {
  private func tender() throws -> Tender {
    let text = """
      ---
      title: T
      stage: draft
      value: {total: 1050000, per-year: 350000, vat: before}
      dates: {deadline: 2027-03-12T12:00, interviews: [2027-03-20, 2027-03-21]}
      criteria:
        - {id: price, title: Price, weight: 20, kind: price}
        - {id: quality, title: Quality, weight: 80, kind: quality, parts: [{id: co-production, title: C, weight: 12.5}]}
      ---
      """
    var findings: [Diagnostic] = []
    let files = ["site.yml": "title: S\norganisation: O\n", "tenders/t/tender.md": text].map { path, text in
      let source = SourceText(name: path, text: text)
      return path == "site.yml"
        ? ContentFile(yaml: path, source: source, findings: &findings)
        : ContentFile(path: path, source: source, options: ParseOptions(), findings: &findings)
    }
    return try #require(Model.assemble(files, findings: &findings).tenders.first)
  }

  @Test(
    arguments: [
      ("dates.deadline", nil, .words("noon on Friday 12 March 2027")),
      ("dates.deadline", "date", .words("12 March 2027")), ("dates.deadline", "time", .words("noon")),
      ("dates.deadline", "number", .format(allowed: ["date", "time"])),
      ("dates.interviews", nil, .words("Saturday 20 March 2027 and Sunday 21 March 2027")),
      ("value.per-year", nil, .words("£350,000 a year before VAT")),
      ("value.total", nil, .words("£1,050,000 before VAT")),
      ("value.total", "number", .words("1,050,000")), ("criteria.price.weight", nil, .words("20%")),
      ("criteria.quality.parts.co-production.weight", nil, .words("12.5%")),
      ("criteria.price", nil, .group(keys: ["id", "title", "weight", "kind"])),
      ("criteria", nil, .group(keys: ["price", "quality"])), ("dates.decision", nil, .notWritten),
      ("reference", nil, .notWritten), ("dates.dedline", nil, .unknown(near: "dates.deadline")),
      ("criteria.prize.weight", nil, .unknown(near: "criteria.price.weight")), ("", nil, .unknown(near: nil)),
      ("..", nil, .unknown(near: nil)),
    ] as [(String, String?, Drawn)])
  func `a path draws its value in`(path: String, format: String?, expected: Drawn) throws {
    #expect(try tender().draw(path, as: format) == expected)
  }
}
