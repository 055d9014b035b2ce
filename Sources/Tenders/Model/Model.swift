package import Content
package import Diagnostics
package import Markdown

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
  package var outcomes: [Outcome] = []
  package var qualityCharacteristics: [QualityCharacteristic] = []
  package var caseStudies: [CaseStudy] = []
  package var tenders: [Tender] = []
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

  /// Without the entries that are kept back for now. Pages and tenders stay: `PageList` leaves them out, and what others
  /// need of a file is a fault that the plan tells.
  package var withoutDraftEntries: Model {
    let drafts = Set(files.filter { $0.facts.isDraft.value ?? false }.map(\.file.path))
    guard !drafts.isEmpty else { return self }
    func isPublished(_ file: ContentFile) -> Bool { !drafts.contains(file.path) }
    var model = self
    model.terms.removeAll { !isPublished($0.file) }
    model.outcomes.removeAll { !isPublished($0.file) }
    model.qualityCharacteristics.removeAll { !isPublished($0.file) }
    model.shared = shared.mapValues { isPublished($0) ? $0 : $0.withoutText }
    model.tenders = tenders.map { tender in
      var tender = tender
      tender.terms.removeAll { !isPublished($0.file) }
      tender.clarifications.removeAll { !isPublished($0.file) }
      tender.amendments.removeAll { !isPublished($0.file) }
      let forms = zip(tender.forms, tender.formFiles).filter { isPublished($1) }
      (tender.forms, tender.formFiles) = (forms.map(\.0), forms.map(\.1))
      return tender
    }
    return model
  }

  package func tender(_ id: String) -> Tender? { tenders.first { $0.id == id } }
}

/// A file as it was read, whatever it is.
package struct WrittenFile: Sendable {
  package let file: ContentFile
  package let location: Location
  package let facts: CommonFacts
  /// Whether it, or the tender that it belongs to, is kept back for now.
  package let isDraft: Bool
}

/// What a page of a draft says where the author has said nothing.
package let notWrittenYet = "Not written yet"

package struct Site: Sendable {
  let record: Record
  package let facts: SiteFacts
  package let title: String
  package let organisation: String
  /// Where the site will be published, if that is known.
  package var baseURL: Located<String>?
  package let email: String?
  /// The council's colour.
  package let accent: Located<String>?
  package var colour: Colour? { accent.flatMap { Colour($0.value) } }
  package let language: String
  /// The language of the program's own words on the site: English, of the kind that the site is in.
  package var wordsLanguage: String {
    language == "en" || language.lowercased().hasPrefix("en-") ? language : "en-GB"
  }
  /// True for somebody's plain Markdown, without a site.yml.
  package let isTrial: Bool
  /// Files of the content that are published though no page names them, by their paths.
  package var publishedFiles: [Located<String>] { facts.publish.items }
  /// Whether what the checks found is for everyone to read.
  package var publishesChecks: Bool { facts.publishesChecks.value ?? false }
  /// Whether the site shows the rules that a pack is checked by.
  package var publishesRules: Bool { facts.publishesRules.value ?? false }
}

/// A page that an author writes.
package struct Page: Sendable {
  package let file: ContentFile
  package let location: Location
  package let facts: CommonFacts
  /// Whom guidance is for; nil for everyone, and for other pages.
  package let audience: Audience?
  /// What only one page of a pack may say.
  package let impactMap: ImpactMapFacts?
  package let engagement: EngagementFacts?
  package let insight: InsightFacts?
  package let title: String
  package let summary: String?
  package let isDraft: Bool
  /// The text, without the heading that gave the title where the front matter gave none.
  package let body: Document
}

/// A recorded decision to live with a finding. It holds in the file that it is written in.
package struct Acceptance: Sendable {
  package let rule: Located<String>
  package let value: Located<String>
  package let reason: String
  /// A role, not a name.
  package let by: String
  package let date: Moment
}

package struct Term: Sendable {
  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: TermFacts
  package let term: String
  package let also: [String]
  /// Words that its authors do not want to see in its place.
  package let avoid: [String]
  package let source: String?
}

package enum Level: String, Sendable, CaseIterable {
  case service, community
}

package enum BottomLine: String, Sendable, CaseIterable {
  case social, economic, environmental
}

package struct Outcome: Sendable {
  package enum Evidence: String, Sendable, CaseIterable {
    case subjective, objective, output
  }

  package struct Indicator: Sendable {
    package let id: String
    package let text: String
    package let evidence: Evidence?
    package let measure: String?
    package let measuredBy: String?
    package let howOften: String?
    /// Where its words stand.
    package let place: Place
  }

  package struct Voice: Sendable {
    package let words: String
    package let role: String?
  }

  package struct Reference: Sendable {
    package let title: String
    package let reference: String?
  }

  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: OutcomeFacts
  package let title: String
  /// A tender may place an outcome at another level.
  package var level: Level
  package let bottomLines: [BottomLine]
  package let indicators: [Indicator]
  package let voices: [Voice]
  package let sources: [Reference]
  /// What is measured about it today.
  package let dataCollected: String?
  /// Where things stood before, as a tender says it.
  package var baseline: String?
}

package struct QualityCharacteristic: Sendable {
  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: QualityCharacteristicFacts
  package let title: String
  package let features: [String]
  package let examples: [String]
  package let isNot: [String]
}
