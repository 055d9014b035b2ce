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

  /// Does it. Exit codes: 0 fine, 1 findings that fail, 2 wrong usage or a broken environment.
  package func run(in world: World) async -> Int32 {
    do {
      try await command.get().run(in: world)
      return 0
    } catch {
      return told(error, on: world.terminal)
    }
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

/// The world's failure, and how the person who runs the program wants to be told.
struct FormattedFault: Error {
  let fault: SystemFault
  let format: ReportFormat
}
