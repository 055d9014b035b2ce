import Foundation
import Testing

/// Whole sites, compared with what was recorded. `RECORD=1` records them anew.
struct GoldenTests {
  @Test func `the small pack makes the pages that were recorded`() throws {
    try compare(Pack.small, with: "small")
  }

  @Test func `a draft says where nothing is written yet`() throws {
    let draft = "---\ntitle: A bus\nstage: draft\n---\nA bus to the sea, by {{dates.deadline}}.\n"
    try compare(Pack.with("tenders/bus/tender.md", draft), with: "draft", "--drafts")
  }

  @Test(arguments: ["two-lots", "awarded"]) func `a pack written by hand makes the pages that were recorded`(
    name: String
  ) throws {
    let workplace = try Workplace(pack: name)
    let check = try workplace.run("check", "--format", "json")
    #expect(try check.faults.filter { $0.severity != "note" }.isEmpty, "\(check.output)")
    try compare(workplace, with: name)
  }

  private func compare(_ files: [String: String], with name: String, _ flags: String...) throws {
    try compare(Workplace(files), with: name, flags.first ?? "--quiet")
  }

  private func compare(_ workplace: Workplace, with name: String, _ flag: String = "--quiet") throws {
    let run = try workplace.buildPages("--quiet", flag)
    #expect(run.code == 0, "\(run.errors)")
    let made = try workplace.snapshot("site").filter { $0.key.hasSuffix(".html") }
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try? FileManager.default.removeItem(at: golden)
      for (path, bytes) in made {
        let file = golden.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
      }
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: golden.path).filter { $0.hasSuffix(".html") }
    #expect(Set(names) == Set(made.keys))
    for (path, bytes) in made {
      let recorded = try? String(contentsOf: golden.appending(path: path), encoding: .utf8)
      #expect(
        String(decoding: bytes, as: UTF8.self) == recorded,
        "\(name)/\(path) is not what was recorded. Is it meant? RECORD=1 make test")
    }
  }
}
