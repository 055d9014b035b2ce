package import Content
package import Diagnostics

package struct Term: Sendable, Identifiable {
  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: TermFacts
  package let term: String
  package let also: [String]
  /// Words that its authors do not want to see in its place.
  package let avoid: [String]
  package let source: String?
}

package struct Outcome: Sendable, Identifiable {
  package struct Indicator: Sendable {
    package let id: String
    package let text: String
    package let evidence: EvidenceKind?
    package let measure: String?
    package let measuredBy: String?
    package let howOften: String?
    /// Where its words stand.
    package let place: Place
  }

  package struct Voice: Sendable {
    package let words: String
    package let role: String?
  }

  package struct Reference: Sendable {
    package let title: String
    package let reference: String?
  }

  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: OutcomeFacts
  package let title: String
  /// A tender may place an outcome at another level.
  package var level: Level
  package let bottomLines: [BottomLine]
  package let indicators: [Indicator]
  package let voices: [Voice]
  package let sources: [Reference]
  /// What is measured about it today.
  package let dataCollected: String?
  /// Where things stood before, as a tender says it.
  package var baseline: String?
}

package struct QualityCharacteristic: Sendable, Identifiable {
  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: QualityCharacteristicFacts
  package let title: String
  package let features: [String]
  package let examples: [String]
  package let isNot: [String]
}
