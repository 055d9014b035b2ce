import Building
import Diagnostics
import Foundation
import System

extension Workplace {
  /// What `check` finds on a day, or what a build finds, which has none. No program is started: this is for tests that look
  /// at a hundred packs.
  func check(on day: String? = "2027-01-15") async throws -> [Finding] {
    var job = Job(
      content: folder.appending(path: "content").path, templates: folder.appending(path: "templates").path,
      output: folder.appending(path: "site").path)
    job.today = day
    job.jobs = 2
    let report = try await job.check()
    return report.findings.map { Finding($0, in: report.sources, below: folder.path + "/") }
  }
}

extension Workplace.Finding {
  /// As `check --format json` prints it.
  fileprivate init(_ finding: Diagnostic, in sources: Sources, below folder: String) {
    let span = finding.place.flatMap(sources.span)
    self.init(
      code: finding.code.id, name: finding.code.name, severity: finding.severity.word, message: finding.fullMessage,
      file: finding.place.map { $0.file.hasPrefix(folder) ? String($0.file.dropFirst(folder.count)) : $0.file },
      line: span?.start.line, column: span?.start.column, endLine: span?.end.line, endColumn: span?.end.column,
      help: finding.help, source: finding.code.source)
  }
}
