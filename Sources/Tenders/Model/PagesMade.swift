extension PackPage {
  /// Whether a tender has something to say on the page beside what its author wrote.
  package func isMade(for tender: Tender) -> Bool {
    switch self {
    case .vision, .specification, .insight, .engagement: false
    // Where its council publishes what the checks found.
    case .checks: false
    case .outcomes, .impactMap: !tender.outcomes.isEmpty
    case .qualityCharacteristics: !tender.qualityCharacteristics.isEmpty
    case .shouldWeBid, .howToRespond: tender.submission != nil
    case .questions: !tender.questions.isEmpty
    case .scoring: !tender.criteriaSets.isEmpty || !tender.prices.isEmpty
    case .timetable: tender.hasDates
    case .contract:
      !tender.lots.isEmpty || tender.contract.term.isWritten || tender.facts.breakPoints.isWritten
        || tender.facts.regime.isWritten || tender.facts.procedure.isWritten
    case .monitoring: tender.facts.measures.isWritten
    case .clarifications: !tender.clarifications.isEmpty || !tender.amendments.isEmpty || tender.stage == .open
    case .glossary: !tender.terms.isEmpty
    case .documents, .print: true
    }
  }
}

extension Tender {
  fileprivate var hasDates: Bool {
    contract.dates.isWritten || facts.events.isWritten || facts.stages.isWritten
      || lots.contains { $0.contract.dates.isWritten }
  }
}
