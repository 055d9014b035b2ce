/// Where a tender stands, in the order in which it gets there.
package enum Stage: String, Sendable, CaseIterable {
  case draft, planned, open, evaluating, awarded, stopped

  /// As people read it.
  package var words: String {
    switch self {
    case .draft: "Draft"
    case .planned: "Coming"
    case .open: "Open"
    case .evaluating: "Being scored"
    case .awarded: "Awarded"
    case .stopped: "Stopped"
    }
  }

  /// Whether a tender at this stage has come as far as another. One that was stopped has come nowhere else.
  package func hasReached(_ other: Stage) -> Bool {
    guard self != .stopped, other != .stopped else { return self == other }
    let stages = Stage.allCases
    return (stages.firstIndex(of: self) ?? 0) >= (stages.firstIndex(of: other) ?? 0)
  }
}
