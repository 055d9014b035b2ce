internal import Glibc

/// Another program, run to its end and no longer than a limit, or until the run that needs it is to end.
///
/// It can know that we are gone, however we were ended: what it may read from at 3 comes to its end then.
package struct Command: Sendable {
  /// A path, or a name that is looked for where programs are.
  package var program: String
  package var arguments: [String]
  /// All of it: nothing is handed on from ours.
  package var environment: [String: String]
  /// Where it works.
  package var folder: String
  package var input: [UInt8] = []
  package var limitInSeconds: Int
  private let cancellation: Cancellation

  package init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String, limitInSeconds: Int,
    cancellation: Cancellation = Cancellation()
  ) {
    (self.program, self.arguments, self.environment) = (program, arguments, environment)
    (self.folder, self.limitInSeconds, self.cancellation) = (folder, limitInSeconds, cancellation)
  }

  package enum Ending: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
    /// It was over its limit, of time or of what it may print, or the run was to end, and it was killed.
    case killed
  }

  package struct Outcome: Sendable {
    package let ending: Ending
    package let output: String
    package let errors: String
  }

  /// What a program may print, in bytes. Ours print some lines.
  private static let largestOutput = 10_000_000

  package func run() throws(SystemFault) -> Outcome {
    // Files and no pipes: a program can never wait for us to read.
    let files = try [Self.file(), Self.file(), Self.file()]
    defer { for file in files { close(file) } }
    try Self.fill(files[0], input)
    let process = try spawn(files)
    let ending = wait(for: process, files)
    if ending == .killed { try cancellation.check() }
    if ending == .exited(127) { throw .failed(.cannotRun, to: "run", program, error: .missing) }
    return Outcome(ending: ending, output: Self.text(files[1]), errors: Self.text(files[2]))
  }

  // MARK: Starting

  private func spawn(_ files: [Int32]) throws(SystemFault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (index, file) in (files + [Self.lifeline]).enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(index))
    }
    // A group of its own, so that its children can be killed with it. It hears the signals that we wait for.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    var process = pid_t()
    // `env` goes to the folder, which a spawned process cannot be told to by itself everywhere.
    let words = CStrings(["env", "--chdir=\(folder)", program] + arguments)
    let settings = CStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    let error = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words.pointers, settings.pointers)
    guard error == 0 else { throw .failed(.cannotRun, to: "run", program, error: Errno(error)) }
    return process
  }

  /// The end of a pipe that nobody writes into. Its other end is closed when this process is gone.
  private static let lifeline: Int32 = {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends[0]
  }()

  /// A file without a name, which is gone when it is closed.
  private static func file() throws(SystemFault) -> Int32 {
    let parent = Environment.ofProcess.temporary
    var name = Array("\(parent)/tenderpress-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw .failed(.unwritable, to: "write into", parent) }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }

  private static func fill(_ file: Int32, _ bytes: [UInt8]) throws(SystemFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard part > 0 else { throw .failed(.cannotRun, to: "hand words to", "a program") }
      rest = rest.dropFirst(part)
    }
    lseek(file, 0, SEEK_SET)
  }

  // MARK: Waiting

  private func wait(for process: pid_t, _ files: [Int32]) -> Ending {
    let end = ContinuousClock.now + .seconds(limitInSeconds)
    var pause: UInt32 = 500
    var isKilled = false
    var status = siginfo_t()
    // Left waiting to be collected, so that its number is still its own when its group is killed.
    while waitid(P_PID, id_t(process), &status, WEXITED | WNOHANG | WNOWAIT) == 0, status.si_signo == 0 {
      let isTooMuch = files.dropFirst().contains { Self.size($0) > Self.largestOutput }
      if ContinuousClock.now > end || isTooMuch || cancellation.reason != nil {
        isKilled = true
        break
      }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    kill(-process, SIGKILL)
    var code: Int32 = 0
    while waitpid(process, &code, 0) < 0, errno == EINTR {}
    if isKilled { return .killed }
    let signal = code & 0x7F
    return signal == 0 ? .exited((code >> 8) & 0xFF) : .signalled(signal)
  }

  private static func size(_ file: Int32) -> Int {
    var status = stat()
    return fstat(file, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func text(_ file: Int32) -> String {
    let count = min(size(file), largestOutput)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, 0))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Texts as C hands them over: a list of pointers with nothing at its end.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}
