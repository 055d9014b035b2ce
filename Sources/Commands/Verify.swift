internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import System

struct Verify: Subcommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whether files of a pack are as they were published.",
    discussion: """
      Compares each file with the list of checksums, SHA256SUMS, that a build wrote beside it.

      Exit codes: 0 every file is unchanged, 1 a file is missing or has been changed, 2 there is no list.
      """)

  @Argument(help: ArgumentHelp("A file of the pack, or the folder that holds SHA256SUMS.", valueName: "path"))
  var path: String

  func run(in world: World) throws {
    // The pack lies in a site, which may be any folder above. Where others may write, one of them could have left a journal.
    let path = path.asFolder
    let above = Recovery(on: world.disk).ownFolders(above: path).map { NamedFolder($0, or: $0, option: "--output") }
    try world.settle(above + [.site, .private])
    let verification = try Verification(path, on: world.disk)
    for (name, verdict) in verification.files { world.terminal.print("\(verdict.words)  \(name.asTerminalLine)\n") }
    guard verification.holds else { throw ExitCode(1) }
  }
}

extension Verification.Verdict {
  fileprivate var words: String {
    switch self {
    case .unchanged: "unchanged"
    case .changed: "CHANGED  "
    case .missing: "MISSING  "
    case .refused: "REFUSED  "
    }
  }
}
