internal import Diagnostics
internal import Tenders

extension Rule {
  /// What is not checked is said, with the reason that the council gives for its regime.
  static let regimeNotChecked = Rule(
    "F24", "regime-not-checked", .note,
    source: "Health Care Services (Provider Selection Regime) Regulations 2023", until: .contract
  ) { tender, context in
    guard let regime = tender.facts.regime.located, regime.value == .providerSelection else { return [] }
    let reason = tender.facts.regimeReason.value
    return [
      context.finding(
        "the Provider Selection Regime has rules of its own, and none of them is checked here"
          + (reason.map { "; your reason for it: “\($0)”" } ?? ""), value: regime.value.rawValue, at: regime.place,
        help: reason == nil
          ? "Write regime-reason: and why this is health care, and ask whoever advises your council about the rest."
          : "Ask whoever advises your council about the steps and notices of that regime.")
    ]
  }
}
