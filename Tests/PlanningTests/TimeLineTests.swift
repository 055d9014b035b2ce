import Markdown
import Tenders
import TestSupport
import Testing

@testable import Planning

struct TimeLineTests {
  /// Where each title stands: its place across in whole per cent, down in em, and whether its words run to the left.
  private func titles(_ dates: String) throws -> [String] {
    let model = Read.model([
      "site.yml": "title: S\norganisation: C\n", "tenders/t/tender.md": "---\nstage: open\ndates: {\(dates)}\n---\n",
    ])
    let figure = Figures.timetable(Timetable(try #require(model.tender("t"))).entries)
    return figure.shapes.compactMap { shape in
      guard case .text(let x, let y, let words, let style) = shape, style.isStrong else { return nil }
      return "\(Int(x.rounded())) \(y)\(style.endsAtPoint ? " left" : "") \(words)"
    }
  }

  @Test(
    arguments: [
      ("issued: 2027-01-01, deadline: 2027-04-11", ["0 3.8 Tender published", "100 3.8 left Deadline for bids"]),
      (
        "issued: 2027-01-01, questions-close: 2027-01-06, answers-by: 2027-01-11, deadline: 2027-04-11",
        [
          "0 1.2 Tender published", "5 9.2 Last time to ask questions", "10 3.8 All answers published",
          "100 3.8 left Deadline for bids",
        ]
      ),
      (
        "issued: 2027-01-01, interviews: [2027-03-22, 2027-03-23], deadline: 2027-03-21, decision: 2027-04-11, end: 2030-01-01",
        ["0 3.8 Tender published", "79 1.2 Deadline for bids", "80 9.2 Meetings with bidders", "100 3.8 left Decision"]
      ),
      ("start: 2027-01-01, end: 2028-01-01", ["0 3.8 Contract starts", "100 3.8 left Contract ends"]),
      ("deadline: 2027-01-01", ["0 3.8 Deadline for bids"]),
    ] as [(String, [String])])
  func `words stand where there is room, above the line or below it`(dates: String, expected: [String]) throws {
    let found = try titles(dates)
    #expect(found == expected)
  }
}
