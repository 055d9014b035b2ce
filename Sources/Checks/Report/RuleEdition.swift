/// Which rules a pack was read by, as its report names them. Whoever changes a rule or looks at its source again changes
/// the dates.
enum RuleEdition {
  /// The day on which the rules were last changed.
  static let day = "28 November 2026"
  /// How far the notes on the law reach that the rules rest on.
  static let law = "April 2026"
}
