package import Markdown

/// A rule as a page of a site shows it. Its words belong to the program, so that a plan is handed them and reads no file.
package struct RuleText: Sendable {
  /// `W02`.
  package let code: String
  /// `W02-price-too-heavy`, as the file of its words is called.
  package let name: String
  package let title: String
  /// Rules of one letter stand together: `Scoring and weights`.
  package let group: String
  /// What a list of rules says of it: how grave it is, and where it comes from.
  package let detail: String
  package let document: Document

  package init(code: String, name: String, title: String, group: String, detail: String, document: Document) {
    (self.code, self.name, self.title) = (code, name, title)
    (self.group, self.detail, self.document) = (group, detail, document)
  }

  package var address: Address { Self.address(of: code) }

  package static func address(of code: String) -> Address { .page("rules", code.lowercased()) }

  /// What its page is called.
  package var fullTitle: String { "\(code): \(title)" }
}
