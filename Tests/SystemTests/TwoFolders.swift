import System
import TestSupport

/// A site and the council's own folder on a disk in memory, which are published as builds do it.
struct TwoFolders {
  let disk: MemoryDisk

  init() { disk = MemoryDisk() }

  init(copying other: TwoFolders) { disk = MemoryDisk(copying: other.disk) }

  struct Files {
    var site: [String: String]
    var own: [String: String]
  }

  static let before = Files(
    site: [
      "a.html": "one", "b/c.txt": "two", "b/d/e.txt": "three", "gone/x.html": "four", "turns/into/file.txt": "five",
      "file": "six",
    ],
    own: ["report.html": "a", "old/panel.txt": "b"])
  static let after = Files(
    site: [
      "a.html": "one", "b/c.txt": "changed", "new/folder/f.html": "seven", "turns": "eight", "file/within.txt": "nine",
    ],
    own: ["report.html": "c", "new.txt": "d"])

  /// Built once, and on from there.
  static func built() throws -> TwoFolders {
    let folders = TwoFolders()
    _ = try folders.publish(before)
    return folders
  }

  /// Puts right what was left, and publishes, with some requests refused.
  @discardableResult
  func publish(_ files: Files, own name: String = "private", _ failure: Failure? = nil) throws -> OutputFolder.Changes {
    let disk = failing(failure)
    for folder in ["site", name] { _ = try Recovery(on: disk).settle(folder) }
    let site = try OutputFolder("site", on: disk, apartFrom: [name])
    let own: OutputFolder
    do {
      try site.stage(files.site)
      own = try OutputFolder(name, on: disk, apartFrom: ["site"])
      try own.stage(files.own)
    } catch {
      site.discard()
      throw error
    }
    return try Publication.publish(site, with: own)
  }

  /// What any next command does first.
  @discardableResult
  func settle(_ folders: [String] = ["site", "private"], _ failure: Failure? = nil) throws -> [Recovery.Outcome] {
    let disk = failing(failure)
    return try folders.map { try Recovery(on: disk).settle($0) }
  }

  private func failing(_ failure: Failure?) -> any Disk { failure.map { FailingDisk(disk, $0) } ?? disk }

  /// Everything in both but what the program keeps for itself; folders as `/`.
  var snapshot: [String: String] {
    var all: [String: String] = [:]
    for name in ["site", "private"] {
      for (path, text) in (try? disk.folder(name))?.snapshot ?? [:] { all["\(name)/\(path)"] = text }
    }
    return all
  }

  /// The same without folders.
  var files: [String: String] { snapshot.filter { $0.value != "/" } }

  /// What is left of a change that came to its end, or never began: nothing.
  var traces: [String] {
    disk.everything.keys.filter { $0.contains(".tenderpress/") && !$0.hasSuffix("/manifest") }.sorted()
  }
}
