import ArgumentParser
import Building
import Diagnostics
import System

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong, and make nothing.",
    discussion: """
      Prints everything that is wrong or doubtful in the content, each with its file, line and column, and what to do.

      Exit codes: 0 nothing that fails, 1 something in the content is wrong, 2 something about the command, the folders \
      or the machine is wrong.
      """)

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let report = try await common.run({ job async throws(SystemFault) in try await job.check() }, output: "")
    common.format.print(report.findings, sources: report.sources, on: .output)
    if common.format == .text {
      Terminal.print(report.findings.isEmpty ? "Nothing is wrong.\n" : "\n\(report.summary).\n")
    }
    guard !report.fails(strict: common.strict) else { throw ExitCode(1) }
  }
}

extension Report {
  /// “2 errors and 1 warning”.
  var summary: String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = findings.count(of: severity)
      return count == 0 ? nil : "\(count) \(severity.word)\(count == 1 ? "" : "s")"
    }
    guard let last = counts.last, counts.count > 1 else { return counts.first ?? "Nothing found" }
    return counts.dropLast().joined(separator: ", ") + " and " + last
  }
}
