package import Content
package import Diagnostics

/// What bidders are asked, and how much the answer counts.
package struct Question: Sendable {
  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: QuestionFacts
  package let title: String
  package let criterion: Located<String>?
  package let weight: Located<Weight>?
  package let limit: AnswerLimit?
  package let group: QuestionGroup
  package let outcomes: [Located<String>]
  package let qualityCharacteristics: [Located<String>]
  /// What to do, in a line.
  package let asks: String?
  /// The lots that it is for; none for all.
  package let lots: [Located<String>]
  package let scale: Located<String>?
  package let matrix: Located<String>?
  package let minimum: Weight?

  /// The criterion, and the part of it where it names one.
  package var path: (criterion: String, part: String?) {
    let steps = (criterion?.value ?? "").split(separator: "/", maxSplits: 1).map(String.init)
    return (steps.first ?? "", steps.count > 1 ? steps[1] : nil)
  }

  package func isFor(_ lot: String?) -> Bool {
    guard let lot else { return true }
    return lots.isEmpty || lots.contains { $0.value == lot }
  }
}

extension [Question] {
  /// Group by group, and in each as its author ordered them: so they are numbered.
  var inAskingOrder: Indexed<Question> {
    Indexed(QuestionGroup.allCases.flatMap { group in filter { $0.group == group } })
  }
}
