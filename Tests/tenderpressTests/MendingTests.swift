import Foundation
import TestSupport
import Testing

/// `check --fix`: what is beyond doubt is put right in the files, and the rest is told.
struct MendingTests {
  private static let slips = [
    "guidance/a.md": "—\ntitle: A\n---\nHello\n",
    "guidance/b.md": "---\ntilte: B\norder:\u{A0}2\n---\nA\u{200B}b\u{200B} [to](a.dm) [x](www.x.example)\n",
    "outcomes/c.md":
      "---\ntitle: C\nlevel: Service\nfive-ways: [be active]\nindicators:\n  - {id: a, text: b}\n---\nC.\n",
  ]

  @Test func `what is beyond doubt is put right, and that is said`() async throws {
    let workplace = try Workplace(Pack.small.merging(Self.slips) { $1 })
    let run = try await workplace.run("check", "--fix")
    #expect(
      run.output.components(separatedBy: "\n").filter { $0.contains(" now") || $0.contains(" gone") } == [
        "content/guidance/a.md:1:1: “—” is “---” now", "content/guidance/b.md:2:1: “tilte” is “title” now",
        "content/guidance/b.md:5:2: a character that nobody sees is gone",
        "content/guidance/b.md:5:21: “www.x.example” is “https://www.x.example” now",
        "content/outcomes/c.md:3:8: “Service” is “service” now",
        "content/outcomes/c.md:4:13: “be active” is “be-active” now",
        "content/guidance/b.md:5:3: a character that nobody sees is gone",
      ])
    #expect(try workplace.read("content/guidance/a.md") == "---\ntitle: A\n---\nHello\n")
    #expect(
      try workplace.read("content/guidance/b.md")
        == "---\ntitle: B\norder:\u{A0}2\n---\nAb [to](a.dm) [x](https://www.x.example)\n")
    let again = try await workplace.run("check", "--fix", "--format", "json")
    #expect(again.errors.isEmpty)
    #expect(try again.findings == (try await workplace.run("check", "--format", "json").findings))
  }

  @Test func `a mark at the beginning, line ends and all other bytes stay as they were`() async throws {
    let workplace = try Workplace()
    let text = "\u{FEFF}---\r\ntilte: B\r\nextra: {a: '1'}\r\n---\r\n\r\nWords  \r\nmore\r\n"
    try workplace.write(Data(text.utf8), to: "content/guidance/b.md")
    _ = try await workplace.run("check", "--fix")
    #expect(try workplace.read("content/guidance/b.md").utf8.elementsEqual(text.replacing("tilte", with: "title").utf8))
  }

  @Test(arguments: [
    "---\ntitle: A\ntilte: B\n---\nA key that is there already.\n", "---\ntitle: A\n---\n[To](../gone/a.md)\n",
    "---\ntitle: A\n---\n[To](rooms plan.png)\n", "---\ntitle: A\nordre: 2\norder: 1\n---\nWords\n",
  ])
  func `what may be meant otherwise stays`(text: String) async throws {
    let workplace = try Workplace(Pack.small.merging(["guidance/a.md": text]) { $1 })
    let before = try workplace.snapshot("content")
    #expect(try await workplace.run("check", "--fix").code >= 0)
    #expect(try workplace.snapshot("content") == before)
  }

  @Test func `a check without it changes nothing`() async throws {
    let workplace = try Workplace(Pack.small.merging(Self.slips) { $1 })
    let before = try workplace.snapshot("content")
    _ = try await workplace.run("check")
    #expect(try workplace.snapshot("content") == before)
  }
}
