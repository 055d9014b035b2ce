package import Content
package import Diagnostics
package import Markdown

/// All that the content says, with types, and with every reference resolved.
package struct Model: Sendable {
  package var site: Site
  package var home: Page?
  /// Guidance, and in a trial every page, in the order of their paths.
  package var pages: [Page] = []
  /// The libraries, in the order that people see them.
  package var terms: [Term] = []
  package var outcomes: [Outcome] = []
  package var qualityCharacteristics: [QualityCharacteristic] = []
  package var caseStudies: [CaseStudy] = []
  package var tenders: [Tender] = []
  /// What the council has decided to live with, wherever it is written.
  package var acceptances: [Acceptance] = []
  /// Texts that others show, by their path.
  package var shared: [String: ContentFile] = [:]

  package init(site: Site) { self.site = site }

  /// Whether anything is kept back until it is asked for.
  package var hasDrafts: Bool {
    let written = [home].compactMap(\.self) + pages + caseStudies.map(\.page) + tenders.flatMap(\.pages)
    return written.contains(where: \.isDraft) || tenders.contains { $0.stage == .draft }
  }

  package func tender(_ id: String) -> Tender? { tenders.first { $0.id == id } }
}

/// What a page of a draft says where the author has said nothing.
package let notWrittenYet = "Not written yet"

package struct Site: Sendable {
  package let record: Record
  package let title: String
  package let organisation: String
  /// Where the site will be published, if that is known.
  package var baseURL: Located<String>?
  package let email: String?
  /// The council's colour.
  package let accent: Located<String>?
  package var colour: Colour? { accent.flatMap { Colour($0.value) } }
  package let language: String
  /// True for somebody's plain Markdown, without a site.yml.
  package let isTrial: Bool
  /// Files of the content that are published though no page names them, by their paths.
  package var publishedFiles: [Located<String>] { record.texts("publish") }
  /// Whether what the checks found is for everyone to read.
  package var publishesChecks: Bool { record.flag("publish-checks") ?? false }
  /// Whether the site shows the rules that a pack is checked by.
  package var publishesRules: Bool { record.flag("publish-rules") ?? false }
}

/// A page that an author writes.
package struct Page: Sendable {
  package let file: ContentFile
  package let location: Location
  package let record: Record
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
  package enum Evidence: String, Sendable {
    case subjective, objective, output
  }

  package struct Indicator: Sendable {
    package let id: String
    package let text: String
    package let evidence: Evidence?
    package let measure: String?
    package let measuredBy: String?
    package let howOften: String?
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
  package let record: Record
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
  package let record: Record
  package let title: String
  package let features: [String]
  package let examples: [String]
  package let isNot: [String]
}
