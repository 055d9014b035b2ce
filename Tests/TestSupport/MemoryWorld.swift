internal import Synchronization
package import System

extension World {
  /// A machine in memory on which nothing but the typesetter is real. It is 08:00 on 15 January 2027, the day of the packs of
  /// tests, until somebody sets the clock.
  package static func inMemory(
    _ disk: any Disk, environment: [String: String] = [:], said: Said = Said(),
    cancellation: Cancellation = Cancellation(),
    engine: @escaping @Sendable (String) throws(SystemFault) -> Engine = { _ throws(SystemFault) in
      try SharedEngine.engine()
    }
  ) -> World {
    World(
      disk: disk, environment: Environment(["HOME": "/home/tester"].merging(environment) { $1 }),
      terminal: Terminal(print: { said.add($0, isError: false) }, printError: { said.add($0, isError: true) }),
      now: { 1_800_000_000 }, processorCount: 2, cancellation: cancellation, engine: engine,
      throughFile: World.real.throughFile)
  }
}

/// What a program said on its two streams.
package final class Said: Sendable {
  private let texts = Mutex((output: "", errors: ""))

  package init() {}

  package var output: String { texts.withLock(\.output) }
  package var errors: String { texts.withLock(\.errors) }

  fileprivate func add(_ text: String, isError: Bool) {
    texts.withLock { texts in
      if isError { texts.errors += text } else { texts.output += text }
    }
  }
}
