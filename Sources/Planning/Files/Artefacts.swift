internal import Tenders

/// The files of a plan in their order, with indexes.
package struct Artefacts: Sendable, Sequence {
  private let all: [Artefact]
  private let byRecipe: [Artefact.Recipe: Int]
  private let byTender: [String: [Artefact]]

  package init(_ artefacts: [Artefact]) {
    all = artefacts
    byRecipe = Dictionary(artefacts.enumerated().map { ($1.recipe, $0) }) { first, _ in first }
    byTender = Dictionary(grouping: artefacts.filter { $0.recipe.tender != nil }) { $0.recipe.tender ?? "" }
  }

  package func makeIterator() -> [Artefact].Iterator { all.makeIterator() }

  package subscript(recipe: Artefact.Recipe) -> Artefact? { byRecipe[recipe].map { all[$0] } }

  /// What is made of a tender beside its pages, and the files that lie in its folder.
  package func of(tender: String) -> [Artefact] { byTender[tender] ?? [] }

  package func keeping<Fault: Error>(_ isKept: (Artefact) throws(Fault) -> Bool) throws(Fault) -> Artefacts {
    var kept: [Artefact] = []
    for artefact in all where try isKept(artefact) { kept.append(artefact) }
    return Artefacts(kept)
  }
}

extension Artefact.Recipe {
  fileprivate var tender: String? {
    switch self {
    case .calendar(let tender), .document(let tender, _, _), .reportPage(let tender), .report(let tender, _),
      .packData(let tender), .archive(let tender), .sums(let tender):
      return tender
    case .asset(let path):
      let steps = path.split(separator: "/", maxSplits: 2)
      return steps.count > 2 && steps[0] == "tenders" ? String(steps[1]) : nil
    case .page, .style, .icon, .feed, .sitemap, .redirect, .guidance: return nil
    }
  }
}
