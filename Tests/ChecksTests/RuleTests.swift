import Testing

/// What holds for all rules: thresholds, acceptances, drafts. Each rule's own test is its page.
struct RuleTests {
  private let tender = "tenders/day-service/tender.md"
  private let heavyPrice = [
    "weight: 70, kind: quality": "weight: 45, kind: quality", "weight: 20, kind: price": "weight: 45, kind: price",
  ]

  private func withHeavyPrice(_ more: [String: String] = [:]) throws -> Pack {
    try Pack.sound.changing([
      tender: heavyPrice.merging(more) { $1 },
      "tenders/day-service/questions/well-and-company.md": ["weight: 30": "weight: 5", "700": "150"],
    ])
  }

  // MARK: Golden cases

  @Test func `Everytown's price of 45 is too heavy, with value, threshold and source`() throws {
    let finding = try #require(withHeavyPrice().check().first)
    #expect(finding.code == "W02" && finding.severity == "warning")
    #expect(finding.message.contains("45%") && finding.message.contains("40%"))
    #expect(finding.source?.contains("New Economics Foundation") == true)
    let line = try withHeavyPrice().text(tender).split(separator: "\n", omittingEmptySubsequences: false)[
      (finding.line ?? 1) - 1]
    #expect(line.contains("id: price"))
  }

  @Test func `weights like those of Lambeth have one fault, that community outcomes are not scored`() throws {
    let questions = "tenders/day-service/questions"
    var pack = try Pack.sound.changing([
      "\(questions)/well-and-company.md": ["criterion: quality": "criterion: project", "weight: 30": "weight: 25"],
      "\(questions)/knowing.md": ["criterion: quality": "criterion: monitoring", "weight: 20": "weight: 10"],
      "\(questions)/who-decides.md": ["criterion: quality": "criterion: co-production", "weight: 12": "weight: 20"],
      "\(questions)/made-together.md": ["criterion: quality": "criterion: assurance", "weight: 8": "weight: 5"],
      "\(questions)/good-for-the-town.md": [
        "criterion: community": "criterion: qualities", "weight: 10": "weight: 20",
      ],
    ])
    let text = try pack.text(tender)
    let criteria = """
      criteria:
        - {id: project, title: Your project, weight: 25, kind: quality}
        - {id: monitoring, title: Monitoring and evaluation, weight: 10, kind: quality}
        - {id: qualities, title: Service qualities, weight: 20, kind: quality}
        - {id: co-production, title: Co-production, weight: 20, kind: quality}
        - {id: assurance, title: Quality assurance, weight: 5, kind: quality}
        - {id: price, title: Finance, weight: 20, kind: price}

      """
    pack[tender] = text.replacing(#/criteria:\n(  - .*\n)+/#, with: criteria)
    let findings = try pack.check()
    #expect(!findings.contains { $0.severity == "error" })
    #expect(findings.filter { $0.code.hasPrefix("W") }.map(\.code) == ["W05"], "\(findings)")
  }

  // MARK: Thresholds

  @Test func `a threshold of the council's own is used, and every message that it touches says so`() throws {
    let pack = try Pack.sound.changing(["site.yml": ["nation:": "thresholds: {price-weight-most: 15%}\nnation:"]])
    let findings = try pack.check()
    #expect(findings.map(\.code) == ["W02"])
    #expect(findings.first?.message.contains("your site.yml sets 15% for price-weight-most; the usual is 40%") == true)
  }

  @Test func `a threshold that there is not, or that is no number, is told with the nearest`() throws {
    let thresholds = "thresholds: {price-weight-moist: 50, question-weight-most: many}\nnation:"
    let findings = try Pack.sound.changing(["site.yml": ["nation:": thresholds]]).check()
    #expect(findings.map(\.code) == ["F23", "F23"])
    #expect(findings.first?.help == "Did you mean “price-weight-most”?")
  }

  // MARK: Acceptances

  private func accepting(_ rule: String, _ value: String) -> [String: String] {
    [
      "stage: open":
        "stage: open\naccepts:\n  - {rule: \(rule), value: \"\(value)\", reason: Cabinet decided so, by: Lead commissioner, date: 2026-12-04}"
    ]
  }

  @Test func `what is accepted is not reported`() throws {
    #expect(try withHeavyPrice(accepting("W02", "45%")).check() == [])
  }

  @Test func `a finding comes back when its value changes, and says so`() throws {
    let findings = try withHeavyPrice(accepting("W02", "50%")).check()
    #expect(findings.map(\.code) == ["W02"])
    let words = "“50%” was accepted by Lead commissioner on 4 December 2026, and that is no longer what it is"
    #expect(findings.first?.related == [words])
  }

  @Test func `an acceptance that nothing needs is reported, and so is one of no rule`() throws {
    let unused = try Pack.sound.changing([tender: accepting("W02", "45%")]).check()
    #expect(unused.map(\.code) == ["F22"] && unused.first?.message.contains("nothing left to accept") == true)
    let unknown = try Pack.sound.changing([tender: accepting("W99", "45%")]).check()
    #expect(unknown.map(\.code) == ["F22"] && unknown.first?.message.contains("there is no rule “W99”") == true)
  }

  @Test func `an error cannot be accepted`() throws {
    let changes = ["weight: 20, kind: price": "weight: 25, kind: price"].merging(accepting("W01", "105")) { $1 }
    let findings = try Pack.sound.changing([tender: changes]).check()
    #expect(findings.map(\.code) == ["W01"])
    #expect(findings.first?.related == ["an error cannot be accepted, so this has no effect"])
  }

  // MARK: Drafts

  @Test func `what is unfinished in a draft is a warning`() throws {
    let changes = ["weight: 20, kind: price": "weight: 25, kind: price", "stage: open": "stage: draft"]
    let findings = try Pack.sound.changing([tender: changes]).check().filter { $0.code == "W01" }
    #expect(findings.map(\.severity) == ["warning"])
  }
}
