internal import Glibc

// Signals of this process.

extension World {
  /// Does the work, and ends the process with its exit code. A signal cancels the work in place of ending the process; another
  /// one ends it at once, and so do some seconds in which nobody heard of it. What is left then the next command removes.
  ///
  /// This thread waits for signals, and has to be the first of the process, so that no other one gets them.
  package func process(_ work: @escaping @Sendable (World) async -> Int32) -> Never {
    var (signals, second, patience) = (Self.signals, timespec(tv_sec: 1, tv_nsec: 0), 10)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Task.detached { exit(await work(self)) }
    while patience > 0 {
      let signal = sigtimedwait(&signals, nil, &second)
      if signal > 0, cancellation.reason != nil { _exit(128 + signal) }
      if signal > 0 { cancellation.cancel(.signal(signal)) }
      if cancellation.reason != nil { patience -= 1 }
    }
    terminal.printError("It did not end by itself, and was ended. What it left the next command removes.\n")
    if case .signal(let signal) = cancellation.reason { _exit(128 + signal) }
    _exit(2)
  }

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
}
