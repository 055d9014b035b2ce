import TestSupport
import Testing

/// Whole sites, compared with what was recorded. `RECORD=1` records them anew.
struct GoldenTests {
  @Test func `the small pack makes the pages that were recorded`() async throws {
    try await compare(Pack.small, with: "small")
  }

  @Test func `a draft says where nothing is written yet`() async throws {
    let draft = "---\ntitle: A bus\nstage: draft\n---\nA bus to the sea, by {{dates.deadline}}.\n"
    try await compare(Pack.with("tenders/bus/tender.md", draft), with: "draft", "--drafts")
  }

  @Test(arguments: ["two-lots", "awarded"]) func `a pack written by hand makes the pages that were recorded`(
    name: String
  ) async throws {
    let workplace = try Workplace(pack: name)
    let check = try await workplace.run("check", "--format", "json")
    #expect(try check.faults.filter { $0.severity != "note" }.isEmpty, "\(check.output)")
    try await compare(workplace, with: name)
  }

  private func compare(_ files: [String: String], with name: String, _ flags: String...) async throws {
    try await compare(Workplace(files), with: name, flags.first ?? "--quiet")
  }

  private func compare(_ workplace: Workplace, with name: String, _ flag: String = "--quiet") async throws {
    let run = try await workplace.buildPages("--quiet", flag)
    #expect(run.code == 0, "\(run.errors)")
    let made = try workplace.snapshot("site").filter { $0.key.hasSuffix(".html") }
    let difference = try Recorded("Golden/\(name)", of: ".html").difference(from: made)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
