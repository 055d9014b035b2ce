package import Tenders

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
