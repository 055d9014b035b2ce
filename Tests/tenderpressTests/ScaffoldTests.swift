import Foundation
import Tenders
import Testing

/// `new` and `schema`: what a commissioner begins with.
struct ScaffoldTests {
  private func begun() async throws -> Workplace {
    let workplace = try Workplace([:])
    for arguments in [
      ["site", "Mytown “Borough” Council: & more"], ["tender", "day-service"], ["outcome", "keeping-well"],
      ["term", "bottom-line"],
      ["question", "who-decides"], ["clarification", "first"],
    ] {
      let run = try await workplace.run("new", arguments[0], arguments[1])
      #expect(run.code == 0, "\(arguments): \(run.errors)")
    }
    return workplace
  }

  @Test func `what is begun builds at once, and only says what is not written yet`() async throws {
    let workplace = try await begun()
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(
      findings.allSatisfy { $0.severity == "warning" && $0.message.hasSuffix("is not written yet") }, "\(findings)")
    #expect(try await workplace.buildPages().code == 0)
    #expect(!workplace.exists("site/tenders/day-service"))
    #expect(try await workplace.buildPages("--drafts").code == 0)
    #expect(try workplace.read("site/tenders/day-service/index.html").contains("Not written yet"))
    #expect(try workplace.read("site/index.html").contains("Mytown “Borough” Council: &amp; more"))
  }

  @Test func `nothing is written over, and wrong words say what is right`() async throws {
    let workplace = try await begun()
    let before = try workplace.snapshot("content")
    for (arguments, words) in [
      (["site", "Other"], "is there already"), (["tender", "day-service"], "is there already"),
      (["tender", "Day Service"], "cannot be a file's name"), (["tender", "../../etc"], "cannot be a file's name"),
      (["term", "con"], "cannot be a file's name"),
      (["term", String(repeating: "a", count: 250)], "cannot be a file's name"),
      (["tendr", "x"], "You can begin: site, "),
    ] {
      let run = try await workplace.run("new", arguments[0], arguments[1])
      #expect(run.code == 2)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    #expect(try await workplace.run("new", "lot", "north").output.contains("- id: north"))
    #expect(try workplace.snapshot("content") == before)
    try await workplace.run("new", "tender", "other")
    #expect(
      try await workplace.run("new", "question", "x").errors.contains(
        "Say which tender with --tender: day-service, other"))
  }

  /// Whatever is declared later is in new files as well.
  @Test(arguments: Kind.allCases.filter { ![.home, .plain].contains($0) })
  func `a new file names every key that is declared for it, with what to write`(kind: Kind) async throws {
    let workplace = try Workplace([:])
    if kind != .site { try await workplace.run("new", "site", "Mytown") }
    if !kind.declaration.holders.contains(.library) { try await workplace.run("new", "tender", "day-service") }
    let name = kind == .packPage ? "contract" : "something"
    let run = try await workplace.run("new", kind.rawValue, name)
    #expect(run.code == 0, "\(run.errors)")
    let holder = kind.declaration.holders.first ?? .library
    let text = try workplace.read(
      "content/\(kind.path(in: holder, named: name, of: kind == .tender ? name : "day-service"))")
    let common = Set(Kind.home.schema.keys.map(\.sentence))
    for key in kind.schema.keys {
      let isThere = text.contains("\n\(key.name):") || text.contains("# \(key.name):") || text.hasPrefix("\(key.name):")
      let isListed = text.contains("##   \(key.name): \(key.sentence)")
      let isCommon =
        common.contains(key.sentence)
        && text.matches(of: /Any file may also have: .*/).contains { $0.0.contains(key.name) }
      #expect(isThere || isListed || isCommon, "\(key.name)")
      if isThere { #expect(text.contains("## \(key.sentence)"), "\(key.name)") }
      if key.need == .always { #expect(text.contains("\n\(key.name):"), "\(key.name)") }
    }
    #expect(try await workplace.run("check", "--format", "json").faults.allSatisfy { $0.severity != "error" })
  }

  /// What editors show beside a key is a sentence for the person who writes it.
  @Test func `a schema says of each key what to write, and fits every page of the example`() async throws {
    let workplace = try Workplace.example()
    let run = try await workplace.run("schema", "page")
    let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let properties = try #require(schema?["properties"] as? [String: [String: Any]])
    for key in ["columns", "example", "free-rows", "events", "assets", "title", "summary"] {
      #expect((properties[key]?["description"] as? String)?.contains(".") == true, "\(key)")
    }
    for page in ["impact-map.md", "engagement.md", "insight.md", "vision.md"] {
      let text = try workplace.read("content/tenders/mental-health-day-service/\(page)")
      let front = text.split(separator: "---\n", maxSplits: 1, omittingEmptySubsequences: true).first ?? ""
      let keys = front.split(separator: "\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("-") && $0.contains(":") }
      for key in keys { #expect(properties[String(key.prefix { $0 != ":" })] != nil, "\(page): \(key)") }
    }
  }

  @Test(arguments: ["site", "tender", "outcome", "term", "question", "scale", "form", "clarification"])
  func `a schema is JSON that names the keys`(kind: String) async throws {
    let run = try await Workplace([:]).run("schema", kind)
    #expect(run.code == 0)
    let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let properties = schema?["properties"] as? [String: Any]
    #expect(properties?.isEmpty == false)
    #expect(schema?["additionalProperties"] as? Bool == false)
  }
}
