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
  package var hasDrafts: Bool { files.contains(where: \.isDraft) }

  /// Without the pages and entries that are kept back for now: the one filter that all plans are made behind. Tenders stay,
  /// since people are told how many wait; what others need of a file is a fault that the plan tells.
  package var withoutDrafts: Model {
    let drafts = Set(files.filter { $0.facts.isDraft.value ?? false }.map(\.file.path))
    guard !drafts.isEmpty else { return self }
    func isPublished(_ file: ContentFile) -> Bool { !drafts.contains(file.path) }
    var model = self
    model.home = home.flatMap { isPublished($0.file) ? $0 : nil }
    model.pages.removeAll { !isPublished($0.file) }
    model.sitePages.removeAll { !isPublished($0.file) }
    model.caseStudies.removeAll { !isPublished($0.page.file) }
    model.terms.removeAll { !isPublished($0.file) }
    model.outcomes = Indexed(outcomes.filter { isPublished($0.file) })
    model.qualityCharacteristics = Indexed(qualityCharacteristics.filter { isPublished($0.file) })
    model.shared = shared.mapValues { isPublished($0) ? $0 : $0.withoutText }
    model.tenders = Indexed(
      tenders.map { tender in
        var tender = tender
        tender.pages.removeAll { !isPublished($0.file) }
        tender.terms.removeAll { !isPublished($0.file) }
        tender.clarifications.removeAll { !isPublished($0.file) }
        tender.amendments.removeAll { !isPublished($0.file) }
        let forms = zip(tender.forms, tender.formFiles).filter { isPublished($1) }
        (tender.forms, tender.formFiles) = (forms.map(\.0), forms.map(\.1))
        return tender
      })
    return model
  }

  package func tender(_ id: String) -> Tender? { tenders[id: id] }
}

extension Model {
  /// The guidance for an audience; without one, what is for everyone.
  package func guidance(for audience: Audience?) -> [Page] {
    pages.filter { $0.audience == audience }
  }
}
