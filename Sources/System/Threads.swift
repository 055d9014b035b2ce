internal import Glibc
internal import Synchronization

/// Threads of this process.
package enum Threads {
  /// Whether the machine lets so many run at once, and leaves them some memory. Where it does not, a program that counts on
  /// them waits for ever and says nothing.
  package static func canStart(_ count: Int, withBytes bytes: Int) -> Bool {
    let gate = Gate()
    var threads: [pthread_t] = []
    let memory = gate.isClosed.withLock { _ in
      while threads.count < count, let thread = gate.threadBehind() { threads.append(thread) }
      return malloc(bytes)
    }
    free(memory)
    for thread in threads { pthread_join(thread, nil) }
    return threads.count == count && memory != nil
  }

  /// Where threads wait until all are there.
  private final class Gate: Sendable {
    let isClosed = Mutex(())

    func threadBehind() -> pthread_t? {
      var thread = pthread_t()
      let error = pthread_create(
        &thread, nil,
        { gate in
          guard let gate else { return nil }
          Unmanaged<Gate>.fromOpaque(gate).takeUnretainedValue().isClosed.withLock { _ in }
          return nil
        }, Unmanaged.passUnretained(self).toOpaque())
      return error == 0 ? thread : nil
    }
  }
}
