package import Diagnostics
package import Markdown

/// Everything that a build will make, as data: it can be shown, compared and counted before anything is made.
package struct Plan: Sendable {
  package internal(set) var artefacts: [Artefact]
  package internal(set) var pages: [PlannedPage]
  private(set) var prose: [ProseKey: Document]

  init(pages: [PlannedPage], artefacts: [Artefact], prose: [ProseKey: Document]) {
    (self.pages, self.artefacts, self.prose) = (pages, artefacts, prose)
  }

  /// A file's text as it stands on a page: values drawn in, tables made, links resolved. The same library text may read
  /// differently on the pages of two tenders.
  package func prose(_ path: String, in tender: String? = nil) -> Document {
    prose[ProseKey(path: path, tender: tender)] ?? Document()
  }

  package func page(_ recipe: PageRecipe) -> PlannedPage? { pages.first { $0.recipe == recipe } }
}

/// One file of the site: where it lies and what it is made of.
package struct Artefact: Sendable, Hashable {
  package enum Recipe: Sendable, Hashable {
    case page(PageRecipe)
    case style
    /// A file copied from the content folder, by its path there.
    case asset(String)
  }

  package let address: Address
  package let recipe: Recipe
  /// What asked for it, for messages.
  package let cause: Place
}

/// A file of the content that is no text: a picture, an attachment.
package struct Asset: Sendable {
  /// Relative to the content folder.
  package let path: String
  package let place: Place

  package init(path: String, place: Place) {
    self.path = path
    self.place = place
  }
}

/// What a page is made of. The shapes of pages are few; each has one template.
package enum PageRecipe: Sendable, Hashable {
  case home
  case glossary
  /// A tender's summary.
  case summary(tender: String)
  /// A tender's outcomes framework, or the library of all outcomes.
  case framework(tender: String?)
  /// A page that an author wrote, by the path of its file.
  case text(String)
}

package struct PlannedPage: Sendable {
  package let recipe: PageRecipe
  package let address: Address
  package let title: String
  /// The tender that it belongs to.
  package let tender: String?
  /// The paths of content that links may name it by.
  let names: [String]
  /// The texts that stand on it, in order. Ids in an entry's text are prefixed with the entry's id.
  let texts: [TextOnPage]
  let cause: Place

  /// The path of the author's own text for the page, if there is one.
  package var textPath: String? { texts.first { $0.entry == nil }?.key.path }
}

/// A file's text on a page.
struct TextOnPage: Sendable {
  let key: ProseKey
  /// For an entry, such as an outcome: its id, which is its place on the page.
  let entry: Located<String>?
}

struct ProseKey: Sendable, Hashable {
  let path: String
  let tender: String?
}

/// What an id inside an entry's text becomes on a page where many entries stand.
package func entryID(_ entry: String, _ id: String) -> String { "\(entry)-\(id)" }
