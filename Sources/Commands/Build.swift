internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import Planning
internal import System

struct Build: Subcommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the website and its documents.",
    discussion: """
      Reads the folder content and writes the folder site. What is for the council alone, such as the report of the \
      checks and the panel's scoring workbook, goes to the folder private. When there is an error, both stay as they were and the errors are printed. \
      Files in them that this program did not make are left alone.

      Exit codes: 0 the site is there, 1 something in the content is wrong, 2 something about the command, the folders \
      or the machine is wrong, or the time limit is over. Ended by a signal, it removes what it has begun, and its code \
      is 128 and the signal's number.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The folder to write the website into; “site” if you do not say.", valueName: "folder"))
  var output: String?

  @Option(
    name: .customLong("private"),
    help: ArgumentHelp("The folder for what is not to be published; “private” if you do not say.", valueName: "folder"))
  var privateFolder: String?

  @Option(
    help: ArgumentHelp(
      "The folder of the typesetter and its fonts, if it is not where tools/install puts it. The variable TENDERPRESS_ENGINES names it too, but never one in the folder that is built.",
      valueName: "folder"))
  var engines: String?

  @Option(
    help: ArgumentHelp(
      "Make only some of it: \(Output.allCases.map(\.rawValue).joined(separator: ", ")), with commas between. The rest stays as it is.",
      valueName: "kinds"))
  var only: OutputList?

  @Option(
    help: ArgumentHelp("Where the site will be published, in the place of what site.yml says.", valueName: "address"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "How long the whole build may take. When that is over, it ends, and nothing has been changed.",
      valueName: "seconds"))
  var timeLimit: Int?

  @Flag(help: "Print nothing when all is well.")
  var quiet = false

  func validate() throws {
    if let timeLimit, !(1...86_400).contains(timeLimit) {
      throw ValidationError("--time-limit takes a number of seconds, from 1 to 86400.")
    }
    if let baseURL, !Job.isWebAddress(baseURL) {
      throw ValidationError(
        "--base-url takes a web address, such as https://tenders.example.org, without blanks, marks and brackets.")
    }
  }

  func run(in world: World) async throws {
    if let timeLimit { world.cancellation.limit(toSeconds: timeLimit) }
    let output = NamedFolder(output, or: "site", option: "--output")
    let privateFolder = NamedFolder(privateFolder, or: "private", option: "--private")
    let (engines, only, baseURL) = (engines?.asFolder, only?.outputs, baseURL)
    let report = try await common.run(
      { job async throws(SystemFault) in
        var job = job
        job.privateFolder = try privateFolder.checked(on: world.disk)
        (job.engines, job.only, job.baseURL) = (engines, only, baseURL)
        job.reportDay = job.today
        if job.reportDay == nil { job.reportDay = try world.sourceDay }
        return try await job.build()
      }, output: output, private: privateFolder, in: world)
    world.terminal.print(report.findings, as: common.format, sources: report.sources, on: .errors)
    if !quiet || !report.findings.isEmpty, common.format == .text {
      world.terminal.printError(report.closingLine(output.path))
    }
    try common.end(report)
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

/// `html,pdf`.
struct OutputList: ExpressibleByArgument {
  let outputs: Set<Output>

  init?(argument: String) {
    let names = argument.split(separator: ",").map { Output(rawValue: $0.trimmingBlanks) }
    guard !names.isEmpty, !names.contains(nil) else { return nil }
    outputs = Set(names.compactMap(\.self))
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
