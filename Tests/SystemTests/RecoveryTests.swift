import Diagnostics
import System
import TestSupport
import Testing

/// What a process leaves that was ended while files moved, and what becomes of it.
struct RecoveryTests {
  /// Two folders whose change was decided, and then the machine ended: before the council's own folder changed, in the
  /// middle of it, and in the middle of the site.
  private static let stops = ["move .tenderpress/staging/journal", "move old/panel.txt", "move .tenderpress/staging/2"]

  private func stopped(at stop: String, own name: String = "private") throws -> TwoFolders {
    let folders = TwoFolders()
    try folders.publish(TwoFolders.before, own: name)
    let isLeader = stop == Self.stops[0]
    let all = Failure()
    try TwoFolders(copying: folders).publish(TwoFolders.after, own: name, all)
    // The first journal that moves is the leader's.
    let places = all.requests.indices.filter { all.requests[$0].hasPrefix(stop) }
    let place = try #require(isLeader ? places.dropFirst().first : places.last)
    let failure = Failure { count, _ in count > place }
    #expect(throws: SystemFault.self) { try folders.publish(TwoFolders.after, own: name, failure) }
    return folders
  }

  private func goal(_ own: String = "private") throws -> [String: String] {
    let folders = TwoFolders()
    try folders.publish(TwoFolders.after, own: own)
    return folders.files
  }

  @Test(arguments: stops) func `each folder leads to the other, whichever the next command names`(stop: String) throws {
    for folder in ["site", "private"] {
      let folders = try stopped(at: stop)
      #expect(try folders.settle([folder]) == [.finished])
      #expect(try folders.files == goal() && folders.traces == [])
      #expect(try folders.settle() == [.nothing, .nothing])
    }
  }

  @Test(arguments: stops) func `a build with another private folder finishes the one of before`(stop: String) throws {
    let folders = try stopped(at: stop)
    try folders.publish(TwoFolders.before, own: "elsewhere")
    for (path, text) in TwoFolders.after.own { #expect(folders.files["private/\(path)"] == text) }
    for (path, text) in TwoFolders.before.site { #expect(folders.files["site/\(path)"] == text) }
    #expect(folders.traces == [])
  }

  @Test(arguments: stops) func `folders that were moved together still find each other`(stop: String) throws {
    let folders = try stopped(at: stop)
    try folders.disk.makeFolder("moved")
    for name in ["site", "private"] { try folders.disk.move(name, to: "moved/\(name)") }
    try folders.settle(["moved/private"])
    #expect(folders.traces == [])
    let files = folders.disk.files(below: "moved").filter { !$0.key.contains(".tenderpress") }
    #expect(try files.mapValues { String(decoding: $0, as: UTF8.self) } == goal())
  }

  @Test(arguments: stops) func `a folder whose other one is gone is finished alone`(stop: String) throws {
    for (gone, left) in [("site", "private"), ("private", "site")] {
      let folders = try stopped(at: stop)
      try folders.disk.remove(gone)
      try folders.settle([left])
      #expect(folders.traces == [])
      // Without the one that decided, one that had not begun stays as it was.
      let isOld = left == "private" && stop == Self.stops[0]
      let files = isOld ? TwoFolders.before.own : left == "private" ? TwoFolders.after.own : TwoFolders.after.site
      #expect(folders.files == Dictionary(uniqueKeysWithValues: files.map { ("\(left)/\($0.key)", $0.value) }))
    }
  }

  @Test(arguments: stops) func `somebody at work there, or without the right to write, is not disturbed`(stop: String)
    throws
  {
    for name in ["site", "private"] {
      let folders = try stopped(at: stop)
      let before = folders.disk.everything
      let lock = try folders.disk.folder(name).lock(".tenderpress")
      let outcomes = try folders.settle()
      #expect(outcomes.contains(.leftAlone) && folders.disk.everything == before, "\(name)")
      #expect(throws: SystemFault.self) { try folders.publish(TwoFolders.after) }
      #expect(folders.disk.everything == before)
      withExtendedLifetime(lock) {}
    }
    let folders = try stopped(at: stop)
    for name in ["site", "private"] { try folders.disk.setMode(name, 0o555) }
    let before = folders.disk.everything
    #expect(try folders.settle().allSatisfy { $0 == .leftAlone } && folders.disk.everything == before)
    let failure = Failure(with: .notAllowed) { _, words in words.hasPrefix("open") || words.hasPrefix("look at .tender")
    }
    #expect(try folders.settle(["site", "private"], failure) == [.nothing, .nothing])
  }

  @Test func `what is in the way is told, and the change is finished once it is gone`() throws {
    let folders = try stopped(at: Self.stops[0])
    try folders.disk.put([], at: "site/turns/mine.txt")
    let fault = #expect(throws: SystemFault.self) { try folders.settle() }
    #expect(fault?.finding.message == "cannot remove this: there are files in it")
    #expect(fault?.finding.place?.file == "site/turns")
    #expect(fault?.finding.help?.contains("some files may be new and some old") == true)
    try folders.disk.remove("site/turns/mine.txt")
    #expect(try folders.settle(["site"]) == [.finished])
    #expect(try folders.files == goal())
  }

  // MARK: What somebody wrote

  private static let title = "tenderpress journal 1\n"

  private static let damaged: [Sample] = [
    "", "end\n", "tenderpress journal 1\nalone\n", "tenderpress journal 1\nalone\nend",
    "tenderpress journal 2\nalone\nend\n",
    "tenderpress journal 1\nalone\ntake a.html\nend\nmore\n", "tenderpress journal 1\ntake a.html\nend\n",
    "tenderpress journal 1\nalone\ntake ../precious\nend\n", "tenderpress journal 1\nalone\ntake /work/precious\nend\n",
    "tenderpress journal 1\nalone\ntake x/../../precious\nend\n",
    "tenderpress journal 1\nalone\nput 0 ../precious\nend\n",
    "tenderpress journal 1\nalone\nput ../../../precious a\nend\n", "tenderpress journal 1\nalone\nput 00 a\nend\n",
    "tenderpress journal 1\nalone\nput +1 a\nend\n", "tenderpress journal 1\nalone\nput -1 a\nend\n",
    "tenderpress journal 1\nalone\nput 99999999999999999999 a\nend\n", "tenderpress journal 1\nalone\nput 0\nend\n",
    "tenderpress journal 1\nalone\ntake .tenderpress/manifest\nend\n", "tenderpress journal 1\nalone\ntake\nend\n",
    "tenderpress journal 1\nalone\nmove a b\nend\n", "tenderpress journal 1\nalone\n\nend\n",
    "tenderpress journal 1\nalone\ntake a\u{0}b\nend\n", "tenderpress journal 1\nleader\nend\n",
    "tenderpress journal 1\nleader ../a\u{0}b\nend\n", "tenderpress journal 1\nfollower abc ../private\nend\n",
    "tenderpress journal 1\nalone ../private\nend\n", "tenderpress journal 1\nalone\ntake x \u{301}/../precious\nend\n",
  ]

  @Test(arguments: damaged) func `a journal that no build wrote is told, and moves nothing`(journal: Sample) throws {
    let folders = try TwoFolders.built()
    try folders.disk.put([], at: "precious")
    try folders.disk.put(Array(journal.text.utf8), at: "site/.tenderpress/journal")
    try folders.disk.put(Array("evil".utf8), at: "site/.tenderpress/staging/0")
    let before = folders.disk.everything
    let fault = #expect(throws: SystemFault.self) { try folders.settle() }
    #expect(fault?.finding.place?.file == "site/.tenderpress/journal")
    #expect(folders.disk.everything == before)
  }

  @Test func `a journal that somebody wrote leads nowhere outside its folder, and through no link`() throws {
    for link in ["site/way", "site/.tenderpress/staging/0", "site/.tenderpress/staging/manifest"] {
      let folders = try TwoFolders.built()
      try folders.disk.put(Array("precious".utf8), at: "outside/file.txt")
      try folders.disk.put([], at: "site/.tenderpress/staging/7")
      try folders.disk.link(link, to: link == "site/way" ? "../outside" : "../../../outside/file.txt")
      try folders.disk.put(
        Array((Self.title + "alone\ntake way/file.txt\nput 0 got.txt\nput 7 way/file.txt\nend\n").utf8),
        at: "site/.tenderpress/journal")
      #expect(throws: SystemFault.self) { try folders.settle() }
      #expect(try folders.disk.read("outside/file.txt") == Array("precious".utf8))
      #expect(folders.disk.files(below: "outside").count == 1 && folders.files["site/got.txt"] == nil)
    }
  }

  @Test func `a journal cannot make another folder change that did not wait for it`() throws {
    for partner in ["follower \(String(repeating: "0", count: 64)) ../private", "leader ../private", "leader ."] {
      let folders = try TwoFolders.built()
      try folders.disk.put(Array("new".utf8), at: "private/.tenderpress/staging/0")
      try folders.disk.put(
        Array((Self.title + "alone\nput 0 report.html\nend\n").utf8), at: "private/.tenderpress/staging/journal")
      try folders.disk.put(Array((Self.title + partner + "\nend\n").utf8), at: "site/.tenderpress/journal")
      try folders.settle(["site"])
      #expect(folders.files["private/report.html"] == "a")
      #expect(folders.disk.files(below: "private/.tenderpress/staging").count == 2, "\(partner)")
      #expect(folders.disk.files(below: "site/.tenderpress").count == 1)
    }
  }
}
