/// The pages of a pack beside its summary, in the order in which a provider reads them. The raw value is the name of
/// the author's file and of the page's folder.
package enum PackPage: String, Sendable, CaseIterable {
  case vision, specification, outcomes
  case qualityCharacteristics = "quality-characteristics"
  case insight, engagement
  case shouldWeBid = "should-we-bid"
  case howToRespond = "how-to-respond"
  case impactMap = "impact-map"
  case questions, scoring, timetable, contract, monitoring

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
    }
  }
}
