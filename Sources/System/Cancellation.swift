internal import Synchronization

/// Whether a run is to end before it is done: somebody sent a signal, or the time that it was given is over.
///
/// It is looked at between files, and while another program works for us. Nobody looks while files move, so that a move
/// that has begun is whole.
package final class Cancellation: Sendable {
  package enum Reason: Sendable, Hashable {
    case signal(Int32)
    case timeLimit(seconds: Int)
  }

  private struct State {
    var reason: Reason?
    var limit: (seconds: Int, end: Duration)?
  }

  private let state = Mutex(State())
  /// Time that has gone by since any moment.
  private let clock: @Sendable () -> Duration

  package init(clock: @escaping @Sendable () -> Duration) { self.clock = clock }

  package convenience init() {
    let start = ContinuousClock.now
    self.init { ContinuousClock.now - start }
  }

  /// Nil while a run may go on. The first reason stays.
  package var reason: Reason? {
    state.withLock { state in
      if state.reason == nil, let limit = state.limit, clock() >= limit.end {
        state.reason = .timeLimit(seconds: limit.seconds)
      }
      return state.reason
    }
  }

  package func cancel(_ reason: Reason) {
    state.withLock { $0.reason = $0.reason ?? reason }
  }

  /// From now on.
  package func limit(toSeconds seconds: Int) {
    state.withLock { $0.limit = (seconds, clock() + .seconds(seconds)) }
  }

  package func check() throws(SystemFault) {
    if let reason { throw .stopped(reason) }
  }
}

extension SystemFault {
  fileprivate static func stopped(_ reason: Cancellation.Reason) -> SystemFault {
    switch reason {
    case .signal(let number):
      SystemFault(.stopped, "the program was stopped by signal \(number)", file: nil, help: "Run it again.")
    case .timeLimit(let seconds):
      SystemFault(
        .stopped, "this took longer than the \(seconds) second\(seconds == 1 ? "" : "s") that were allowed", file: nil,
        help: "Allow more with --time-limit, or find what takes so long with --only.")
    }
  }
}
