/// The pages of a pack beside its summary, in the order in which a provider reads them. The raw value is the name of
/// the author's file and of the page's folder.
package enum PackPage: String, Sendable, CaseIterable {
  case vision, specification, outcomes
  case qualityCharacteristics = "quality-characteristics"
  case insight, engagement
  case shouldWeBid = "should-we-bid"
  case howToRespond = "how-to-respond"
  case impactMap = "impact-map"
  case questions, scoring, timetable, contract, monitoring, clarifications, documents, glossary, print
  case checks

  /// What a page is called where its author gives no title.
  package var title: String {
    switch self {
    case .vision: "Vision"
    case .specification: "Specification"
    case .outcomes: "Outcomes"
    case .qualityCharacteristics: "Quality characteristics"
    case .insight: "What we know"
    case .engagement: "Who we talked to"
    case .shouldWeBid: "Should we bid?"
    case .howToRespond: "How to respond"
    case .impactMap: "Impact map"
    case .questions: "Questions"
    case .scoring: "Scoring"
    case .timetable: "Timetable"
    case .contract: "Contract"
    case .monitoring: "Monitoring"
    case .clarifications: "Clarifications"
    case .documents: "Documents"
    case .glossary: "Words in this tender"
    case .print: "The pack on one page"
    case .checks: "What the checks found"
    }
  }

  /// What a reader of a pack wants from its pages.
  package enum Purpose: String, Sendable, CaseIterable {
    case understand, answer, agree, follow

    package var words: String { "To \(rawValue)" }
  }

  package var purpose: Purpose {
    switch self {
    case .vision, .specification, .outcomes, .qualityCharacteristics, .insight, .engagement: .understand
    case .shouldWeBid, .howToRespond, .impactMap, .questions, .scoring, .timetable: .answer
    case .contract, .monitoring: .agree
    case .clarifications, .documents, .glossary, .print, .checks: .follow
    }
  }

  /// Whether an author's file for the page means anything.
  package var canBeWritten: Bool { ![.print, .glossary, .checks].contains(self) }
}
