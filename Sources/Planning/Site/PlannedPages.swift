/// The pages of a plan in their order, with indexes: nothing passes over all others to find one.
package struct PlannedPages: Sendable, Sequence {
  private let all: [PlannedPage]
  private let byRecipe: [PageRecipe: Int]
  private let byAddress: [Address: Int]
  /// As links in texts name them.
  private let byPath: [String: Int]
  private let byTender: [String: [PlannedPage]]

  init(_ pages: [PlannedPage]) {
    all = pages
    byRecipe = Dictionary(pages.enumerated().map { ($1.recipe, $0) }) { first, _ in first }
    byAddress = Dictionary(pages.enumerated().map { ($1.address, $0) }) { first, _ in first }
    byPath = Dictionary(pages.enumerated().map { ($1.address.path, $0) }) { first, _ in first }
    byTender = Dictionary(grouping: pages.filter { $0.tender != nil }) { $0.tender ?? "" }
  }

  package func makeIterator() -> [PlannedPage].Iterator { all.makeIterator() }

  package subscript(recipe: PageRecipe) -> PlannedPage? { byRecipe[recipe].map { all[$0] } }

  package subscript(address: Address) -> PlannedPage? { byAddress[address].map { all[$0] } }

  func page(at path: String) -> PlannedPage? { byPath[path].map { all[$0] } }

  /// A tender's, in the order of its pack.
  package func pack(of tender: String) -> [PlannedPage] { byTender[tender] ?? [] }

  /// The paths of the texts that stand on a tender's pages, those of the libraries among them.
  package func texts(ofPack tender: String) -> [String] { pack(of: tender).flatMap(\.texts).map(\.key.path) }
}
