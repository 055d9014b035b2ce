package import Tenders

/// Until when a rule's advice can be followed. Nobody knows the day: a tender's stage says how far it has come.
package enum Until: Sendable {
  /// While bids can still be made, so that bidders are helped by what is mended.
  case deadline
  /// While there is a contract, or may yet be one.
  case contract
  /// As long as anybody can read it.
  case published

  /// Whether it is not too late.
  package func holds(for tender: Tender) -> Bool {
    switch self {
    case .deadline: [.draft, .planned, .open].contains(tender.stage)
    case .contract: tender.stage != .stopped
    case .published: true
    }
  }

  /// What a rule's page says of it.
  var words: String? {
    switch self {
    case .deadline: "It is asked of a tender until the time for bids is over."
    case .contract: "It is asked of a tender unless it was stopped."
    case .published: nil
    }
  }
}
