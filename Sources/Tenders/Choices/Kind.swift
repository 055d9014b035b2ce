/// What a file of content is. A folder is a kind; a kind has one schema. What there is to know of each is declared once, in
/// `KindDeclaration`: where its files lie, what they may say, where readers meet them, and what brings them there.
package enum Kind: String, Sendable, CaseIterable {
  case site, home
  /// A page of the site itself, such as what is done with people's data.
  case sitePage = "site-page"
  case guidance, term, outcome
  case qualityCharacteristic = "quality-characteristic"
  case scale, matrix
  case caseStudy = "case-study"
  case shared, tender, question, clarification, amendment, form
  /// A page of a pack that an author writes, such as the vision.
  case packPage = "page"
  /// A Markdown file of a trial, where nothing is known but that it is a page.
  case plain

  /// As messages name one of them.
  package var words: String {
    switch self {
    case .site: "a site"
    case .home: "a home page"
    case .sitePage: "a page of the site"
    case .guidance: "a guidance page"
    case .term: "a glossary term"
    case .outcome: "an outcome"
    case .qualityCharacteristic: "a quality characteristic"
    case .scale: "a scale"
    case .matrix: "a matrix"
    case .caseStudy: "a case study"
    case .shared: "a shared text"
    case .tender: "a tender"
    case .question: "a question"
    case .clarification: "a clarification"
    case .amendment: "an amendment"
    case .form: "a form"
    case .packPage: "a page of a tender"
    case .plain: "a page"
    }
  }
}
