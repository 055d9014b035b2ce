package import Content
internal import Diagnostics
internal import Markdown

/// All that the content says, with types, and with every reference resolved.
package struct Model: Sendable {
  package var site: Site
  package var home: Page?
  /// Guidance, and in a trial every page, in the order of their paths.
  package var pages: [Page] = []
  /// Pages of the site itself, such as what is done with people's data.
  package var sitePages: [Page] = []
  /// The libraries, in the order that people see them.
  package var terms: [Term] = []
  package var outcomes: Indexed<Outcome> = []
  package var qualityCharacteristics: Indexed<QualityCharacteristic> = []
  package var caseStudies: [CaseStudy] = []
  package var tenders: Indexed<Tender> = []
  /// Every file that was read, in the order that people see them.
  package var files: [WrittenFile] = []
  /// What the council has decided to live with, wherever it is written.
  package var acceptances: [Acceptance] = []
  /// Texts that others show, by their path.
  package var shared: [String: ContentFile] = [:]

  package init(site: Site) { self.site = site }

  /// Every page that an author wrote, of the site and of packs.
  package var writtenPages: [Page] {
    [home].compactMap(\.self) + pages + sitePages + caseStudies.map(\.page) + tenders.flatMap(\.pages)
  }

  /// Whether anything is kept back until it is asked for.
  package var hasDrafts: Bool {
    writtenPages.contains(where: \.isDraft) || tenders.contains { $0.stage == .draft }
  }

  package func tender(_ id: String) -> Tender? { tenders[id: id] }
}

extension Model {
  /// The guidance for an audience; without one, what is for everyone.
  package func guidance(for audience: Audience?) -> [Page] {
    pages.filter { $0.audience == audience }
  }
}
