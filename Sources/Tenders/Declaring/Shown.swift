/// Where readers meet what an author wrote; or what it steers, where they never do.
package indirect enum Shown: Sendable, Hashable {
  /// On a tender's summary, and in the lists of tenders.
  case summary
  /// On a page of the pack, and in the documents that hold it.
  case on(PackPage)
  /// On the page that the file becomes.
  case itsPage
  /// In the head or foot of every page of the site.
  case everyPage
  /// In what programs and the panel read, beside its place in the pack: said in words.
  case elsewhere(String)
  /// Not before the tender has come so far.
  case from(Stage, on: Shown)
  /// Never: it steers the program. Said in words.
  case steers(String)

  /// As a list of keys says it.
  package var words: String {
    switch self {
    case .summary: "the summary"
    case .on(let page): "the page “\(page.title)”"
    case .itsPage: "its own page"
    case .everyPage: "every page"
    case .elsewhere(let words): words
    case .from(let stage, let place): "\(place.words), once the tender is \(stage.rawValue)"
    case .steers(let words): "nowhere: it steers \(words)"
    }
  }
}
