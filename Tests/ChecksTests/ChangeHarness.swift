import Diagnostics
import Foundation
import Testing

@testable import Checks

/// For every rule, one change to the example after which exactly its finding is new: it alone, or it and what its
/// `follows` names. The changes lie in Changes, and other golden cases in Cases.
struct ChangeHarness {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let codes = Rule.all.map(\.code.id)
  /// What is found in it as it is.
  private static let found = Result { try Pack.exampleAlone.check(on: nil) }

  @Test func `every rule has a change, and every change a rule`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: "Changes").path)
    #expect(files.map { $0.prefix { $0 != "." } }.sorted() == Self.codes.map { $0[...] }.sorted())
  }

  @Test(arguments: codes) func `after one change to the example exactly one finding is new`(code: String) throws {
    let rule = try #require(Rule.all.first { $0.code.id == code })
    let new = try findings(after: "Changes/\(code)", on: rule.asksToday ? "2027-01-15" : nil)
    #expect(new.filter { $0.code == code }.count == 1, "\(new)")
    #expect(Set(new.map(\.code)).subtracting(rule.follows) == [code], "\(new)")
  }

  @Test(arguments: [
    ("lambeth-weights", ["W05"]), ("ten-indicators", ["O02"]), ("target-of-a-strategy", ["O05"]),
    ("target-turned-round", []), ("outcome-renamed", ["O11", "R01"]), ("outcome-not-picked", ["R01"]),
  ])
  func `a golden case has the findings that it should`(name: String, codes: [String]) throws {
    let new = try findings(after: "Cases/\(name)")
    #expect(new.map(\.code).sorted() == codes, "\(new)")
  }

  @Test func `golden cases are told in the right words`() throws {
    let indicators = try findings(after: "Cases/ten-indicators").first
    #expect(indicators?.severity == "note" && indicators?.message.contains("10 indicators") == true)
    let target = try findings(after: "Cases/target-of-a-strategy").first
    #expect(target?.severity == "warning" && target?.help?.contains("indicator") == true)
    let price = try findings(after: "Changes/W02").first
    #expect(price?.message.contains("45%") == true && price?.message.contains("40%") == true)
    let unpicked = try findings(after: "Cases/outcome-not-picked").first
    #expect(unpicked?.message == "“young-and-heard” is an outcome that this tender has not picked")
  }

  /// What is new in the example after a change.
  private func findings(after name: String, on day: String? = nil) throws -> [Finding] {
    let change = try Change(String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8))
    var pack = try Pack.exampleAlone
    try change.prepare(&pack)
    let before = try change.hasOwnBeginning ? pack.check(on: day) : Self.found.get()
    try change.make(in: &pack)
    return try pack.check(on: day).filter { finding in !before.contains { $0.isSame(as: finding) } }
  }
}
