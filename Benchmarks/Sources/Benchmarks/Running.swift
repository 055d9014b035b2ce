internal import Foundation
internal import Glibc

/// Why there is nothing to report.
struct Failure: Error {
  let words: String
}

/// What some processes took together, as the system counts it.
struct Cost {
  /// From the first start to the last end, in seconds.
  var wall = 0.0
  /// Of all processors, in seconds.
  var cpu = 0.0
  /// The most memory that any one process held, in bytes.
  var memory = 0
}

/// Runs programs, each command as a process of its own.
struct Runner {
  /// Where what they say goes.
  let log: String

  /// Starts the commands in their order, as many at once as are asked for. Throws when one of them fails.
  func run(_ commands: [[String]], atOnce: Int = 1) throws -> Cost {
    var cost = Cost()
    var waiting = commands[...]
    var running: [pid_t: [String]] = [:]
    let began = ContinuousClock.now
    while !waiting.isEmpty || !running.isEmpty {
      while running.count < atOnce, let command = waiting.popFirst() { running[try start(command)] = command }
      var status: Int32 = 0
      var usage = rusage()
      guard let command = running.removeValue(forKey: wait4(-1, &status, 0, &usage)) else { continue }
      guard status == 0 else { throw failure(command) }
      cost.cpu += usage.ru_utime.seconds + usage.ru_stime.seconds
      cost.memory = max(cost.memory, usage.ru_maxrss * 1024)
    }
    cost.wall = began.duration(to: .now) / .seconds(1)
    return cost
  }

  /// What one program says.
  func output(of command: [String]) throws -> String {
    try? FileManager.default.removeItem(atPath: log)
    _ = try run([command])
    return try text()
  }

  private func failure(_ command: [String]) -> Failure {
    Failure(words: "this failed: \(command.joined(separator: " "))\n\((try? text()) ?? "")")
  }

  private func text() throws -> String { try String(contentsOfFile: log, encoding: .utf8) }

  /// The number of the process.
  private func start(_ command: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    let words = command.map { strdup($0) } + [nil]
    let settings = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      posix_spawn_file_actions_destroy(&actions)
      for text in words + settings { free(text) }
    }
    var process = pid_t()
    guard posix_spawnp(&process, command[0], &actions, nil, words, settings) == 0 else {
      throw Failure(words: "\(command[0]) cannot be run")
    }
    return process
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}

// Which process held how much.

extension Runner {
  /// The most memory that a program held, and any one of those that it started and that have a name like this. Looked up
  /// every few milliseconds, so the program must not be timed meanwhile.
  func memory(of command: [String], startingLike name: String) throws -> (program: Int, started: Int) {
    let process = try start(command)
    var most = (program: 0, started: 0)
    var ended = siginfo_t()
    while waitid(P_PID, id_t(process), &ended, WEXITED | WNOHANG | WNOWAIT) == 0, ended.si_signo == 0 {
      most.program = max(most.program, memory(of: Int(process))?.bytes ?? 0)
      // Until it has its own name, a process that was started still shows the memory of the one that started it.
      let started = children(of: Int(process)).compactMap(memory).filter { $0.name.hasPrefix(name) }
      most.started = max(most.started, started.map(\.bytes).max() ?? 0)
      usleep(3_000)
    }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process, status == 0 else { throw failure(command) }
    return most
  }

  private func children(of process: Int) -> [Int] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return threads.flatMap { thread in
      let list = try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/children", encoding: .utf8)
      return (list ?? "").split(separator: " ").compactMap { Int($0) }
    }
  }

  /// The name of a process, and the most memory that it has held.
  private func memory(of process: Int) -> (name: String, bytes: Int)? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return nil }
    let facts = status.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
    guard let name = facts.first(where: { $0.first == "Name:" })?.dropFirst().first,
      let size = facts.first(where: { $0.first == "VmHWM:" })?.dropFirst().first, let kilobytes = Int(size)
    else { return nil }
    return (String(name), kilobytes * 1024)
  }
}
