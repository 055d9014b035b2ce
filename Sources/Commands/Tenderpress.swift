internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import System

/// The command line. Its commands have a file each.
struct Tenderpress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenderpress",
    abstract: "Makes a tender pack that people can read and answer, from a folder of plain text files.",
    discussion: """
      Run it in the folder that holds your content folder.

        tenderpress new     begins a file, with notes that say what to write
        tenderpress check   tells you what is wrong, with the line and what to do
        tenderpress explain tells you more about what was found
        tenderpress plan    tells you what would be made, and of what
        tenderpress build   makes the website in the folder site

      It changes nothing in your content. When something is wrong, the site stays as it was.
      """,
    version: version,
    subcommands: [Build.self, Check.self, Explain.self, New.self, PlanCommand.self, SchemaCommand.self, Verify.self])

  /// What `--version` prints. It is the heading in CHANGELOG.md.
  private static let version = "0.2.0"
}

/// A command that does something in the world.
protocol Subcommand: ParsableCommand, Sendable {
  func run(in world: World) async throws
}

extension ReportFormat: ExpressibleByArgument {}

/// Where a report for people goes. Programs find theirs on the standard output, whatever it says.
enum Stream {
  case output, errors
}

extension Terminal {
  func print(_ findings: [Diagnostic], as format: ReportFormat, sources: Sources = Sources(), on stream: Stream) {
    switch (format, stream) {
    case (.text, .errors): printError(format.render(findings, sources: sources, style: errorStyle))
    case (.text, .output): print(format.render(findings, sources: sources, style: outputStyle))
    case (.line, _), (.json, _), (.github, _): print(format.render(findings, sources: sources))
    }
  }
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
  func run<Result>(
    _ work: (Job) async throws(SystemFault) -> Result, output: NamedFolder? = nil, private: NamedFolder? = nil,
    in world: World
  ) async throws -> Result {
    do throws(SystemFault) {
      try world.settle([output ?? .site, `private` ?? .private])
      return try await work(job(output: output, in: world))
    } catch {
      throw FormattedFault(fault: error, format: format)
    }
  }

  /// Ends a command as its report says.
  func end(_ report: Report) throws {
    if report.isOfMachine { throw ExitCode(2) }
    if report.fails(strict: strict) { throw ExitCode(1) }
  }

  private func job(output: NamedFolder?, in world: World) throws(SystemFault) -> Job {
    var job = Job(
      content: try NamedFolder(content, or: "content", option: "--content").checked(on: world.disk),
      templates: try NamedFolder(templates, or: "templates", option: "--templates").checked(on: world.disk),
      output: try output?.checked(on: world.disk) ?? "", in: world)
    job.usesTemplates = !noTemplates
    job.drafts = drafts
    job.strict = strict
    job.today = on
    job.jobs = jobs ?? world.processorCount
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
  func checked(on disk: any Disk) throws(SystemFault) -> String {
    guard written == nil else { return path }
    do throws(SystemFault) {
      try disk.refuseLink(usual, option: option)
    } catch {
      throw error.saying(.unchanged)
    }
    return path
  }
}

extension NamedFolder {
  static let site = NamedFolder(nil, or: "site", option: "--output")
  static let `private` = NamedFolder(nil, or: "private", option: "--private")
}

extension World {
  /// Finishes what a build left in the folders that it writes into, if it was ended while files moved, and says so.
  func settle(_ folders: [NamedFolder]) throws(SystemFault) {
    for folder in folders {
      do throws(SystemFault) {
        try settle(folder)
      } catch {
        throw error.saying(.unchanged)
      }
    }
  }

  private func settle(_ folder: NamedFolder) throws(SystemFault) {
    // A link that nobody named is not followed.
    if folder.written == nil, try disk.holdsLink(folder.usual) { return }
    guard try Recovery(on: disk).settle(folder.path) == .finished else { return }
    terminal.printError(
      "An earlier build was stopped while files moved into \(folder.path.asTerminalLine). That is finished now.\n")
  }
}

extension String {
  /// Without the slash that people and shells put at the end.
  var asFolder: String { count > 1 && hasSuffix("/") ? String(dropLast()).asFolder : self }
}
