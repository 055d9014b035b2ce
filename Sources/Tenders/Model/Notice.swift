package import Content
package import Diagnostics

/// A question asked about a tender and answered for everyone, or a change to it.
package struct Notice: Sendable {
  package let id: String
  package let file: ContentFile
  package let facts: CommonFacts
  package let title: String?
  /// When it was asked, or when the change was made.
  package let date: Moment?
  package let answered: Moment?
  package let isMaterial: Bool
  package let affects: [Located<String>]
}
