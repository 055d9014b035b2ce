import Diagnostics
import Foundation
import TestSupport
import Testing

/// Prose against data, W04. What it sees and leaves alone of many sentences is in ProseHarness.
struct ProseTests {
  @Test func `the message names both values, and the help offers to draw the right one in`() throws {
    let finding = try #require(findings(scoring: "Price counts for **25**% of the marks.\n").first)
    #expect(finding.message == "this says price counts for 25%; tender.md says 20")
    #expect(finding.help?.contains("{{criteria.price.weight}}") == true)
    #expect(finding.severity == "warning" && finding.line == 1)
    #expect(finding.related == ["here it is 20"])
  }

  @Test func `what was drawn in is never reported, and what stands beside it still is`() throws {
    let findings = try findings(
      scoring:
        "Bids must reach us by {{dates.deadline}}. Price counts for {{criteria.price.weight}}, and quality for 60%.\n")
    #expect(findings.map(\.message) == ["this says quality counts for 60%; tender.md says 70"])
  }

  @Test func `no text is too odd to be read`() throws {
    let texts = [
      String(repeating: "million ", count: 2_000) + "pounds", String(repeating: "price and 25% ", count: 20_000),
      "£" + String(repeating: "9", count: 400) + " a year for the contract", "99/99/9999 at 99:99", "half a",
      "Deadline: 31 February 2027, 25:00, 9999 hours", "question", "£", "£k", "price (", ") 25", "“‘price” 25%’",
      String(repeating: "the deadline for ", count: 5_000) + "12 March", "| Price |\n|---|\n| 25% |", "1 2 3 out of of",
    ]
    #expect(try findings(scoring: texts.joined(separator: "\n\n")).count <= 2)
  }

  /// What W04 says of a page about scoring.
  private func findings(scoring text: String) throws -> [Finding] {
    try Pack.prose.with("tenders/day-service/scoring.md", text).check(by: ["W04"]).filter { $0.code == "W04" }
  }
}
