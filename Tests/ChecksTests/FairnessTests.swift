import Foundation
import Testing

/// The golden cases of fairness, effort and language: the example pack with one thing made worse.
struct FairnessTests {
  private let folder = "tenders/mental-health-day-service"

  private func example(_ changes: [String: [String: String]] = [:]) throws -> Pack {
    try Pack.exampleAlone.changing(changes, below: folder + "/")
  }

  private static let before = Result { try Set(Pack.exampleAlone.check(on: nil).map(\.message)) }

  /// What is reported that the example does not report as it is.
  private func new(_ pack: Pack) throws -> [Finding] {
    let before = try Self.before.get()
    return try pack.check(on: nil).filter { !before.contains($0.message) }
  }

  @Test func `hard hats, ISO 14001 and three years of audited accounts are each reported`() throws {
    let pack = try example([
      "tender.md": [
        "conditions:\n": """
        conditions:
          - id: boilerplate
            kind: technical
            asks: Please attach your hard hat policy and your ISO 14001 certificate.
            minimum: Three years of audited accounts.
            consequence: We ask you to explain before we decide.

        """
      ]
    ])
    let findings = try new(pack)
    #expect(findings.map(\.code) == ["T09", "T09", "T10"])
    #expect(findings.allSatisfy { $0.severity == "warning" })
    let lines = try pack.text("\(folder)/tender.md").components(separatedBy: "\n")
    for (finding, words) in zip(findings, ["hard hat", "ISO 14001", "ears of audited"]) {
      let line = lines[(finding.line ?? 1) - 1]
      let start = (finding.column ?? 1) - 1
      #expect(String(line.dropFirst(start).prefix((finding.endColumn ?? 1) - 1 - start)).contains(words))
    }
  }

  @Test func `forty-four questions of 500 to 2,000 words for 350,000 pounds a year are too much`() throws {
    var pack = try example([
      "tender.md": [
        "total: 1350000": "total: 1050000", "per-year: 450000": "per-year: 350000", "from: 420000": "from: 320000",
        "to: 450000": "to: 350000",
      ]
    ])
    for number in 1...34 {
      pack["\(folder)/questions/more-\(number).md"] =
        """
        ---
        title: More about topic \(number)
        criterion: quality/service-outcomes
        weight: 1
        limit: {words: \(500 + number * 44)}
        group: other
        asks: What you would say about topic \(number).
        scale: five-levels
        ---
        What would you do?

        """
    }
    let findings = try new(pack).filter { $0.code == "T06" }
    #expect(findings.map(\.severity) == ["warning"])
    let message = try #require(findings.first?.message)
    for words in ["44 answers", "£350,000 a year", "£400,000", "days of one person's work", "within 74 days"] {
      #expect(message.contains(words), "\(message)")
    }
  }

  @Test func `a deadline on Christmas Eve is reported, and nothing else`() throws {
    let pack = try example([
      "tender.md": [
        "issued: 2026-12-07": "issued: 2026-10-19",
        "questions-close: 2027-01-22T17:00": "questions-close: 2026-12-16T17:00",
        "answers-by: 2027-01-29": "answers-by: 2026-12-17", "deadline: 2027-02-19T12:00": "deadline: 2026-12-24T12:00",
      ]
    ])
    let findings = try new(pack)
    #expect(findings.map(\.code) == ["T05"])
    #expect(findings.first?.message.contains("noon on Thursday 24 December 2026") == true)
  }

  @Test func `placeholders are errors once a tender is open, and warnings before`() throws {
    let text = try example().text("\(folder)/contract.md")
    let first = try #require(text.components(separatedBy: "---\n").dropFirst(2).first?.prefix(30))
    let words = [
      "contract.md": [String(first): "It begins on [insert date]. The sum is £XXXXX. Details TBC.\n\n" + first]
    ]
    let open = try new(example(words))
    #expect(Set(open.map(\.code)) == ["T16"] && open.count == 3)
    #expect(open.allSatisfy { $0.severity == "error" })
    #expect(open.contains { $0.message.contains("“[insert date]”") })
    let planned = try new(example(words.merging(["tender.md": ["stage: open": "stage: planned"]]) { $1 }))
    #expect(planned.filter { $0.code == "T16" }.map(\.severity) == ["warning", "warning", "warning"])
  }
}
