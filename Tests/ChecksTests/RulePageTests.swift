import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Checks

/// The page of each rule is its test: what it calls wrong is reported, and what it calls right is not. The examples
/// change a pack in which nothing is wrong, Packs/sound. The records in Golden are to be read: each message should help
/// somebody who is tired.
struct RulePageTests {
  private static let golden = Recorded("Golden", of: ".txt")
  private static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Checks/Rules")

  @Test func `the sound pack has no finding`() throws {
    #expect(try Pack.sound.check() == [])
  }

  @Test(arguments: Rule.pages.map(\.rule.code.id))
  func `what a page calls wrong is reported in the words that were recorded, and nothing else is`(code: String) throws {
    let page = try #require(Rule.page(code))
    #expect(!page.wrong.isEmpty)
    var all: Set<String> = []
    var records: [String] = []
    for example in page.wrong {
      let findings = try Self.pack(example).check()
      all.formUnion(findings.map(\.code))
      records.append(([example.title, ""] + findings.map(\.record)).joined(separator: "\n"))
      let others = Set(findings.map(\.code)).subtracting(mayCome(with: page.rule))
      #expect(others == [code], "\(example.title): \(findings)")
      for finding in findings where finding.code == code {
        #expect(finding.name == page.rule.code.name)
        #expect(finding.line != nil && finding.help != nil && finding.source == page.rule.code.source)
      }
    }
    #expect(page.rule.follows.isSubset(of: all), "nothing follows in its examples")
    let record = Data(records.joined(separator: "\n").utf8)
    let difference = try Self.golden.difference(from: ["\(code).txt": record], areAll: false)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `every record is of a rule`() throws {
    #expect(try Set(Self.golden.names) == Set(Rule.all.map { "\($0.code.id).txt" }))
  }

  @Test(arguments: Rule.pages.map(\.rule.code.id)) func `what a page calls right is not reported`(code: String) throws {
    let page = try #require(Rule.page(code))
    #expect(!page.right.isEmpty)
    for example in page.right {
      let findings = try Self.pack(example).check()
      let others = Set(findings.map(\.code)).subtracting(mayCome(with: page.rule))
      #expect(others == [], "\(example.title): \(findings)")
    }
  }

  @Test func `a rule and its page have the same name, and each has the other`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.rules.path)
      .map { URL(fileURLWithPath: $0) }
    func names(_ ending: String) -> [String] {
      files.filter { $0.pathExtension == ending }.map { $0.deletingPathExtension().lastPathComponent }.sorted()
    }
    #expect(names("md") == names("swift"))
    #expect(names("md") == Rule.all.map { "\($0.code.id)-\($0.code.name)" })
    #expect(Set(Rule.all.map(\.code.id)).count == Rule.all.count)
    let known = Set(Rule.all.map(\.code.id))
    #expect(Rule.all.allSatisfy { $0.follows.isSubset(of: known) })
  }

  @Test func `every page has a title, says what to do, and shows both`() {
    for page in Rule.pages {
      #expect(page.title != page.rule.code.name)
      let headings = page.document.headings.map(\.content.plainText)
      #expect(headings.contains("What to do") && headings.contains { $0.hasPrefix("Wrong") }, "\(page.rule.code.id)")
    }
  }

  @Test func `no two thresholds have the same name`() {
    let names = Rule.thresholds.map(\.name)
    #expect(Set(names).count == names.count)
  }

  /// The examples have dates of their own, and are no worse for another day.
  private func mayCome(with rule: Rule) -> Set<String> {
    let ofADay = Rule.all.filter { $0.asksToday && $0.code.id != rule.code.id }
    return rule.follows.union(ofADay.map { $0.code.id })
  }

  /// The sound pack with an example in it.
  static func pack(_ example: RulePage.Example) throws -> Pack {
    var pack = try Pack.sound
    for (path, text) in example.files {
      switch text {
      case "": pack = try pack.removing(path)
      case _ where SoundFile.isWhole(text): pack[path] = text
      default: pack[path] = pack[path].map { SoundFile($0).replacing(text) } ?? text
      }
    }
    return pack
  }
}

extension Finding {
  /// All that it says, a line for each thing.
  fileprivate var record: String {
    let lines = ["\(severity) \(code) \(place)", "  \(message)"] + (help.map { ["  Help: \($0)"] } ?? [])
    return (lines + related.map { "  Elsewhere: \($0)" }).joined(separator: "\n") + "\n"
  }
}

/// A file of the sound pack, whose keys an example replaces, each whole. What follows a line of `---` is its new text.
private struct SoundFile {
  private let head: [(key: String, lines: [String])]
  private let body: String
  private let isFenced: Bool

  /// Whether an example has front matter of its own, from fence to fence.
  static func isWhole(_ text: String) -> Bool { text.hasPrefix("---\n") && text.contains("\n---\n") }

  init(_ text: String) {
    isFenced = text.hasPrefix("---\n")
    let parts = text.components(separatedBy: "---\n")
    head = Self.keys(isFenced ? parts[1] : text)
    body = isFenced ? parts.dropFirst(2).joined(separator: "---\n") : ""
  }

  func replacing(_ patch: String) -> String {
    let parts = patch.components(separatedBy: "---\n")
    let own = Self.keys(parts[0])
    let kept = head.filter { part in !own.contains { $0.key == part.key } }
    let lines = (kept + own).flatMap(\.lines).joined(separator: "\n") + "\n"
    let text = parts.count > 1 ? parts[1] : body
    return isFenced ? "---\n\(lines)---\n\(text)" : lines
  }

  /// The lines of each key, with those that are indented below it.
  private static func keys(_ text: String) -> [(key: String, lines: [String])] {
    var keys: [(key: String, lines: [String])] = []
    for line in text.split(separator: "\n").map(String.init) {
      if let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") {
        keys.append((String(line[..<colon]), [line]))
      } else if let last = keys.indices.last {
        keys[last].lines.append(line)
      }
    }
    return keys
  }
}
