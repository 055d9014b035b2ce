import Foundation
import Testing

/// What the pages of a pack say, and how a reader gets about in it.
struct PackTests {
  private let folder = "site/tenders/young-people"

  private func built(_ change: (Workplace) throws -> Void = { _ in }) async throws -> Workplace {
    let workplace = try Workplace(pack: "two-lots")
    try change(workplace)
    let run = try await workplace.buildPages("--quiet")
    #expect(run.code == 0, "\(run.errors)")
    return workplace
  }

  /// Every link of a page, as paths from the site's root.
  private func links(_ page: String, in workplace: Workplace) throws -> Set<String> {
    let base = URL(fileURLWithPath: "/" + page).deletingLastPathComponent()
    return try Set(
      workplace.read(page).matches(of: #/ href="([^"#]+)/#).map { match in
        String(base.appending(path: String(match.1)).standardized.path.dropFirst())
      })
  }

  @Test func `every page can be reached from the summary in two steps, and from the one before in one`() async throws {
    let workplace = try await built()
    let pages = try workplace.snapshot(folder).keys.filter {
      $0.hasSuffix("index.html") && $0 != "old-address/index.html"
    }
    let summary = try links("\(folder)/index.html", in: workplace)
    for page in pages { #expect(summary.contains("\(folder)/\(page)"), "\(page)") }
    for page in pages {
      let onward = try workplace.read("\(folder)/\(page)").contains("class=\"pager\"")
      #expect(onward, "\(page)")
    }
  }

  @Test(arguments: [
    (
      "questions-close: 2027-02-05T17:00", "questions-close: 2027-02-04T16:43", "5pm on Friday 5 February 2027",
      "4:43pm on Thursday 4 February 2027"
    ),
    (
      "  total: 660000\n  per-year: 220000\n", "  total: 670032\n  per-year: 223344\n", "£220,000 a year",
      "£223,344 a year"
    ),
    ("reference: 0417", "reference: 9182", "Tender reference: 0417", "Tender reference: 9182"),
    (
      "title: Support for young people", "title: Company for the young", "Support for young people",
      "Company for the young"
    ),
    ("role: Commissioning team", "role: People who buy", "Commissioning team", "People who buy"),
  ])
  func `a value stands in one place and is changed everywhere`(old: String, new: String, was: String, becomes: String)
    async throws
  {
    let before = try await built().texts
    let path = "content/tenders/young-people/tender.md"
    let after = try await built { workplace in
      let text = try workplace.read(path)
      try #require(text.contains(old))
      try workplace.write(text.replacing(old, with: new, maxReplacements: 1), to: path)
    }.texts
    let pages = before.filter { $0.value.contains(was) }.map(\.key)
    #expect(!pages.isEmpty)
    #expect(after.filter { $0.value.contains(was) }.map(\.key) == [])
    #expect(Set(after.filter { $0.value.contains(becomes) }.map(\.key)).isSuperset(of: pages))
  }

  @Test func `lots have their own weights, and each is drawn and tabled`() async throws {
    let scoring = try await built().read("\(folder)/scoring/index.html")
    let captions = scoring.matches(of: #/<figcaption>([^<]*Price: [0-9.]+)/#).map { String($0.1) }
    #expect(captions.map { $0.split(separator: " ").last } == ["20.", "30."])
    #expect(scoring.matches(of: #/<caption>[^<]*: weights, in parts of 100<\/caption>/#).count == 2)
  }

  @Test func `the response form asks every question with its limit, and every gate`() async throws {
    let workplace = try await built()
    let html = try workplace.read("\(folder)/how-to-respond/index.html")
    let form = try #require(html.firstRange(of: "Response form").map { html[$0.lowerBound...] })
    let questions = try workplace.names(in: "content/tenders/young-people/questions")
    #expect(form.matches(of: #/<p class="field">\d+\. /#).count == questions.count)
    #expect(form.contains("Weight ") && form.contains("At most "))
    #expect(form.contains("<li>Yes</li>"))
  }

  @Test func `what a lot says stands on the pages, and what lots share is said once`() async throws {
    let workplace = try await built()
    func words(_ page: String) throws -> String {
      try workplace.read("\(folder)/\(page)index.html").replacing(#/<[^>]+>/#, with: " ").replacing(#/\s+/#, with: " ")
    }
    let summary = try words("")
    #expect(
      summary.contains("£80,000 a year before VAT, £240,000 in all, without extensions 3 years, and up to 1 year more"))
    #expect(
      summary.contains("noon on Friday 23 April 2027, UK time (North Testham) and noon on Friday 30 April 2027, UK"))
    #expect(summary.contains("5 answers, 1,600 or 2,800 words, 0 or 1,500 characters and 0 or 2 pages at most"))
    let timetable = try words("timetable/")
    #expect(timetable.contains("South Testham Contract starts Friday 1 October 2027"))
    #expect(
      timetable.contains("Tender published Monday") && timetable.contains("Deadline for bids, unless your lot has"))
    #expect(
      timetable.contains("Break point: Second review. Activities and indicators may be changed. Thursday 1 March"))
    let contract = try words("contract/")
    #expect(contract.contains("£110,000 to £140,000. A range lets bidders compete on what they would achieve. 3 years"))
    #expect(contract.contains("At most £80,000 3 years, and up to 1 year more 1 October 2027 30 September 2030"))
    let scoring = try words("scoring/")
    #expect(scoring.contains("A worked example: South Testham") && scoring.contains("Bidder A £180,000 30"))
    #expect(scoring.matches(of: #/All questions together (\d+)/#).map { String($0.1) } == ["80", "70"])

    // Without values of their own, nothing is said lot by lot.
    let path = "content/tenders/young-people/tender.md"
    let alike = try await built { workplace in
      let text = try workplace.read(path)
        .replacing(#/    dates:\n      deadline.*\n.*\n.*\n    term:\n.*\n.*\n/#, with: "")
        .replacing(#/    price:\n      formula[^$]*?\nlot-rules/#, with: "lot-rules")
        .replacing(#/  example:\n    - bidder[^$]*?\nassessment/#, with: "assessment")
      try workplace.write(text, to: path)
    }
    let page = try alike.read("\(folder)/index.html") + alike.read("\(folder)/scoring/index.html")
    #expect(!page.contains("unless your lot") && !page.contains(">Deadline</th>") && !page.contains(">Length</th>"))
    #expect(page.matches(of: #/<caption>What the service would cost/#).count == 1)
    #expect(page.contains("for each of North Testham and South Testham"))
  }

  @Test func `the response form asks for which lots it is, and what is for some lots says so`() async throws {
    let workplace = try await built()
    let html = try workplace.read("\(folder)/how-to-respond/index.html")
    #expect(html.contains("Do you bid for South Testham?") && html.contains("Only if you bid for North Testham"))
    #expect(html.contains("In which order would you like to have them?"))
    let lots = try #require(html.firstRange(of: "Which lots do you bid for?"))
    let who = try #require(html.firstRange(of: "Who bids"))
    #expect(lots.lowerBound < who.lowerBound)
    let path = "content/tenders/young-people/tender.md"
    try workplace.write(
      try workplace.read(path).replacing("bid-for: One lot or both", with: "bid-for: One lot only"), to: path)
    try await workplace.buildPages("--quiet")
    #expect(try !workplace.read("\(folder)/how-to-respond/index.html").contains("In which order"))
  }

  @Test func `sums below each other are written in one way, and large numbers in groups`() async throws {
    let path = "content/tenders/young-people/tender.md"
    let workplace = try await built { workplace in
      let text = try workplace.read(path).replacing("price: 180000", with: "price: 180000.50")
        .replacing("unit: year, quantity: 3}", with: "unit: hour, quantity: 52000}")
      try workplace.write(text, to: path)
    }
    let html = try workplace.read("\(folder)/scoring/index.html")
    #expect(html.contains(">£180,000.50<") && html.contains(">£200,000.00<") && html.contains(">52,000<"))
    #expect(html.contains(">£336,000<"))
  }

  @Test func `each outcome is followed from its strategy to the contract, and what is missing is named`() async throws {
    let workplace = try Workplace(pack: "sound")
    let page = "site/tenders/day-service/outcomes/index.html"
    func thread() async throws -> String {
      try await workplace.buildPages("--quiet")
      let html = try workplace.read(page)
      let start = try #require(html.range(of: "From strategy to contract</h2>"))
      return String(html[start.upperBound...])
    }
    let whole = try await thread()
    #expect(!whole.contains("no question") && !whole.contains("no day"))
    // The sound pack measures some of its outcomes, as a contract may.
    #expect(whole.contains("no measure in the contract") && whole.contains("Months 6, 18 and 30"))
    let question = "content/tenders/day-service/questions/good-for-the-town.md"
    let tender = "content/tenders/day-service/tender.md"
    try workplace.write(
      try workplace.read(question).replacing(#/outcomes: \[[a-z-]+(, )?/#, with: "outcomes: ["), to: question)
    try workplace.write(
      try workplace.read(tender).replacing(#/break-points:\n(  .*\n)+/#, with: ""), to: tender)
    let broken = try await thread()
    #expect(broken.contains("no question") && broken.contains("no day on which it is looked at again"))
  }

  @Test func `an old address leads to the new one`() async throws {
    let html = try await built().read("\(folder)/old-address/index.html")
    #expect(html.contains("url=../specification/index.html"))
  }

  @Test func `a calendar file holds every date, in Greenwich time and folded lines`() async throws {
    let calendar = try await built().read("\(folder)/timetable/young-people.ics")
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(calendar.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(calendar.contains("DTSTART:20270423T110000Z\r\n"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:20270528\r\n"))
  }

  @Test func `terms are linked at first use, never in headings or twice on a page`() async throws {
    let workplace = try Workplace(
      Pack.with(
        "guidance/a.md",
        "## An outcome\n\nWrite to outcome@x.example. Outcomes and an outcome, `outcome`.\n\nAn outcome.\n"))
    try await workplace.buildPages("--quiet")
    let html = try workplace.read("site/guidance/a/index.html")
    #expect(html.matches(of: #/glossary\/index.html#outcome/#).count == 1)
    #expect(html.contains("<a href=\"../../glossary/index.html#outcome\">Outcomes</a>"))
    #expect(try workplace.read("site/glossary/index.html").contains("Used in:"))
  }

  @Test func `a tender's own words take the place of the library's on its pages alone`() async throws {
    let files = Pack.with("tenders/library/glossary/outcome.md", "---\nterm: Outcome\n---\nHere it means books.\n")
      .merging(["tenders/library/contract.md": "An outcome.\n", "guidance/a.md": "An outcome.\n"]) { $1 }
    let workplace = try Workplace(files)
    #expect(try await workplace.buildPages("--quiet").code == 0)
    #expect(try workplace.read("site/tenders/library/glossary/index.html").contains("Here it means books."))
    #expect(
      try workplace.read("site/tenders/library/contract/index.html").contains("href=\"../glossary/index.html#outcome\"")
    )
    #expect(try workplace.read("site/guidance/a/index.html").contains("href=\"../../glossary/index.html#outcome\""))
  }

  @Test func `the print holds every page, with ids of its own and links that stay inside`() async throws {
    let html = try await built().read("\(folder)/print/index.html")
    let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(ids.count == Set(ids).count)
    for page in ["summary", "vision", "specification", "outcomes", "questions", "scoring", "contract"] {
      #expect(ids.contains(page), "\(page)")
    }
    #expect(!html.contains("href=\"../specification/index.html#"))
  }

  @Test func `what data makes joins an author's section of the same heading`() async throws {
    let files = Pack.tender("criteria:", to: "break-points:\n  - date: 2028-07-01\n    what: We look back\ncriteria:")
      .merging(["tenders/library/contract.md": "## Break points\n\nWhy.\n\n### More\n\nDeep.\n\n## After\n\nThen.\n"]) {
        $1
      }
    let workplace = try Workplace(files)
    try await workplace.buildPages("--quiet")
    let html = try workplace.read("site/tenders/library/contract/index.html")
    #expect(html.matches(of: #/<h2[^>]*>Break points/#).count == 1)
    let order = ["<p>Why.", "<p>Deep.", ">We look back<", ">After</h2>"].compactMap {
      html.firstRange(of: $0)?.lowerBound
    }
    #expect(order.count == 4 && order == order.sorted())
  }

  @Test func `pictures are named by what they hold, drawings are cleaned, and other files keep their names`()
    async throws
  {
    let workplace = try Workplace(
      Pack.with("guidance/a.md", "![A map](map.svg) and [a plan](plan.pdf), [a drawing](room.odt)\n"))
    try workplace.write("<svg>\n<script>alert(1)</script><g/></svg>", to: "content/guidance/map.svg")
    try workplace.write("%PDF", to: "content/guidance/plan.pdf")
    try workplace.write("?", to: "content/guidance/room.odt")
    let findings = try await workplace.run("check", "--format", "json").faults
    #expect(findings.map(\.code) == ["F21"])
    try await workplace.buildPages("--quiet")
    let html = try workplace.read("site/guidance/a/index.html")
    let name = try #require(html.firstMatch(of: #/src="\.\.\/(map\.[0-9a-f]{10}\.svg)"/#)).1
    #expect(try workplace.read("site/guidance/\(name)").hasSuffix("xlink\">\n<g/></svg>"))
    #expect(workplace.exists("site/guidance/plan.pdf"))
    #expect(html.contains(#/href="\.\.\/\.\.\/style\.[0-9a-f]{10}\.css"/#))
  }

  @Test func `files of a draft are published with it and not before`() async throws {
    let workplace = try Workplace(
      Pack.with(
        "tenders/bus/tender.md",
        "---\ntitle: Bus\nstage: draft\nattachments: [{file: price.txt, title: Prices}]\n---\nText.\n"))
    try workplace.write("secret", to: "content/tenders/bus/attachments/price.txt")
    try await workplace.buildPages("--quiet")
    #expect(!workplace.exists("site/tenders/bus"))
    try await workplace.buildPages("--quiet", "--drafts")
    #expect(workplace.exists("site/tenders/bus/attachments/price.txt"))
  }
}

extension Workplace {
  /// The texts of the site.
  fileprivate var texts: [String: String] {
    get throws {
      try snapshot("site").filter { $0.key.hasSuffix(".html") || $0.key.hasSuffix(".ics") || $0.key.hasSuffix(".xml") }
        .mapValues { String(decoding: $0, as: UTF8.self) }
    }
  }
}
