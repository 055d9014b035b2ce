import Diagnostics
import Tenders
import Testing

@testable import Planning

/// Which files there are beside pages, where they lie, and for whom they are.
struct FileTests {
  private static let tender = "---\ntitle: T\nstage: planned\n---\n"

  private func files(
    _ site: String = "", keys: String = "stage: planned", _ texts: [String: String] = [:], isOffline: Bool = false
  ) -> [String] {
    Planned(
      texts.merging([
        "site.yml": "title: S\norganisation: C\n\(site)", "tenders/t/tender.md": "---\ntitle: T\n\(keys)\n---\n",
      ]) { old, _ in old }, isOffline: isOffline
    ).files
  }

  /// What every published tender has.
  private let always = [
    "checks/t/report.docx", "checks/t/report.html", "checks/t/report.odt", "icon.svg", "style.css",
    "t/review-copy.docx",
    "t/review-copy.odt", "tenders/t/SHA256SUMS", "tenders/t/documents/1-invitation.pdf",
    "tenders/t/documents/9-whole-pack.pdf", "tenders/t/pack.json", "tenders/t/pack.zip",
  ]

  @Test(arguments: [
    ("stage: planned", []),
    ("stage: planned\ncriteria: [{id: c, title: C, kind: quality}]", ["3-scoring.pdf", "criteria.csv"]),
    ("stage: planned\nterm: {months: 12}", ["4-contract.pdf"]),
    ("stage: planned\noutcomes: [{id: a}]", ["2-specification.pdf", "6-impact-map.xlsx", "outcomes.csv"]),
    ("stage: planned\nmeasures: [{indicator: a/b}]", ["8-monitoring-form.docx", "8-monitoring-form.odt"]),
    ("stage: planned\nprice: {schedule: [{line: Staff}]}", ["7-price-schedule.xlsx"]),
  ])
  func `a document is made where data has something to put in it`(keys: String, documents: [String]) {
    let made = files(keys: keys, ["outcomes/a.md": "---\ntitle: A\nlevel: service\n---\n"])
    #expect(Set(made).subtracting(always) == Set(documents.map { "tenders/t/documents/\($0)" }))
    #expect(Set(always).subtracting(made).isEmpty)
  }

  @Test(arguments: [
    ("vision.md", ["2-specification.pdf"]), ("specification.md", ["2-specification.pdf"]),
    ("contract.md", ["4-contract.pdf"]),
    ("questions/q.md", ["5-response-form.docx", "5-response-form.odt", "5-response-form.pdf", "questions.csv"]),
    ("insight.md", []),
  ])
  func `a document is made where an author wrote what it holds`(file: String, documents: [String]) {
    let made = files(["tenders/t/\(file)": "---\ntitle: A\n---\nWords?\n"])
    #expect(Set(made).subtracting(always) == Set(documents.map { "tenders/t/documents/\($0)" }))
  }

  private func files(_ texts: [String: String]) -> [String] { files("", texts) }

  @Test func `the panel's workbook needs criteria and questions, and is the council's own`() {
    let question = ["tenders/t/questions/q.md": "---\ntitle: Q\n---\nWhy?\n"]
    let criteria = "stage: planned\ncriteria: [{id: c, title: C, kind: quality}]"
    #expect(files(keys: criteria, question).contains("t/scoring-workbook.xlsx"))
    #expect(!files(keys: criteria).contains("t/scoring-workbook.xlsx"))
    #expect(!files(question).contains("t/scoring-workbook.xlsx"))
  }

  @Test func `a sitemap and a feed are made where somebody has said where the site will be`() {
    #expect(!files().contains("sitemap.xml") && !files().contains("feed.xml"))
    let known = files("base-url: https://x.example\n")
    #expect(known.contains("sitemap.xml") && known.contains("feed.xml"))
    let copy = files("base-url: https://x.example\n", isOffline: true)
    #expect(!copy.contains("sitemap.xml") && !copy.contains("feed.xml"))
  }

  @Test func `an offline copy has what lies beside its documents, and nothing for the web or the council`() {
    let copy = files(
      keys: "stage: planned\ndates: {deadline: 2027-03-01}\naliases: [old]",
      ["guidance/a.md": "---\ntitle: A\naudience: providers\n---\n"], isOffline: true)
    #expect(
      copy == [
        "../1-invitation.pdf", "../9-whole-pack.pdf", "icon.svg", "style.css", "t/review-copy.docx",
        "t/review-copy.odt",
        "tenders/t/timetable/t.ics",
      ])
  }

  @Test func `guidance is a booklet for each audience that has some`() {
    #expect(!files(["guidance/a.md": "# A\n"]).contains { $0.hasPrefix("guidance/") })
    let some = files([
      "guidance/a.md": "---\ntitle: A\naudience: providers\n---\n",
      "guidance/b.md": "---\ntitle: B\naudience: commissioners\ndraft: yes\n---\n",
    ])
    #expect(some.filter { $0.hasPrefix("guidance/") } == ["guidance/guidance-for-providers.pdf"])
  }

  @Test(arguments: [
    ("old", "old/index.html"), ("/old/", "old/index.html"), ("old.html", "old.html"), ("a/b.html", "a/b.html"),
    ("old.htm", "old.htm/index.html"),
  ])
  func `an old address leads to the new one`(alias: String, address: String) {
    let planned = Planned(["guidance/a.md": "---\ntitle: A\naliases: [\"\(alias)\"]\n---\n"])
    let redirects = planned.plan.artefacts.filter(\.recipe.isRedirect)
    #expect(redirects.map(\.address.path) == [address])
    #expect(redirects.map(\.recipe) == [.redirect(to: .page("guidance", "a"))])
    #expect(planned.codes == [])
  }

  @Test(arguments: [
    ("feed.xml", "R12"), ("FEED.XML", "R12"), ("sitemap.xml", "R12"), ("404.html", "R12"), ("feed.xml/old", "R12"),
    ("../a", "R12"), ("a//b", "R12"), (".hidden", "R12"), ("guidance/a", "R05"), ("Guidance/A", "R05"),
    ("tenders", "R05"),
    ("index.html", "R05"),
  ])
  func `an old address that is another's is told where it is written`(alias: String, code: String) {
    let planned = Planned(["guidance/a.md": "---\ntitle: A\naliases: [\"\(alias)\"]\n---\n"])
    #expect(planned.codes == [code])
    #expect(planned.findings.allSatisfy { $0.place?.file == "guidance/a.md" && !($0.place?.range.isEmpty ?? true) })
  }

  @Test func `aliases of tenders and of pages that are not made`() {
    let planned = Planned([
      "tenders/t/tender.md": "---\ntitle: T\nstage: planned\naliases: [old-t]\n---\n",
      "tenders/u/tender.md": "---\ntitle: U\nstage: draft\naliases: [old-u]\n---\n",
      "guidance/a.md": "---\ntitle: A\ndraft: yes\naliases: [old-a]\n---\n",
    ])
    #expect(planned.plan.artefacts.filter(\.recipe.isRedirect).map(\.address.path) == ["old-t/index.html"])
  }

  @Test func `two files for one address, and a file where another needs a folder, are told`() {
    let files = [Asset("tenders/index.html"), Asset("glossary")]
    let listed = "title: S\norganisation: C\npublish: [tenders/index.html, glossary]\n"
    let planned = Planned(["site.yml": listed, "glossary/a.md": "---\nterm: A\n---\n"], files: files)
    #expect(planned.codes == ["R05", "R05"])
    // What is the council's own lies in another folder.
    let apart = Planned(
      [
        "site.yml": "title: S\norganisation: C\npublish: [t/review-copy.odt]\n", "tenders/t/tender.md": Self.tender,
      ], files: [Asset("t/review-copy.odt")])
    #expect(apart.codes == [])
  }

  // MARK: Files of the content

  @Test func `a file is published where something that is published names it, under a name with its sum`() {
    let files = [
      Asset("tenders/t/map.svg", hash: "1f2e"), Asset("tenders/t/plan.pdf"), Asset("tenders/t/other.pdf"),
      Asset("tenders/t/site.xlsx"),
    ]
    let planned = Planned(
      ["tenders/t/tender.md": Self.tender + "![A map](map.svg) [Plan](plan.pdf)\n"], files: files)
    #expect(planned.plan.assets.keys.sorted() == ["tenders/t/map.1f2e.svg", "tenders/t/plan.pdf"])
    #expect(planned.told("F27").map(\.place?.file) == ["tenders/t/other.pdf", "tenders/t/site.xlsx"])
    #expect(planned.plan.artefacts.of(tender: "t").contains { $0.recipe == .asset("tenders/t/plan.pdf") })
  }

  @Test func `a file that only a draft names is not published, and nothing is said of it`() {
    let texts = [
      "tenders/t/tender.md": Self.tender, "guidance/a.md": "---\ntitle: A\ndraft: yes\n---\n![A map](map.svg#a)\n",
    ]
    let planned = Planned(texts, files: [Asset("guidance/map.svg")])
    #expect(planned.plan.assets.isEmpty && planned.codes == [])
    #expect(Planned(texts, files: [Asset("guidance/map.svg")], drafts: true).plan.assets.count == 1)
  }

  @Test func `a file of a tender that is no page yet is not published, though others name it`() {
    let texts = [
      "tenders/t/tender.md": "---\ntitle: T\nstage: draft\n---\n", "index.md": "[Plan](tenders/t/plan.pdf)\n",
    ]
    let planned = Planned(texts, files: [Asset("tenders/t/plan.pdf")])
    #expect(planned.plan.assets.isEmpty && planned.codes == ["R02"])
    #expect(Planned(texts, files: [Asset("tenders/t/plan.pdf")], drafts: true).plan.assets.count == 1)
    // The folder of tenders is nobody's.
    let above = Planned(["index.md": "[Plan](tenders/plan.pdf)\n"], files: [Asset("tenders/plan.pdf")])
    #expect(above.plan.assets.count == 1)
  }

  @Test(arguments: [
    ("map.svg", [], true), ("form.pdf", [], true), ("page.html", ["F28"], false), ("tool.xyz", ["F20"], false),
    ("run.js", ["F28"], false),
  ])
  func `what would run, or what nobody can open, is not published`(file: String, codes: [String], isThere: Bool) {
    let linked = Planned(["index.md": "[Words](\(file))\n"], files: [Asset(file)])
    #expect(linked.codes == codes && linked.plan.assets.isEmpty == !isThere)
    // Unless the council says so.
    let site = "title: S\norganisation: C\npublish: [\(file)]\n"
    let listed = Planned(["site.yml": site], files: [Asset(file, hash: "1f2e")])
    #expect(listed.codes == [] && listed.plan.assets.keys.sorted() == [file])
  }

  @Test(arguments: [
    ("page.html", ["F28"]), ("tool.xyz", ["F27"]), ("map.svg", ["F27"]),
  ])
  func `a file that nothing names is told`(file: String, codes: [String]) {
    #expect(Planned([:], files: [Asset(file)]).codes == codes)
  }

  @Test(arguments: [
    ("index.md", "is a text"), ("mapp.svg", "there is no file “mapp.svg”"), ("xylophone", "there is no file"),
  ])
  func `what publish lists has to be there, and no text`(listed: String, message: String) {
    let site = "title: S\norganisation: C\npublish: [map.svg, \(listed)]\n"
    let planned = Planned(["site.yml": site, "index.md": "# Home\n"], files: [Asset("map.svg")])
    #expect(planned.findings.map { $0.message.contains(message) } == [true])
    #expect(planned.findings.first?.help?.contains("Did you mean “map.svg”?") == (listed == "mapp.svg"))
  }

  @Test func `a file that a template names, and a logo, keep their names`() {
    let site = "title: S\norganisation: C\nlogo: our%20logo.svg\nfavicon: icon.ico\n"
    let planned = Planned(
      ["site.yml": site],
      files: [
        Asset("our logo.svg", hash: "1f2e"), Asset("icon.ico", hash: "1f2e"),
        Asset(path: "font.woff2", place: .start(of: "font.woff2"), hash: "1f2e", isNamedByTemplate: true),
      ])
    #expect(planned.codes == [])
    #expect(planned.plan.assets.keys.sorted() == ["font.woff2", "icon.ico", "our logo.svg"])
    #expect(planned.plan.frame.logo == "our logo.svg" && planned.plan.frame.favicon == "icon.ico")
  }

  @Test(arguments: [
    ("logo: icon.ico", "R09"), ("logo: missing.svg", "R02"), ("favicon: form.pdf", "R09"), ("logo: form.pdf", "R09"),
  ])
  func `a logo is a picture, and only a small one for tabs may be an icon`(key: String, code: String) {
    let planned = Planned(
      ["site.yml": "title: S\norganisation: C\npublish: [icon.ico, form.pdf]\n\(key)\n"],
      files: [Asset("icon.ico"), Asset("form.pdf")])
    #expect(planned.codes == [code])
    #expect(planned.plan.frame.logo == nil && planned.plan.frame.favicon == nil)
  }

  @Test func `the links of a frame lead to pages, and without them it has those that there are`() {
    let pages = ["pages/privacy.md": "# Privacy\n", "pages/accessibility.md": "# Access\n", "guidance/a.md": "# A\n"]
    let usual = Planned(pages).plan.frame
    #expect(usual.navigation == nil && usual.footer.map(\.title) == ["Privacy"])
    let site =
      "title: S\norganisation: C\nnavigation:\n  - {title: Advice, page: guidance/a.md}\n  - {title: None, page: none.md}\nfooter: [{title: Us, page: \"https://x.example\"}]\n"
    let own = Planned(pages.merging(["site.yml": site]) { $1 })
    #expect(own.plan.frame.navigation?.map(\.title) == ["Advice"] && own.plan.frame.footer.map(\.title) == ["Us"])
    #expect(own.codes == ["R02"])
  }

  @Test(arguments: [
    ("a.png", Asset.Kind.picture), ("a/B.SVG", .picture), ("a.jpeg", .picture), ("a.pdf", .attachment),
    ("a.ods", .attachment), ("a.html", .active), ("a.html.de", .active), ("a.min.js", .active), ("a", .active),
    ("a.de.pdf", .attachment), ("_redirects", .active), ("a/CNAME", .active), ("data.json", .active),
    ("a/data.json", .attachment), ("netlify.toml", .active), ("a/b.toml", .unknown), ("a.xyz", .unknown),
    ("html.pdf", .attachment), (".htaccess", .active), ("a.svgz", .active), ("a.docm", .active),
  ])
  func `what a file is follows from every ending of its name`(path: String, kind: Asset.Kind) {
    #expect(Asset.Kind(path) == kind)
  }

  @Test(arguments: [
    (0, "0 bytes"), (999, "999 bytes"), (1_000, "1 kB"), (1_499, "1 kB"), (1_500, "2 kB"), (999_499, "999 kB"),
    (999_500, "1.0 MB"), (1_000_000, "1.0 MB"), (1_049_999, "1.0 MB"), (1_050_000, "1.1 MB"), (12_345_678, "12.3 MB"),
  ])
  func `a size is said as people say it`(bytes: Int, words: String) {
    #expect(bytes.bytesInWords == words)
  }

  @Test func `a file is told by its format, its pages and its size, as far as they are known`() {
    #expect(FileFacts.words(nil, format: "pdf") == "PDF")
    #expect(FileFacts.words(FileFacts(size: 1_000, pages: nil, sha256: ""), format: "odt") == "ODT, 1 kB")
    #expect(FileFacts.words(FileFacts(size: 1_000, pages: 1, sha256: ""), format: "pdf") == "PDF, 1 page, 1 kB")
    #expect(FileFacts.words(FileFacts(size: 1_000, pages: 2, sha256: ""), format: "pdf") == "PDF, 2 pages, 1 kB")
  }

  @Test func `what can be downloaded is the public's, in the order in which a provider needs it`() {
    let planned = Planned([
      "tenders/t/tender.md": "---\ntitle: T\nstage: planned\n---\n",
      "tenders/t/questions/q.md": "---\ntitle: Q\n---\nWhy?\n",
      "tenders/u/tender.md": Self.tender,
    ])
    let downloads = planned.plan.downloads
    #expect(
      downloads.of(tender: "t").map { "\($0.document.rawValue).\($0.format.rawValue)" } == [
        "1-invitation.pdf", "5-response-form.odt", "5-response-form.docx", "5-response-form.pdf", "9-whole-pack.pdf",
        "questions.csv",
      ])
    #expect(downloads.archive(of: "t")?.address.path == "tenders/t/pack.zip" && downloads.archive(of: "x") == nil)
    #expect(downloads.booklet(for: .providers) == nil)
  }

  @Test func `sums are those of files below the tender's folder that have been made, in the order of their names`() {
    let planned = Planned(["tenders/t/tender.md": Self.tender])
    func facts(_ sum: String) -> FileFacts { FileFacts(size: 2, pages: nil, sha256: sum) }
    let made = planned.plan.with(facts: [
      Address("tenders/t/pack.zip"): facts("aa"), Address("tenders/t/documents/1-invitation.pdf"): facts("bb"),
      Address("t/review-copy.odt"): facts("cc"), Address("checks/t/report.html"): facts("dd"),
    ])
    #expect(made.downloads.sums(of: "t") == "bb  documents/1-invitation.pdf\naa  pack.zip\n")
    let list = made.page(.pack(tender: "t", .documents)).map { made.body(of: $0).words } ?? ""
    #expect(list.contains("PDF, 2 bytes") && !list.contains("review"))
    #expect(planned.text(at: "tenders/t/documents/index.html")?.contains("bytes") != true)
  }
}
