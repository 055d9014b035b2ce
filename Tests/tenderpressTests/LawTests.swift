import Foundation
import Tenders
import Testing

/// What holds for every build, whatever the content and the machine.
struct LawTests {
  @Test(arguments: ["two-lots", "awarded"]) func `two machines make the same bytes`(pack: String) throws {
    let first = try Workplace(pack: pack)
    // The same files, put there in another order, so that the folder lists them in another.
    let second = try Workplace([:])
    for (path, bytes) in try first.snapshot("content").sorted(by: { $0.key > $1.key }) {
      try second.write(bytes, to: "content/\(path)")
    }

    #expect(try first.buildPages("--quiet", "--jobs", "1", environment: ["TZ": "UTC", "LC_ALL": "C"]).code == 0)
    let isRoot = NSUserName() == "root"
    if isRoot { try second.give(to: 65534) }
    let elsewhere = try second.buildPages(
      "--quiet", "--jobs", "7",
      environment: ["TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere", "USER": "somebody"],
      shell: isRoot ? "exec setpriv --reuid=65534 --regid=65534 --clear-groups" : "exec")
    #expect(elsewhere.code == 0, "\(elsewhere.errors)")
    #expect(try first.snapshot("site") == second.snapshot("site"))
  }

  @Test func `a second build writes nothing`() throws {
    let workplace = try Workplace()
    try workplace.buildPages()
    let before = try workplace.times("site")
    Thread.sleep(forTimeInterval: 0.05)
    let again = try workplace.buildPages()
    #expect(again.errors.contains("site: 0 written, "))
    #expect(try workplace.times("site") == before)
  }

  @Test func `a changed word changes only the pages that hold it`() throws {
    let workplace = try Workplace()
    try workplace.buildPages()
    try workplace.write(
      Pack.small["glossary/outcome.md"]?.replacing("notice", with: "see") ?? "", to: "content/glossary/outcome.md")
    #expect(try workplace.buildPages().errors.contains("site: 1 written, "))
  }

  @Test func `what is made no more is removed, and nothing else`() throws {
    let workplace = try Workplace(Pack.with("guidance/deep/er.md", "Text.\n"))
    try workplace.write("mine", to: "site/robots.txt")
    try workplace.write("mine", to: "site/guidance/deep/mine.txt")
    try workplace.buildPages()
    #expect(workplace.exists("site/guidance/deep/er/index.html"))
    try workplace.remove("content/guidance")
    try workplace.buildPages()
    #expect(!workplace.exists("site/guidance/deep/er"))
    #expect(try workplace.read("site/robots.txt") == "mine")
    #expect(try workplace.read("site/guidance/deep/mine.txt") == "mine")
  }

  @Test func `a page may become a folder, and a folder a page`() throws {
    let workplace = try Workplace(Pack.publishing(["a/b.txt": "one", "c": "two"]))
    try workplace.buildPages()
    try workplace.remove("content/a")
    try workplace.remove("content/c")
    for (path, text) in Pack.publishing(["a": "three", "c/d.txt": "four"]) {
      try workplace.write(text, to: "content/\(path)")
    }
    #expect(try workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("site/a") == "three")
    #expect(try workplace.read("site/c/d.txt") == "four")
  }

  @Test func `a byte order mark and other line ends change nothing`() throws {
    let plain = try Workplace()
    let windows = try Workplace([:])
    for (path, text) in Pack.small {
      let bytes = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8)
      try windows.write(Data(bytes), to: "content/\(path)")
    }
    try plain.buildPages()
    #expect(try windows.buildPages("--quiet").code == 0)
    #expect(try plain.snapshot("site") == windows.snapshot("site"))
  }

  @Test func `lines and columns count alike whatever the line ends`() throws {
    let text = "---\nterm: Wörter\n---\nÄ [x](gone.md)\n"
    for ending in ["\n", "\r\n", "\r"] {
      let workplace = try Workplace()
      let bytes = [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: ending).utf8)
      try workplace.write(Data(bytes), to: "content/glossary/words.md")
      let finding = try workplace.run("check", "--format", "json").faults.first
      #expect([finding?.line, finding?.column, finding?.endColumn] == [4, 3, 15], "\(ending.debugDescription)")
    }
  }

  @Test func `every page can be opened from a folder, and every link lands`() throws {
    let files = Pack.with("guidance/a.md", "See ![a picture](../Ä%20b.png) and [terms](../glossary/outcome.md).\n")
    let workplace = try Workplace(files.merging(["Ä b.png": "not really a picture"]) { $1 })
    #expect(try workplace.buildPages().code == 0)
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

  @Test func `some document is made in every format, which --only can name`() throws {
    let help = try Workplace([:]).run("build", "--help").output
    for format in DocumentFormat.allCases {
      #expect(
        PackDocument.allCases.contains { $0.formats.contains(format) },
        "no document is made as \(format): name it in PackDocument.formats")
      #expect(help.contains("\(format.rawValue),"), "--only does not name \(format): it needs a case in Output")
    }
  }

  @Test func `every fault is told at once, in every format`() throws {
    let workplace = try Workplace(
      Pack.tender("weight: 60", to: "weight: 61").merging(["glossary/x.md": "---\nterms: X\n---\n[a](b.md)\n"]) { $1 })
    try workplace.write("{{heading}} {{nonsens}}\n{{> gone}}\n", to: "templates/text.mustache")
    let json = try workplace.run("check", "--format", "json")
    #expect(try Set(json.faults.map(\.code)) == ["W01", "F10", "R02", "X02", "X03"])
    let line = try workplace.run("check", "--format", "line").output
    #expect(line.contains("content/glossary/x.md:2:1: error F10: there is no key “terms” in a glossary term\n"))
    let github = try workplace.run("check", "--format", "github").output
    #expect(
      github.contains("::error file=content/glossary/x.md,line=2,endLine=2,col=1,endColumn=6,title=F10 unknown-key::"))
    let text = try workplace.run("check").output
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

extension Workplace {
  /// Gives all files to another user.
  fileprivate func give(to user: Int) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path) + ["."]
    for name in names {
      try FileManager.default.setAttributes([.ownerAccountID: user], ofItemAtPath: folder.appending(path: name).path)
    }
  }
}
