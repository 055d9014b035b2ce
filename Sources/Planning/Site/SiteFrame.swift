internal import Content
internal import Diagnostics
internal import Escaping
package import Markdown
internal import Tenders

/// What site.yml puts round every page, with what it names looked up.
package struct SiteFrame: Sendable {
  package struct Link: Sendable {
    package let title: String
    package let destination: Destination
  }

  /// The paths of pictures on the site.
  package let logo: String?
  package let favicon: String?
  /// In the head of every page; nil for the usual links.
  package let navigation: [Link]?
  /// In the foot of every page.
  package let footer: [Link]

  init(
    _ site: Site, links: LinkResolver, pages: PlannedPages, assets: [Asset], findings: inout [Diagnostic]
  ) {
    let files = Dictionary(assets.map { ($0.address.path, $0) }) { first, _ in first }
    func picture(_ written: Located<String>?, or ending: String? = nil) -> String? {
      guard let written else { return nil }
      guard case .site(let path, _) = links.resolve(written, isImage: true, findings: &findings) else { return nil }
      guard let file = files[path], file.kind == .picture || file.path.ending == ending else {
        findings.append(.noPicture(written))
        return nil
      }
      return path
    }
    func list(_ links: [SiteLinkFacts], _ resolver: LinkResolver) -> [Link] {
      links.compactMap { link in
        guard let title = link.title.value, let page = link.page.located,
          let destination = resolver.resolve(page, isImage: false, findings: &findings)
        else { return nil }
        return Link(title: title, destination: destination)
      }
    }
    logo = picture(site.facts.logo.located)
    favicon = picture(site.facts.favicon.located, or: "ico")
    navigation = site.facts.navigation.isWritten ? list(site.facts.navigation.items, links) : nil
    footer =
      site.facts.footer.isWritten
      ? list(site.facts.footer.items, links)
      : pages.filter { $0.isOfSite && $0.recipe != .standing(.accessibility) }.map {
        Link(title: $0.title, destination: .site($0.address.path, fragment: nil))
      }
  }

  /// The files and pages that it names, by their paths on the site.
  var targets: [String] {
    let links = ((navigation ?? []) + footer).compactMap { link in
      if case .site(let path, _) = link.destination { path } else { nil }
    }
    return [logo, favicon].compactMap(\.self) + links
  }
}

extension Site {
  /// The files that every page names from site.yml. They keep their names, which people may know.
  var pictures: [String] {
    [facts.logo, facts.favicon].compactMap { $0.value.flatMap { "site.yml".resolving($0.percentDecoded) } }
  }
}
