import Synchronization
import System
import TestSupport
import Testing

/// A run that is to end before it is done: by a signal, or since its time is over.
struct CancellationTests {
  private static let build = ["build", "--only", "html,csv,xlsx", "--jobs", "1", "--quiet"]

  private static func changed() async throws -> Workplace {
    let workplace = try Workplace(Pack.small)
    #expect(await workplace.run(arguments: build).code == 0)
    try workplace.change(["content/site.yml": ["#0b5d66": "#4c2c92"]])
    return workplace
  }

  @Test func `a signal at any request ends a build that changed nothing, or that is whole`() async throws {
    let start = try await Self.changed()
    let (before, all, whole) = (start.disk.everything, Failure(), Workplace(copying: start))
    #expect(await whole.run(arguments: Self.build, failure: all).code == 0)
    let goal = whole.disk.everything
    var (stopped, done) = (0, 0)
    for number in stride(from: 1, through: all.requests.count, by: 1 + all.requests.count / 60) {
      let (workplace, cancellation) = (Workplace(copying: start), Cancellation())
      let signal: Int32 = [1, 2, 15][number % 3]
      let failure = Failure { count, _ in
        if count == number { cancellation.cancel(.signal(signal)) }
        return false
      }
      let run = await workplace.run(arguments: Self.build, failure: failure, cancellation: cancellation)
      let words = "\(number): \(all.requests[number - 1])"
      #expect(run.code == 128 + signal, "\(words)")
      if run.errors.hasPrefix("Stopped by ") {
        stopped += 1
        #expect(run.errors.hasSuffix(". Nothing has been changed.\n"), "\(words)")
        #expect(workplace.disk.everything == before, "\(words)")
      } else {
        done += 1
        #expect(run.errors.contains("All was done when "), "\(words)")
        #expect(workplace.disk.everything == goal, "\(words)")
      }
    }
    #expect(stopped > 10 && done > 10, "\(stopped), \(done)")
  }

  @Test func `a build whose time is over at any look says so, and changes nothing`() async throws {
    let start = try await Self.changed()
    let before = start.disk.everything
    var (looks, isOver) = (0, true)
    while isOver {
      looks += 1
      let workplace = Workplace(copying: start)
      // A clock on which a second goes by with every look.
      let seconds = Mutex(0)
      let cancellation = Cancellation {
        seconds.withLock { seconds in
          seconds += 1
          return .seconds(seconds)
        }
      }
      let run = await workplace.run(arguments: Self.build + ["--time-limit", "\(looks)"], cancellation: cancellation)
      isOver = run.code != 0
      guard isOver else { break }
      #expect(run.code == 2)
      let limit = "\(looks) second\(looks == 1 ? "" : "s")"
      #expect(run.errors.contains("error S13: this took longer than the \(limit) that were allowed"), "\(run.errors)")
      #expect(run.errors.contains("Nothing has been changed."))
      #expect(workplace.disk.everything == before, "\(looks)")
    }
    #expect(looks > 20)
  }

  @Test(arguments: ["0", "-1", "soon", "86401"]) func `a time limit is a number of seconds`(limit: String) async throws
  {
    #expect(try await Workplace().buildPages("--time-limit=\(limit)").code == 2)
  }
}
