import Diagnostics
import Tenders
import Testing

@testable import Planning

/// Where links lead, and what is said of those that lead nowhere.
struct LinkTests {
  private static let texts = [
    "index.md": "# Home\n",
    "glossary/outcome.md": "---\nterm: Outcome\n---\nA change.\n\n## In short\n\nSo.\n",
    "guidance/providers/index.md": "# For providers\n",
    "guidance/providers/how-to-bid.md": "# How to bid\n\n## Before you begin\n",
    "guidance/later.md": "---\ntitle: Later\ndraft: yes\n---\nNot yet.\n",
    "tenders/t/tender.md": "---\ntitle: A service\nstage: open\n---\n",
    "tenders/t/specification.md": "---\ntitle: What we buy\n---\n## The people\n\nWords.\n",
  ]

  private static let files = [Asset("tenders/t/map.svg", hash: "1f2e"), Asset("my file.pdf")]

  private static func planned(_ text: String, stage: String = "open") -> Planned {
    Planned(
      texts.merging([
        "tenders/t/tender.md": "---\ntitle: A service\nstage: \(stage)\n---\n",
        "tenders/t/vision.md": "---\ntitle: Vision\n---\n\(text)\n",
      ]) { $1 }, files: files, drafts: stage == "draft")
  }

  @Test(arguments: [
    ("specification.md", "tenders/t/specification/index.html"),
    ("./specification.md", "tenders/t/specification/index.html"),
    ("specification", "tenders/t/specification/index.html"),
    ("specification/", "tenders/t/specification/index.html"),
    ("../t/specification.md", "tenders/t/specification/index.html"),
    ("specification.md#the-people", "tenders/t/specification/index.html#the-people"),
    ("specification.md#", "tenders/t/specification/index.html"),
    ("specification.md#what-we-buy", "tenders/t/specification/index.html"),
    ("#vision", "tenders/t/vision/index.html"),
    ("tender.md", "tenders/t/index.html"), ("../t", "tenders/t/index.html"),
    ("../../index.md", "index.html"),
    ("../../glossary/outcome.md", "glossary/index.html#outcome"),
    ("../../glossary/outcome.md#in-short", "glossary/index.html#outcome-in-short"),
    ("../../glossary.md", "glossary/index.html"), ("../../glossary/", "glossary/index.html"),
    ("../../guidance/providers/index.md", "guidance/providers/index.html"),
    ("../../guidance/providers", "guidance/providers/index.html"),
    (
      "../../guidance/providers/how-to-bid.md#before-you-begin",
      "guidance/providers/how-to-bid/index.html#before-you-begin"
    ),
    ("../../guidance/providers/how%2Dto-bid.md", "guidance/providers/how-to-bid/index.html"),
    ("map.svg", "tenders/t/map.1f2e.svg"), ("map.svg#a", "tenders/t/map.1f2e.svg#a"),
    ("../../my%20file.pdf", "my file.pdf"),
    ("documents.md", "tenders/t/documents/index.html"), ("print.md", "tenders/t/print/index.html"),
    ("https://x.example/a?b#c", "https://x.example/a?b#c"), ("HTTPS://x.example", "HTTPS://x.example"),
    ("mailto:a@b.example", "mailto:a@b.example"), ("tel:+441632960123", "tel:+441632960123"),
  ])
  func `a link leads to the page, the entry, the file or the address that it names`(written: String, target: String) {
    let planned = Self.planned("[Words](\(written))")
    #expect(planned.text(at: "tenders/t/vision/index.html") == "[Words](\(target))")
    #expect(["R02", "R03", "R04", "R09"].flatMap { planned.told($0) }.isEmpty)
  }

  @Test(arguments: [
    ("", "R09", "this link leads nowhere"), ("/index.md", "R09", "begins at the root"),
    ("//x.example", "R09", "cannot begin with “//:”"),
    ("javascript:alert(1)", "R09", "cannot begin with “javascript:”"),
    ("JavaScript:alert(1)", "R09", "cannot begin with “javascript:”"), ("data:x", "R09", "cannot begin with “data:”"),
    ("https://", "R09", "not an address"), ("mailto:", "R09", "not an address"), ("tel:", "R09", "not an address"),
    ("../../../x.md", "R04", "leaves the content folder"), ("specificatoin.md", "R02", "there is no"),
    ("specification.md#the-peeple", "R03", "no part named “the-peeple”"),
    ("../../glossary/outcome.md#in-shrt", "R03", "no part named"), ("#nothing", "R03", "no part named “nothing”"),
    ("../../guidance/later.md", "R02", "is there, but no page is made from it"),
    ("glossary/outcome.md", "R02", "there is no"), ("elsewhere.svg", "R02", "there is no"),
  ])
  func `a link that leads nowhere is told, and its words stay`(written: String, code: String, message: String) {
    let planned = Self.planned("[Words](<\(written)>)")
    #expect(planned.text(at: "tenders/t/vision/index.html") == "[Words](nowhere)")
    let told = planned.findings.filter { ["R02", "R03", "R04", "R09"].contains($0.code.id) }
    #expect(told.map(\.code.id) == [code])
    #expect(told.allSatisfy { $0.severity == .error && $0.message.contains(message) })
  }

  @Test(arguments: [
    ("specificatoin.md", "Did you mean “specification.md”?"),
    ("../../guidance/providers/how-to-bit.md", "Did you mean “../../guidance/providers/how-to-bid.md”?"),
    ("how-to-bid.md", "Did you mean “../../guidance/providers/how-to-bid.md”?"),
    ("specification.md#the-peeple", "Did you mean “#the-people”?"),
    ("../../glossary/outcome.md#in-shrt", "Did you mean “#in-short”?"),
    ("xylophone.md", "Write the file, or take the link out."),
  ])
  func `what could have been meant is said`(written: String, help: String) {
    #expect(Self.planned("[Words](\(written))").findings.compactMap(\.help).contains(help))
  }

  @Test(arguments: [
    ("map.svg", "tenders/t/map.1f2e.svg", nil), ("specification.md", "nowhere", "R02"), ("mapp.svg", "nowhere", "R02"),
    ("https://x.example/a.png", "nowhere", "R09"),
  ])
  func `a picture is a file of the content, and nothing else`(written: String, target: String, code: String?) {
    let planned = Self.planned("![A map](\(written))")
    #expect(planned.text(at: "tenders/t/vision/index.html") == "![A map](\(target))")
    #expect(planned.findings.map(\.code.id).filter { $0.hasPrefix("R") } == [code].compactMap(\.self))
  }

  @Test(arguments: [
    ("missing.md", "draft", Severity.warning), ("missing.md", "planned", .error), ("#nothing", "draft", .warning),
    ("", "draft", .warning), ("/index.md", "draft", .error), ("../../../x", "draft", .error), ("x:y", "draft", .error),
    ("https://", "draft", .error),
  ])
  func `a draft may lead to what is not written yet`(written: String, stage: String, severity: Severity) {
    let told = Self.planned("[Words](<\(written)>)", stage: stage).findings.filter { $0.code.id.hasPrefix("R") }
    #expect(told.map(\.severity) == [severity])
  }

  @Test func `a link in a shared text is relative to itself, wherever it is shown`() {
    let planned = Planned(
      Self.texts.merging([
        "shared/fees.md": "---\ntitle: Fees\n---\n[Bid](../guidance/providers/how-to-bid.md)\n",
        "tenders/t/vision.md": "---\ntitle: Vision\n---\n```show\ntext: shared/fees.md\n```\n",
      ]) { $1 })
    #expect(planned.text(at: "tenders/t/vision/index.html") == "[Bid](guidance/providers/how-to-bid/index.html)")
  }

  @Test(arguments: [("caf\u{E9}", "cafe\u{301}"), ("cafe\u{301}", "caf\u{E9}")])
  func `a link to a heading takes the bytes of the heading's own id`(heading: String, link: String) throws {
    let planned = Self.planned("## \(heading)\n\n[Words](#\(link))")
    let words = try #require(planned.text(at: "tenders/t/vision/index.html"))
    #expect(words.utf8.suffix(heading.utf8.count + 1).elementsEqual("\(heading))".utf8))
    #expect(planned.told("R03").isEmpty)
  }

  @Test func `links to the same nothing are told once, and how many there are`() {
    let planned = Self.planned("[a](x.md) [b](x.md) ![c](x.md) [d](y.md) [e](x.md)")
    #expect(planned.told("R02").map(\.occurrences).sorted() == [1, 1, 3])
  }

  @Test func `a link inside an entry, on a page of many, leads on too`() {
    let planned = Planned([
      "glossary/a.md": "---\nterm: A\n---\n[B](b.md) and [no](c.md)\n", "glossary/b.md": "---\nterm: B\n---\nB.\n",
    ])
    #expect(planned.plan.prose("glossary/a.md").words == "[B](glossary/index.html#b) and [no](nowhere)")
    #expect(planned.told("R02").count == 1)
  }

  @Test(arguments: [
    ("a/index.html", "b/index.html", nil, "../b/index.html"), ("a/index.html", "a/index.html", nil, "index.html"),
    ("a/index.html", "a/index.html", "x y", "#x%20y"), ("a/index.html", "a/b/index.html", "x", "b/index.html#x"),
    ("a/b/index.html", "index.html", nil, "../../index.html"), ("index.html", "a b/ü.pdf", nil, "a%20b/%C3%BC.pdf"),
    ("a/b/c.html", "a/b.html", nil, "../b.html"),
  ])
  func `a page writes a link to another so that it works from any folder`(
    page: String, target: String, fragment: String?, href: String
  ) {
    #expect(Address(page).href(to: Address(target), fragment: fragment) == href)
  }

  @Test func `a page that is shown anywhere begins its links at the root`() {
    let page = Address("404.html", shownAnywhereBelow: "/tenders/")
    #expect(page.href(to: Address("a b/index.html")) == "/tenders/a%20b/index.html")
    #expect(page.href(to: Address("a/index.html"), fragment: "x") == "/tenders/a/index.html#x")
    #expect(page.href(to: page, fragment: "main") == "#main")
  }

  @Test(arguments: [
    (nil, nil), ("https://x.example", "https://x.example/404.html"),
    ("https://x.example/tenders/", "https://x.example/tenders/404.html"),
  ])
  func `the page for what is missing begins its links where the site does`(base: String?, address: String?) {
    let site = "title: S\norganisation: C\n" + (base.map { "base-url: \($0)\n" } ?? "")
    let planned = Planned(["site.yml": site])
    let page = planned.plan.page(.standing(.notFound))
    #expect(page.flatMap { planned.model.site.webAddress(of: $0.address) } == address)
    #expect(page?.address.root == (base.map { $0.hasSuffix("/tenders/") ? "/tenders/" : "/" }))
    #expect(
      planned.model.site.webAddress(of: .page("a b"), fragment: "x")
        == base.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + "a%20b/#x" })
  }
}
