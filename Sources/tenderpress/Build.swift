import ArgumentParser
import Building
import Diagnostics
import System

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the website.",
    discussion: """
      Reads the folder content and writes the folder site. When there is an error, site stays as it was and the errors \
      are printed. Files in site that this program did not make are left alone.

      Exit codes: 0 the site is there, 1 something in the content is wrong, 2 something about the command, the folders \
      or the machine is wrong.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The folder to write the website into.", valueName: "folder"))
  var output = "site"

  @Flag(help: "Print nothing when all is well.")
  var quiet = false

  func run() async throws {
    let report = try await common.run({ job async throws(SystemFault) in try await job.build() }, output: output)
    common.format.print(report.findings, sources: report.sources, on: .errors)
    if !quiet || !report.findings.isEmpty, common.format == .text { Terminal.printError(report.closingLine(output)) }
    guard !report.fails(strict: common.strict) else { throw ExitCode(1) }
  }
}

extension Report {
  fileprivate func closingLine(_ output: String) -> String {
    guard let changes else { return "\n\(summary). Nothing has been changed in \(output).\n" }
    let made =
      (isTrial ? "A trial, since there is no site.yml. " : "")
      + "\(output): \(changes.written) written, \(changes.unchanged) unchanged, \(changes.removed) removed."
      + (draftsLeftOut == 0
        ? "" : " \(draftsLeftOut) draft\(draftsLeftOut == 1 ? " was" : "s were") left out; --drafts takes them in.")
    return findings.isEmpty ? made + "\n" : "\n\(summary). \(made)\n"
  }
}
