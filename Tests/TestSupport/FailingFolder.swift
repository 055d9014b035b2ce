import Synchronization
package import System

/// A folder whose nth call fails, or all from the nth on, as on a disk that is full or a machine that is ended.
package final class FailingFolder: Folder {
  private let folder: any Folder
  private let failing: @Sendable (Int) -> Bool
  private let error: Errno
  private let calls = Mutex(0)

  /// `failing` is asked with the number of each call, from 1.
  package init(_ folder: any Folder, with error: Errno = .diskIsFull, when failing: @escaping @Sendable (Int) -> Bool) {
    (self.folder, self.failing, self.error) = (folder, failing, error)
  }

  /// How many calls there were.
  package var callCount: Int { calls.withLock { $0 } }

  private func count() throws(Errno) {
    let number = calls.withLock { calls in
      calls += 1
      return calls
    }
    if failing(number) { throw error }
  }

  package func entry(_ path: String) throws(Errno) -> FolderEntry {
    try count()
    return try folder.entry(path)
  }

  package func read(_ path: String) throws(Errno) -> [UInt8] {
    try count()
    return try folder.read(path)
  }

  package func names(in path: String) throws(Errno) -> [String] {
    try count()
    return try folder.names(in: path)
  }

  package func write(_ bytes: [UInt8], to path: String, isNew: Bool) throws(Errno) {
    try count()
    try folder.write(bytes, to: path, isNew: isNew)
  }

  package func makeFolder(_ path: String, mode: UInt32) throws(Errno) {
    try count()
    try folder.makeFolder(path, mode: mode)
  }

  package func setMode(_ path: String, _ mode: UInt32) throws(Errno) {
    try count()
    try folder.setMode(path, mode)
  }

  package func touch(_ path: String) throws(Errno) {
    try count()
    try folder.touch(path)
  }

  package func removeFile(_ path: String) throws(Errno) {
    try count()
    try folder.removeFile(path)
  }

  package func removeFolder(_ path: String) throws(Errno) {
    try count()
    try folder.removeFolder(path)
  }

  package func move(_ path: String, to target: String) throws(Errno) {
    try count()
    try folder.move(path, to: target)
  }

  package func link(_ path: String, to target: String) throws(Errno) {
    try count()
    try folder.link(path, to: target)
  }

  package func lock(_ path: String) throws(Errno) -> any FolderLock {
    try count()
    return try folder.lock(path)
  }

  package var isOwn: Bool { folder.isOwn }
}
