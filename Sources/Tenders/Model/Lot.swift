internal import Content
internal import Diagnostics

/// A part of a tender that can be bid for alone. What it says takes the tender's place, key by key.
package struct Lot: Sendable, Identifiable {
  package let id: String
  package let title: String
  /// What the lot itself says.
  package let facts: LotFacts
  /// What is agreed for it: its own, and the tender's where it says nothing.
  package let contract: ContractFacts
  /// The tender's facts as they are for this lot.
  let record: Record
  package let criteria: Indexed<Criterion>
  /// The ids of its outcomes.
  package let outcomes: [String]
}
