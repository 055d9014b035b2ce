internal import Diagnostics
internal import Markdown
package import Tenders

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
  /// What its author says that it is about, where an author wrote it.
  package var summary: String?
  /// The language of its author's words, where it is not that of the site.
  package var language: String?
  /// Whether its title is its author's, and in the same language as the text.
  package var hasOwnTitle = false
  /// Whether it is about the site itself, such as what is done with people's data.
  package var isOfSite = false

  /// With what its author says about it.
  func written(as page: Page?) -> PlannedPage {
    guard let page else { return self }
    var planned = self
    (planned.summary, planned.language) = (page.summary, page.facts.language.value)
    planned.hasOwnTitle = page.location.kind != .packPage || page.facts.title.isWritten
    planned.isOfSite = page.location.kind == .sitePage
    return planned
  }

  /// Whether nothing but its author's words stands in its main part, so that their language is that of the page.
  package var isInItsAuthorsWords: Bool {
    switch recipe {
    case .text, .pack(_, .vision), .pack(_, .specification): true
    case .standing(.accessibility): !texts.isEmpty
    case .home, .glossary, .summary, .framework, .characteristics, .pack, .standing, .rules, .rule: false
    }
  }

  /// Which page of a pack it is; nil for a pack's summary, and outside packs.
  package var packPage: PackPage? {
    switch recipe {
    case .pack(_, let kind): kind
    case .framework(.some): .outcomes
    case .home, .glossary, .summary, .framework, .characteristics, .text, .standing, .rules, .rule: nil
    }
  }

  /// Whether it is about the program's rules and not about what a council buys.
  package var isOfRules: Bool {
    switch recipe {
    case .rules, .rule: true
    case .home, .glossary, .summary, .framework, .characteristics, .pack, .text, .standing: false
    }
  }

  /// What a pack's list of contents calls it.
  package var packTitle: String {
    if case .summary = recipe { "Summary" } else { title }
  }

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

extension PlannedPage {
  /// Every id on the page, with what it comes from.
  func anchors(_ prose: [ProseKey: Document], _ bodies: [Address: Document]) -> [(id: String, place: Place)] {
    let own = bodies[address]?.placedAnchors ?? []
    guard showsEntries else { return own }
    let entries = texts.flatMap { text -> [(id: String, place: Place)] in
      guard let entry = text.entry else { return [] }
      let inner = prose[text.key]?.placedAnchors ?? []
      return [(entry.value, entry.place)] + inner.map { (entryID(entry.value, $0.id), $0.place) }
    }
    return entries + own
  }

  /// Whether entries stand on the page beside its body. On the other pages they are a part of it.
  var showsEntries: Bool {
    switch recipe {
    case .glossary: true
    case .home, .summary, .framework, .characteristics, .pack, .text, .standing, .rules, .rule: false
    }
  }
}

extension Document {
  fileprivate var placedAnchors: [(id: String, place: Place)] {
    allBlocks.compactMap { block in block.anchor.map { ($0, block.place) } }
  }
}
