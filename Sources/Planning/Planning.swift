internal import Content
package import Diagnostics
internal import Markdown
package import Tenders

extension Plan {
  /// Lists what is to be made, composes the texts of all pages, and resolves every link.
  ///
  /// An offline copy is a site for one folder of a disk: its documents lie above it, and nothing is made that only the web
  /// needs. `rules` are those that the site shows.
  package static func make(
    _ whole: Model, assets: [Asset], style: Address, drafts: Bool, isOffline: Bool = false, rules: [RuleText] = [],
    findings: inout [Diagnostic]
  ) -> Plan {
    let model = drafts ? whole : whole.withoutDrafts
    let list = PageList(model: model, drafts: drafts, isOffline: isOffline, rules: rules)
    let pages = PlannedPages(list.pages)
    let tenders = Dictionary(model.tenders.map { ($0.id, $0) }) { first, _ in first }
    let named = NamedAssets(model, assets)

    var prose: [ProseKey: Document] = [:]
    let languages = model.foreignLanguages
    let expander = Expander(model: model, tenders: tenders, pages: pages)
    for text in pages.flatMap(\.texts) where prose[text.key] == nil {
      let document = expander.expand(text.key, findings: &findings)
      // What stands on a page of many is marked where it is in another language; a page is marked as a whole.
      let language = text.entry == nil ? nil : languages[text.key.path]
      prose[text.key] = language.map(document.inLanguage) ?? document
    }
    let composed = PageBodies(model: model, tenders: tenders, pages: pages, prose: prose, rules: rules)
    var bodies = composed.documents
    findings += idCollisions(pages, prose, bodies)

    let links = LinkResolver(
      model: model, pages: pages, assets: named.candidates.filter { list.publishes($0.path) }, prose: prose,
      bodies: bodies)
    let glossary = GlossaryLinks(model: model)
    for page in pages {
      bodies[page.address] = bodies[page.address].map {
        glossary.link(links.resolve($0, on: page, findings: &findings), on: page)
      }
    }
    // Where entries are a part of the body, their links have been resolved with it.
    for key in pages.filter(\.showsEntries).flatMap(\.texts).map(\.key) {
      prose[key] = prose[key].map { links.resolve($0, in: key, findings: &findings) }
    }
    let frame = SiteFrame(model.site, links: links, pages: pages, assets: named.candidates, findings: &findings)
    findings += foreignLanguages(model)
    let published = named.published(
      by: Array(bodies.values) + prose.values, and: frame, isOnSite: list.publishes, findings: &findings)
    let artefacts = list.artefacts(pages, assets: published, style: style, findings: &findings)
    findings += collisions(artefacts.filter { !$0.recipe.isPrivate })
    // An offline copy shows one tender of a site that has been looked at.
    if !isOffline {
      let texts = ShownTexts(whole)
      if !drafts { findings += texts.draftsInUse(on: pages) }
      findings += texts.unshown(unless: findings)
    }
    let booklets = Booklets(model: model, tenders: tenders, pages: pages, bodies: bodies, prose: prose, links: links)
    for page in pages {
      guard case .pack(let id, .print) = page.recipe, let tender = tenders[id] else { continue }
      bodies[page.address] = composed.print(of: tender, on: page, bodies)
    }
    return Plan(
      pages: pages, artefacts: artefacts.sorted { $0.address < $1.address }, prose: prose, bodies: bodies,
      composer: booklets, tenders: tenders, assets: published, frame: frame, rules: rules)
  }

  /// Languages that only authors speak here, each told where it is first met.
  private static func foreignLanguages(_ model: Model) -> [Diagnostic] {
    let tags =
      [model.site.facts.languages.items.first].compactMap(\.self) + model.files.compactMap(\.facts.language.located)
    var seen: Set<String> = []
    return tags.compactMap { tag in
      guard let code = LanguageTag(tag.value)?.code, code != "en", seen.insert(code).inserted else { return nil }
      return .foreignLanguage(tag)
    }
  }

  /// Two files for one address, or a file where another needs a folder. Upper and lower case count as the same, as they
  /// do on many disks.
  private static func collisions(_ artefacts: [Artefact]) -> [Diagnostic] {
    var first: [String: Artefact] = [:]
    var findings: [Diagnostic] = []
    // An old address is what gives way, so that the finding stands where it is written.
    let artefacts = artefacts.filter { !$0.recipe.isRedirect } + artefacts.filter(\.recipe.isRedirect)
    for artefact in artefacts {
      if let other = first[artefact.address.collisionKey] {
        findings.append(.sameAddress(artefact, other))
      } else {
        first[artefact.address.collisionKey] = artefact
      }
    }
    for artefact in artefacts {
      var folder = artefact.address.collisionKey[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard let other = first[String(folder)] else { continue }
        findings.append(artefact.recipe.isRedirect ? .sameAddress(artefact, other) : .sameAddress(other, artefact))
      }
    }
    return findings
  }

  /// Two parts of one page with the same id: an entry and a heading, or headings of two entries.
  private static func idCollisions(
    _ pages: PlannedPages, _ prose: [ProseKey: Document], _ bodies: [Address: Document]
  ) -> [Diagnostic] {
    pages.flatMap { page -> [Diagnostic] in
      var first: [String: Place] = [:]
      var findings: [Diagnostic] = []
      for (id, place) in page.anchors(prose, bodies) {
        if let other = first[id], other != place {
          // Words to point at say more than the beginning of a file.
          let (here, there) = place.range.isEmpty ? (other, place) : (place, other)
          findings.append(.sameID(id, at: here, other: there))
        }
        first[id] = first[id] ?? place
      }
      return findings
    }
  }
}
