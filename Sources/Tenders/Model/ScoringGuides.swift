package import Content
package import Diagnostics

/// The levels of score, best last.
package struct Scale: Sendable, Identifiable {
  package struct Level: Sendable {
    package let score: Weight
    package let title: String
    package let descriptor: String?
    /// Where its title stands.
    package let place: Place
  }

  package let id: String
  package let file: ContentFile
  package let facts: ScaleFacts
  package let title: String
  package let levels: [Level]
}

/// A graded guide: what each principle looks like at each level.
package struct Matrix: Sendable, Identifiable {
  package struct Row: Sendable {
    package let principle: String
    package let question: String?
    package let levels: [String]
  }

  package let id: String
  package let file: ContentFile
  package let facts: MatrixFacts
  package let title: String
  package let columns: [String]
  package let rows: [Row]
}
