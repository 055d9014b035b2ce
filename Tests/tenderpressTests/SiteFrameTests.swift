import Foundation
import TestSupport
import Testing

/// What stands round every page, the pages of the site itself, and languages.
struct SiteFrameTests {
  private static let frame = """

    logo: crest.svg
    favicon: small/icon.png
    licence: https://licence.example/open
    phase: {tag: Trial, words: Please tell us what is wrong.}
    navigation:
      - {title: What we buy, page: tenders.md}
      - {title: Elsewhere, page: "https://elsewhere.example/x"}
    footer:
      - {title: Your data, page: pages/privacy.md}
      - {title: The price list, page: prices.pdf}
    """

  private func site(_ more: String = frame) throws -> Workplace {
    let workplace = try Workplace(Pack.changed("site.yml", "accent: \"#0b5d66\"", to: "accent: \"#0b5d66\"" + more))
    for (path, text) in [
      "pages/privacy.md": "---\ntitle: Privacy\nsummary: What we keep.\n---\nWe keep little.\n",
      "crest.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>", "small/icon.png": "icon",
      "prices.pdf": "prices",
    ] { try workplace.write(text, to: "content/\(path)") }
    return workplace
  }

  @Test func `what site yml says of the site stands on every page, and works from a folder`() async throws {
    let workplace = try site()
    let run = try await workplace.buildPages("--quiet")
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(!run.errors.contains("F27"), "\(run.errors)")
    #expect(workplace.exists("site/crest.svg") && workplace.exists("site/small/icon.png"))
    let pages = try workplace.snapshot("site").filter { $0.key.hasSuffix(".html") && $0.key != "404.html" }
    #expect(pages.count > 8)
    for (name, bytes) in pages {
      let html = String(decoding: bytes, as: UTF8.self)
      let up = String(repeating: "../", count: name.split(separator: "/").count - 1)
      for part in [
        "<img src=\"\(up)crest.svg\" alt=\"\"> <b>Testham Council</b>",
        "<link rel=\"icon\" href=\"\(up)small/icon.png\">",
        "<a href=\"https://licence.example/open\">https://licence.example/open</a>",
        "<b>Trial</b> Please tell us what is wrong.", ">What we buy</a>",
        "<a href=\"https://elsewhere.example/x\">Elsewhere",
        ">Your data</a>", "<a href=\"\(up)prices.pdf\">The price list</a>",
      ] { #expect(html.contains(part), "\(name): \(part)") }
      #expect(!html.contains(">Outcomes</a></li>\n<li><a href=\"\(up)guidance"), "\(name)")
    }
    let tenders = try workplace.read("site/tenders/index.html")
    #expect(tenders.contains("<a href=\"index.html\" aria-current=\"page\">What we buy</a>"))
    #expect(try workplace.read("site/404.html").contains("<img src=\"/crest.svg\""))
  }

  @Test func `the copy to read without a connection has the frame too`() async throws {
    let workplace = try site()
    #expect(try await workplace.run("build", "--only", "zip", "--quiet").code == 0)
    try workplace.unpack("site/tenders/library/pack.zip", into: "copy")
    let page = try workplace.read("copy/library/pages/tenders/library/index.html")
    #expect(page.contains("<img src=\"../../crest.svg\" alt=\"\">"))
    #expect(workplace.exists("copy/library/pages/crest.svg") && workplace.exists("copy/library/pages/small/icon.png"))
    #expect(workplace.exists("copy/library/pages/privacy/index.html"))
  }

  @Test(arguments: [
    ("logo: crst.svg", "R02", "Did you mean “crest.svg”?"), ("favicon: prices.pdf", "R09", "Save it as SVG or PNG"),
    ("logo: https://a.example/x.png", "R09", "Save the picture in the content folder"),
    ("navigation: [{title: A, page: pages/privcy.md}]", "R02", "Did you mean “pages/privacy.md”?"),
    ("footer: [{title: A, page: /privacy}]", "R09", "Write the path from this file"),
    ("phase: {tag: Trial}", "F11", "words"), ("footer: [{page: index.md}]", "F11", "title"),
  ])
  func `what is not there is told at its line`(line: String, code: String, help: String) async throws {
    let workplace = try site("\n" + line + "\n")
    let faults = try await workplace.run("check", "--format", "json").faults.filter { $0.code != "F27" }
    #expect(faults.map(\.code) == [code], "\(faults)")
    #expect(faults.first?.file == "content/site.yml" && faults.first?.line == 7, "\(faults)")
    #expect(faults.first?.help?.contains(help) == true, "\(faults)")
  }

  @Test func `without a footer the pages of the site are linked there`() async throws {
    let workplace = try site("\n")
    try await workplace.buildPages("--quiet")
    #expect(try workplace.read("site/index.html").contains("<br><a href=\"privacy/index.html\">Privacy</a>"))
    let page = try workplace.read("site/privacy/index.html")
    #expect(page.contains("<p class=\"lead\">What we keep.</p>") && page.contains("<p>We keep little.</p>"))
  }

  @Test func `a page of the site may not take an address of ours, but for the accessibility statement`() async throws {
    let workplace = try site("\n")
    try workplace.write("---\ntitle: How to read us\n---\nAsk for large print.\n", to: "content/pages/accessibility.md")
    #expect(try await workplace.buildPages("--quiet").code == 0)
    let statement = try workplace.read("site/accessibility/index.html")
    #expect(statement.contains("Ask for large print.") && !statement.contains("What was tested"))
    #expect(try workplace.read("site/index.html").contains("href=\"accessibility/index.html\">How to read us</a>"))
    for name in ["tenders", "glossary", "index"] {
      try workplace.write("Words.\n", to: "content/pages/\(name).md")
      #expect(try await workplace.run("check", "--format", "json").faults.map(\.code).contains("R05"), "\(name)")
      try workplace.remove("content/pages/\(name).md")
    }
  }

  // MARK: Languages

  @Test func `a page in another language is in it, and the frame round it is marked`() async throws {
    let workplace = try site("\n")
    try workplace.write("---\ntitle: Preifatrwydd\nlang: cy\n---\nYchydig a gadwn.\n", to: "content/pages/privacy.md")
    #expect(try await workplace.buildPages("--quiet").code == 0)
    let page = try workplace.read("site/privacy/index.html")
    #expect(page.contains("<html lang=\"cy\">") && page.contains("<header class=\"masthead\" lang=\"en-GB\">"))
    #expect(page.contains("<footer class=\"footer\" lang=\"en-GB\">") && page.contains("<h1>Preifatrwydd</h1>"))
    #expect(page.contains("<p>Ychydig a gadwn.</p>"))
    #expect(!(try workplace.read("site/index.html")).contains("lang=\"cy\""))
  }

  @Test func `where most of a page is ours, the words of its author are marked`() async throws {
    let workplace = try Workplace(
      Pack.with("tenders/library/timetable.md", "---\nlang: cy\n---\nPryd.\n").merging([
        "index.md": "---\ntitle: Croeso\nlang: cy\n---\nHelo.\n"
      ]) { $1 })
    #expect(try await workplace.buildPages("--quiet").code == 0)
    let home = try workplace.read("site/index.html")
    #expect(home.contains("<html lang=\"en-GB\">") && home.contains("<h1 lang=\"cy\">Croeso</h1>"))
    #expect(home.contains("<div class=\"prose\" lang=\"cy\">\n<p>Helo.</p>"))
    let timetable = try workplace.read("site/tenders/library/timetable/index.html")
    #expect(timetable.contains("<html lang=\"en-GB\">") && timetable.contains("<h1>Timetable</h1>"))
    #expect(timetable.contains("<div class=\"prose\" lang=\"cy\">\n<p>Pryd.</p>"))
    #expect(timetable.contains("<span lang=\"en-GB\">Deadline"))
  }

  @Test func `a language without words of the program is noted once`() async throws {
    let workplace = try site("\n")
    for name in ["a", "b"] { try workplace.write("---\nlang: cy\n---\nPryd.\n", to: "content/pages/\(name).md") }
    let notes = try await workplace.run("check", "--format", "json").findings.filter { $0.code == "F29" }
    #expect(notes.map(\.severity) == ["note"] && notes.map(\.file) == ["content/pages/a.md"])
  }
}
