import Diagnostics
import Foundation
import TestSupport
import Testing

/// Prose against data, W04: sentences that are wrong, and sentences that only look wrong. They are in the folder Prose;
/// each stands in a pack of its own, a copy of one in Packs/prose.
struct ProseTests {
  /// The files of the folder, and how many of their sentences may be missed, or wrongly reported.
  private static let sets: [(name: String, missed: Int, falselyReported: Int)] = [
    ("", 2, 1), ("-otherwise", 2, 1), ("-again", 2, 1), ("-unseen", 4, 3), ("-short", 4, 3),
    ("-fresh", 2, 1), ("-fresh-again", 2, 1), ("-fresh-third", 4, 1), ("-ways", 25, 2),
  ]

  @Test(arguments: sets.map(\.name)) func `sentences that are wrong are reported at their words`(set: String) throws {
    let allowed = try #require(Self.sets.first { $0.name == set }).missed
    let cases = try Self.cases("wrong\(set)")
    #expect(cases.count >= 40)
    let findings = try findings(cases)
    let missed = zip(cases, findings).filter { item, found in !found.contains(where: item.isPointedAt) }.map(\.0.title)
    #expect(missed.count <= allowed, "missed: \(missed)")
  }

  @Test(arguments: sets.map(\.name)) func `sentences that only look wrong are not reported`(set: String) throws {
    let allowed = try #require(Self.sets.first { $0.name == set }).falselyReported
    let cases = try Self.cases("innocent\(set)")
    #expect(cases.count >= 40)
    let reported = zip(cases, try findings(cases)).filter { !$1.isEmpty }.map { "\($0.title): \($1.map(\.message))" }
    #expect(reported.count <= allowed, "\(reported)")
  }

  @Test func `the message names both values, and the help offers to draw the right one in`() throws {
    let workplace = try Workplace(pack: "prose")
    try workplace.write("Price counts for **25**% of the marks.\n", to: "content/tenders/day-service/scoring.md")
    let finding = try #require(try workplace.run("check", "--format", "json").findings.first { $0.code == "W04" })
    #expect(finding.message == "this says price counts for 25%; tender.md says 20")
    #expect(finding.help?.contains("{{criteria.price.weight}}") == true)
    #expect(finding.severity == "warning" && finding.line == 1)
    let text = try workplace.run("check").output
    #expect(text.contains("here it is 20"))
  }

  @Test func `what was drawn in is never reported, and what stands beside it still is`() throws {
    let workplace = try Workplace(pack: "prose")
    try workplace.write(
      "Bids must reach us by {{dates.deadline}}. Price counts for {{criteria.price.weight}}, and quality for 60%.\n",
      to: "content/tenders/day-service/scoring.md")
    let findings = try workplace.run("check", "--format", "json").findings.filter { $0.code == "W04" }
    #expect(findings.map(\.message) == ["this says quality counts for 60%; tender.md says 70"])
  }

  @Test func `no text is too odd to be read`() throws {
    let workplace = try Workplace(pack: "prose")
    let texts = [
      String(repeating: "million ", count: 2_000) + "pounds", String(repeating: "price and 25% ", count: 20_000),
      "£" + String(repeating: "9", count: 400) + " a year for the contract", "99/99/9999 at 99:99", "half a",
      "Deadline: 31 February 2027, 25:00, 9999 hours", "question", "£", "£k", "price (", ") 25", "“‘price” 25%’",
      String(repeating: "the deadline for ", count: 5_000) + "12 March", "| Price |\n|---|\n| 25% |", "1 2 3 out of of",
    ]
    try workplace.write(texts.joined(separator: "\n\n"), to: "content/tenders/day-service/scoring.md")
    #expect(try workplace.run("check", "--format", "json").findings.count { $0.code == "W04" } <= 2)
  }

  // MARK: The sentences

  /// A sentence with the page that it stands on.
  private struct Item {
    let title: String
    let tender: String
    let page: String
    let marked: String

    /// Whether a finding points at the marked words, in a file whose front matter has so many lines.
    var isPointedAt: (Workplace.Finding) -> Bool {
      let marked = MarkedText(self.marked)
      let source = marked.source()
      return { finding in
        marked.marks.contains { mark in
          let (start, end) = (source.position(at: mark.lowerBound), source.position(at: mark.upperBound))
          guard let line = finding.line, let column = finding.column, let last = finding.endLine,
            let lastColumn = finding.endColumn
          else { return false }
          return (line, column) < (end.line, end.column) && (start.line, start.column) < (last, lastColumn)
        }
      }
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// A line of `=== page: what is wrong`, and the text below it.
  private static func cases(_ name: String) throws -> [Item] {
    let text = try String(contentsOf: folder.appending(path: "Prose/\(name).txt"), encoding: .utf8)
    return try text.components(separatedBy: "\n=== ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let path = lines[0].prefix { $0 != ":" }
      let steps = path.split(separator: "/", maxSplits: 1).map(String.init)
      let body = lines[1].trimmingCharacters(in: .newlines) + "\n"
      let title = path.count < lines[0].count ? String(lines[0].dropFirst(path.count + 2)) : body
      return Item(title: title, tender: steps[0], page: steps[1], marked: try head(steps[0], steps[1]) + body)
    }
  }

  /// The front matter that the page has in the pack; a clarification that there is not gets some.
  private static func head(_ tender: String, _ page: String) throws -> String {
    let file = folder.appending(path: "Packs/prose/tenders/\(tender)/\(page)")
    if let text = try? String(contentsOf: file, encoding: .utf8) {
      return text.components(separatedBy: "---\n").prefix(2).joined(separator: "---\n") + "---\n"
    }
    return page.hasPrefix("clarifications/")
      ? "---\ntitle: A question\nasked: 2027-01-20\nanswered: 2027-01-25\n---\n" : ""
  }

  /// What W04 says of each, found in one run: every sentence is a tender.
  private func findings(_ cases: [Item]) throws -> [[Workplace.Finding]] {
    let workplace = try Workplace(pack: "prose")
    let tenders = workplace.folder.appending(path: "content/tenders")
    for (index, item) in cases.enumerated() {
      try FileManager.default.copyItem(
        at: tenders.appending(path: item.tender), to: tenders.appending(path: "case-\(index)"))
      try workplace.write(item.marked, to: "content/tenders/case-\(index)/\(item.page)")
    }
    let findings = try workplace.run("check", "--format", "json").findings.filter { $0.code == "W04" }
    return cases.indices.map { index in findings.filter { $0.file?.contains("/case-\(index)/") ?? false } }
  }
}
