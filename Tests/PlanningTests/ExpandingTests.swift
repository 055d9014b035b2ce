import Diagnostics
import Markdown
import Testing

@testable import Planning

/// What authors leave to data is put in its place, and what cannot be is told.
struct ExpandingTests {
  private static let base = [
    "shared/fees.md": "---\ntitle: Fees\n---\nWe pay {{dates.deadline}}.[^1]\n\n## Fees\n\n[^1]: A shared note.\n",
    "shared/loop.md": "---\ntitle: Loop\n---\n```show\ntext: shared/loop.md\n```\n",
    "outcomes/a.md": "---\ntitle: A good life\nlevel: service\n---\n",
    "outcomes/b.md": "---\ntitle: A good town\nlevel: community\n---\n",
    "tenders/t/forms/own.md": "---\ntitle: Our form\nparts: []\n---\n",
  ]

  private static func planned(_ text: String, keys: String = "dates: {deadline: 2027-03-10}", stage: String = "draft")
    -> Planned
  {
    Planned(
      base.merging([
        "tenders/t/tender.md": "---\ntitle: T\nstage: \(stage)\n\(keys)\n---\n",
        "tenders/t/vision.md": "---\ntitle: V\n---\n\(text)\n",
        "guidance/g.md": "---\ntitle: G\n---\n\(text)\n",
      ]) { $1 }, drafts: true)
  }

  private static let vision = "tenders/t/vision/index.html"

  @Test(arguments: [
    ("{{dates.deadline}}", "Wednesday 10 March 2027", "{{dates.deadline}}"),
    ("{{title}}", "T", "Tenders"), ("{{organisation}}", "Testham", "Testham"),
  ])
  func `a tender's value comes before the site's, and a page of the site has only those`(
    text: String, inTender: String, onSite: String
  ) {
    let planned = Self.planned(text)
    #expect(planned.text(at: Self.vision) == inTender)
    #expect(planned.text(at: "guidance/g/index.html") == onSite)
  }

  @Test(arguments: [
    ("{{dates.issued}}", "not written yet", "has no value yet"),
    ("{{dates.dedline}}", "{{dates.dedline}}", "there is no value"),
    ("{{dates}}", "{{dates}}", "is not one value but several"),
    ("{{dates.deadline as roman}}", "{{dates.deadline}}", "cannot be written as “roman”"),
  ])
  func `a value that cannot be drawn is told, and shown as it was written`(text: String, words: String, message: String)
  {
    let planned = Self.planned(text)
    #expect(planned.text(at: Self.vision) == words)
    let told = planned.told("R07").filter { $0.place?.file == "tenders/t/vision.md" }
    #expect(told.map { $0.message.contains(message) } == [true])
  }

  @Test(arguments: [("draft", Severity.warning), ("open", .error)])
  func `a value that is not written yet is forgiven in a draft`(stage: String, severity: Severity) {
    let told = Self.planned("{{dates.issued}}", stage: stage).told("R07")
      .filter { $0.place?.file == "tenders/t/vision.md" }
    #expect(told.map(\.severity) == [severity])
  }

  @Test func `of front matter that breaks off nothing is said to be missing`() {
    let planned = Planned([
      "tenders/t/tender.md": "---\ntitle: T\nstage: open\ndates: {deadline: [}\n---\n",
      "tenders/t/vision.md": "{{dates.issued}} {{dates.nothing}}\n",
    ])
    #expect(planned.told("R07").isEmpty)
    #expect(planned.text(at: Self.vision) == "not written yet not written yet")
  }

  @Test(arguments: [
    ("table: nothing", "“nothing” cannot be shown here"), ("tabel: outcomes", "“tabel” cannot be shown here"),
    ("", "this show block does not say what to show"), ("list: criteria", "“criteria” cannot be shown here"),
    ("figure: nothing", "“nothing” cannot be shown here"), ("form: nothing", "“nothing” cannot be shown here"),
    ("text: shared/none.md", "there is no shared text “shared/none.md”"),
    ("table: criteria\nlevel: service", "“level” cannot be shown here"),
    ("table: outcomes\nlevel: nothing", "“nothing” cannot be shown here"),
    ("table: outcomes\nlist: outcomes", "“list” cannot be shown here"),
  ])
  func `what cannot be shown is told`(directive: String, message: String) {
    let told = Self.planned("```show\n\(directive)\n```").told("R08").filter { $0.place?.file == "tenders/t/vision.md" }
    #expect(told.map { $0.message.contains(message) } == [true])
  }

  @Test(arguments: [
    ("table: criteria", true), ("table: timetable", true), ("figure: timetable", true), ("form: response", true),
    ("form: own", true), ("table: outcomes", false), ("list: outcomes", false), ("figure: ladder", false),
    ("text: shared/fees.md", false), ("table: outcomes\nlevel: service", false),
  ])
  func `what only a tender has is told on a page of the site`(directive: String, isTenders: Bool) {
    let planned = Self.planned("```show\n\(directive)\n```")
    let told = planned.told("R08")
    #expect(!told.contains { $0.place?.file == "tenders/t/vision.md" })
    #expect(told.contains { $0.place?.file == "guidance/g.md" } == isTenders)
  }

  @Test func `a table of outcomes has those of a level, where one is named`() {
    func text(_ directive: String) -> String {
      Self.planned("```show\n\(directive)\n```", keys: "outcomes: [{id: a}]").text(at: "guidance/g/index.html") ?? ""
    }
    #expect(text("table: outcomes").contains("A good life") && text("table: outcomes").contains("A good town"))
    #expect(!text("table: outcomes\nlevel: community").contains("A good life"))
    #expect(text("table: outcomes\nlevel: community").contains("A good town"))
    // On a tender's page those that it picked.
    let own = Self.planned("```show\ntable: outcomes\n```", keys: "outcomes: [{id: a}]").text(at: Self.vision) ?? ""
    #expect(own.contains("A good life") && !own.contains("A good town"))
  }

  @Test func `a figure without anything to draw is not there`() {
    func kinds(_ name: String, _ keys: String) -> Int {
      let planned = Self.planned("```show\nfigure: \(name)\n```", keys: keys)
      return planned.page(at: Self.vision).map { planned.plan.body(of: $0).blocks.count } ?? -1
    }
    #expect(
      kinds("weights", "") == 0 && kinds("weights", "criteria: [{id: c, title: C, kind: quality, weight: 100}]") == 1)
    #expect(kinds("outcomes", "") == 0 && kinds("outcomes", "outcomes: [{id: a}]") == 1)
    #expect(kinds("ladder", "") == 1)
  }

  @Test func `a shared text draws values from the tender around it, and brings its notes`() {
    let planned = Self.planned(
      "One.[^a]\n\n## Fees\n\n```show\ntext: shared/fees.md\n```\n\n```show\ntext: shared/fees.md\n```\n\n[^a]: Mine.")
    #expect(
      planned.text(at: Self.vision) == """
        One.[^1]
        ## Fees
        We pay Wednesday 10 March 2027.[^2]
        ## Fees
        We pay Wednesday 10 March 2027.[^3]
        ## Fees
        Mine.
        A shared note.
        A shared note.
        """)
    let body = planned.page(at: Self.vision).map { planned.plan.body(of: $0) } ?? Document()
    let ids = body.blocks.compactMap { if case .heading(let heading) = $0.kind { heading.id } else { nil } }
    #expect(ids == ["fees", "fees-1", "fees-2"])
  }

  @Test func `texts that show each other without end are told, and each is shown once`() {
    let planned = Self.planned("```show\ntext: shared/loop.md\n```")
    #expect(
      Set(planned.told("R06").map(\.message)) == [
        "these texts show each other without end: tenders/t/vision.md, shared/loop.md, shared/loop.md",
        "these texts show each other without end: guidance/g.md, shared/loop.md, shared/loop.md",
      ])
  }

  @Test(arguments: [(200, 0), (201, 1), (210, 1)])
  func `a page shows at most two hundred shared texts, and says once that there were more`(count: Int, told: Int) {
    let shows = String(repeating: "```show\ntext: shared/a.md\n```\n\n", count: count)
    let planned = Planned(["index.md": shows, "shared/a.md": "---\ntitle: A\n---\nOnce.\n"])
    #expect(planned.told("R11").count == told)
    #expect(planned.text(at: "index.html")?.split(separator: "\n").count == min(count, 200))
  }

  @Test func `a shared text in another language than the page is marked, and what data makes in it is not`() {
    let planned = Planned([
      "site.yml": "title: S\norganisation: C\nlanguages: [en-GB]\n", "index.md": "```show\ntext: shared/a.md\n```\n",
      "shared/a.md": "---\ntitle: A\nlang: cy\n---\nGair.\n\n```show\nlist: outcomes\n```\n",
      "outcomes/a.md": "---\ntitle: Good\nlevel: service\n---\n", "shared/b.md": "---\ntitle: B\n---\nWord.\n",
      "guidance/a.md": "---\ntitle: A\nlang: cy\n---\nGair.\n\n```show\ntext: shared/b.md\n```\n",
    ])
    func languages(_ path: String) -> [String: [String]] {
      let body = planned.page(at: path).map { planned.plan.body(of: $0) } ?? Document()
      return body.allInlines.reduce(into: [:]) { found, inline in
        if case .passage(let tag, let inner) = inline.kind { found[tag, default: []].append(inner.plainText) }
      }
    }
    #expect(languages("index.html")["cy"]?.contains("Gair.") == true)
    #expect(languages("index.html")["en-GB"]?.isEmpty == false)
    #expect(languages("guidance/a/index.html") == ["en-GB": ["Word."]])
  }

  @Test func `an entry has its summary before it, and a page its days behind it`() {
    let planned = Planned([
      "glossary/a.md": "---\nterm: A\nsummary: In short.\nupdated: 2027-01-12\n---\nWords.\n",
      "guidance/a.md": "---\ntitle: A\nsummary: In short.\npublished: 2027-01-11\nupdated: 2027-01-12\n---\nWords.\n",
    ])
    #expect(planned.plan.prose("glossary/a.md").words == "In short.\nWords.\nLast changed on Tuesday 12 January 2027.")
    #expect(
      planned.text(at: "guidance/a/index.html")
        == "Words.\nFirst published on Monday 11 January 2027. Last changed on Tuesday 12 January 2027.")
  }
}
