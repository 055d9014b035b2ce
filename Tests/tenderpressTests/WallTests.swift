import Digests
import Foundation
import System
import TestSupport
import Testing

/// Nothing is written outside, nothing runs that a proposal brought, nothing is published that nobody named.
struct WallTests {
  // MARK: Where files are written

  @Test(arguments: ["../../outside/planted", "../content/planted", "/../../../tmp/tenderpress-planted"])
  func `an old address cannot lead out of the site`(alias: String) async throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "---\naliases: [\"\(alias)\"]\n---\nText.\n"))
    let before = try workplace.snapshot("content")
    let run = try await workplace.buildPages()
    #expect(run.code == 1)
    #expect(run.errors.contains("R12"))
    #expect(try workplace.snapshot("content") == before)
    #expect(!workplace.exists("site") && !workplace.exists("outside") && !workplace.exists("../outside"))
  }

  @Test func `an old address as people copy it still leads on`() async throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "---\naliases: [/old/place/, older.html, v1.2/rules]\n---\nText.\n"))
    #expect(try await workplace.buildPages("--quiet").code == 0)
    for page in ["old/place/index.html", "older.html", "v1.2/rules/index.html"] {
      #expect(try workplace.read("site/\(page)").contains("guidance/a/index.html"), "\(page)")
    }
  }

  @Test func `every file that is made has a path that every system takes`() async throws {
    for name in ["sound", "two-lots", "awarded"] {
      let workplace = try Workplace(pack: name)
      try await workplace.run("build", "--quiet", "--drafts")
      for folder in ["site", "private"] where workplace.exists(folder) {
        for path in try workplace.snapshot(folder).keys where !path.hasPrefix(".tenderpress/") && path != ".gitignore" {
          let steps = path.split(separator: "/", omittingEmptySubsequences: false)
          #expect(
            steps.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.wholeMatch(of: /[\w\-. ]+/) != nil }, "\(path)")
        }
      }
    }
  }

  @Test(arguments: [
    "attachments/Price: schedule.txt", "attachments/what?.pdf", "attachments/con.pdf", "attachments/a .pdf",
  ])
  func `a file whose name other systems refuse is told by a check, at the file`(path: String) async throws {
    let workplace = try Workplace(Pack.with("tenders/library/\(path)", "words"))
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["R12"])
    #expect(findings.first?.file == "content/tenders/library/\(path)")
    #expect(findings.first?.help?.contains("name") == true)
    #expect(try await workplace.buildPages().code == 1)
  }

  @Test(arguments: ["guidance/con.md", "guidance/aux/a.md", "tenders/nul/tender.md", "glossary/a .md"])
  func `a text whose name would be a part of an address that cannot be is told, and nothing crashes`(path: String)
    async throws
  {
    let workplace = try Workplace(Pack.with(path, "Text.\n"))
    let run = try await workplace.run("check", "--format", "json")
    #expect(run.code == 1)
    #expect(try run.faults.contains { $0.code == "R12" && $0.file == "content/\(path)" })
  }

  @Test func `a trial makes addresses of its own from any name`() async throws {
    let workplace = try Workplace([
      "index.md": "Hello.\n", "con.md": "One.\n", "What? Why: a list.md": "Two.\n", "aux/...md": "Three.\n",
      "\u{202E}gpj.md": "Four.\n", String(repeating: "é", count: 120) + ".md": "Five.\n",
    ])
    #expect(try await workplace.buildPages("--quiet").code == 0)
    for path in try workplace.snapshot("site").keys {
      #expect(path.split(separator: "/").allSatisfy { $0 != "con" && $0 != "aux" && $0.utf8.count < 256 }, "\(path)")
      #expect(!path.unicodeScalars.contains { ":?\u{202E}".unicodeScalars.contains($0) }, "\(path)")
    }
  }

  /// Marks that join the letter before or after them, so that a reader of letters sees no slash.
  @Test(arguments: ["\u{301}", "\u{200D}", "\u{E33}", "\u{600}", "\u{D4E}"])
  func `a list that hides a slash in a letter removes nothing outside`(mark: String) async throws {
    let workplace = try Workplace()
    try await workplace.buildPages("--quiet")
    try workplace.write("precious", to: "\(mark)important.txt")
    try workplace.write("precious", to: "elsewhere/secret.txt")
    try workplace.link("site/x\(mark)", to: "../elsewhere")
    try workplace.append(
      "../\(mark)important.txt\nx\(mark)/secret.txt\n../\(mark)d\(mark)/../elsewhere/secret.txt\n",
      to: "site/.tenderpress/manifest")
    try await workplace.buildPages("--quiet")
    #expect(workplace.exists("\(mark)important.txt") && workplace.exists("elsewhere/secret.txt"))
  }

  @Test func `a folder that nobody named is no link`() async throws {
    for (name, option) in [
      ("site", "--output"), ("private", "--private"), ("content", "--content"), ("templates", "--templates"),
    ] {
      let workplace = try Workplace()
      if workplace.exists(name) {
        try workplace.disk.move(name, to: "real")
      } else {
        try workplace.disk.makeFolder("real")
      }
      try workplace.link(name, to: "real")
      let run = try await workplace.buildPages()
      #expect(run.code == 2)
      #expect(run.errors.contains("symbolic link") && run.errors.contains("\(option) \(name)"), "\(run.errors)")
      #expect(try await workplace.buildPages(option, name).code == 0)
    }
  }

  @Test func `a new file is not begun through a link`() async throws {
    let workplace = try Workplace()
    try workplace.disk.makeFolder("elsewhere")
    try workplace.link("content/tenders/evil", to: "../../elsewhere")
    try workplace.link("content/glossary/y.md", to: "../../elsewhere/y.md")
    #expect(try await workplace.run("new", "tender", "evil").code == 2)
    #expect(try await workplace.run("new", "term", "y").code == 2)
    #expect(try workplace.names(in: "elsewhere").isEmpty)
  }

  @Test func `an address of the web ends nothing where it is written`() async throws {
    let evil = "https://x.example/\"><script>alert(1)</script>"
    #expect(try await Workplace().buildPages("--base-url", evil).code == 2)
    let workplace = try Workplace(Pack.changed("site.yml", "https://tenders.testham.example", to: "'\(evil)'"))
    #expect(try await workplace.run("check", "--format", "json").faults.map(\.code) == ["F12"])
  }

  @Test(arguments: [
    "See docket 4000000000000000000/5300000000000000000.", "Ring 10:9223372036854775807.", "1/1/9223372036854775807",
    "on 1 March 2027 at 9223372036854775807:30 pm", "We hope to last a hundred million million million years.",
    "twelve dozen hundred million million million years",
    "a dozen hundred hundred hundred hundred hundred hundred years",
  ])
  func `no number is too large to be read`(sentence: String) async throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.append("\n\(sentence)\n", to: "content/tenders/day-service/contract.md")
    #expect(try await workplace.run("check").code == 0)
  }

  // MARK: What is published

  private static let steering = [
    "evil.html", "guidance/page.HTM", "data.xml", "code.js", "tool.exe", "CNAME", "_redirects", "_headers",
    "web.config",
    "drawing.svgz", "tenders/library/attachments/form.xhtml", "sheet.css", "staticwebapp.config.json", "macro.docm",
    "package.json", "guidance/form.html.de", "feed.rss",
    "noending",
  ]

  @Test func `what runs or steers a host is an error, linked or not, and published where the council lists it`()
    async throws
  {
    let index = (Pack.small["index.md"] ?? "") + Self.steering.map { "\n[It](<\($0)>)\n" }.joined()
    let files = Dictionary(uniqueKeysWithValues: Self.steering.map { ($0, "<script>alert(1)</script>") })
    for more in [files, files.merging(["index.md": index]) { $1 }] {
      let workplace = try Workplace(Pack.small.merging(more) { $1 })
      let build = try await workplace.buildPages("--format", "json")
      #expect(build.code == 1 && !workplace.exists("site"))
      let refused = try build.faults.filter { $0.code == "F28" && $0.severity == "error" }.compactMap(\.file)
      #expect(refused.sorted() == Self.steering.map { "content/\($0)" }.sorted())
    }
    let asked = files.mapValues { _ in "asked for" }
    let workplace = try Workplace(Pack.publishing(asked).merging(["index.md": index]) { $1 })
    #expect(try await workplace.run("check", "--format", "json").faults.map(\.code) == [])
    #expect(try await workplace.buildPages("--quiet").code == 0)
    for path in Self.steering { #expect(try workplace.read("site/\(path)") == "asked for") }
  }

  @Test func `only a file that something published names is published, and the others are told`() async throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "[Plan](plan.pdf) ![A map](map.svg)\n").merging([
        "guidance/draft.md": "---\ndraft: true\n---\n[Later](later.pdf)\n", "guidance/plan.pdf": "1",
        "guidance/later.pdf": "2",
        "guidance/map.svg": "<svg/>", "guidance/left-behind.pdf": "3", "photo.jpg": "4",
        "tenders/library/attachments/named.odt": "5", "tenders/library/attachments/forgotten.odt": "6",
        Pack.tenderPath: Pack.tender.replacing(
          "criteria:", with: "attachments: [{file: named.odt, title: Named}]\ncriteria:", maxReplacements: 1),
      ]) { $1 })
    let faults = try await workplace.run("check", "--format", "json").faults
    #expect(Set(faults.map(\.code)) == ["F27"])
    #expect(
      faults.compactMap(\.file).sorted() == [
        "content/guidance/left-behind.pdf", "content/photo.jpg", "content/tenders/library/attachments/forgotten.odt",
      ])
    #expect(faults.allSatisfy { $0.help?.contains("publish:") == true })
    #expect(try await workplace.buildPages("--quiet").code == 0)
    let files = try workplace.snapshot("site").keys.filter { !$0.hasSuffix(".html") && !$0.hasPrefix(".tenderpress") }
    #expect(files.contains("guidance/plan.pdf") && files.contains("tenders/library/attachments/named.odt"))
    for word in ["later", "left-behind", "photo", "forgotten"] {
      #expect(!files.contains { $0.contains(word) }, "\(word)")
    }
    try await workplace.buildPages("--quiet", "--drafts")
    #expect(workplace.exists("site/guidance/later.pdf"))
  }

  @Test func `a template or a style sheet of the council's own names its files`() async throws {
    let workplace = try Workplace(Pack.with("crest.png", "png").merging(["look/font.ttf": "font"]) { $1 })
    try workplace.write("body { background: url(crest.png); src: url(look/font.ttf) }", to: "templates/style.css")
    #expect(try await workplace.run("check", "--format", "json").faults.isEmpty)
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(workplace.exists("site/crest.png") && workplace.exists("site/look/font.ttf"))
    let without = try await workplace.buildPages("--no-templates")
    #expect(without.errors.contains("F27"))
    #expect(!workplace.exists("site/crest.png"))
  }

  @Test func `a comment in a style sheet names nothing, nor does a file that nobody uses`() async throws {
    let workplace = try Workplace(Pack.with("secret.pdf", "1"))
    try workplace.write("/* data-secret.pdf, see secret.pdf */ p { color: red }", to: "templates/style.css")
    try workplace.write("a { src: url(secret.pdf) }", to: "templates/notes.css")
    try await workplace.buildPages("--quiet")
    #expect(!workplace.exists("site/secret.pdf"))
  }

  @Test func `a kind of file that people cannot open is published only where the council lists it`() async throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "[Plan](plan.dwg)\n").merging(["guidance/plan.dwg": "1"]) { $1 })
    #expect(try await workplace.run("check", "--format", "json").faults.map(\.code) == ["F20"])
    #expect(try await workplace.buildPages("--quiet").code == 1)
    try workplace.append("\npublish: [guidance/plan.dwg]\n", to: "content/site.yml")
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(workplace.exists("site/guidance/plan.dwg"))
  }

  /// A pack as councils had it before files had to be named: each break is a finding that says what to write.
  @Test func `a pack of before builds, and says what to write for each file that is not published any more`()
    async throws
  {
    let workplace = try Workplace(pack: "sound")
    for (path, words) in ["robots.txt": "User-agent: *\n", "favicon.ico": "icon", "crest.png": "png"] {
      try workplace.write(words, to: "content/\(path)")
    }
    try workplace.append("\n![Our town hall](../../hall.png)\n", to: "content/tenders/day-service/vision.md")
    try workplace.write("png", to: "content/hall.png")
    try workplace.write("h1 { color: #123 }", to: "templates/style.css")
    let run = try await workplace.buildPages("--format", "json")
    #expect(run.code == 0)
    let told = try run.faults.filter { $0.code == "F27" }
    #expect(told.compactMap(\.file) == ["content/crest.png", "content/favicon.ico", "content/robots.txt"])
    for finding in told {
      let path = finding.file?.split(separator: "/").last.map(String.init) ?? ""
      #expect(finding.help?.contains("write in site.yml: publish: [\(path)]") == true)
    }
    try workplace.append("\npublish: [robots.txt, favicon.ico, crest.png]\n", to: "content/site.yml")
    let again = try await workplace.buildPages("--format", "json")
    #expect(again.code == 0)
    #expect(try again.faults.filter { $0.code.hasPrefix("F") }.map(\.code) == [])
    for path in ["robots.txt", "favicon.ico", "crest.png"] { #expect(workplace.exists("site/\(path)")) }
  }

  @Test func `templates are left out where somebody asks for it`() async throws {
    let workplace = try Workplace()
    try workplace.write("<p>Theirs</p>", to: "templates/home.mustache")
    try workplace.write("{{#broken", to: "templates/glossary.mustache")
    #expect(try await workplace.buildPages("--no-templates", "--quiet").code == 0)
    #expect(try !workplace.read("site/index.html").contains("Theirs"))
    #expect(try await workplace.run("check", "--no-templates", "--format", "json").faults.isEmpty)
    #expect(try await workplace.buildPages().code == 1)
  }

  // MARK: What runs

  /// Puts a folder that looks like an engine.
  private func plant(_ folder: String, in workplace: Workplace) throws {
    try workplace.write("", to: "\(folder)/typst/typst-9.dist-info/METADATA")
    try workplace.write("no font", to: "\(folder)/fonts/Charis.ttf")
  }

  private static let atHome = "/home/tester/.local/share/tenderpress/engines"

  @Test func `an engine in the folder that is built is not run`() async throws {
    let workplace = try Workplace(pack: "sound")
    for folder in [".engines", "engines", "content/.engines", "data/tenderpress/engines"] {
      try plant(folder, in: workplace)
    }
    let run = try await workplace.run("build", "--only", "pdf", "--quiet")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.engines == Self.atHome)
    for variables in [
      ["TENDERPRESS_ENGINES": ".engines"], ["TENDERPRESS_ENGINES": "/work/engines"], ["XDG_DATA_HOME": "/work/data"],
    ] {
      let run = try await workplace.run("build", "--only", "pdf", environment: variables)
      #expect(run.code == 2)
      #expect(run.errors.contains("lies in the folder that is built"), "\(run.errors)")
      #expect(run.errors.contains("--engines"))
      #expect(run.engines == nil)
    }
  }

  @Test func `an engine of the checkout is not run, wherever in it the program is started`() async throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.write("", to: "repo/.git/HEAD")
    try workplace.write("", to: "repo/tenders/notes.txt")
    try workplace.disk.move("content", to: "repo/tenders/content")
    try plant("repo/tools/engines", in: workplace)
    let run = try await workplace.run(
      "build", "--content", "repo/tenders/content", "--only", "pdf",
      environment: ["TENDERPRESS_ENGINES": "repo/tools/engines"])
    #expect(run.code == 2 && run.errors.contains("lies in the folder that is built"), "\(run.errors)")
    #expect(run.engines == nil)
  }

  @Test func `the command line wins over the variable, and may name any folder`() async throws {
    let workplace = try Workplace(pack: "sound")
    let environment = ["TENDERPRESS_ENGINES": "/elsewhere"]
    #expect(try await workplace.run("build", "--only", "pdf", environment: environment).engines == "/elsewhere")
    let run = try await workplace.run("build", "--only", "pdf", "--engines", "mine", environment: environment)
    #expect(run.engines == "/work/mine")
  }

  @Test(arguments: [("oh dear", Engine.Outcome.died("oh dear")), ("longer than 7 seconds", .tookTooLong)])
  func `an engine that fails is the machine's fault, and publishes nothing`(
    words: String, outcome: Engine.Outcome
  ) async throws {
    let workplace = try Workplace(pack: "sound")
    let engine = Engine(identity: "broken", fonts: try SharedEngine.engine().fonts, limitInSeconds: 7) { _ in outcome }
    let run = try await workplace.run("build", "--only", "pdf", engine: engine)
    #expect(run.code == 2)
    #expect(run.errors.contains("error S12") && run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("Nothing has been changed."))
    #expect(!workplace.exists("site"))
  }

  @Test func `what is kept from build to build lies outside the pack, and what is there is not believed`() async throws
  {
    let workplace = try Workplace(pack: "sound")
    let cache = "/home/tester/.cache/tenderpress/typeset"
    try await workplace.run("build", "--only", "pdf", "--quiet")
    #expect(!workplace.exists("private/.tenderpress/cache"))
    let before = try workplace.snapshot("site")

    // Every entry another file, with a sum that fits.
    let entry = Array("1 5\nhello".utf8)
    #expect(try !workplace.names(in: cache).isEmpty)
    for name in try workplace.names(in: cache) {
      try workplace.write(Data(SHA256.hex(of: entry).utf8) + entry, to: "\(cache)/\(name)")
    }
    try workplace.remove("site")
    #expect(try await workplace.run("build", "--only", "pdf", "--quiet").code == 0)
    #expect(try workplace.snapshot("site") == before)

    // In the pack, or where others may write, there is no memory at all.
    try await workplace.run("build", "--only", "pdf", "--quiet", environment: ["XDG_CACHE_HOME": "/work/cache"])
    #expect(!workplace.exists("cache"))
    for name in try workplace.names(in: cache) { try workplace.remove("\(cache)/\(name)") }
    try workplace.disk.setMode(cache, 0o777)
    try await workplace.run("build", "--only", "pdf", "--quiet")
    #expect(try workplace.names(in: cache).isEmpty)
  }
}
