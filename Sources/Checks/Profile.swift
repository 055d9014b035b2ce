internal import Diagnostics
package import Tenders

/// A group of rules. Which of them hold for a tender follows from its regime.
package enum Profile: String, Sendable, CaseIterable {
  /// What holds for everybody.
  case core
  /// The practice of commissioning for outcomes, as the guide has it.
  case outcomes
  case lightTouch = "light-touch"
  case full
  case belowThreshold = "below-threshold"
}

extension Tender {
  /// The rules of the Provider Selection Regime are not known to this program; nor does the Act reach grants.
  package var profiles: Set<Profile> {
    switch facts.regime.value {
    case .full: [.core, .outcomes, .full]
    case .lightTouch: [.core, .outcomes, .lightTouch]
    case .belowThreshold: [.core, .outcomes, .belowThreshold]
    case .providerSelection, .some(.none), nil: [.core, .outcomes]
    }
  }

  var isGrant: Bool { facts.procedure.value == .grant }
}
