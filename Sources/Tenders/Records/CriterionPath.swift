/// How a question names what it counts for: `quality`, or `quality/staff` for a part of it. Lots may have criteria of the
/// same name, so that a path leads to one criterion in each.
package struct CriterionPath: Sendable, Hashable {
  package let criterion: String
  package let part: String?

  init(_ text: String) {
    let steps = text.split(separator: "/", maxSplits: 1).map(String.init)
    (criterion, part) = (steps.first ?? "", steps.count > 1 ? steps[1] : nil)
  }

  /// As an author writes it.
  package var text: String { part.map { "\(criterion)/\($0)" } ?? criterion }
}

extension Typed where Output == CriterionPath {
  static var criterion: Typed {
    Typed(.text) { value in if case .text(let text) = value.kind { CriterionPath(text) } else { nil } }
  }
}
