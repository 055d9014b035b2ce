package import Diagnostics
package import System

/// What a run noticed, and the texts that the findings point into.
package struct Report: Sendable {
  package var findings: [Diagnostic]
  package var sources: Sources
  /// What became of the output folder; nil where it was not touched.
  package var changes: OutputFolder.Changes?
  /// How many drafts of tenders were left out.
  package var draftsLeftOut: Int
  /// What a bid takes, for each tender that bidders may still answer, in a sentence.
  package var efforts: [String]
  /// True for somebody's plain Markdown, without a site.yml.
  package var isTrial: Bool

  /// Whether a file could not be read: not the content is wrong then, but the machine or the rights to it.
  package var isOfMachine: Bool { findings.contains { $0.severity == .error && $0.code == .unreadable } }

  /// Errors fail, and where a person asked for it, warnings.
  package func fails(strict: Bool) -> Bool {
    findings.hasErrors || (strict && findings.count(of: .warning) > 0)
  }
}
