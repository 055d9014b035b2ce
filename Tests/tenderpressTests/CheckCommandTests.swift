import Foundation
import Testing

/// Checks as a person runs them: what the commands take, what they print, and how a build treats what rules found. What
/// the rules find is in ChecksTests.
struct CheckCommandTests {
  private let tender = "content/tenders/day-service/tender.md"
  private let heavyPrice = [
    "weight: 70, kind: quality": "weight: 45, kind: quality", "weight: 20, kind: price": "weight: 45, kind: price",
  ]

  /// The sound pack with some words of files changed.
  private func workplace(_ changes: [String: [String: String]]) throws -> Workplace {
    try Workplace(pack: "sound", changing: changes)
  }

  private func withHeavyPrice(_ more: [String: String] = [:]) throws -> Workplace {
    try workplace([
      tender: heavyPrice.merging(more) { $1 },
      "content/tenders/day-service/questions/well-and-company.md": ["weight: 30": "weight: 5", "700": "150"],
    ])
  }

  private func check(_ workplace: Workplace) async throws -> [Workplace.Finding] {
    try await workplace.run("check", "--format", "json").findings
  }

  // MARK: Profiles

  @Test func `groups of rules can be chosen, and a wrong name is answered`() async throws {
    let workplace = try withHeavyPrice()
    #expect(try await workplace.run("check", "--format", "json", "--profile", "core").findings == [])
    let both = try await workplace.run("check", "--format", "json", "--profile", "core,outcomes").findings
    #expect(both.map(\.code) == ["W02"])
    let wrong = try await workplace.run("check", "--profile", "outcome")
    #expect(wrong.code == 2 && wrong.errors.contains("Did you mean “outcomes”?"))
  }

  // MARK: What a bid takes, and what day it is

  @Test func `a check says what a bid takes, until bids are in`() async throws {
    let line = "A day service: 5 answers, 1,900 words at most, 2 documents to fill in"
    let whole = try await workplace([:]).run("check").output
    #expect(whole.contains("What a bid takes:\n  \(line)"), "\(whole)")
    #expect(whole.contains("for £450,000 a year, within 58 days.\n\nNothing is wrong."))
    #expect(
      try await !workplace([tender: ["stage: open": "stage: evaluating"]]).run("check").output.contains("a bid takes"))
  }

  @Test func `what a bid takes stands on the page that helps to decide, and in the key facts`() async throws {
    let workplace = try Workplace.example()
    try await workplace.buildPages("--quiet")
    let page = try workplace.read("site/tenders/mental-health-day-service/should-we-bid/index.html")
    #expect(
      page.contains("About 8 days of one person's work") || page.contains("About 8 days of one person&#39;s work"))
    #expect(page.contains("2 documents to fill in, 4 proofs and 1 signature"))
    let summary = try workplace.read("site/tenders/mental-health-day-service/index.html")
    #expect(summary.contains("By email. About 8 days"))
  }

  @Test func `the day of a check can be named, a wrong one is answered, and a build has none`() async throws {
    let workplace = try workplace([:])
    func codes(on day: String) async throws -> [String] {
      try await workplace.run("check", "--format", "json", "--on", day).findings.map(\.code)
    }
    #expect(try await codes(on: "2027-03-10") == [])
    #expect(try await codes(on: "2027-03-11") == ["F25"])
    // 11 March 2027, noon.
    let late = ["SOURCE_DATE_EPOCH": "1804766400"]
    #expect(try await workplace.buildPages("--strict", "--quiet", environment: late).code == 0)
    let named = try await workplace.buildPages("--quiet", "--on", "2027-03-11")
    #expect(named.errors.contains("F25"))
    let report = try workplace.read("private/checks/day-service/report.html")
    #expect(report.contains("It was checked on Thursday 11 March 2027."))
    let wrong = try await workplace.run("check", "--on", "2027-02-30")
    #expect(wrong.code == 2 && wrong.errors.contains("year, month and day"))
  }

  @Test(arguments: ["abc", "12x", "-1", "1e9", "99999999999999999999", "9223372036854775807"])
  func `a day that a pipeline names in another way than in seconds is answered`(words: String) async throws {
    let workplace = try workplace([:])
    for command in ["check", "build"] {
      let run = try await workplace.run(command, environment: ["SOURCE_DATE_EPOCH": words])
      #expect(run.code == 2 && run.errors.contains("SOURCE_DATE_EPOCH is “\(words)”"))
      #expect(!workplace.exists("site"))
    }
    // A day that is named on the command line needs no other.
    let named = try await workplace.run("check", "--on", "2027-03-10", environment: ["SOURCE_DATE_EPOCH": words])
    #expect(named.code == 0)
  }

  @Test func `an acceptance of what only a check finds is not called unused by a build`() async throws {
    let workplace = try workplace([tender: accepting("F25", "open, deadline 2027-03-10")])
    #expect(try await workplace.buildPages("--strict", "--quiet").code == 0)
    #expect(try await workplace.run("check", "--strict", "--on", "2027-04-01").code == 0)
    #expect(try await check(workplace).map(\.code) == ["F22"])
  }

  // MARK: Acceptances

  private func accepting(_ rule: String, _ value: String) -> [String: String] {
    [
      "stage: open":
        "stage: open\naccepts:\n  - {rule: \(rule), value: \"\(value)\", reason: Cabinet decided so, by: Lead commissioner, date: 2026-12-04}"
    ]
  }

  @Test func `what is accepted is not reported, and strict builds pass`() async throws {
    let workplace = try withHeavyPrice(accepting("W02", "45%"))
    #expect(try await check(workplace) == [])
    #expect(try await workplace.buildPages("--strict", "--quiet").code == 0)
  }

  @Test func `the lines that check prints accept the finding`() async throws {
    let workplace = try withHeavyPrice()
    let line = try #require(try await check(workplace).first?.line)
    let run = try await workplace.run("check", "--accept", "W02@\(tender):\(line)")
    let lines = try #require(run.output.components(separatedBy: "\n\n").last)
      .replacing("reason:", with: "reason: It was decided").replacing("by:", with: "by: Head of commissioning")
      .replacing("date:", with: "date: 2026-12-04")
    try workplace.write(
      try workplace.read(tender).replacing("stage: open\n", with: "stage: open\n\(lines)"), to: tender)
    #expect(try await check(workplace) == [])
    #expect(try await workplace.run("check", "--accept", "W02@\(tender):1").code == 2)
    #expect(
      try await workplace.run("check", "--accept", "nonsense").errors.contains("Write the code, the file and the line"))
  }

  // MARK: Reports

  @Test func `GitHub shows a finding on the line of the words`() async throws {
    let workplace = try withHeavyPrice()
    let lines = try workplace.read(tender).components(separatedBy: "\n")
    let number = try #require(lines.firstIndex { $0.contains("id: price") }) + 1
    let output = try await workplace.run("check", "--format", "github").output
    #expect(output.hasPrefix("::warning file=\(tender),line=\(number),endLine=\(number),col="))
    #expect(output.contains("title=W02 price-too-heavy::") && output.contains("%0ASource: New Economics Foundation"))
  }

  @Test func `explain prints a rule's page, says what other codes mean, and lists all`() async throws {
    let workplace = try Workplace([:])
    let page = try await workplace.run("explain", "w02").output
    for words in [
      "W02  Price counts for too much", "What to do", "price-weight-most", "Wrong", "in tenders/day-service/tender.md",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try await workplace.run("explain", "price-too-heavy").output == page)
    #expect(try await workplace.run("explain", "F10").output.contains("front matter"))
    #expect(try await workplace.run("explain").output.contains("W15  "))
    #expect(try await workplace.run("explain", "Z9").code == 2)
  }
}
