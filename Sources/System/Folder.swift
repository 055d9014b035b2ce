internal import Glibc

/// A folder that was opened once, and all that can be done below it.
///
/// Every path is followed from the opened folder, step by step, and no step may be a link: whatever somebody puts in the
/// way while we work, or writes into a list that we read, nothing outside the folder is read, written or removed. A value
/// of this type is all that a writer of folders needs of the world, so that one in memory, or one that fails when it is
/// told to, can stand in its place.
package protocol Folder: Sendable {
  /// What is there, itself and not what it may lead to. Throws `.missing` for nothing.
  func entry(_ path: String) throws(Errno) -> FolderEntry
  /// The bytes of a file.
  func read(_ path: String) throws(Errno) -> [UInt8]
  /// What is in a folder, hidden or not, in no order; in the folder itself by the path "". A name that is not UTF-8 is nil.
  func list(_ path: String) throws(Errno) -> [(name: String?, entry: FolderEntry)]
  /// Writes a file anew, or only where nothing is.
  func write(_ bytes: [UInt8], to path: String, isNew: Bool) throws(Errno)
  func makeFolder(_ path: String, mode: UInt32) throws(Errno)
  func setMode(_ path: String, _ mode: UInt32) throws(Errno)
  /// Notes that a file was used now.
  func touch(_ path: String) throws(Errno)
  func removeFile(_ path: String) throws(Errno)
  /// A folder with nothing in it.
  func removeFolder(_ path: String) throws(Errno)
  func move(_ path: String, to target: String) throws(Errno)
  /// Gives a file a second name, where the disk can.
  func link(_ path: String, to target: String) throws(Errno)
  /// Waits until all that was written on this disk stays, whatever happens to the machine.
  func sync() throws(Errno)
  /// Keeps other programs of ours out of a folder for as long as the value lives.
  func lock(_ path: String) throws(Errno) -> any FolderLock
  /// Whether the folder is this user's, and nobody else may write into it.
  var isOwn: Bool { get }
  /// Whether this user may put files into the folder.
  var isWritable: Bool { get }
}

/// What keeps others out until it is gone.
package protocol FolderLock: AnyObject, Sendable {}

package struct FolderEntry: Sendable, Hashable {
  package enum Kind: Sendable { case file, folder, link, other }

  package let kind: Kind
  package let size: Int
  /// The rights to it, as the system counts them.
  package let mode: UInt32
  /// Seconds since 1970.
  package let changed: Int

  package init(kind: Kind, size: Int = 0, mode: UInt32 = 0o644, changed: Int = 0) {
    (self.kind, self.size, self.mode, self.changed) = (kind, size, mode, changed)
  }
}

/// Why the system would not do something, by its own number.
package struct Errno: Error, Hashable, Sendable {
  package let number: Int32

  package init(_ number: Int32) { self.number = number }

  /// Of the call that failed just now.
  static var last: Errno { Errno(errno) }

  package static let missing = Errno(ENOENT)
  package static let alreadyThere = Errno(EEXIST)
  package static let notAFolder = Errno(ENOTDIR)
  package static let notEmpty = Errno(ENOTEMPTY)
  package static let isAFolder = Errno(EISDIR)
  package static let diskIsFull = Errno(ENOSPC)
  package static let isLocked = Errno(EWOULDBLOCK)
  package static let notAllowed = Errno(EACCES)
  package static let linksWithoutEnd = Errno(ELOOP)
}

extension Folder {
  /// What is there; nil for nothing, and for whatever lies behind a link. That it cannot be known is another thing: who
  /// takes it for nothing forgets a file.
  func find(_ path: String) throws(Errno) -> FolderEntry? {
    do throws(Errno) {
      return try entry(path)
    } catch .missing {
      return nil
    } catch .notAFolder {
      return nil
    }
  }

  /// The same, with what to say where it cannot be known.
  package func find(_ path: String, naming target: String) throws(SystemFault) -> FolderEntry? {
    do throws(Errno) {
      return try find(path)
    } catch {
      throw .failed(.unreadable, to: "read", target, error: error)
    }
  }

  /// What is in a folder, with what to say where it cannot be known.
  func list(_ path: String, naming target: String) throws(SystemFault) -> [(name: String?, entry: FolderEntry)] {
    do throws(Errno) {
      return try list(path)
    } catch {
      throw .failed(.unreadable, to: "read", target, error: error)
    }
  }

  /// The bytes of a file of at most `limit` bytes.
  package func read(_ path: String, naming target: String, limit: Int = .max) throws(SystemFault) -> [UInt8] {
    var size = 0
    do throws(Errno) {
      if limit < .max { size = try entry(path).size }
      if size <= limit { return try read(path) }
    } catch {
      throw .failed(.unreadable, to: "read", target, error: error)
    }
    throw SystemFault(
      .tooLarge, "this file is \(size / 1_000_000) MB, more than the \(limit / 1_000_000) MB that are allowed",
      file: target, help: "Divide it, or make it smaller.")
  }

  /// Everything below a folder, hidden or not, each folder before what it holds. What is nested so deep that it is none of
  /// ours counts as something that is no file, and so does what has a name that we would not give.
  func walk(_ path: String, depth: Int = 200) throws(Errno) -> [(path: String, kind: FolderEntry.Kind)] {
    guard depth > 0 else { return [(path, .other)] }
    var entries: [(path: String, kind: FolderEntry.Kind)] = []
    for (name, entry) in try list(path) {
      guard let name else {
        entries.append((path, .other))
        continue
      }
      let inner = "\(path)/\(name)"
      entries.append((inner, entry.kind))
      if entry.kind == .folder { entries += try walk(inner, depth: depth - 1) }
    }
    return entries
  }

  /// Writes a file anew, or only where nothing is. `naming` is what a fault calls it.
  func write(_ bytes: [UInt8], to path: String, naming target: String, isNew: Bool = false) throws(SystemFault) {
    do throws(Errno) {
      try write(bytes, to: path, isNew: isNew)
    } catch {
      throw .failed(.unwritable, to: "write", target, error: error)
    }
  }

  /// Puts other bytes into a file, which has the old ones or the new ones at every moment, and its rights as before.
  package func replace(_ path: String, by bytes: [UInt8], naming target: String) throws(SystemFault) {
    let waiting = path + ".tenderpress-new"
    do throws(Errno) {
      let mode = try entry(path).mode
      try write(bytes, to: waiting, isNew: true)
      try setMode(waiting, mode)
      try move(waiting, to: path)
    } catch {
      if error != .alreadyThere { try? removeFile(waiting) }
      throw .failed(.unwritable, to: "write", target, error: error)
    }
  }

  /// Makes a folder where nothing is, and refuses whatever else stands there. True where it was made just now.
  func makeRealFolder(_ path: String, naming target: String) throws(SystemFault) -> Bool {
    do throws(Errno) {
      try makeFolder(path, mode: 0o777)
      return true
    } catch .alreadyThere {
      guard try find(path, naming: target)?.kind == .folder else {
        throw .failed(.unwritable, to: "write into", target, error: .notAFolder)
      }
      return false
    } catch {
      throw .failed(.unwritable, to: "make", target, error: error)
    }
  }

  /// Removes a folder of files that we made.
  func removeFlatFolder(_ path: String) {
    for name in ((try? list(path)) ?? []).compactMap(\.name) { try? removeFile("\(path)/\(name)") }
    try? removeFolder(path)
  }
}
