package import Content
package import Diagnostics

/// What bidders are asked, and how much the answer counts.
package struct Question: Sendable, Identifiable {
  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: QuestionFacts
  package let title: String
  package let criterion: CriterionPath?
  package let weight: Located<Weight>?
  package let limit: AnswerLimit?
  package let group: QuestionGroup
  /// What it is about, of what the tender picked.
  package let outcomes: [Outcome]
  package let qualityCharacteristics: [QualityCharacteristic]
  /// What to do, in a line.
  package let asks: String?
  /// The lots that it is for alone; none for all.
  package let lots: [Lot]
  package let scale: Scale?
  package let matrix: Matrix?
  package let minimum: Weight?

  package func isFor(_ lot: String?) -> Bool {
    guard let lot else { return true }
    let named = facts.lots.items
    return named.isEmpty || named.contains { $0.value == lot }
  }
}

extension [Question] {
  /// Group by group, and in each as its author ordered them: so they are numbered.
  var inAskingOrder: Indexed<Question> {
    Indexed(QuestionGroup.allCases.flatMap { group in filter { $0.group == group } })
  }
}
