import Synchronization
package import System

/// Counts what is asked of a world, and makes the nth request fail, or all from the nth on: as a disk that is full does, or
/// a machine that is ended.
package final class Failure: Sendable {
  private let failing: @Sendable (Int, String) -> Bool
  private let error: Errno
  private let state = Mutex<[String]>([])

  /// `failing` is asked with the number of each request, from 1, and its words, such as `read site.yml`.
  package init(
    with error: Errno = .diskIsFull, when failing: @escaping @Sendable (Int, String) -> Bool = { _, _ in false }
  ) {
    (self.error, self.failing) = (error, failing)
  }

  /// What was asked so far.
  package var requests: [String] { state.withLock { $0 } }

  package func request(_ words: String) throws(Errno) {
    let number = state.withLock { requests in
      requests.append(words)
      return requests.count
    }
    if failing(number, words) { throw error }
  }
}

extension Failure {
  /// What a library writes to a file is a request too.
  package func throughFile(_ writing: (String) throws(SystemFault) -> Void) throws(SystemFault) -> [UInt8] {
    do throws(Errno) {
      try request("write a file for a library")
    } catch {
      throw SystemFault(.unwritable, "cannot write a file for a moment", file: nil, help: "Make room on the disk.")
    }
    return try World.real.throughFile(writing)
  }
}

/// A disk, and every folder of it, whose requests may fail.
package final class FailingDisk: Disk {
  private let disk: any Disk
  private let failure: Failure

  package init(_ disk: any Disk, _ failure: Failure) { (self.disk, self.failure) = (disk, failure) }

  package func realPath(_ path: String) throws(Errno) -> String {
    try failure.request("find \(path)")
    return try disk.realPath(path)
  }

  package func isLink(_ path: String) throws(Errno) -> Bool {
    try failure.request("look at \(path)")
    return try disk.isLink(path)
  }

  package func open(_ path: String) throws(Errno) -> any Folder {
    try failure.request("open \(path)")
    return FailingFolder(try disk.open(path), failure)
  }

  package func makeFolder(_ path: String) throws(Errno) {
    try failure.request("make \(path)")
    try disk.makeFolder(path)
  }

  package func removeFolder(_ path: String) throws(Errno) {
    try failure.request("remove \(path)")
    try disk.removeFolder(path)
  }
}

/// A folder whose requests may fail.
package final class FailingFolder: Folder {
  private let folder: any Folder
  private let failure: Failure

  package init(_ folder: any Folder, _ failure: Failure) { (self.folder, self.failure) = (folder, failure) }

  package func entry(_ path: String) throws(Errno) -> FolderEntry {
    try failure.request("look at \(path)")
    return try folder.entry(path)
  }

  package func read(_ path: String) throws(Errno) -> [UInt8] {
    try failure.request("read \(path)")
    return try folder.read(path)
  }

  package func list(_ path: String) throws(Errno) -> [(name: String?, entry: FolderEntry)] {
    try failure.request("list \(path)")
    return try folder.list(path)
  }

  package func write(_ bytes: [UInt8], to path: String, isNew: Bool) throws(Errno) {
    try failure.request("write \(path)")
    try folder.write(bytes, to: path, isNew: isNew)
  }

  package func makeFolder(_ path: String, mode: UInt32) throws(Errno) {
    try failure.request("make \(path)")
    try folder.makeFolder(path, mode: mode)
  }

  package func setMode(_ path: String, _ mode: UInt32) throws(Errno) {
    try failure.request("set the mode of \(path)")
    try folder.setMode(path, mode)
  }

  package func touch(_ path: String) throws(Errno) {
    try failure.request("touch \(path)")
    try folder.touch(path)
  }

  package func removeFile(_ path: String) throws(Errno) {
    try failure.request("remove \(path)")
    try folder.removeFile(path)
  }

  package func removeFolder(_ path: String) throws(Errno) {
    try failure.request("remove \(path)")
    try folder.removeFolder(path)
  }

  package func move(_ path: String, to target: String) throws(Errno) {
    try failure.request("move \(path) to \(target)")
    try folder.move(path, to: target)
  }

  package func link(_ path: String, to target: String) throws(Errno) {
    try failure.request("link \(path) to \(target)")
    try folder.link(path, to: target)
  }

  package func sync() throws(Errno) {
    try failure.request("sync")
    try folder.sync()
  }

  package func lock(_ path: String) throws(Errno) -> any FolderLock {
    try failure.request("lock \(path)")
    return try folder.lock(path)
  }

  package var isOwn: Bool { folder.isOwn }
  package var isWritable: Bool { folder.isWritable }
}
