import Diagnostics
import Foundation
import System
import Testing

struct ProcessTests {
  private func shell(_ script: String, limit: Int = 20, in folder: String = "/") throws -> Command.Outcome {
    var command = Command(
      "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin", "WORD": "tender"], folder: folder,
      limitInSeconds: limit)
    command.input = Array("from us\n".utf8)
    return try command.run()
  }

  @Test func `a program gets its input, its environment and its folder, and nothing else of ours`() throws {
    let work = try TemporaryFolder()
    let outcome = try shell("cat; echo $WORD; pwd -P; echo \"[$HOME]\"; echo wrong >&2; exit 3", in: work.path)
    #expect(
      outcome.output == "from us\ntender\n\(URL(fileURLWithPath: work.path).resolvingSymlinksInPath().path)\n[]\n")
    #expect(outcome.errors == "wrong\n")
    #expect(outcome.ending == .exited(3))
  }

  @Test func `a program that prints much on both sides never waits for us`() throws {
    let outcome = try shell(
      "i=0; while [ $i -lt 3000 ]; do printf '%0999d\n' $i; printf '%0999d\n' $i >&2; i=$((i+1)); done")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output.utf8.count == 3_000_000)
    #expect(outcome.errors.utf8.count == 3_000_000)
  }

  @Test func `a program that prints without end is killed`() throws {
    #expect(try shell("yes").ending == .killed)
  }

  @Test func `a program over its limit is killed with its children`() throws {
    let work = try TemporaryFolder()
    let outcome = try shell("(sleep 2; echo alive >child) & sleep 30", limit: 1, in: work.path)
    #expect(outcome.ending == .killed)
    usleep(2_000_000)
    let isAlive = work.holds("child")
    #expect(!isAlive)
  }

  @Test func `a signal that ends a program is told`() throws {
    #expect(try shell("kill -9 $$").ending == .signalled(9))
  }

  @Test func `a program that is not there is a fault`() throws {
    #expect(throws: SystemFault.self) {
      _ = try Command("no-such-program", [], environment: ["PATH": "/usr/bin"], folder: "/", limitInSeconds: 5).run()
    }
  }

  @Test func `a folder for a moment is gone afterwards`() throws {
    func use() throws -> String {
      let work = try TemporaryFolder()
      try work.write([1, 2, 3], to: "a")
      let read = try work.read("a")
      #expect(read == [1, 2, 3])
      return work.path
    }
    #expect(try !World.real.disk.holds(use()))
  }

  @Test func `a program is killed when the run that needs it is to end`() throws {
    let cancellation = Cancellation()
    cancellation.cancel(.signal(15))
    let command = Command(
      "sleep", ["30"], environment: ["PATH": "/usr/bin:/bin"], folder: "/", limitInSeconds: 20,
      cancellation: cancellation)
    let fault = #expect(throws: SystemFault.self) { try command.run() }
    #expect(fault?.finding.code == .stopped)
  }

  @Test func `folders for a moment that nobody holds are removed, and no others`() throws {
    let parent = Environment.ofProcess["TMPDIR"] ?? "/tmp"
    func leave(_ name: String) throws {
      let folder = URL(fileURLWithPath: "\(parent)/\(name)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: folder.appending(path: "main.typ"))
    }
    let (abandoned, other, linked) = ("tenderpress-aB3dE6", "tenderpress-aB3dE67", "tenderpress-aB3dE8")
    defer {
      for name in [abandoned, other, linked] { try? FileManager.default.removeItem(atPath: "\(parent)/\(name)") }
    }
    for name in [abandoned, other] { try leave(name) }
    try FileManager.default.createSymbolicLink(atPath: "\(parent)/\(linked)", withDestinationPath: other)
    let held = try TemporaryFolder()
    try held.write([1], to: "a")
    World.real.removeAbandonedFolders()
    #expect(!FileManager.default.fileExists(atPath: "\(parent)/\(abandoned)"))
    #expect(FileManager.default.fileExists(atPath: "\(parent)/\(other)/main.typ"))
    let isHeld = held.holds("a")
    #expect(isHeld)
  }
}
