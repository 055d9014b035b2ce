import Foundation
import Testing

/// What holds for all rules: thresholds, profiles, acceptances, drafts, reports. Each rule's own test is its page.
struct RuleTests {
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

  private func check(_ workplace: Workplace, _ codes: Set<String>? = nil) throws -> [Workplace.Finding] {
    try workplace.run("check", "--format", "json").findings.filter { codes?.contains($0.code) ?? true }
  }

  // MARK: Golden cases

  @Test func `Everytown's price of 45 is too heavy, with value, threshold and source`() throws {
    let finding = try #require(try check(withHeavyPrice()).first)
    #expect(finding.code == "W02" && finding.severity == "warning")
    #expect(finding.message.contains("45%") && finding.message.contains("40%"))
    #expect(finding.source?.contains("New Economics Foundation") == true)
    let line = try withHeavyPrice().read(tender).split(separator: "\n", omittingEmptySubsequences: false)[
      (finding.line ?? 1) - 1]
    #expect(line.contains("id: price"))
  }

  @Test func `weights like those of Lambeth have one fault, that community outcomes are not scored`() throws {
    let questions = "content/tenders/day-service/questions"
    let workplace = try workplace([
      "\(questions)/well-and-company.md": ["criterion: quality": "criterion: project", "weight: 30": "weight: 25"],
      "\(questions)/knowing.md": ["criterion: quality": "criterion: monitoring", "weight: 20": "weight: 10"],
      "\(questions)/who-decides.md": ["criterion: quality": "criterion: co-production", "weight: 12": "weight: 20"],
      "\(questions)/made-together.md": ["criterion: quality": "criterion: assurance", "weight: 8": "weight: 5"],
      "\(questions)/good-for-the-town.md": [
        "criterion: community": "criterion: qualities", "weight: 10": "weight: 20",
      ],
    ])
    let text = try workplace.read(tender)
    let criteria = """
      criteria:
        - {id: project, title: Your project, weight: 25, kind: quality}
        - {id: monitoring, title: Monitoring and evaluation, weight: 10, kind: quality}
        - {id: qualities, title: Service qualities, weight: 20, kind: quality}
        - {id: co-production, title: Co-production, weight: 20, kind: quality}
        - {id: assurance, title: Quality assurance, weight: 5, kind: quality}
        - {id: price, title: Finance, weight: 20, kind: price}

      """
    try workplace.write(text.replacing(#/criteria:\n(  - .*\n)+/#, with: criteria), to: tender)
    let findings = try check(workplace)
    #expect(!findings.contains { $0.severity == "error" })
    #expect(findings.filter { $0.code.hasPrefix("W") }.map(\.code) == ["W05"], "\(findings)")
  }

  // MARK: Thresholds

  @Test func `a threshold of the council's own is used, and every message that it touches says so`() throws {
    let workplace = try workplace(["content/site.yml": ["nation:": "thresholds: {price-weight-most: 15%}\nnation:"]])
    let findings = try check(workplace)
    #expect(findings.map(\.code) == ["W02"])
    #expect(findings.first?.message.contains("your site.yml sets 15% for price-weight-most; the usual is 40%") == true)
  }

  @Test func `a threshold that there is not, or that is no number, is told with the nearest`() throws {
    let thresholds = "thresholds: {price-weight-moist: 50, question-weight-most: many}\nnation:"
    let findings = try check(workplace(["content/site.yml": ["nation:": thresholds]]))
    #expect(findings.map(\.code) == ["F23", "F23"])
    #expect(findings.first?.help == "Did you mean “price-weight-most”?")
  }

  // MARK: Profiles

  @Test func `groups of rules can be chosen, and a wrong name is answered`() throws {
    let workplace = try withHeavyPrice()
    #expect(try workplace.run("check", "--format", "json", "--profile", "core").findings == [])
    let both = try workplace.run("check", "--format", "json", "--profile", "core,outcomes").findings
    #expect(both.map(\.code) == ["W02"])
    let wrong = try workplace.run("check", "--profile", "outcome")
    #expect(wrong.code == 2 && wrong.errors.contains("Did you mean “outcomes”?"))
  }

  // MARK: What a bid takes, and what day it is

  @Test func `a check says what a bid takes, until bids are in`() throws {
    let line = "A day service: 5 answers, 1,900 words at most, 2 documents to fill in"
    let whole = try workplace([:]).run("check").output
    #expect(whole.contains("What a bid takes:\n  \(line)"), "\(whole)")
    #expect(whole.contains("for £450,000 a year, within 58 days.\n\nNothing is wrong."))
    #expect(try !workplace([tender: ["stage: open": "stage: evaluating"]]).run("check").output.contains("a bid takes"))
  }

  @Test func `the day of a check can be named, a wrong one is answered, and a build has none`() throws {
    let workplace = try workplace([:])
    func codes(on day: String) throws -> [String] {
      try workplace.run("check", "--format", "json", "--on", day).findings.map(\.code)
    }
    #expect(try codes(on: "2027-03-10") == [])
    #expect(try codes(on: "2027-03-11") == ["F25"])
    // 11 March 2027, noon.
    let late = ["SOURCE_DATE_EPOCH": "1804766400"]
    #expect(try workplace.buildPages("--strict", "--quiet", environment: late).code == 0)
    let named = try workplace.buildPages("--quiet", "--on", "2027-03-11")
    #expect(named.errors.contains("F25"))
    let report = try workplace.read("private/checks/day-service/report.html")
    #expect(report.contains("It was checked on Thursday 11 March 2027."))
    let wrong = try workplace.run("check", "--on", "2027-02-30")
    #expect(wrong.code == 2 && wrong.errors.contains("year, month and day"))
  }

  @Test func `an acceptance of what only a check finds is not called unused by a build`() throws {
    let workplace = try workplace([tender: accepting("F25", "open, deadline 2027-03-10")])
    #expect(try workplace.buildPages("--strict", "--quiet").code == 0)
    #expect(try workplace.run("check", "--strict", "--on", "2027-04-01").code == 0)
    #expect(try check(workplace).map(\.code) == ["F22"])
  }

  // MARK: Acceptances

  private func accepting(_ rule: String, _ value: String) -> [String: String] {
    [
      "stage: open":
        "stage: open\naccepts:\n  - {rule: \(rule), value: \"\(value)\", reason: Cabinet decided so, by: Lead commissioner, date: 2026-12-04}"
    ]
  }

  @Test func `what is accepted is not reported, and strict builds pass`() throws {
    let workplace = try withHeavyPrice(accepting("W02", "45%"))
    #expect(try check(workplace) == [])
    #expect(try workplace.buildPages("--strict", "--quiet").code == 0)
  }

  @Test func `a finding comes back when its value changes, and says so`() throws {
    let workplace = try withHeavyPrice(accepting("W02", "50%"))
    #expect(try check(workplace).map(\.code) == ["W02"])
    let words = "“50%” was accepted by Lead commissioner on 4 December 2026, and that is no longer what it is"
    #expect(try workplace.run("check").output.contains(words))
  }

  @Test func `an acceptance that nothing needs is reported, and so is one of no rule`() throws {
    let unused = try check(workplace([tender: accepting("W02", "45%")]))
    #expect(unused.map(\.code) == ["F22"] && unused.first?.message.contains("nothing left to accept") == true)
    let unknown = try check(workplace([tender: accepting("W99", "45%")]))
    #expect(unknown.map(\.code) == ["F22"])
  }

  @Test func `an error cannot be accepted`() throws {
    let changes = ["weight: 20, kind: price": "weight: 25, kind: price"].merging(accepting("W01", "105")) { $1 }
    let workplace = try workplace([tender: changes])
    #expect(try check(workplace).map(\.code) == ["W01"])
    #expect(try workplace.run("check").output.contains("an error cannot be accepted"))
  }

  @Test func `the lines that check prints accept the finding`() throws {
    let workplace = try withHeavyPrice()
    let line = try #require(try check(workplace).first?.line)
    let run = try workplace.run("check", "--accept", "W02@\(tender):\(line)")
    let lines = try #require(run.output.components(separatedBy: "\n\n").last)
      .replacing("reason:", with: "reason: It was decided").replacing("by:", with: "by: Head of commissioning")
      .replacing("date:", with: "date: 2026-12-04")
    try workplace.write(
      try workplace.read(tender).replacing("stage: open\n", with: "stage: open\n\(lines)"), to: tender)
    #expect(try check(workplace) == [])
    #expect(try workplace.run("check", "--accept", "W02@\(tender):1").code == 2)
    #expect(try workplace.run("check", "--accept", "nonsense").errors.contains("Write the code, the file and the line"))
  }

  // MARK: Drafts

  @Test func `what is unfinished in a draft is a warning`() throws {
    let changes = ["weight: 20, kind: price": "weight: 25, kind: price", "stage: open": "stage: draft"]
    let findings = try check(workplace([tender: changes]), ["W01"])
    #expect(findings.map(\.severity) == ["warning"])
  }

  // MARK: Reports

  @Test func `GitHub shows a finding on the line of the words`() throws {
    let workplace = try withHeavyPrice()
    let lines = try workplace.read(tender).components(separatedBy: "\n")
    let number = try #require(lines.firstIndex { $0.contains("id: price") }) + 1
    let output = try workplace.run("check", "--format", "github").output
    #expect(output.hasPrefix("::warning file=\(tender),line=\(number),endLine=\(number),col="))
    #expect(output.contains("title=W02 price-too-heavy::") && output.contains("%0ASource: New Economics Foundation"))
  }

  @Test func `explain prints a rule's page, says what other codes mean, and lists all`() throws {
    let workplace = try Workplace([:])
    let page = try workplace.run("explain", "w02").output
    for words in [
      "W02  Price counts for too much", "What to do", "price-weight-most", "Wrong", "in tenders/day-service/tender.md",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try workplace.run("explain", "price-too-heavy").output == page)
    #expect(try workplace.run("explain", "F10").output.contains("front matter"))
    #expect(try workplace.run("explain").output.contains("W15  "))
    #expect(try workplace.run("explain", "Z9").code == 2)
  }
}
