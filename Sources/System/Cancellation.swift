internal import Glibc
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

// Signals of this process.

extension Cancellation {
  /// The signals by which people and machines end programs. What whoever started us wants ignored, as `nohup` does, stays
  /// so.
  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) { sigaddset(&signals, signal) }
    return signals
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    // The address of what is done; 1 stands for nothing.
    return sigaction(signal, nil, &action) == 0 && unsafeBitCast(action.__sigaction_handler, to: Int.self) == 1
  }

  /// Does the work, and ends the process with its exit code. A signal cancels the work in place of ending the process; another
  /// one ends it at once, and so does the first where nothing hears of it. What is left then the next command removes.
  ///
  /// This thread waits for signals, and has to be the first of the process, so that no other one gets them.
  package func process(_ work: @escaping @Sendable () async -> Int32) -> Never {
    var (signals, patience) = (Self.signals, timespec(tv_sec: 10, tv_nsec: 0))
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Task.detached { exit(await work()) }
    var first: Int32 = 0
    while first == 0 {
      if sigwait(&signals, &first) != 0 { first = 0 }
    }
    cancel(.signal(first))
    while true {
      let next = sigtimedwait(&signals, nil, &patience)
      if next > 0 || errno == EAGAIN { _exit(128 + max(next, first)) }
    }
  }
}
