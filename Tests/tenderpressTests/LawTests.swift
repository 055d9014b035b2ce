import Foundation
import Tenders
import TestSupport
import Testing

/// What holds for every build, whatever the content and the machine.
struct LawTests {
  @Test func `a second build writes nothing`() async throws {
    let workplace = try Workplace()
    try await workplace.buildPages()
    let asked = Failure()
    let again = try await workplace.buildPages(failure: asked)
    #expect(again.errors.contains("site: 0 written, "))
    #expect(asked.requests.filter { $0.contains(#/^(write|move|remove \w|link|touch|set) ?/#) }.isEmpty)
  }

  @Test func `a changed word changes only the pages that hold it`() async throws {
    let workplace = try Workplace()
    try await workplace.buildPages()
    try workplace.write(
      Pack.small["glossary/outcome.md"]?.replacing("notice", with: "see") ?? "", to: "content/glossary/outcome.md")
    #expect(try await workplace.buildPages().errors.contains("site: 1 written, "))
  }

  @Test func `what is made no more is removed, and nothing else`() async throws {
    let workplace = try Workplace(Pack.with("guidance/deep/er.md", "Text.\n"))
    try workplace.write("mine", to: "site/robots.txt")
    try workplace.write("mine", to: "site/guidance/deep/mine.txt")
    try await workplace.buildPages()
    #expect(workplace.exists("site/guidance/deep/er/index.html"))
    try workplace.remove("content/guidance")
    try await workplace.buildPages()
    #expect(!workplace.exists("site/guidance/deep/er"))
    #expect(try workplace.read("site/robots.txt") == "mine")
    #expect(try workplace.read("site/guidance/deep/mine.txt") == "mine")
  }

  @Test func `a page may become a folder, and a folder a page`() async throws {
    let workplace = try Workplace(Pack.publishing(["a/b.txt": "one", "c": "two"]))
    try await workplace.buildPages()
    try workplace.remove("content/a")
    try workplace.remove("content/c")
    for (path, text) in Pack.publishing(["a": "three", "c/d.txt": "four"]) {
      try workplace.write(text, to: "content/\(path)")
    }
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("site/a") == "three")
    #expect(try workplace.read("site/c/d.txt") == "four")
  }

  @Test func `a byte order mark and other line ends change nothing`() async throws {
    let plain = try Workplace()
    let windows = try Workplace([:])
    for (path, text) in Pack.small {
      let bytes = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
      try windows.write(Data(bytes), to: "content/\(path)")
    }
    try await plain.buildPages()
    #expect(try await windows.buildPages("--quiet").code == 0)
    #expect(try plain.snapshot("site") == windows.snapshot("site"))
  }

  @Test func `lines and columns count alike whatever the line ends`() async throws {
    let text = "---\nterm: Wörter\n---\nÄ [x](gone.md)\n"
    for ending in ["\n", "\r\n", "\r"] {
      let workplace = try Workplace()
      let bytes = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: ending).utf8)
      try workplace.write(Data(bytes), to: "content/glossary/words.md")
      let finding = try await workplace.run("check", "--format", "json").faults.first
      #expect([finding?.line, finding?.column, finding?.endColumn] == [4, 3, 15], "\(ending.debugDescription)")
    }
  }

  @Test func `every page can be opened from a folder, and every link lands`() async throws {
    let files = Pack.with("guidance/a.md", "See ![a picture](../Ä%20b.png) and [terms](../glossary/outcome.md).\n")
    let workplace = try Workplace(files.merging(["Ä b.png": "not really a picture"]) { $1 })
    #expect(try await workplace.buildPages().code == 0)
    for (name, bytes) in try workplace.snapshot("site") where name.hasSuffix(".html") && name != "404.html" {
      let html = String(decoding: bytes, as: UTF8.self)
      let folder = URL(fileURLWithPath: "/" + name).deletingLastPathComponent()
      for match in html.matches(of: #/ (?:href|src)="([^"]*)"/#) {
        let link = String(match.1)
        guard !link.hasPrefix("#"), !link.hasPrefix("data:"), !link.contains(#/^(https?|mailto|tel):/#) else {
          continue
        }
        #expect(!link.hasPrefix("/"), "\(name): \(link)")
        let parts = link.split(separator: "#", maxSplits: 1)
        let target = folder.appending(path: parts[0].removingPercentEncoding ?? "").standardized.path
        #expect(workplace.exists("site" + target), "\(name): \(link)")
        guard parts.count == 2, let page = try? workplace.read("site" + target) else { continue }
        #expect(page.contains("id=\"\(parts[1].removingPercentEncoding ?? "")\""), "\(name): \(link)")
      }
    }
  }

  @Test func `every page carries its policy, and holds nothing that the policy forbids`() async throws {
    for pack in ["two-lots", "awarded"] {
      let workplace = try Workplace(pack: pack)
      try await workplace.buildPages("--quiet")
      let pages = try workplace.snapshot("site").filter { $0.key.hasSuffix(".html") }.mapValues {
        String(decoding: $0, as: UTF8.self)
      }
      #expect(pages.count > 20)
      for (path, page) in pages {
        let (policy, fetched) = (
          page.firstRange(of: "default-src 'none'; style-src 'self'"), page.firstRange(of: " href=")
        )
        #expect(try #require(policy).lowerBound < #require(fetched).lowerBound, "\(path)")
        #expect(
          !page.contains(#/<(script|style|base|iframe|object|embed)\b|<[^>]* (style|on\w+)=|["(]data:/#), "\(path)")
        #expect(!page.contains(#/<(link|img|source|audio|video)[^>]* (href|src|srcset)="(https?:)?\/\//#), "\(path)")
      }
    }
  }

  @Test func `some document is made in every format, which --only can name`() async throws {
    let help = try await Workplace([:]).run("build", "--help").output
    for format in DocumentFormat.allCases {
      #expect(
        PackDocument.allCases.contains { $0.formats.contains(format) },
        "no document is made as \(format): name it in PackDocument.formats")
      #expect(help.contains("\(format.rawValue),"), "--only does not name \(format): it needs a case in Output")
    }
  }

  @Test func `every fault is told at once, in every format`() async throws {
    let workplace = try Workplace(
      Pack.tender("weight: 60", to: "weight: 61").merging(["glossary/x.md": "---\nterms: X\n---\n[a](b.md)\n"]) { $1 })
    try workplace.write("{{heading}} {{nonsens}}\n{{> gone}}\n", to: "templates/text.mustache")
    let json = try await workplace.run("check", "--format", "json")
    #expect(try Set(json.faults.map(\.code)) == ["W01", "F10", "R02", "X02", "X03"])
    let line = try await workplace.run("check", "--format", "line").output
    #expect(line.contains("content/glossary/x.md:2:1: error F10: there is no key “terms” in a glossary term\n"))
    let github = try await workplace.run("check", "--format", "github").output
    #expect(
      github.contains("::error file=content/glossary/x.md,line=2,endLine=2,col=1,endColumn=6,title=F10 unknown-key::"))
    let text = try await workplace.run("check").output
    #expect(
      text.contains(
        """
        error F10: there is no key “terms” in a glossary term
          content/glossary/x.md:2:1
            2 | terms: X
              | ^^^^^
          do: Did you mean “term”?
        """), "\(text)")
    #expect(text.contains(#/\n\d+ errors.*\. For more about one of them: tenderpress explain [A-Z]\d\d\n$/#))
  }
}
