internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import Planning
internal import System

struct PlanCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say what a build would make, of what and for whom, and make nothing.",
    discussion: """
        tenderpress plan                     every file, with the files that it is made of
        tenderpress plan --only pdf,docx     the documents alone
        tenderpress plan --tree content/tenders/day-service/vision.md
                                             how a text is read, part by part

      Exit codes: 0 a build can make it, 1 something in the content is wrong, 2 something about the command, the folders \
      or the machine is wrong.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "Only some of it: \(Output.allCases.map(\.rawValue).joined(separator: ", ")), with commas between.",
      valueName: "kinds"))
  var only: OutputList?

  @Option(help: ArgumentHelp("Print the text of this file as the program reads it.", valueName: "file"))
  var tree: String?

  func run(in world: World) async throws {
    if let tree { return try await printTree(of: tree, in: world) }
    let outputs = only?.outputs
    let (report, files) = try await common.run(
      { job async throws(SystemFault) in
        var job = job
        job.only = outputs
        return try await job.plan()
      }, in: world)
    world.terminal.print(report, common)
    try common.end(report)
    world.terminal.print(files.words)
  }

  private func printTree(of file: String, in world: World) async throws {
    let (report, tree) = try await common.run(
      { job async throws(SystemFault) in try await job.tree(of: file) }, in: world)
    guard let tree else {
      throw ValidationError("There is no text “\(file)” in the content. Name it as findings do: content/index.md")
    }
    world.terminal.print(report, common)
    world.terminal.print(tree + "\n")
    try common.end(report)
  }
}

extension Terminal {
  /// What is wrong with the content, which comes first, and on the other stream.
  fileprivate func print(_ report: Report, _ common: CommonOptions) {
    let errors = report.findings.filter { $0.severity == .error }
    if !errors.isEmpty { print(errors, as: common.format, sources: report.sources, on: .errors) }
  }
}

extension [PlannedFile] {
  fileprivate var words: String {
    let (own, site) = (filter(\.isPrivate), filter { !$0.isPrivate })
    let parts = [("For the site", site), ("For the council alone", own)].filter { !$0.1.isEmpty }
    return parts.map { title, files in
      "\(title): \(files.count) file\(files.count == 1 ? "" : "s")\n" + files.map(\.words).joined()
    }.joined(separator: "\n")
  }
}
