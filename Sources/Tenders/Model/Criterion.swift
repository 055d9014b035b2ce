package import Diagnostics

package struct Criterion: Sendable, Identifiable {
  package struct Part: Sendable, Identifiable {
    package let id: String
    package let title: String
    /// Nil while it is not written yet.
    package let weight: Located<Weight>?
    /// Where its title stands.
    package let place: Place
  }

  package let id: String
  package let title: String
  package let share: CriterionShare
  package let weight: Located<Weight>?
  package let parts: Indexed<Part>
  /// Where its title stands.
  package let place: Place
}
