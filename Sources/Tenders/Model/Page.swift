package import Content
package import Diagnostics
package import Markdown

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

package struct CaseStudy: Sendable {
  package let page: Page
  package let facts: CaseStudyFacts
  package let worked: [String]
  package let better: [String]
  package let source: String?
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

/// A file as it was read, whatever it is.
package struct WrittenFile: Sendable {
  package let file: ContentFile
  package let location: Location
  package let facts: CommonFacts
  /// Whether it, or the tender that it belongs to, is kept back for now.
  package let isDraft: Bool
}
