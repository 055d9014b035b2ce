import Diagnostics
import Foundation
import Testing

@testable import Checks

struct ChecklistTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
    path: "../../content/guidance/commissioners/before-you-publish.md")

  /// The parts of the guidance page that have boxes to tick: title and lines.
  private func guidance() throws -> [(title: String, lines: [String])] {
    let text = try String(contentsOf: Self.page.standardized, encoding: .utf8).replacing("\n  ", with: " ")
    let parts = text.components(separatedBy: "\n## ").dropFirst().map { part in
      let lines = part.components(separatedBy: "\n")
      return (lines[0], lines.filter { $0.hasPrefix("- [ ] ") }.map { String($0.dropFirst(6)) })
    }
    return parts.filter { !$0.1.isEmpty }
  }

  @Test func `the list that the report fills in is that of the guidance`() throws {
    let parts = try guidance()
    #expect(parts.map(\.title) == Checklist.parts.map(\.title))
    #expect(parts.map(\.lines) == Checklist.parts.map { $0.lines.map(\.words) })
  }

  @Test func `every rule that the list names is there`() {
    let codes = Set(Rule.all.map(\.code.id))
    for line in Checklist.parts.flatMap(\.lines) {
      #expect(codes.isSuperset(of: line.rules), "\(line.words)")
      #expect(line.rules.isEmpty == (line.sight == .nothing || line.sight == .decisions), "\(line.words)")
    }
  }
}
