import Checks
import Diagnostics
import Foundation
import Testing

/// For every rule, one change to the example after which exactly its finding is new: it alone, or it and what its
/// `follows` names. The changes lie in Changes.
struct ChangeTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Changes")
  private static let codes = Rule.all.map(\.code.id)
  /// What is found in the example as it is.
  private static let found = Task { try await example().check(on: nil) }

  /// The example without its guidance, which is most of its text, belongs to no pack and is changed nowhere.
  private static func example() throws -> Workplace {
    let workplace = try Workplace.example()
    for folder in ["guidance", "case-studies"] { try workplace.remove("content/\(folder)") }
    return workplace
  }

  @Test func `every rule has a change, and every change a rule`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.map { $0.prefix { $0 != "." } }.sorted() == Self.codes.map { $0[...] }.sorted())
  }

  @Test(arguments: codes) func `after one change to the example exactly one finding is new`(code: String) async throws {
    let change = try Change(String(contentsOf: Self.folder.appending(path: "\(code).txt"), encoding: .utf8))
    let rule = try #require(Rule.all.first { $0.code.id == code })
    let day = rule.asksToday ? "2027-01-15" : nil
    let workplace = try Self.example()
    try change.prepare(workplace)
    let before = try await change.hasOwnBeginning ? workplace.check(on: day) : Self.found.value
    try change.make(in: workplace)
    let new = try await workplace.check(on: day).filter { finding in !before.contains { $0.isSame(as: finding) } }

    #expect(new.filter { $0.code == code }.count == 1, "\(change.title) \(new.map(\.message))")
    #expect(Set(new.map(\.code)).subtracting(rule.follows) == [code], "\(change.title) \(new.map(\.message))")
  }
}

extension Workplace.Finding {
  /// Whether it is what it was, perhaps on another line.
  fileprivate func isSame(as other: Self) -> Bool {
    code == other.code && severity == other.severity && message == other.message && file == other.file
  }
}
