package import Diagnostics
package import Markdown
package import Tenders

/// Everything that a build will make, as data: it can be shown, compared and counted before anything is made.
package struct Plan: Sendable {
  package var artefacts: Artefacts
  package let pages: PlannedPages
  private let prose: [ProseKey: Document]
  private let bodies: [Address: Document]
  private let tenders: [String: Tender]
  private let composer: Booklets
  /// The files of the content that are published, by their addresses.
  package let assets: [String: Asset]
  /// What is known of the documents that have been made, by their addresses. Pages name their sizes.
  package var facts: [Address: FileFacts] = [:]
  /// What the checks found in each tender's pack, once they have read the plan.
  package var reports: [String: Booklet] = [:]
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

  /// What stands on a page: its author's words, and what data adds to them.
  package func body(of page: PlannedPage) -> Document {
    var body = bodies[page.address] ?? Document()
    // What this page lists is known only when it has been made.
    if case .pack(let id, .documents) = page.recipe, let tender = tenders[id] {
      body.addSections(of: DocumentList(tender: tender, plan: self).document)
    }
    if case .pack(let id, .checks) = page.recipe { body = reports[id]?.asPage ?? body }
    return body
  }

  /// A file's text as it stands on a page: values drawn in, tables made, links resolved. The same library text may read
  /// differently on the pages of two tenders.
  package func prose(_ path: String, in tender: String? = nil) -> Document {
    prose[ProseKey(path: path, tender: tender)] ?? Document()
  }

  /// What a document says. Composed anew each time, since most runs never ask.
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

/// One file of the site: where it lies and what it is made of.
package struct Artefact: Sendable, Hashable {
  package enum Recipe: Sendable, Hashable {
    case page(PageRecipe)
    /// The style sheet; its name holds a hash of its text.
    case style
    /// Events that calendars open, of a tender.
    case calendar(String)
    /// What is new, for feed readers.
    case feed
    case sitemap
    /// An old address that leads to a new one.
    case redirect(to: Address)
    /// A file copied from the content folder, by its path there.
    case asset(String)
    /// A document of a tender's pack.
    case document(tender: String, PackDocument, DocumentFormat)
    /// What the checks found in a tender's pack: a page that needs no other file, and documents.
    case reportPage(tender: String)
    case report(tender: String, DocumentFormat)
    /// All guidance for an audience, to print.
    case guidance(Audience)
    /// A tender's pack as data for programs.
    case packData(tender: String)
    /// A tender's pack as one file: its documents, and its pages to read without a connection.
    case archive(tender: String)
    /// The checksums of what can be downloaded of a tender.
    case sums(tender: String)
  }

  package let address: Address
  package let recipe: Recipe
  /// What asked for it, for messages.
  package let cause: Place
}

/// What a page is made of. The shapes of pages are few; each has one template.
package enum PageRecipe: Sendable, Hashable {
  case home
  case glossary
  /// A tender's summary.
  case summary(tender: String)
  /// A tender's outcomes framework, or the library of all outcomes.
  case framework(tender: String?)
  /// The library of all quality characteristics.
  case characteristics
  /// Another page of a tender's pack.
  case pack(tender: String, PackPage)
  /// A page that an author wrote, by the path of its file.
  case text(String)
  /// A page that is made of nothing but words that belong to every site.
  case standing(StandingPage)
  /// The list of all rules, and the page of one, by its code.
  case rules
  case rule(String)
}

/// Pages that every site has.
package enum StandingPage: String, Sendable, CaseIterable {
  case tenders, guidance
  case caseStudies = "case-studies"
  case accessibility
  case notFound = "404"

  package var title: String {
    switch self {
    case .tenders: "Tenders"
    case .guidance: "Guidance"
    case .caseStudies: "Case studies"
    case .accessibility: "Accessibility statement"
    case .notFound: "This page is not here"
    }
  }
}

package struct PlannedPage: Sendable {
  package let recipe: PageRecipe
  package let address: Address
  package let title: String
  /// The tender that it belongs to.
  package let tender: String?
  /// The paths of content that links may name it by.
  let names: [String]
  /// The texts that stand on it, in order. Ids in an entry's text are prefixed with the entry's id.
  let texts: [TextOnPage]
  let cause: Place
  /// What its author says that it is about, where an author wrote it.
  package var summary: String?
  /// The language of its author's words, where it is not that of the site.
  package var language: String?
  /// Whether its title is its author's, and in the same language as the text.
  package var hasOwnTitle = false
  /// Whether it is about the site itself, such as what is done with people's data.
  package var isOfSite = false

  /// With what its author says about it.
  func written(as page: Page?) -> PlannedPage {
    guard let page else { return self }
    var planned = self
    (planned.summary, planned.language) = (page.summary, page.facts.language.value)
    planned.hasOwnTitle = page.location.kind != .packPage || page.facts.title.isWritten
    planned.isOfSite = page.location.kind == .sitePage
    return planned
  }

  /// Whether nothing but its author's words stands in its main part, so that their language is that of the page.
  package var isInItsAuthorsWords: Bool {
    switch recipe {
    case .text, .pack(_, .vision), .pack(_, .specification): true
    case .standing(.accessibility): !texts.isEmpty
    case .home, .glossary, .summary, .framework, .characteristics, .pack, .standing, .rules, .rule: false
    }
  }

  /// Which page of a pack it is; nil for a pack's summary, and outside packs.
  package var packPage: PackPage? {
    switch recipe {
    case .pack(_, let kind): kind
    case .framework(.some): .outcomes
    case .home, .glossary, .summary, .framework, .characteristics, .text, .standing, .rules, .rule: nil
    }
  }

  /// Whether it is about the program's rules and not about what a council buys.
  package var isOfRules: Bool {
    switch recipe {
    case .rules, .rule: true
    case .home, .glossary, .summary, .framework, .characteristics, .pack, .text, .standing: false
    }
  }

  /// What a pack's list of contents calls it.
  package var packTitle: String {
    if case .summary = recipe { "Summary" } else { title }
  }

  /// The path of the author's own text for the page, if there is one.
  package var textPath: String? { texts.first { $0.entry == nil }?.key.path }
}

/// A file's text on a page.
struct TextOnPage: Sendable {
  let key: ProseKey
  /// For an entry, such as an outcome: its id, which is its place on the page.
  let entry: Located<String>?
}

struct ProseKey: Sendable, Hashable {
  let path: String
  let tender: String?
}

/// What an id inside an entry's text becomes on a page where many entries stand.
package func entryID(_ entry: String, _ id: String) -> String { "\(entry)-\(id)" }
