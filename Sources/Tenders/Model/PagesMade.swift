internal import Diagnostics

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
    case .scoring, .timetable, .monitoring: tender.says(anythingOn: self)
    case .contract: !tender.lots.isEmpty || tender.says(anythingOn: self)
    case .clarifications: !tender.clarifications.isEmpty || !tender.amendments.isEmpty || tender.stage == .open
    case .glossary: !tender.terms.isEmpty
    case .documents, .print: true
    }
  }
}

extension Tender {
  /// Whether it, or one of its lots, has a key that is declared for a page.
  fileprivate func says(anythingOn page: PackPage) -> Bool {
    let keys = Self.keys[page] ?? []
    return ([record] + lots.map(\.record)).contains { $0.fields.contains { keys.contains($0.key.value) } }
  }

  private static let keys = (Kind.tender.schema.keys + LotFacts.schema.keys).reduce(into: [PackPage: Set<String>]()) {
    if case .on(let page) = $1.shown { $0[page, default: []].insert($1.name) }
  }
}
