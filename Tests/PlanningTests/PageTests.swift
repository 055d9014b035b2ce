import Diagnostics
import Markdown
import Tenders
import Testing

@testable import Planning

/// Which pages there are, and what keeps one back.
struct PageTests {
  private static let always = ["", "tenders/", "accessibility/", "404.html"]

  @Test(arguments: [
    ([:], []),
    (["index.md": "# Home\n"], []),
    (["guidance/a.md": "# A\n"], ["guidance/", "guidance/a/"]),
    (["guidance/index.md": "# All guidance\n"], ["guidance/"]),
    (["case-studies/a.md": "---\ntitle: A\n---\n"], ["case-studies/", "case-studies/a/"]),
    (["pages/privacy.md": "# Privacy\n"], ["privacy/"]),
    (["pages/accessibility.md": "# Our statement\n"], []),
    (["glossary/a.md": "---\nterm: A\n---\n"], ["glossary/"]),
    (["outcomes/a.md": "---\ntitle: A\nlevel: service\n---\n"], ["outcomes/"]),
    (["quality-characteristics/a.md": "---\ntitle: A\n---\n"], ["quality-characteristics/"]),
    (["shared/a.md": "---\ntitle: A\n---\n"], []), (["scales/a.md": "---\ntitle: A\nlevels: []\n---\n"], []),
    (["tenders/t/tender.md": "---\nstage: draft\n---\n"], []),
  ])
  func `a page is there because a text is`(texts: [String: String], pages: [String]) {
    #expect(Planned(texts).pages.sorted() == (Self.always + pages).sorted())
  }

  @Test func `in a trial each text is a page, and there is no other`() {
    let planned = Planned([
      "site.yml": nil, "index.md": "# Home\n", "Some Notes.md": "# Notes\n", "a/README.md": "# A\n",
      "b/README.md": "# B\n", "b/index.md": "# Index\n",
    ])
    #expect(planned.pages.sorted() == ["", "a/", "b/", "b/readme/", "some-notes/"])
    #expect(planned.files == ["icon.svg", "style.css"])
  }

  @Test func `a council's own statement takes the place of the program's`() {
    let planned = Planned(["pages/accessibility.md": "# Our statement\n\nWe try.\n"])
    #expect(planned.text(at: "accessibility/index.html") == "We try.")
    #expect(planned.page(at: "accessibility/index.html")?.title == "Our statement")
    #expect(Planned([:]).text(at: "accessibility/index.html")?.hasPrefix("## What we aim for\n") == true)
    #expect(Planned([:]).text(at: "accessibility/index.html")?.hasSuffix("Tell us, and say what you need.") == true)
    #expect(Planned([:]).text(at: "404.html") == "Begin again at the [home page](index.html).")
    let site = "title: T\norganisation: C\nemail: a@b.example\n"
    #expect(
      Planned(["site.yml": site]).text(at: "404.html")
        == "Begin again at the [home page](index.html). Write to [a@b.example](mailto:a@b.example) and say what you need."
    )
  }

  @Test(arguments: [
    ("", []), ("submit: {how: email, where: a@b.example}", ["should-we-bid", "how-to-respond"]),
    ("outcomes: [{id: a}]", ["outcomes", "impact-map"]), ("outcomes: [{id: missing}]", []),
    ("quality-characteristics: [q]", ["quality-characteristics"]),
    ("criteria: [{id: c, title: C, kind: quality}]", ["scoring"]), ("gates: [{id: g, title: G}]", ["scoring"]),
    ("dates: {issued: 2027-01-11}", ["timetable"]), ("events: [{title: Walk, from: 2027-01-12}]", ["timetable"]),
    ("measures: [{indicator: a/b}]", ["monitoring"]), ("term: {months: 12}", ["contract"]),
    ("lots: [{id: a, title: A}]", ["contract"]),
  ])
  func `a page of a pack is made where data has something to say on it`(keys: String, pages: [String]) {
    let planned = Planned([
      "outcomes/a.md": "---\ntitle: A\nlevel: service\n---\n", "quality-characteristics/q.md": "---\ntitle: Q\n---\n",
      "tenders/t/tender.md": "---\ntitle: T\nstage: planned\n\(keys)\n---\n",
    ])
    #expect(planned.pack().filter { !["", "documents", "print"].contains($0) } == pages)
  }

  @Test(arguments: [
    ("vision.md", "vision"), ("contract.md", "contract"), ("documents.md", nil), ("print.md", nil), ("checks.md", nil),
    ("glossary.md", nil), ("visoin.md", nil),
  ])
  func `a page of a pack is made where its author wrote it, by its name`(file: String, page: String?) {
    let planned = Planned([
      "tenders/t/tender.md": "---\ntitle: T\nstage: planned\n---\n", "tenders/t/\(file)": "Words.\n",
    ])
    #expect(Set(planned.pack()).subtracting(["", "documents", "print"]) == Set([page].compactMap(\.self)))
  }

  @Test func `entries bring their pages`() {
    let planned = Planned([
      "tenders/t/tender.md": "---\ntitle: T\nstage: planned\n---\n",
      "tenders/t/questions/q.md": "---\ntitle: Q\n---\nWhy?\n",
      "tenders/t/glossary/a.md": "---\nterm: A\n---\nWords.\n",
      "tenders/t/clarifications/c.md": "---\nasked: 2027-01-12\n---\nSo.\n",
    ])
    #expect(planned.pack() == ["", "questions", "clarifications", "documents", "glossary", "print"])
  }

  /// What has not been asked yet can still be asked of a tender that is open.
  @Test(arguments: [
    (Stage.draft, false), (.planned, false), (.open, true), (.evaluating, false), (.awarded, false), (.stopped, false),
  ])
  func `an open tender has a page for answers before there are any`(stage: Stage, isThere: Bool) {
    let planned = Planned(["tenders/t/tender.md": "---\ntitle: T\nstage: \(stage.rawValue)\n---\n"], drafts: true)
    #expect(planned.pack().contains("clarifications") == isThere)
  }

  @Test func `a draft has no page and no file, until somebody asks for drafts`() {
    let texts = [
      "tenders/t/tender.md": "---\ntitle: T\nstage: draft\ndates: {deadline: 2027-03-01}\n---\n![A map](map.svg)\n"
    ]
    let kept = Planned(texts, files: [Asset("tenders/t/map.svg")])
    #expect(kept.pages == Self.always && kept.files == ["icon.svg", "style.css"])
    let shown = Planned(texts, files: [Asset("tenders/t/map.svg")], drafts: true)
    #expect(shown.pack() == ["", "timetable", "documents", "print"])
    #expect(shown.files.contains("tenders/t/map.svg") && shown.files.contains("tenders/t/timetable/t.ics"))
  }

  @Test(arguments: [
    ("index.md", "---\ntitle: Home of ours\nDRAFT---\nWords.\n", "index.html", "Words."),
    ("guidance/a.md", "---\ntitle: A\nDRAFT---\nWords.\n", "guidance/a/index.html", "Words."),
    ("pages/a.md", "---\ntitle: A\nDRAFT---\nWords.\n", "a/index.html", "Words."),
    ("case-studies/a.md", "---\ntitle: A\nDRAFT---\nWords.\n", "case-studies/a/index.html", "Words."),
    ("tenders/t/vision.md", "---\ntitle: A\nDRAFT---\nWords.\n", "tenders/t/vision/index.html", "Words."),
    ("outcomes/b.md", "---\ntitle: Ours\nlevel: service\nDRAFT---\nWords.\n", "outcomes/index.html", "Words."),
    (
      "quality-characteristics/b.md", "---\ntitle: Ours\nDRAFT---\nWords.\n", "quality-characteristics/index.html",
      "Words."
    ),
    ("shared/a.md", "---\ntitle: A\nDRAFT---\nWords.\n", "guidance/shows/index.html", "Words."),
    (
      "tenders/t/clarifications/b.md", "---\nasked: 2027-01-12\nDRAFT---\nWords.\n",
      "tenders/t/clarifications/index.html", "Words."
    ),
    (
      "tenders/t/amendments/b.md", "---\ndate: 2027-01-12\nDRAFT---\nWords.\n", "tenders/t/clarifications/index.html",
      "Words."
    ),
    ("tenders/t/forms/b.md", "---\ntitle: Ours\nDRAFT---\nWords.\n", "tenders/t/how-to-respond/index.html", "Words."),
    ("tenders/t/glossary/b.md", "---\nterm: B\nDRAFT---\nWords.\n", "tenders/t/glossary/index.html", nil),
    ("glossary/b.md", "---\nterm: B\nDRAFT---\nWords.\n", "glossary/index.html", nil),
  ])
  func `a text that is a draft is kept back, until somebody asks for drafts`(
    file: String, text: String, page: String, words: String?
  ) {
    func planned(_ key: String, drafts: Bool = false) -> Planned {
      let others = [
        "tenders/t/tender.md": "---\ntitle: T\nstage: open\n---\n",
        "guidance/shows.md": "# S\n\n```show\ntext: shared/a.md\n```\n",
        "outcomes/a.md": "---\ntitle: A\nlevel: service\n---\n", "shared/a.md": "---\ntitle: S\n---\n",
        "quality-characteristics/a.md": "---\ntitle: A\n---\n", "tenders/t/how-to-respond.md": "Respond.\n",
      ]
      return Planned(others.merging([file: text.replacing("DRAFT", with: key)]) { $1 }, drafts: drafts)
    }
    func isShown(_ planned: Planned) -> Bool {
      guard let words else { return planned.page(at: page) != nil }
      return planned.text(at: page)?.contains(words) == true
    }
    #expect(isShown(planned("")))
    #expect(isShown(planned("draft: no\n")))
    #expect(!isShown(planned("draft: yes\n")))
    #expect(isShown(planned("draft: yes\n", drafts: true)))
  }

  @Test func `what is a draft and stands on a page all the same is told once`() {
    let texts = [
      "outcomes/a.md": "---\ntitle: A\nlevel: service\ndraft: yes\n---\n",
      "tenders/t/tender.md": "---\ntitle: T\nstage: open\noutcomes: [{id: a}]\n---\n",
      "tenders/u/tender.md": "---\ntitle: U\nstage: open\noutcomes: [{id: a}]\n---\n",
    ]
    let told = Planned(texts).told("F31")
    #expect(told.map(\.place?.file) == ["outcomes/a.md"])
    #expect(told.first?.message.contains("“Outcomes”") == true)
    #expect(Planned(texts, drafts: true).told("F31").isEmpty)
    #expect(Planned(texts, isOffline: true).told("F31").isEmpty)
  }

  @Test(arguments: [
    ("tenders/t/questions/q.md", "---\ntitle: Q\ndraft: yes\n---\n", "keep the whole tender back"),
    (
      "tenders/t/outcomes/a.md", "---\ntitle: A\nlevel: service\ndraft: yes\n---\n",
      "take the file out of what names it"
    ),
  ])
  func `what to do with such a draft is said`(file: String, text: String, help: String) {
    let told = Planned([
      "tenders/t/tender.md": "---\ntitle: T\nstage: open\noutcomes: [{id: a}]\n---\n", file: text,
    ]).told("F31")
    #expect(told.map { $0.help?.contains(help) } == [true])
  }

  @Test(arguments: [
    ("shared/a.md", "---\ntitle: S\n---\nWords.\n", true),
    ("shared/a.md", "---\ntitle: S\ndraft: yes\n---\nWords.\n", false),
    ("tenders/t/outcomes/b.md", "---\ntitle: B\nlevel: service\n---\n", true),
    ("outcomes/b.md", "---\ntitle: B\nlevel: service\n---\n", false), ("tenders/t/visoin.md", "Words.\n", true),
    ("scales/s.md", "---\ntitle: S\nlevels: []\n---\n", false), ("guidance/a.md", "# A\n", false),
  ])
  func `a text that nobody would read is told`(file: String, text: String, isTold: Bool) {
    let tender = ["tenders/t/tender.md": "---\ntitle: T\nstage: draft\n---\n"]
    #expect(Planned(tender.merging([file: text]) { $1 }).told("F30").map(\.place?.file) == (isTold ? [file] : []))
    // A text that is shown by one that is shown is read.
    if file == "shared/a.md" {
      let shown = [
        "index.md": "```show\ntext: shared/b.md\n```\n",
        "shared/b.md": "---\ntitle: B\n---\n```show\ntext: shared/a.md\n```\n",
      ]
      #expect(Planned(shown.merging([file: text]) { $1 }).told("F30").isEmpty)
    }
  }

  @Test func `a scale that no question uses is told, as soon as there is a question`() {
    let texts = [
      "scales/s.md": "---\ntitle: S\nlevels: [{score: 0, title: None}]\n---\n",
      "tenders/t/tender.md":
        "---\ntitle: T\nstage: draft\ncriteria: [{id: c, title: C, kind: quality, weight: 100}]\n---\n",
      "tenders/t/questions/q.md": "---\ntitle: Q\ncriterion: c\nweight: 100\n---\nWhy?\n",
    ]
    #expect(Planned(texts).told("F30").map(\.place?.file) == ["scales/s.md"])
    // Nobody knows what a file would name that leads nowhere.
    let broken = texts.merging(["index.md": "[Words](nowhere.md)\n"]) { $1 }
    #expect(Planned(broken).told("F30").isEmpty)
    let used = texts.merging([
      "tenders/t/questions/q.md": "---\ntitle: Q\ncriterion: c\nweight: 100\nscale: s\n---\nWhy?\n"
    ]) { $1 }
    #expect(Planned(used).told("F30").isEmpty)
  }

  @Test func `rules have pages where the site shows them`() {
    let rule = RuleText(
      code: "W02", name: "W02-price-too-heavy", title: "Price", group: "Weights", detail: "A warning",
      document: Document())
    let planned = Planned(["index.md": "[Rule](rules/w02) and [rules](rules.md)\n"], rules: [rule])
    #expect(planned.pages == Self.always + ["rules/", "rules/w02/"])
    #expect(planned.text(at: "index.html") == "[Rule](rules/w02/index.html) and [rules](rules/index.html)")
    #expect(planned.page(at: "rules/w02/index.html")?.title == "W02: Price")
    #expect(planned.page(at: "rules/w02/index.html")?.isOfRules == true)
    #expect(planned.text(at: "rules/index.html")?.contains("These are its 1 rules.") == true)
  }

  @Test(arguments: [
    ("", false, false), ("publish-checks: yes\n", false, true), ("publish-checks: no\n", false, false),
    ("publish-checks: yes\n", true, false),
  ])
  func `what the checks found is a page where the council publishes it, and in no copy`(
    key: String, isOffline: Bool, isThere: Bool
  ) {
    let planned = Planned(
      ["site.yml": "title: S\norganisation: C\n\(key)", "tenders/t/tender.md": "---\ntitle: T\nstage: open\n---\n"],
      isOffline: isOffline)
    #expect(planned.pack().contains("checks") == isThere)
  }

  @Test func `two parts of a page with one id are told`() {
    let planned = Planned([
      "glossary/a.md": "---\nterm: A\n---\nWords.\n\n## Sign\n", "glossary/a-sign.md": "---\nterm: B\n---\nWords.\n",
      "guidance/a.md": "# A\n\n## Same\n\n## Same\n",
    ])
    #expect(planned.told("R10").map { $0.message.contains("“#a-sign”") } == [true])
  }

  @Test(arguments: [("en-GB", []), ("en", []), ("cy", ["cy"]), ("fr", ["fr"])])
  func `a language that only authors speak is told once`(language: String, told: [String]) {
    let planned = Planned([
      "guidance/a.md": "---\ntitle: A\nlang: \(language)\n---\n",
      "guidance/b.md": "---\ntitle: B\nlang: \(language)\n---\n",
    ])
    #expect(planned.told("F29").map { $0.message.contains("“\(language)”") } == told.map { _ in true })
  }

  @Test func `a page's language is its author's, where it is not that of the site`() {
    let planned = Planned([
      "site.yml": "title: S\norganisation: C\nlanguages: [en-GB]\n",
      "guidance/a.md": "---\ntitle: A\nlang: cy\n---\n",
      "guidance/b.md": "---\ntitle: B\nsummary: What it says.\n---\n",
      "glossary/c.md": "---\nterm: C\nlang: cy\n---\nGair.\n",
      "glossary/d.md": "---\nterm: D\nlang: en-GB\n---\nWord.\n",
    ])
    #expect(planned.page(at: "guidance/a/index.html")?.language == "cy")
    #expect(planned.page(at: "guidance/b/index.html")?.language == nil)
    #expect(planned.page(at: "guidance/b/index.html")?.summary == "What it says.")
    func isMarked(_ path: String) -> Bool {
      planned.plan.prose(path).allInlines.contains { if case .passage("cy", _) = $0.kind { true } else { false } }
    }
    #expect(isMarked("glossary/c.md") && !isMarked("glossary/d.md") && !isMarked("guidance/a.md"))
  }
}
