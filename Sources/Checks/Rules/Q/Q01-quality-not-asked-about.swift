internal import Diagnostics
internal import Tenders

extension Rule {
  /// Each quality characteristic that a tender picks has a question. A tender without questions has not come that far.
  static let qualityNotAskedAbout = Rule(
    "Q01", "quality-not-asked-about", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard let first = tender.questions.first, !tender.qualityCharacteristics.isEmpty else { return [] }
    guard tender.questions.contains(where: { !$0.qualityCharacteristics.isEmpty }) else {
      let count = tender.questions.count
      return [
        context.finding(
          (count == 1 ? "the only question does not say" : "none of the \(count) questions says")
            + " which quality characteristics it is about",
          value: "none", at: first.titlePlace,
          help: "Write about: with the ids of quality characteristics in the front matter of the questions.")
      ]
    }
    let lots: [Lot?] = tender.lots.isEmpty ? [nil] : tender.lots.map { $0 }
    return tender.qualityCharacteristics.compactMap { characteristic in
      let lacking = lots.filter { lot in
        !tender.questions.contains { question in
          question.isFor(lot?.id) && question.qualityCharacteristics.contains { $0.id == characteristic.id }
        }
      }
      guard !lacking.isEmpty else { return nil }
      return context.finding(
        "no question is about “\(characteristic.title)”\(lacking.words)", value: characteristic.id,
        at: tender.facts.qualityCharacteristics.items.first { $0.value == characteristic.id }?.place
          ?? tender.facts.qualityCharacteristics.keyPlace,
        help: "Name it under about: in a question, or ask one about it.")
    }
  }
}
