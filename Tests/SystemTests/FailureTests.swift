import Diagnostics
import System
import TestSupport
import Testing

/// Whatever fails while folders are changed, they are as they were, or their user is told how they are, and what comes next
/// puts them right.
struct FailureTests {
  @Test func `folders in memory are changed as those on the disk are`() throws {
    let folders = TwoFolders()
    try folders.disk.put(Array("not ours".utf8), at: "site/foreign.txt")
    #expect(try folders.publish(TwoFolders.before).written == 6)
    let changes = try folders.publish(TwoFolders.after)
    #expect((changes.written, changes.unchanged, changes.removed) == (4, 1, 4))
    var goal = ["site/foreign.txt": "not ours"]
    for (path, text) in TwoFolders.after.site { goal["site/\(path)"] = text }
    for (path, text) in TwoFolders.after.own { goal["private/\(path)"] = text }
    #expect(folders.files == goal)
    // Folders that only old files needed are gone.
    #expect(
      Set(folders.snapshot.filter { $0.value == "/" }.keys) == [
        "site/b", "site/new", "site/new/folder", "site/file",
      ])
    #expect(folders.traces == [])
  }

  @Test func `what pages need comes before them, new pages before others, and removals last`() throws {
    let folders = TwoFolders()
    try folders.publish(.init(site: ["a.html": "1", "old.html": "", "old.css": "", "feed.xml": "1"], own: [:]))
    let failure = Failure()
    let after = ["a.html": "2", "b.html": "", "style.css": "", "z/plan.pdf": "", "feed.xml": "2"]
    try folders.publish(.init(site: after, own: [:]), failure)
    let moved = failure.requests.filter { $0.hasPrefix("move ") }.map { $0.split(separator: " ") }
    #expect(
      moved.map { String($0[3].hasPrefix(".tenderpress/staging/old") ? "- " + $0[1] : $0[3]) } == [
        ".tenderpress/journal", "style.css", "z/plan.pdf", "b.html", "a.html", "feed.xml", "- old.html", "- old.css",
        ".tenderpress/manifest",
      ])
    #expect(failure.requests.count { $0 == "sync" } == 2)
  }

  @Test func `whichever call fails, nothing has been changed in either folder, and a second try gets there`() throws {
    let start = try TwoFolders.built()
    let goal = TwoFolders(copying: start)
    try goal.publish(TwoFolders.after)
    var (number, failures, isReached) = (0, 0, true)
    while isReached {
      number += 1
      let folders = TwoFolders(copying: start)
      let failure = Failure { [number] count, _ in count == number }
      do {
        try folders.publish(TwoFolders.after, failure)
        // An empty folder that nobody could remove does no harm.
        #expect(folders.files == goal.files, "call \(number)")
      } catch let fault as SystemFault {
        failures += 1
        #expect(folders.snapshot == start.snapshot, "call \(number)")
        #expect(folders.traces == [], "call \(number)")
        #expect(
          fault.finding.message.hasSuffix("the disk is full") || fault.finding.code.name == "busy", "call \(number)")
        try folders.publish(TwoFolders.after)
        #expect(folders.snapshot == goal.snapshot, "call \(number)")
      }
      isReached = failure.requests.count >= number
    }
    #expect(failures > 60)
  }

  @Test func `where everything fails from some call on, what is said is true, and any next command puts it right`()
    throws
  {
    let start = try TwoFolders.built()
    let goal = TwoFolders(copying: start)
    try goal.publish(TwoFolders.after)
    var (number, partly, isReached) = (0, 0, true)
    while isReached {
      number += 1
      let folders = TwoFolders(copying: start)
      let failure = Failure { [number] count, _ in count >= number }
      do {
        try folders.publish(TwoFolders.after, failure)
        // An empty folder that nobody could remove does no harm.
        #expect(folders.files == goal.files, "call \(number)")
      } catch let fault as SystemFault {
        let help = fault.finding.help ?? ""
        let isDecided = folders.disk.everything["/work/site/.tenderpress/journal"] != nil
        #expect(help.contains("some files may be new now and some old") == isDecided, "call \(number)")
        if folders.snapshot != start.snapshot { #expect(!help.contains("Nothing has been changed"), "call \(number)") }
        if folders.files != start.files { #expect(isDecided, "call \(number)") }
        if isDecided { partly += 1 }
        // Either folder leads to both.
        try folders.settle(number.isMultiple(of: 2) ? ["site", "private"] : ["private", "site"])
        #expect(folders.files == (isDecided ? goal : start).files, "call \(number)")
        #expect(folders.traces == [], "call \(number)")
        try folders.publish(TwoFolders.after)
        #expect(folders.snapshot == goal.snapshot, "call \(number)")
      }
      isReached = failure.requests.count >= number
    }
    #expect(partly > 30)
  }
}
