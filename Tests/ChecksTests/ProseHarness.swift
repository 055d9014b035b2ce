import Diagnostics
import Foundation
import TestSupport
import Testing

/// Prose against data, W04: sentences that are wrong, and sentences that only look wrong. They are in the folder Prose;
/// each stands in a pack of its own, a copy of one in Packs/prose.
struct ProseHarness {
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

  // MARK: The sentences

  /// A sentence with the page that it stands on.
  private struct Item {
    let title: String
    let tender: String
    let page: String
    let marked: String

    /// Whether a finding points at the marked words, in a file whose front matter has so many lines.
    var isPointedAt: (Finding) -> Bool {
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
    if let text = try Pack.prose["tenders/\(tender)/\(page)"] {
      return text.components(separatedBy: "---\n").prefix(2).joined(separator: "---\n") + "---\n"
    }
    return page.hasPrefix("clarifications/")
      ? "---\ntitle: A question\nasked: 2027-01-20\nanswered: 2027-01-25\n---\n" : ""
  }

  /// What W04 says of each, found in one check: every sentence is a tender.
  private func findings(_ cases: [Item]) throws -> [[Finding]] {
    var pack = try Pack.prose
    for (index, item) in cases.enumerated() {
      pack = pack.copying("tenders/\(item.tender)", to: "tenders/case-\(index)")
      pack["tenders/case-\(index)/\(item.page)"] = MarkedText(item.marked).text
    }
    let findings = try pack.check(by: ["W04"]).filter { $0.code == "W04" }
    return cases.indices.map { index in findings.filter { $0.file?.contains("/case-\(index)/") ?? false } }
  }
}
