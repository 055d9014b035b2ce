import Diagnostics
import System
import TestSupport
import Testing

/// Whatever fails while a folder is changed, it is as it was, or its user is told that it is not.
struct FailureTests {
  private static let before = [
    "a.txt": "one", "b/c.txt": "two", "b/d/e.txt": "three", "gone/x.txt": "four", "turns/into/file.txt": "five",
    "file": "six",
  ]
  private static let after = [
    "a.txt": "one", "b/c.txt": "changed", "new/folder/f.txt": "seven", "turns": "eight", "file/within.txt": "nine",
  ]

  /// Publishes some files; what was there before is left where it fails.
  private func publish(_ files: [String: String], into root: any Folder) throws -> OutputFolder.Changes {
    try OutputFolder(in: root, naming: "site").make(files)
  }

  private func files(_ folder: MemoryFolder) -> [String: String] { folder.snapshot.filter { $0.value != "/" } }

  @Test func `a folder in memory is changed as one on the disk is`() throws {
    let folder = MemoryFolder(["foreign.txt": "not ours"])
    #expect(try publish(Self.before, into: folder).written == 6)
    #expect(files(folder) == Self.before.merging(["foreign.txt": "not ours"]) { $1 })
    let changes = try publish(Self.after, into: folder)
    #expect((changes.written, changes.unchanged, changes.removed) == (4, 1, 4))
    #expect(files(folder) == Self.after.merging(["foreign.txt": "not ours"]) { $1 })
    // Folders that only old files needed are gone.
    #expect(Set(folder.snapshot.filter { $0.value == "/" }.keys) == ["b", "new", "new/folder", "file"])
  }

  @Test func `whichever call fails, nothing has been changed, and a second try gets there`() throws {
    var (number, failures, isReached) = (0, 0, true)
    while isReached {
      number += 1
      let folder = MemoryFolder()
      _ = try publish(Self.before, into: folder)
      let before = folder.snapshot
      let failure = Failure { [number] count, _ in count == number }
      let failing = FailingFolder(folder, failure)
      do {
        _ = try publish(Self.after, into: failing)
        #expect(files(folder) == Self.after, "call \(number)")
      } catch let fault as SystemFault {
        failures += 1
        #expect(folder.snapshot == before, "call \(number)")
        #expect(
          fault.finding.message.hasSuffix("the disk is full") || fault.finding.code.name == "busy", "call \(number)")
        _ = try publish(Self.after, into: folder)
        #expect(files(folder) == Self.after, "call \(number)")
      }
      isReached = failure.requests.count >= number
    }
    #expect(failures > 20)
  }

  @Test func `where everything fails from some call on, the user is told whether old files are left`() throws {
    var (number, partly, isReached) = (0, 0, true)
    while isReached {
      number += 1
      let folder = MemoryFolder()
      _ = try publish(Self.before, into: folder)
      let (before, whole) = (files(folder), folder.snapshot)
      let failure = Failure { [number] count, _ in count >= number }
      let failing = FailingFolder(folder, failure)
      do {
        _ = try publish(Self.after, into: failing)
        #expect(files(folder) == Self.after, "call \(number)")
      } catch let fault as SystemFault {
        let help = fault.finding.help ?? ""
        if files(folder) == before {
          #expect(!help.contains("Some files are new"), "call \(number)")
          if folder.snapshot != whole { #expect(!help.contains("Nothing has been changed"), "call \(number)") }
        } else {
          partly += 1
          #expect(help.contains("Some files are new now and some are old: build again."), "call \(number)")
        }
        // The list of what may be ours is whole: the next build leaves nothing behind.
        _ = try publish(Self.after, into: folder)
        #expect(files(folder) == Self.after, "call \(number)")
      }
      isReached = failure.requests.count >= number
    }
    #expect(partly > 5)
  }
}
