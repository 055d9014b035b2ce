import Foundation
import Testing

/// Nothing is written outside, nothing runs that a proposal brought, nothing is published that nobody named.
struct WallTests {
  // MARK: Where files are written

  @Test(arguments: ["../../outside/planted", "../content/planted", "/../../../tmp/tenderpress-planted"])
  func `an old address cannot lead out of the site`(alias: String) throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "---\naliases: [\"\(alias)\"]\n---\nText.\n"))
    let before = try workplace.snapshot("content")
    let run = try workplace.buildPages()
    #expect(run.code == 1)
    #expect(run.errors.contains("R12"))
    #expect(try workplace.snapshot("content") == before)
    #expect(!workplace.exists("site") && !workplace.exists("outside") && !workplace.exists("../outside"))
  }

  @Test func `an old address as people copy it still leads on`() throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "---\naliases: [/old/place/, older.html, v1.2/rules]\n---\nText.\n"))
    #expect(try workplace.buildPages("--quiet").code == 0)
    for page in ["old/place/index.html", "older.html", "v1.2/rules/index.html"] {
      #expect(try workplace.read("site/\(page)").contains("guidance/a/index.html"), "\(page)")
    }
  }

  @Test func `every file that is made has a path that every system takes`() throws {
    for name in ["sound", "two-lots", "awarded"] {
      let workplace = try Workplace(pack: name)
      try workplace.run("build", "--quiet", "--drafts")
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
  func `a file whose name other systems refuse is told by a check, at the file`(path: String) throws {
    let workplace = try Workplace(Pack.with("tenders/library/\(path)", "words"))
    let findings = try workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["R12"])
    #expect(findings.first?.file == "content/tenders/library/\(path)")
    #expect(findings.first?.help?.contains("name") == true)
    #expect(try workplace.buildPages().code == 1)
  }

  @Test(arguments: ["guidance/con.md", "guidance/aux/a.md", "tenders/nul/tender.md", "glossary/a .md"])
  func `a text whose name would be a part of an address that cannot be is told, and nothing crashes`(path: String)
    throws
  {
    let workplace = try Workplace(Pack.with(path, "Text.\n"))
    let run = try workplace.run("check", "--format", "json")
    #expect(run.code == 1)
    #expect(try run.faults.contains { $0.code == "R12" && $0.file == "content/\(path)" })
  }

  @Test func `a trial makes addresses of its own from any name`() throws {
    let workplace = try Workplace([
      "index.md": "Hello.\n", "con.md": "One.\n", "What? Why: a list.md": "Two.\n", "aux/...md": "Three.\n",
      "\u{202E}gpj.md": "Four.\n", String(repeating: "é", count: 120) + ".md": "Five.\n",
    ])
    #expect(try workplace.buildPages("--quiet").code == 0)
    for path in try workplace.snapshot("site").keys {
      #expect(path.split(separator: "/").allSatisfy { $0 != "con" && $0 != "aux" && $0.utf8.count < 256 }, "\(path)")
      #expect(!path.unicodeScalars.contains { ":?\u{202E}".unicodeScalars.contains($0) }, "\(path)")
    }
  }

  /// Marks that join the letter before or after them, so that a reader of letters sees no slash.
  @Test(arguments: ["\u{301}", "\u{200D}", "\u{E33}", "\u{600}", "\u{D4E}"])
  func `a list that hides a slash in a letter removes nothing outside`(mark: String) throws {
    let workplace = try Workplace()
    try workplace.buildPages("--quiet")
    try workplace.write("precious", to: "\(mark)important.txt")
    try workplace.write("precious", to: "elsewhere/secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: workplace.folder.appending(path: "site/x\(mark)").path, withDestinationPath: "../elsewhere")
    try workplace.append(
      "../\(mark)important.txt\nx\(mark)/secret.txt\n../\(mark)d\(mark)/../elsewhere/secret.txt\n",
      to: "site/.tenderpress/manifest")
    try workplace.buildPages("--quiet")
    #expect(workplace.exists("\(mark)important.txt") && workplace.exists("elsewhere/secret.txt"))
  }

  @Test func `a folder that nobody named is no link`() throws {
    for (name, option) in [
      ("site", "--output"), ("private", "--private"), ("content", "--content"), ("templates", "--templates"),
    ] {
      let workplace = try Workplace()
      try workplace.shell("if [ -e \(name) ]; then mv \(name) real; else mkdir real; fi; ln -s real \(name)")
      let run = try workplace.buildPages()
      #expect(run.code == 2)
      #expect(run.errors.contains("symbolic link") && run.errors.contains("\(option) \(name)"), "\(run.errors)")
      #expect(try workplace.buildPages(option, name).code == 0)
    }
  }

  @Test func `a new file is not begun through a link`() throws {
    let workplace = try Workplace()
    try workplace.shell(
      "mkdir elsewhere; ln -s ../../elsewhere content/tenders/evil; ln -s ../../elsewhere/y.md content/glossary/y.md")
    #expect(try workplace.run("new", "tender", "evil").code == 2)
    #expect(try workplace.run("new", "term", "y").code == 2)
    #expect(try workplace.shell("ls elsewhere").isEmpty)
  }

  @Test func `an address of the web ends nothing where it is written`() throws {
    let evil = "https://x.example/\"><script>alert(1)</script>"
    #expect(try Workplace().buildPages("--base-url", evil).code == 2)
    let workplace = try Workplace(Pack.changed("site.yml", "https://tenders.testham.example", to: "'\(evil)'"))
    #expect(try workplace.run("check", "--format", "json").faults.map(\.code) == ["F12"])
  }

  @Test(arguments: [
    "See docket 4000000000000000000/5300000000000000000.", "Ring 10:9223372036854775807.", "1/1/9223372036854775807",
    "on 1 March 2027 at 9223372036854775807:30 pm", "We hope to last a hundred million million million years.",
    "twelve dozen hundred million million million years",
    "a dozen hundred hundred hundred hundred hundred hundred years",
  ])
  func `no number is too large to be read`(sentence: String) throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.append("\n\(sentence)\n", to: "content/tenders/day-service/contract.md")
    #expect(try workplace.run("check").code == 0)
  }

  // MARK: What is published

  @Test(arguments: [
    "evil.html", "guidance/page.HTM", "data.xml", "code.js", "tool.exe", "CNAME", "_redirects", "_headers",
    "web.config",
    "drawing.svgz", "tenders/library/attachments/form.xhtml", "sheet.css", "staticwebapp.config.json", "macro.docm",
    "package.json", "guidance/form.html.de", "feed.rss",
    "noending",
  ])
  func `what runs or steers a host is an error, linked or not, and published where the council lists it`(path: String)
    throws
  {
    let link = "\n[It](<\(path)>)\n"
    let index = (Pack.small["index.md"] ?? "") + link
    for files in [
      Pack.with(path, "<script>alert(1)</script>"), Pack.with(path, "x").merging(["index.md": index]) { $1 },
    ] {
      let workplace = try Workplace(files)
      let run = try workplace.run("check", "--format", "json")
      #expect(try run.faults.contains { $0.code == "F28" && $0.severity == "error" && $0.file == "content/\(path)" })
      #expect(try workplace.buildPages("--quiet").code == 1)
      #expect(!workplace.exists("site"))
    }
    let workplace = try Workplace(Pack.publishing([path: "asked for"]).merging(["index.md": index]) { $1 })
    #expect(try workplace.run("check", "--format", "json").faults.map(\.code) == [])
    #expect(try workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("site/\(path)") == "asked for")
  }

  @Test func `only a file that something published names is published, and the others are told`() throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "[Plan](plan.pdf) ![A map](map.svg)\n").merging([
        "guidance/draft.md": "---\ndraft: true\n---\n[Later](later.pdf)\n", "guidance/plan.pdf": "1",
        "guidance/later.pdf": "2",
        "guidance/map.svg": "<svg/>", "guidance/left-behind.pdf": "3", "photo.jpg": "4",
        "tenders/library/attachments/named.odt": "5", "tenders/library/attachments/forgotten.odt": "6",
        Pack.tenderPath: Pack.tender.replacing(
          "criteria:", with: "attachments: [{file: named.odt, title: Named}]\ncriteria:", maxReplacements: 1),
      ]) { $1 })
    let faults = try workplace.run("check", "--format", "json").faults
    #expect(Set(faults.map(\.code)) == ["F27"])
    #expect(
      faults.compactMap(\.file).sorted() == [
        "content/guidance/left-behind.pdf", "content/photo.jpg", "content/tenders/library/attachments/forgotten.odt",
      ])
    #expect(faults.allSatisfy { $0.help?.contains("publish:") == true })
    #expect(try workplace.buildPages("--quiet").code == 0)
    let files = try workplace.snapshot("site").keys.filter { !$0.hasSuffix(".html") && !$0.hasPrefix(".tenderpress") }
    #expect(files.contains("guidance/plan.pdf") && files.contains("tenders/library/attachments/named.odt"))
    for word in ["later", "left-behind", "photo", "forgotten"] {
      #expect(!files.contains { $0.contains(word) }, "\(word)")
    }
    try workplace.buildPages("--quiet", "--drafts")
    #expect(workplace.exists("site/guidance/later.pdf"))
  }

  @Test func `a template or a style sheet of the council's own names its files`() throws {
    let workplace = try Workplace(Pack.with("crest.png", "png").merging(["look/font.ttf": "font"]) { $1 })
    try workplace.write("body { background: url(crest.png); src: url(look/font.ttf) }", to: "templates/style.css")
    #expect(try workplace.run("check", "--format", "json").faults.isEmpty)
    #expect(try workplace.buildPages("--quiet").code == 0)
    #expect(workplace.exists("site/crest.png") && workplace.exists("site/look/font.ttf"))
    let without = try workplace.buildPages("--no-templates")
    #expect(without.errors.contains("F27"))
    #expect(!workplace.exists("site/crest.png"))
  }

  @Test func `a comment in a style sheet names nothing, nor does a file that nobody uses`() throws {
    let workplace = try Workplace(Pack.with("secret.pdf", "1"))
    try workplace.write("/* data-secret.pdf, see secret.pdf */ p { color: red }", to: "templates/style.css")
    try workplace.write("a { src: url(secret.pdf) }", to: "templates/notes.css")
    try workplace.buildPages("--quiet")
    #expect(!workplace.exists("site/secret.pdf"))
  }

  @Test func `a kind of file that people cannot open is published only where the council lists it`() throws {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "[Plan](plan.dwg)\n").merging(["guidance/plan.dwg": "1"]) { $1 })
    #expect(try workplace.run("check", "--format", "json").faults.map(\.code) == ["F20"])
    #expect(try workplace.buildPages("--quiet").code == 1)
    try workplace.append("\npublish: [guidance/plan.dwg]\n", to: "content/site.yml")
    #expect(try workplace.buildPages("--quiet").code == 0)
    #expect(workplace.exists("site/guidance/plan.dwg"))
  }

  /// A pack as councils had it before files had to be named: each break is a finding that says what to write.
  @Test func `a pack of before builds, and says what to write for each file that is not published any more`() throws {
    let workplace = try Workplace(pack: "sound")
    for (path, words) in ["robots.txt": "User-agent: *\n", "favicon.ico": "icon", "crest.png": "png"] {
      try workplace.write(words, to: "content/\(path)")
    }
    try workplace.append("\n![Our town hall](../../hall.png)\n", to: "content/tenders/day-service/vision.md")
    try workplace.write("png", to: "content/hall.png")
    try workplace.write("h1 { color: #123 }", to: "templates/style.css")
    let run = try workplace.buildPages("--format", "json")
    #expect(run.code == 0)
    let told = try run.faults.filter { $0.code == "F27" }
    #expect(told.compactMap(\.file) == ["content/crest.png", "content/favicon.ico", "content/robots.txt"])
    for finding in told {
      let path = finding.file?.split(separator: "/").last.map(String.init) ?? ""
      #expect(finding.help?.contains("write in site.yml: publish: [\(path)]") == true)
    }
    try workplace.append("\npublish: [robots.txt, favicon.ico, crest.png]\n", to: "content/site.yml")
    let again = try workplace.buildPages("--format", "json")
    #expect(again.code == 0)
    #expect(try again.faults.filter { $0.code.hasPrefix("F") }.map(\.code) == [])
    for path in ["robots.txt", "favicon.ico", "crest.png"] { #expect(workplace.exists("site/\(path)")) }
  }

  @Test func `templates are left out where somebody asks for it`() throws {
    let workplace = try Workplace()
    try workplace.write("<p>Theirs</p>", to: "templates/home.mustache")
    try workplace.write("{{#broken", to: "templates/glossary.mustache")
    #expect(try workplace.buildPages("--no-templates", "--quiet").code == 0)
    #expect(try !workplace.read("site/index.html").contains("Theirs"))
    #expect(try workplace.run("check", "--no-templates", "--format", "json").faults.isEmpty)
    #expect(try workplace.buildPages().code == 1)
  }

  // MARK: What runs

  /// Puts a folder that looks like an engine, and leaves a mark when it is run.
  private func plant(_ folder: String, in workplace: Workplace) throws {
    try workplace.write("", to: "\(folder)/typst/typst-9.dist-info/METADATA")
    try workplace.write("no font", to: "\(folder)/fonts/Charis.ttf")
    try workplace.write("#!/bin/sh\ntouch '\(workplace.folder.path)/was-run'\nexit 1\n", to: "\(folder)/python3")
    try workplace.shell("chmod 755 \(folder)/python3")
  }

  @Test func `an engine in the folder that is built is not run`() throws {
    let workplace = try Workplace(pack: "sound")
    for folder in [".engines", "engines", "content/.engines", "data/tenderpress/engines"] {
      try plant(folder, in: workplace)
    }
    let run = try workplace.run("build", "--only", "pdf", "--quiet")
    #expect(run.code == 0, "\(run.errors)")
    for variables in [
      ["TENDERPRESS_ENGINES": ".engines"], ["TENDERPRESS_ENGINES": workplace.folder.path + "/engines"],
      ["XDG_DATA_HOME": workplace.folder.path + "/data"],
    ] {
      let run = try workplace.run("build", "--only", "pdf", environment: variables)
      #expect(run.code == 2)
      #expect(run.errors.contains("lies in the folder that is built"), "\(run.errors)")
      #expect(run.errors.contains("--engines"))
    }
    #expect(!workplace.exists("was-run"))
  }

  @Test func `an engine of the checkout is not run, wherever in it the program is started`() throws {
    let workplace = try Workplace(pack: "sound")
    try workplace.shell("mkdir -p repo/.git repo/tenders && mv content repo/tenders/content")
    try plant("repo/tools/engines", in: workplace)
    let run = try workplace.run(
      "build", "--content", "repo/tenders/content", "--only", "pdf",
      environment: ["TENDERPRESS_ENGINES": "repo/tools/engines"])
    #expect(run.code == 2 && run.errors.contains("lies in the folder that is built"), "\(run.errors)")
    #expect(!workplace.exists("was-run"))
  }

  @Test func `the command line wins over the variable, and may name any folder`() throws {
    let workplace = try Workplace(pack: "sound")
    let run = try workplace.run(
      "build", "--only", "pdf", "--quiet", "--engines", Workplace.engines,
      environment: ["TENDERPRESS_ENGINES": "/nonexistent"])
    #expect(run.code == 0, "\(run.errors)")
    try plant("mine", in: workplace)
    #expect(try workplace.run("build", "--only", "pdf", "--engines", "mine").code == 2)
    #expect(workplace.exists("was-run"))
    #expect(try workplace.run("build", "--only", "pdf", environment: ["TENDERPRESS_ENGINES": "/nonexistent"]).code == 2)
  }

  @Test(arguments: [
    ("echo made 1", "no PDF"), ("head -c 100 /dev/urandom >made-0; echo made 1", "no PDF"),
    ("printf '%%PDF-1.7\\n%%%%EOF' >made-0; echo made 1", "says otherwise"),
    ("echo oh dear >&2; exit 3", "oh dear"), ("kill -9 $$", "signal 9"),
  ])
  func `an engine that fails or lies is the machine's fault, and publishes nothing`(script: String, words: String)
    throws
  {
    let workplace = try Workplace(pack: "sound")
    try plant("mine", in: workplace)
    try workplace.write("#!/bin/sh\n\(script)\n", to: "mine/python3")
    let run = try workplace.run("build", "--only", "pdf", "--engines", "mine")
    #expect(run.code == 2)
    #expect(run.errors.contains("error S12") && run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("Nothing has been changed."))
    #expect(!workplace.exists("site"))
  }

  @Test func `what is kept from build to build lies outside the pack, and what is there is not believed`() throws {
    let workplace = try Workplace(pack: "sound")
    let cache = ["XDG_CACHE_HOME": workplace.folder.path + "-cache"]
    defer { try? FileManager.default.removeItem(atPath: workplace.folder.path + "-cache") }
    try workplace.run("build", "--only", "pdf", "--quiet", environment: cache)
    #expect(!workplace.exists("private/.tenderpress/cache"))
    let before = try workplace.snapshot("site")

    // Every entry another file, with a sum that fits.
    let script = """
      cd "$1"/tenderpress/typeset
      for entry in *; do
        printf '1 5\\nhello' >.new; printf %s "$(sha256sum <.new | cut -c1-64)" | cat - .new >"$entry"
      done
      rm .new
      """
    try workplace.write(script, to: "poison.sh")
    try workplace.shell("bash poison.sh '\(workplace.folder.path)-cache'")
    try workplace.remove("site")
    #expect(try workplace.run("build", "--only", "pdf", "--quiet", environment: cache).code == 0)
    #expect(try workplace.snapshot("site") == before)

    // In the pack, or where others may write, there is no memory at all.
    try workplace.run(
      "build", "--only", "pdf", "--quiet", environment: ["XDG_CACHE_HOME": workplace.folder.path + "/cache"])
    #expect(!workplace.exists("cache"))
    try workplace.shell("chmod 777 '\(workplace.folder.path)-cache/tenderpress/typeset'")
    try workplace.shell("rm '\(workplace.folder.path)-cache'/tenderpress/typeset/*")
    try workplace.run("build", "--only", "pdf", "--quiet", environment: cache)
    #expect(try workplace.shell("ls '\(workplace.folder.path)-cache/tenderpress/typeset'").isEmpty)
  }
}
