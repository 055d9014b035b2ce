import Content
import DataOutput
import Diagnostics
import Foundation
import HTMLOutput
import Markdown
import Planning
import Tenders
import Testing

/// The law of publication: every value and every text that the program accepts is met by a reader, on a page and in what
/// goes to print, or its declaration says what it steers.
struct PublicationTests {
  @Test func `every text that is accepted stands on a page, and a tender's in print as well`() {
    let pack = PlantedPack()
    let site = PlantedSite(pack.files)
    #expect(site.errors == [])
    let onPages = site.pages.mapValues(\.planted)
    let everywhere = onPages.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let printed = onPages[PlantedSite.print(of: PlantedPack.awarded)] ?? []
    let stopped = onPages[PlantedSite.print(of: PlantedPack.stopped)] ?? []
    let booklets = site.booklets(of: PlantedPack.awarded)
    #expect(pack.plants.count > 250)
    for kind in Kind.allCases where kind != .plain && kind != .site {
      #expect(pack.plants.contains { $0.kind == kind }, "write a file of \(kind.words) in PlantedPack.places")
    }
    for plant in pack.plants {
      let words = Set(plant.words)
      let name = "\(plant.file): \(plant.key), \(plant.shown.words)"
      switch plant.shown {
      case .steers, .elsewhere: continue
      case .from(.stopped, _):
        let isThere = plant.file.contains(PlantedPack.stopped)
        #expect(words.isDisjoint(with: everywhere) != isThere, "\(name)")
        #expect(words.isDisjoint(with: stopped) != isThere, "\(name)")
        continue
      case .from(.awarded, _) where plant.file.contains(PlantedPack.stopped):
        #expect(words.isDisjoint(with: everywhere), "\(name)")
        continue
      case .from, .summary, .on, .itsPage, .everyPage: break
      }
      let isInPack = plant.file.hasPrefix("tenders/\(PlantedPack.awarded)/") || plant.kind.isInPacks
      let missed = [
        words.isDisjoint(with: everywhere) ? "no page" : nil,
        isInPack && words.isDisjoint(with: printed) ? "not the pack on one page" : nil,
        isInPack && words.isDisjoint(with: booklets) ? "no document" : nil,
      ].compactMap(\.self)
      if !missed.isEmpty {
        Issue.record(
          """
          \(name): \(missed.joined(separator: ", ")) has it. Show it there (Planning/Composing), or declare what it \
          steers
          """)
      }
    }
  }

  @Test func `a key is enough to open the page on which readers meet it`() {
    var count = 0
    for key in Kind.tender.schema.keys where !Exceptions.meaningNothingAlone.contains(key.name) {
      guard case .on(let page) = key.shown else { continue }
      let pack = PlantedPack(ofTenderOnly: key.name)
      let file = "tenders/\(PlantedPack.awarded)/tender.md"
      let html = PlantedSite(pack.files.withoutPages).pages["tenders/awarded/\(page.rawValue)/index.html"] ?? ""
      #expect(!html.isEmpty, "\(key.name): no page “\(page.title)”. Say in PagesMade.swift what opens it")
      for plant in pack.plants where plant.file == file && plant.shown == key.shown {
        count += 1
        let isThere = !html.planted.isDisjoint(with: plant.words)
        #expect(isThere, "\(plant.key) is not on the page “\(page.title)” where nothing else is written")
      }
    }
    #expect(count > 30)
  }

  @Test func `a page that data opens has something to say`() {
    #expect(PlantedSite(PlantedPack().files.withoutPages).emptyPages(of: PlantedPack.awarded) == [])
  }

  @Test func `another flag, date, choice or reference makes another page`() async {
    let plain = PlantedSite(PlantedPack().files.ofOneTender)
    let pages = plain.pages
    let turns = PlantedPack().turns.filter { turn in
      if case .steers = turn.shown { return false }
      return !Exceptions.isSame(turn)
    }
    #expect(turns.count > 100)
    let met = await withTaskGroup(of: String?.self) { group in
      for turn in turns {
        group.addTask {
          let site = PlantedSite(PlantedPack(turning: turn).files.ofOneTender, reusing: plain)
          return site.differs(from: pages) ? turn.description : nil
        }
      }
      return await group.reduce(into: Set<String>()) { if let name = $1 { $0.insert(name) } }
    }
    // Of several groups in a list, one is enough: not every kind of field has a limit.
    #expect(Set(turns.map(\.description)).subtracting(met) == [])
  }

  @Test func `the words of people who did not agree are nowhere`() {
    var files = PlantedPack().files
    let path = "outcomes/planted.md"
    files[path] = files[path]?.replacing("consent: yes", with: "consent: no")
    let voices = PlantedPack().plants.filter { $0.file == path && $0.key.hasPrefix("voices.") }.flatMap(\.words)
    #expect(voices.count == 2)
    let site = PlantedSite(files)
    #expect(site.pages.values.allSatisfy { $0.planted.isDisjoint(with: voices) })
    #expect(site.booklets(of: PlantedPack.awarded).isDisjoint(with: voices))
  }

  @Test func `every date of the calendar stands in the timetable, and every date of the timetable in the calendar`() {
    var files = PlantedPack().files
    let path = "tenders/awarded/tender.md"
    files[path] = files[path]?.replacing(
      #/break-points: .*/#, with: "break-points: [{month: 18, what: First}, {date: 2029-01-02, what: Second}]")
    let site = PlantedSite(files)
    #expect(site.errors == [])
    let page = site.pages["tenders/awarded/timetable/index.html"] ?? ""
    let days = Set(page.matches(of: #/[0-9]+ [A-Z][a-z]+ 20[0-9]{2}/#).map { String($0.0) })
    let calendar = Set(
      site.calendar(of: PlantedPack.awarded).matches(of: #/DTSTART[^:]*:([0-9]{4})([0-9]{2})([0-9]{2})/#).compactMap {
        Day("\($0.1)-\($0.2)-\($0.3)")?.shortWords
      })
    #expect(days == calendar && days.isSuperset(of: ["9 September 2028", "2 January 2029"]))
    #expect(page.contains("(month\u{A0}18)"))
  }

  @Test func `no caption says again what its heading says, and each table that has none is named by a heading`() {
    let pages = PlantedSite(PlantedPack().files).pages
    var named = 0
    for (address, page) in pages {
      var heading = ""
      for words in page.matches(of: #/<(h[1-6]|caption)\b[^>]*>(.*?)<\/(?:h[1-6]|caption)>/#) {
        if words.1 == "caption" { #expect(words.2 != heading, "\(address)") } else { heading = String(words.2) }
      }
      for label in page.matches(of: #/<table aria-labelledby="([^"]*)"/#) {
        named += 1
        #expect(page.contains(" id=\"\(label.1)\">"), "\(address): \(label.1)")
      }
    }
    #expect(named > 10)
  }

  @Test func `the opening words of a form stand in the document that people fill in, before it`() throws {
    let pack = PlantedPack()
    var files = pack.files
    files["tenders/awarded/how-to-respond.md"]? +=
      "\n## Response form\n\nRead all of it first.\n\n## Other\n\nNot here.\n"
    let words = pack.plants.filter { $0.kind == .form && $0.key == "its text" }.flatMap(\.words)
    let form = try #require(PlantedSite(files).booklet(.responseForm, of: PlantedPack.awarded))
    let text = form.asPage.allInlines.map { [$0].plainText }.joined(separator: "\n")
    #expect(words.count == 1 && words.allSatisfy(text.contains))
    #expect(text.contains("Read all of it first.") && !text.contains("Not here."))
  }

  @Test func `phase and licence of the site stand on the cover of every document`() {
    let pack = PlantedPack()
    let site = PlantedSite(pack.files)
    let said = pack.plants.filter { ["licence", "phase.tag", "phase.words"].contains($0.key) }.flatMap(\.words)
    #expect(said.count == 3)
    for document in [PackDocument.wholePack, .responseForm, .monitoringForm] {
      let cover = site.booklet(document, of: PlantedPack.awarded)?.imprint.joined() ?? ""
      #expect(said.allSatisfy(cover.contains))
    }
  }

  @Test func `what data makes is marked as in the language of the site below an author's words in another`() {
    var files = PlantedPack().files
    let pages = ["timetable", "monitoring", "vision"].map { "tenders/awarded/\($0).md" }
    for path in pages { files[path] = files[path]?.replacing("lang: en-GB", with: "lang: cy") }
    files[pages[2]]? += "\n```show\nfigure: timetable\n```\n"
    let site = PlantedSite(files)
    for name in ["timetable", "vision"] {
      let page = site.pages["tenders/awarded/\(name)/index.html"] ?? ""
      #expect(page.contains("<div lang=\"en-GB\">\n<figure"), "\(name)")
    }
    #expect(
      site.pages["tenders/awarded/monitoring/index.html"]?.contains("<div lang=\"en-GB\">\n<div class=\"form\"") == true
    )
  }

  @Test func `a link to a scale leads to its part of the scoring page`() {
    var files = PlantedPack().files
    let path = "tenders/awarded/vision.md"
    files[path]? += "\nSee [how](../../scales/planted.md) and [what](../../matrices/planted.md).\n"
    let pages = PlantedSite(files).pages
    let vision = pages["tenders/awarded/vision/index.html"] ?? ""
    let scoring = pages["tenders/awarded/scoring/index.html"] ?? ""
    for id in ["Scale-planted", "Matrix-planted"] {
      #expect(vision.contains("href=\"../scoring/index.html#\(id)\""))
      #expect(scoring.contains("id=\"\(id)\""))
    }
  }

  @Test func `the list of all keys is what the program prints`() throws {
    let file = URL(fileURLWithPath: #filePath).appending(path: "../../../docs/keys.md").standardized
    let committed = try? String(contentsOf: file, encoding: .utf8)
    #expect(
      committed == KeyList().text,
      "docs/keys.md is not what is declared: make it anew with .build/debug/tenderpress schema keys > docs/keys.md")
  }
}

/// Values that cannot make a difference where the planted pack has them.
private enum Exceptions {
  /// Values of which another says the same.
  private static let same: Set = [
    // The first of them that is written holds.
    "limit.characters", "limit.pages",
  ]

  /// Keys that say something only beside another.
  static let meaningNothingAlone: Set = ["lot-rules"]

  static func isSame(_ turn: PlantedPack.Turn) -> Bool {
    if turn.file.contains(PlantedPack.stopped) { return true }
    if case .from(.stopped, _) = turn.shown { return true }
    return same.contains { turn.key.hasSuffix($0) }
  }
}

extension Kind {
  /// Whether a tender that uses such a file of a library has it in its pack.
  fileprivate var isInPacks: Bool {
    switch self {
    case .outcome, .qualityCharacteristic, .scale, .matrix: true
    case .site, .home, .sitePage, .guidance, .term, .caseStudy, .shared, .tender, .question, .clarification, .amendment,
      .form, .packPage, .plain:
      false
    }
  }
}

extension [String: String] {
  /// Without the tender that was stopped.
  fileprivate var ofOneTender: [String: String] { filter { !$0.key.hasPrefix("tenders/\(PlantedPack.stopped)/") } }
}

extension [String: String] {
  /// Without the pages that the author of the awarded tender wrote, and its questions and the like.
  fileprivate var withoutPages: [String: String] {
    ofOneTender.filter { !$0.key.hasPrefix("tenders/") || $0.key.hasSuffix("/tender.md") }
  }
}

extension String {
  /// The nonsense that stands in it.
  fileprivate var planted: Set<String> { Set(matches(of: #/zq[0-9]+x/#).map { String($0.0) }) }
}

/// A site as the program makes it, in memory.
private struct PlantedSite {
  private let plan: Plan
  private let model: Model
  private let renderer: PageRenderer
  private let texts: [String: String]
  private let files: [String: ContentFile]
  /// What stands in the way of it.
  let errors: [String]

  /// What another site has read already is not read again.
  init(_ texts: [String: String], reusing other: PlantedSite? = nil) {
    var findings: [Diagnostic] = []
    self.texts = texts
    files = Dictionary(
      uniqueKeysWithValues: texts.map { name, text in
        if let known = other?.files[name], other?.texts[name] == text { return (name, known) }
        let source = SourceText(name: name, text: text)
        let file =
          name == "site.yml"
          ? ContentFile(yaml: name, source: source, findings: &findings)
          : ContentFile(path: name, source: source, options: .init(), findings: &findings)
        return (name, file)
      })
    model = Model.assemble(files.sorted { $0.key < $1.key }.map(\.value), findings: &findings)
    let attachments = [PlantedPack.awarded, PlantedPack.stopped].map { "tenders/\($0)/attachments/planted.txt" }
    plan = Plan.make(
      model, assets: (attachments + ["planted.png", "planted.ico"]).map { Asset(path: $0, place: .start(of: $0)) },
      style: Address("style.css"),
      drafts: false, findings: &findings)
    renderer = PageRenderer(model: model, plan: plan, templates: Self.templates)
    errors = findings.filter { $0.severity == .error }.map { "\($0.place?.file ?? ""): \($0.fullMessage)" }
  }

  private static let templates = {
    var findings: [Diagnostic] = []
    return Templates(own: [], findings: &findings)
  }()

  private func html(_ page: PlannedPage) -> String {
    var findings: [Diagnostic] = []
    return renderer.html(page, findings: &findings)
  }

  /// All pages by their addresses.
  var pages: [String: String] {
    Dictionary(plan.pages.map { ($0.address.path, html($0)) }) { first, _ in first }
  }

  /// Whether any page is another than it was. The print is looked at first, which holds most.
  func differs(from pages: [String: String]) -> Bool {
    let print = plan.pages.filter { $0.address.path == Self.print(of: PlantedPack.awarded) }
    return (print + plan.pages).contains { html($0) != pages[$0.address.path] }
  }

  /// The pages of a tender's pack with nothing on them, of those that an author can write.
  func emptyPages(of tender: String) -> [PackPage] {
    plan.pages.pack(of: tender).filter { plan.body(of: $0).isEmpty }.compactMap(\.packPage).filter(\.canBeWritten)
  }

  static func print(of tender: String) -> String { "tenders/\(tender)/print/index.html" }

  func calendar(of id: String) -> String {
    model.tenders.first { $0.id == id }.map { Calendar($0, site: model.site).text } ?? ""
  }

  func booklet(_ document: PackDocument, of tender: String) -> Booklet? {
    plan.booklet(.pack(tender: tender, document))
  }

  /// The nonsense in the documents that people print or fill in.
  func booklets(of tender: String) -> Set<String> {
    [PackDocument.wholePack, .responseForm].compactMap { plan.booklet(.pack(tender: tender, $0)) }
      .reduce(into: []) { $0.formUnion(String(describing: $1).planted) }
  }
}
