package import Markdown
package import Tenders

/// Everything that a build will make, as data: it can be shown, compared and counted before anything is made.
///
/// Two things are known later: what the checks found, who read the plan, and how large files are, which pages name. Each
/// is handed on and gives the same plan with more in it; nothing is changed behind anybody's back.
package struct Plan: Sendable {
  package private(set) var artefacts: Artefacts
  package let pages: PlannedPages
  private let prose: [ProseKey: Document]
  private let bodies: [Address: Document]
  /// Those of pages that say what was found or made.
  private var completed: [Address: Document] = [:]
  let tenders: [String: Tender]
  private let composer: Booklets
  /// The files of the content that are published, by their addresses.
  package let assets: [String: Asset]
  /// What is known of the files that have been made.
  private var facts: [Address: FileFacts] = [:]
  /// What the checks found in each tender's pack.
  private var reports: [String: Booklet] = [:]
  /// What site.yml puts round every page.
  package let frame: SiteFrame
  /// The rules that the site shows.
  package let rules: [RuleText]

  init(
    pages: PlannedPages, artefacts: [Artefact], prose: [ProseKey: Document], bodies: [Address: Document],
    composer: Booklets, tenders: [String: Tender], assets: [Asset], frame: SiteFrame, rules: [RuleText]
  ) {
    (self.pages, self.artefacts, self.prose, self.bodies) = (pages, Artefacts(artefacts), prose, bodies)
    (self.composer, self.tenders, self.frame, self.rules) = (composer, tenders, frame, rules)
    self.assets = Dictionary(assets.map { ($0.address.path, $0) }) { first, _ in first }
  }

  /// The same for fewer files.
  package func keeping<Fault: Error>(_ isKept: (Artefact) throws(Fault) -> Bool) throws(Fault) -> Plan {
    var plan = self
    plan.artefacts = try artefacts.keeping(isKept)
    return plan
  }

  /// The same with what the checks found in each tender's pack, which a council may publish as a page.
  package func with(reports: [String: Booklet]) -> Plan {
    var plan = self
    plan.reports = reports
    for (tender, report) in reports {
      guard let page = pages[.pack(tender: tender, .checks)] else { continue }
      plan.completed[page.address] = report.asPage
    }
    return plan
  }

  /// The same with what is known of files that have been made. Each pack's list of documents says how large they are.
  package func with(facts: [Address: FileFacts]) -> Plan {
    var plan = self
    plan.facts = facts
    for tender in tenders.values {
      guard let page = pages[.pack(tender: tender.id, .documents)] else { continue }
      var body = bodies[page.address] ?? Document()
      body.addSections(of: DocumentList(tender: tender, files: plan.downloads).document)
      plan.completed[page.address] = body
    }
    return plan
  }

  /// The files that people may take with them.
  package var downloads: Downloads { Downloads(artefacts: artefacts, facts: facts) }

  /// What stands on a page: its author's words, and what data adds to them.
  package func body(of page: PlannedPage) -> Document {
    completed[page.address] ?? bodies[page.address] ?? Document()
  }

  /// A file's text as it stands on a page: values drawn in, tables made, links resolved. The same library text may read
  /// differently on the pages of two tenders.
  package func prose(_ path: String, in tender: String? = nil) -> Document {
    prose[ProseKey(path: path, tender: tender)] ?? Document()
  }

  /// What a document says. It is composed when somebody asks, since all of them together are many times as long as the
  /// site.
  package func booklet(_ name: BookletName) -> Booklet? {
    if case .report(let tender) = name { reports[tender].map(composer.awayFromSite) } else { composer.booklet(name) }
  }

  /// What all documents say.
  package var booklets: [BookletName: Booklet] { composer.all(of: Array(artefacts)) }

  /// Where the style sheet lies.
  package var style: Address { artefacts[.style]?.address ?? Address("style.css") }

  package func page(_ recipe: PageRecipe) -> PlannedPage? { pages[recipe] }

  package func tender(_ id: String) -> Tender? { tenders[id] }

  /// The pages that link to each glossary term, in the order of the site. Passes over every text once.
  package var pagesByTerm: [String: [PlannedPage]] {
    let glossary = Address.page("glossary").path
    return pages.reduce(into: [:]) { users, page in
      guard page.packPage != .print, !page.isOfRules else { return }
      let terms = body(of: page).allInlines.compactMap { inline in
        if case .link(.site(glossary, let term?), _, _) = inline.kind { term } else { nil }
      }
      for term in Set(terms) { users[term, default: []].append(page) }
    }
  }
}
