internal import Content
package import Diagnostics
internal import Escaping
internal import Markdown
package import Planning
package import Tenders

/// Makes the HTML of pages. Pure: a page depends on the model, the plan and the templates, and on nothing else.
package struct PageRenderer: Sendable {
  let model: Model
  package let plan: Plan
  let templates: Templates
  /// What authors wrote beside tenders, by the paths of the files.
  let written: [String: Page]
  let caseStudies: [String: CaseStudy]

  /// To be made once for many pages.
  package init(model: Model, plan: Plan, templates: Templates) {
    (self.model, self.plan, self.templates) = (model, plan, templates)
    written = Dictionary(model.pages.map { ($0.file.path, $0) }) { first, _ in first }
    caseStudies = Dictionary(model.caseStudies.map { ($0.page.file.path, $0) }) { first, _ in first }
  }

  package func html(_ page: PlannedPage, findings: inout [Diagnostic]) -> String {
    templates.render(page.recipe.template, view(of: page), findings: &findings)
  }

  /// A page at an old address that leads to the new one.
  package func redirect(from address: Address, to target: Address) -> String {
    let view: [Name: View] = [
      .favicon: favicon(from: address), .language: .text(model.site.wordsLanguage),
      .href: .text(address.href(to: target)), .title: .text(plan.pages[target]?.title ?? ""),
    ]
    var findings: [Diagnostic] = []
    return templates.render("redirect", .record(view), findings: &findings)
  }

  /// A sheet of paper in the council's colour. Without an icon browsers would ask for one at the root of the host.
  package var icon: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" \
    fill="\(model.site.colour?.hex ?? "#0b5d66")"/><path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.5"/></svg>

    """
  }

  /// What the checks found, as a page that needs no other file: it lies in a folder of its own, and is sent by email.
  package func report(_ booklet: Booklet, style: String) -> String {
    let facts = booklet.facts.map {
      View.record([.term: .text($0.name), .value: .text($0.words), .detail: .absent])
    }
    let contents = booklet.chapters.map {
      View.record([.href: .text("#\($0.id)"), .label: .text($0.title)])
    }
    let view: [Name: View] = [
      .links: .list(contents), .language: .text(booklet.language), .title: .text(booklet.fullTitle),
      .heading: .text(booklet.part),
      .tender: .text(booklet.title), .organisation: .text(booklet.organisation), .facts: .list(facts),
      .reference: .words(booklet.reference), .style: .text("data:text/css;charset=utf-8,\(style.percentEncoded)"),
      .body: .html(HTMLWriter(address: Address("report.html")).html(booklet.asPage)),
    ]
    var findings: [Diagnostic] = []
    return templates.render("report", .record(view), findings: &findings)
  }

  private func view(of page: PlannedPage) -> View {
    let own: [Name: View] =
      switch page.recipe {
      case .home: home(page)
      case .glossary: glossary(page)
      case .summary(let tender): plan.tender(tender).map { summary(of: $0, page) } ?? [:]
      case .framework(let tender): framework(of: tender, page)
      case .characteristics: plain(page)
      case .pack(let tender, let kind): pack(kind, of: tender, page)
      case .text(let path): text(path, page)
      case .standing(let kind): standing(kind, page)
      case .rules: rules(page)
      case .rule: plain(page)
      }
    return .record(frame(page).merging(languages(page)) { $1 }.merging(own) { _, own in own })
  }

  /// What stands round every page.
  private func frame(_ page: PlannedPage) -> [Name: View] {
    let tender = page.tender.flatMap(plan.tender)
    return [
      .title: .text(windowTitle(page)),
      .heading: .text(page.title),
      .summary: .absent,
      .body: .absent,
      .style: .text(page.address.href(to: plan.style)),
      .organisation: .text(model.site.organisation),
      .siteTitle: .text(model.site.title),
      .siteEmail: .words(model.site.email),
      .homeHref: .text(page.address.href(to: .page())),
      .accessibility: plan.page(.standing(.accessibility)).map { link(to: $0, from: page, label: $0.title) } ?? .absent,
      .feed: plan.artefacts[.feed] != nil
        ? .text(page.address.href(to: Address("feed.xml"))) : .absent,
      .logo: plan.frame.logo.map { .text(page.address.href(to: $0, fragment: nil)) } ?? .absent,
      .favicon: favicon(from: page.address),
      .licence: licence,
      .phase: phase,
      .footer: plan.frame.footer.isEmpty
        ? .absent : .record([.links: .list(plan.frame.footer.compactMap { link(to: $0, from: page) })]),
      .isTrial: .flag(model.site.isTrial),
      .navigation: navigation(page),
      .breadcrumb: breadcrumb(page),
      .pack: tender.map { packIndex($0, page) } ?? .absent,
      .contact: tender?.contact.map(contact) ?? .absent,
      .previous: neighbour(page, by: -1),
      .next: neighbour(page, by: 1),
    ]
  }

  private func windowTitle(_ page: PlannedPage) -> String {
    let parts = [page.title, page.tender.flatMap(plan.tender)?.title, model.site.organisation].compactMap(\.self)
    return parts.reduce(into: [String]()) { kept, part in if !kept.contains(part) { kept.append(part) } }
      .joined(separator: ", ")
  }

  /// What a page is in, and which of its parts are in another language. Where a page holds its author's words alone, it is
  /// in theirs, and the frame round it is marked as English; elsewhere their words are marked.
  private func languages(_ page: PlannedPage) -> [Name: View] {
    let (words, own) = (model.site.wordsLanguage, page.language ?? model.site.language)
    let whole = page.isInItsAuthorsWords && page.hasOwnTitle ? own : words
    return [
      .language: .text(whole), .frameLanguage: whole == words ? .absent : .text(words),
      .titleLanguage: whole == own || !page.hasOwnTitle ? .absent : .text(own),
      .textLanguage: whole == own || page.textPath == nil ? .absent : .text(own),
    ]
  }

  private func favicon(from address: Address) -> View {
    let icon = plan.frame.favicon ?? plan.artefacts[.icon]?.address.path
    return icon.map { .text(address.href(to: $0, fragment: nil)) } ?? .absent
  }

  private var licence: View {
    guard let licence = model.site.facts.licence.value else { return .absent }
    return .record([.words: .text(licence), .href: licence.isWebAddress ? .text(licence) : .absent])
  }

  private var phase: View {
    guard let phase = model.site.facts.phase.value, let words = phase.words.value else { return .absent }
    return .record([.tag: .words(phase.tag.value), .words: .text(words)])
  }

  // MARK: Ways through the site

  private func navigation(_ page: PlannedPage) -> View {
    if let own = plan.frame.navigation { return .list(own.compactMap { link(to: $0, from: page) }) }
    let recipes: [(PageRecipe, String)] = [
      (.home, model.site.isTrial ? "Pages" : "Home"), (.standing(.tenders), "Tenders"),
      (.framework(tender: nil), "Outcomes"), (.standing(.guidance), "Guidance"), (.glossary, "Glossary"),
    ]
    return .list(
      recipes.compactMap { recipe, label in
        plan.page(recipe).map { link(to: $0, from: page, label: label) }
      })
  }

  private func breadcrumb(_ page: PlannedPage) -> View {
    guard page.recipe != .home, let home = plan.page(.home) else { return .absent }
    let tender = page.tender.flatMap { plan.page(.summary(tender: $0)) }
    let list = page.isOfRules ? plan.page(.rules) : nil
    let above = [home, tender, list].compactMap(\.self).filter { $0.recipe != page.recipe }
    let links = above.map { link(to: $0, from: page, label: $0.recipe == .home ? "Home" : $0.title) }
    return .record([.links: .list(links), .label: .text(page.title)])
  }

  private func packIndex(_ tender: Tender, _ page: PlannedPage) -> View {
    let pages = plan.pages.pack(of: tender.id)
    let groups = [nil] + PackPage.Purpose.allCases.map(Optional.some)
    return .record([
      .groups: .list(
        groups.compactMap { purpose in
          let own = pages.filter { $0.packPage?.purpose == purpose }
          guard !own.isEmpty else { return nil }
          return .record([
            .label: .words(purpose?.words),
            .links: .list(own.map { link(to: $0, from: page, label: $0.packTitle) }),
          ])
        })
    ])
  }

  /// The page before or after in the pack.
  private func neighbour(_ page: PlannedPage, by step: Int) -> View {
    let pack = page.tender.map(plan.pages.pack) ?? []
    guard let index = pack.firstIndex(where: { $0.recipe == page.recipe }), pack.indices.contains(index + step) else {
      return .absent
    }
    return link(to: pack[index + step], from: page, label: pack[index + step].packTitle)
  }

  func link(to target: PlannedPage, from page: PlannedPage, label: String) -> View {
    .record([
      .href: .text(page.address.href(to: target.address)), .label: .text(label),
      .isCurrent: .flag(target.recipe == page.recipe),
    ])
  }

  /// A link of site.yml; nil where it leads nowhere.
  private func link(to link: SiteFrame.Link, from page: PlannedPage) -> View? {
    let href: String
    switch link.destination {
    case .site(let path, let fragment): href = page.address.href(to: path, fragment: fragment)
    case .elsewhere(let address): href = address
    case .here(let id): href = "#" + id
    case .written, .nowhere: return nil
    }
    let isCurrent =
      if case .site(let path, nil) = link.destination { path == page.address.path } else { false }
    return .record([.href: .text(href), .label: .text(link.title), .isCurrent: .flag(isCurrent)])
  }

  private func contact(_ contact: Tender.Contact) -> View {
    .record([
      .role: .text(contact.role), .email: .text(contact.email), .phone: .words(contact.phone),
      .phoneHref: .words(contact.phone?.filter { $0.isNumber || $0 == "+" }), .access: .words(contact.access),
    ])
  }

  // MARK: Texts

  /// The text of a page whose title is a heading of level 1.
  func body(of page: PlannedPage) -> View {
    let document = plan.body(of: page)
    guard !document.isEmpty else { return .absent }
    return .html(HTMLWriter(address: page.address).html(document.withHeadings(from: 2)))
  }

  /// The text of an entry whose own heading has a level.
  func body(of entry: String, _ path: String, in tender: String?, on page: PlannedPage, below level: Int) -> View {
    let document = plan.prose(path, in: tender)
    guard !document.isEmpty else { return .absent }
    let writer = HTMLWriter(address: page.address, entry: entry)
    return .html(writer.html(document.withHeadings(from: level + 1)))
  }
}

extension PageRecipe {
  fileprivate var template: String {
    switch self {
    case .home: "home"
    case .glossary: "glossary"
    case .summary: "tender"
    case .framework, .characteristics, .pack, .text, .rule: "text"
    case .standing(.tenders): "tenders"
    case .standing, .rules: "list"
    }
  }
}
