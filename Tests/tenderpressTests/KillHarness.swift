import Foundation
import TestSupport
import Testing

/// The real program, killed at any moment of a build with documents by the real typesetter. KILLS says how often.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: RealWorkplace.engines)))
struct KillHarness {
  private static let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 24
  private static let colours = ["#0b5d66", "#4c2c92"]
  private static let others = [["check"], ["plan"], ["verify", "site/tenders/day-service"]]

  private struct Trees: Equatable {
    let site: [String: Data]
    let own: [String: Data]
  }

  private func trees(_ workplace: RealWorkplace) throws -> Trees {
    func files(_ folder: String) throws -> [String: Data] {
      try workplace.exists(folder) ? workplace.snapshot(folder).filter { !$0.key.hasPrefix(".tenderpress/") } : [:]
    }
    return Trees(site: try files("site"), own: try files("private"))
  }

  private func environment(_ workplace: RealWorkplace) -> [String: String] {
    ["TMPDIR": "\(workplace.folder.path)/tmp", "XDG_CACHE_HOME": "\(workplace.folder.path)/cache"]
  }

  @Test func `a build that is killed at any moment is all old or all new after the next command`() throws {
    let workplace = try RealWorkplace(pack: "sound")
    try workplace.shell("mkdir tmp")
    let environment = environment(workplace)
    let site = try workplace.read("content/site.yml")
    func write(_ colour: Int) throws {
      try workplace.write(site.replacing(Self.colours[0], with: Self.colours[colour]), to: "content/site.yml")
      // Without what was typeset before, so that engines run.
      try? workplace.remove("cache")
    }
    var (goals, duration): ([Trees], Double) = ([], 0)
    for colour in Self.colours.indices {
      try write(colour)
      let start = Date()
      let run = try workplace.run("build", "--quiet", environment: environment)
      #expect(run.code == 0, "\(run.errors)")
      duration = Date().timeIntervalSince(start)
      goals.append(try trees(workplace))
    }
    #expect(goals[0] != goals[1])

    var generator = SeededGenerator(seed: Seed.ofThisRun)
    var (current, counts) = (1, ["old": 0, "new": 0, "while files moved": 0, "with engines": 0])
    for number in 0..<Self.kills {
      let next = 1 - current
      try write(next)
      let process = try workplace.start("build", environment: environment)
      if Bool.random(using: &generator) {
        usleep(UInt32.random(in: 0..<UInt32(duration * 1_000_000), using: &generator))
      } else {
        // Files move for some thousandths of a second, at the end.
        while process.isRunning, !workplace.exists("site/.tenderpress/journal") { usleep(100) }
        usleep(UInt32.random(in: 0..<12_000, using: &generator))
      }
      let hadEngines = !workplace.processes.subtracting([process.processIdentifier]).isEmpty
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let killed = try trees(workplace)
      #expect(whatPagesLack(in: killed.site) == [], "kill \(number)")
      if hadEngines { counts["with engines", default: 0] += 1 }
      if killed != goals[current], killed != goals[next] { counts["while files moved", default: 0] += 1 }
      for _ in 0..<100 where !workplace.processes.isEmpty { usleep(10_000) }
      #expect(workplace.processes.isEmpty, "kill \(number)")

      let run = try workplace.run(arguments: Self.others[number % Self.others.count], environment: environment)
      #expect(run.code == 0, "kill \(number): \(run.errors)")
      let after = try trees(workplace)
      #expect(goals.contains(after), "kill \(number)")
      if killed != goals[current] { #expect(after == goals[next], "kill \(number)") }
      #expect(try workplace.shell("ls -A tmp").isEmpty, "kill \(number)")
      #expect(!workplace.exists("site/.tenderpress/staging") && !workplace.exists("private/.tenderpress/staging"))
      counts[after == goals[current] ? "old" : "new", default: 0] += 1
      if after == goals[next] { current = next }
    }
    print(
      "Killed \(Self.kills) times: \(counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))."
    )
  }
}

extension RealWorkplace {
  /// The processes that work somewhere in the folder.
  fileprivate var processes: Set<pid_t> {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return Set(
      all.compactMap { pid_t($0) }.filter { process in
        let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")
        return place?.hasPrefix(folder.path) == true
      })
  }
}
