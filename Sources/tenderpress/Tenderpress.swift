import ArgumentParser
import Building
import Diagnostics
import System

/// The program. Its commands have a file each.
@main struct Tenderpress: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenderpress",
    abstract: "Makes a tender pack that people can read and answer, from a folder of plain text files.",
    discussion: """
      Run it in the folder that holds your content folder.

        tenderpress new     begins a file, with notes that say what to write
        tenderpress check   tells you what is wrong, with the line and what to do
        tenderpress explain tells you more about what was found
        tenderpress build   makes the website in the folder site

      It changes nothing in your content. When something is wrong, the site stays as it was.
      """,
    version: version,
    subcommands: [Build.self, Check.self, Explain.self, New.self, SchemaCommand.self, Verify.self])

  /// What `--version` prints. It is the heading in CHANGELOG.md.
  private static let version = "0.2.0"

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  /// Exit codes: 0 fine, 1 findings that fail, 2 wrong usage or a broken environment.
  private static func leave(with error: any Error) -> Never {
    switch error {
    case let code as ExitCode: exit(withError: code)
    case let fault as FormattedFault:
      fault.format.print([fault.fault.finding], on: .errors)
      exit(withError: ExitCode(2))
    case let fault as SystemFault:
      ReportFormat.text.print([fault.finding], on: .errors)
      exit(withError: ExitCode(2))
    default:
      guard exitCode(for: error) != .success else { exit(withError: error) }
      Terminal.printError(fullMessage(for: error) + "\n")
      exit(withError: ExitCode(2))
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}

/// Where a report for people goes. Programs find theirs on the standard output, whatever it says.
enum Stream {
  case output, errors
}

extension ReportFormat {
  func print(_ findings: [Diagnostic], sources: Sources = Sources(), on stream: Stream) {
    switch (self, stream) {
    case (.text, .errors): Terminal.printError(render(findings, sources: sources, style: Terminal.errorStyle))
    case (.text, .output): Terminal.print(render(findings, sources: sources, style: Terminal.outputStyle))
    case (.line, _), (.json, _), (.github, _): Terminal.print(render(findings, sources: sources))
    }
  }
}

/// The world's failure, and how the person who runs the program wants to be told.
private struct FormattedFault: Error {
  let fault: SystemFault
  let format: ReportFormat
}

/// The folders that every command knows, and how it prints.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with your content; “content” if you do not say.", valueName: "folder"))
  var content: String?

  @Option(
    help: ArgumentHelp(
      "The folder with your own page templates, if you have any; “templates” if you do not say.", valueName: "folder"))
  var templates: String?

  @Flag(
    help:
      "Use the built-in templates alone, whatever lies in the folder of templates: for builds of what somebody proposes."
  )
  var noTemplates = false

  @Option(
    help: ArgumentHelp(
      "How findings are printed: text for people, line for editors, json for programs, github for its workflows.",
      valueName: "format"))
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp("How many things to do at once. One for each processor if you do not say.", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The day to check for, such as 2027-01-15. A check takes today, and a build does not ask.", valueName: "date"))
  var on: String?

  @Flag(help: "Include tenders and pages that are marked as drafts.")
  var drafts = false

  @Flag(help: "Let warnings fail too, not only errors.")
  var strict = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if let on, !Job.isDay(on) {
      throw ValidationError("--on takes a date as year, month and day: --on 2027-01-15. “\(on)” is none.")
    }
  }

  /// Does a command's work. What the world refuses is told in the format that was asked for.
  func run(_ work: (Job) async throws(SystemFault) -> Report, output: NamedFolder? = nil) async throws -> Report {
    do throws(SystemFault) {
      return try await work(job(output: output))
    } catch {
      throw FormattedFault(fault: error, format: format)
    }
  }

  private func job(output: NamedFolder?) throws(SystemFault) -> Job {
    var job = Job(
      content: try NamedFolder(content, or: "content", option: "--content").checked,
      templates: try NamedFolder(templates, or: "templates", option: "--templates").checked,
      output: try output?.checked ?? "")
    job.usesTemplates = !noTemplates
    job.drafts = drafts
    job.strict = strict
    job.today = on
    job.jobs = jobs ?? Terminal.processorCount
    return job
  }
}

/// A folder that the command line names, or its usual name.
struct NamedFolder {
  let written: String?
  let usual: String
  let option: String

  init(_ written: String?, or usual: String, option: String) {
    (self.written, self.usual, self.option) = (written, usual, option)
  }

  var path: String { (written ?? usual).asFolder }

  /// Its path; a folder that nobody named may not be a link.
  var checked: String {
    get throws(SystemFault) {
      if written == nil { try Files.refuseLink(usual, option: option) }
      return path
    }
  }
}

extension String {
  /// Without the slash that people and shells put at the end.
  var asFolder: String { count > 1 && hasSuffix("/") ? String(dropLast()).asFolder : self }
}
