internal import ArgumentParser
internal import Diagnostics
package import System

/// The program as a function of a command line and the world.
package struct Program: Sendable {
  /// What the command line asks for, or what is wrong with it, or help.
  private let command: Result<any Subcommand, any Error>

  package init(_ arguments: some Collection<String>) {
    command = Result {
      var command = try Tenderpress.parseAsRoot(Array(arguments))
      if let command = command as? any Subcommand { return command }
      try command.run()
      throw CleanExit.helpRequest()
    }
  }

  /// Does it. Exit codes: 0 fine, 1 findings that fail, 2 wrong usage or a broken environment, 128 and its number for a
  /// signal.
  package func run(in world: World) async -> Int32 {
    world.removeAbandonedFolders()
    var fault: (any Error)?
    do {
      try await command.get().run(in: world)
    } catch {
      fault = error
    }
    guard case .signal(let signal) = world.cancellation.reason else {
      return fault.map { told($0, on: world.terminal) } ?? 0
    }
    if fault?.isStop != true {
      if let fault { _ = told(fault, on: world.terminal) }
      world.terminal.printError("All was done when \(signal.signalWords) came.\n")
    } else {
      world.terminal.printError("Stopped by \(signal.signalWords). \(FolderState.unchanged.rawValue)\n")
    }
    return 128 + signal
  }

  /// Tells what stopped a command, and gives back its exit code.
  private func told(_ error: any Error, on terminal: Terminal) -> Int32 {
    switch error {
    case let code as ExitCode: return code.rawValue
    case let fault as FormattedFault:
      terminal.print([fault.fault.finding], as: fault.format, on: .errors)
      return 2
    case let fault as SystemFault:
      terminal.print([fault.finding], as: .text, on: .errors)
      return 2
    default:
      let words = Tenderpress.fullMessage(for: error) + "\n"
      guard Tenderpress.exitCode(for: error) != .success else {
        terminal.print(words)
        return 0
      }
      terminal.printError(words)
      return 2
    }
  }
}

extension Error {
  /// Whether it says no more than that the run was to end.
  fileprivate var isStop: Bool {
    ((self as? FormattedFault)?.fault ?? self as? SystemFault)?.finding.code == .stopped
  }
}

extension Int32 {
  /// What people call a signal.
  fileprivate var signalWords: String {
    switch self {
    case 1: "the end of the terminal (SIGHUP)"
    case 2: "Ctrl-C (SIGINT)"
    case 15: "a request to end (SIGTERM)"
    default: "signal \(self)"
    }
  }
}

/// The world's failure, and how the person who runs the program wants to be told.
struct FormattedFault: Error {
  let fault: SystemFault
  let format: ReportFormat
}
