package import Diagnostics
package import Tenders

/// One file of the site: where it lies and what it is made of.
package struct Artefact: Sendable, Hashable {
  package enum Recipe: Sendable, Hashable {
    case page(PageRecipe)
    /// The style sheet; its name holds a hash of its text.
    case style
    /// The small picture that browsers show beside the title, where site.yml names none.
    case icon
    /// Events that calendars open, of a tender.
    case calendar(String)
    /// What is new, for feed readers.
    case feed
    case sitemap
    /// An old address that leads to a new one.
    case redirect(to: Address)
    /// A file copied from the content folder, by its path there.
    case asset(String)
    /// A document of a tender's pack.
    case document(tender: String, PackDocument, DocumentFormat)
    /// What the checks found in a tender's pack: a page that needs no other file, and documents.
    case reportPage(tender: String)
    case report(tender: String, DocumentFormat)
    /// All guidance for an audience, to print.
    case guidance(Audience)
    /// A tender's pack as data for programs.
    case packData(tender: String)
    /// A tender's pack as one file: its documents, and its pages to read without a connection.
    case archive(tender: String)
    /// The checksums of what can be downloaded of a tender.
    case sums(tender: String)
  }

  package let address: Address
  package let recipe: Recipe
  /// What asked for it, for messages.
  package let cause: Place
}
