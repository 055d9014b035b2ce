internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import System

struct Check: Subcommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong, and make nothing.",
    discussion: """
      Prints everything that is wrong or doubtful in the content, each with its file, line and column, and what to do.

      A warning or a note that you have good reason to live with can be accepted, with the reason, who decided and when:

        tenderpress check --accept W02@content/tenders/day-service/tender.md:38

      Exit codes: 0 nothing that fails, 1 something in the content is wrong, 2 something about the command, the folders \
      or the machine is wrong.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "Which groups of rules to use, whatever the regime of a tender: \(Job.profileNames.joined(separator: ", ")).",
      valueName: "groups"))
  var profile: String?

  @Option(help: ArgumentHelp("Print the lines by which a finding is accepted.", valueName: "code@file:line"))
  var accept: String?

  @Flag(
    help:
      "Put right what is beyond doubt, such as a misspelt key, in the files of the content; say what was done, and check what is left."
  )
  var fix = false

  private var profiles: [String]? { profile?.split { ", ".contains($0) }.map(String.init) }

  func validate() throws {
    guard let wrong = profiles?.first(where: { !Job.profileNames.contains($0) }) else { return }
    let near = Job.profileNames.nearest(to: wrong).map { "Did you mean “\($0)”?" }
    throw ValidationError(
      "There is no group of rules “\(wrong)”. \(near ?? "The groups are: \(Job.profileNames.joined(separator: ", ")).")"
    )
  }

  func run(in world: World) async throws {
    let report = try await common.run(
      { job async throws(SystemFault) in
        var job = job
        job.profiles = profiles
        if job.today == nil { job.today = try world.today }
        guard fix else { return try await job.check() }
        return try await job.mend { edits in
          let lines = edits.map { $0.edit.words(in: $0.source) + "\n" }.joined()
          if common.format == .text { world.terminal.print(lines) } else { world.terminal.printError(lines) }
        }
      }, in: world)
    if let accept { return try print(report.acceptance(of: accept), on: world.terminal) }
    world.terminal.print(report.findings, as: common.format, sources: report.sources, on: .output)
    if common.format == .text { world.terminal.print(report.end) }
    try common.end(report)
  }

  private func print(_ acceptance: Report.Acceptance, on terminal: Terminal) throws {
    switch acceptance {
    case .lines(let lines, let file):
      terminal.print(
        "Write these lines between the --- and the --- of \(file), and say why, who decided and when. If there are "
          + "acceptances already, leave out the first line.\n\n\(lines)")
    case .refused(let reason): throw ValidationError(reason)
    }
  }
}

extension Report {
  /// The count, and where to read more about the first of the worst.
  fileprivate var end: String {
    let effort = efforts.isEmpty ? "" : "What a bid takes:\n" + efforts.map { "  \($0)\n" }.joined() + "\n"
    guard let worst = findings.min(by: { $0.severity < $1.severity }) else { return effort + "Nothing is wrong.\n" }
    return "\n\(effort)\(summary). For more about one of them: tenderpress explain \(worst.code.id)\n"
  }

  /// “2 errors and 1 warning”.
  var summary: String { findings.countWords ?? "Nothing found" }
}

extension Edit {
  /// `content/index.md:3:1: “tilte” is “title” now`
  fileprivate func words(in source: SourceText) -> String {
    let start = source.position(at: range(in: source)?.lowerBound ?? place.range.lowerBound)
    let what =
      new.isEmpty
      ? "a character that nobody sees is gone"
      : new == " " ? "a special blank is a plain one now" : "“\(old.beginning)” is “\(new.beginning)” now"
    return "\(place.file):\(start.line):\(start.column): \(what)".asTerminalLine
  }
}
