internal import Paths

/// An output folder as those see it who change it: what is below it, and what faults call it.
struct OutputRoot: Sendable {
  let root: any Folder
  let path: String

  /// What the program keeps for itself.
  static let own = ".tenderpress"
  static let manifest = ".tenderpress/manifest"
  /// Stands there while files move.
  static let journal = ".tenderpress/journal"
  /// Where files wait, old ones and new ones.
  static let staging = ".tenderpress/staging"
  static let waitingManifest = ".tenderpress/staging/manifest"
  static let waitingJournal = ".tenderpress/staging/journal"

  static func waiting(_ number: Int) -> String { "\(staging)/\(number)" }

  func naming(_ file: String) -> String { "\(path)/\(file)" }

  func find(_ file: String) throws(SystemFault) -> FolderEntry? { try root.find(file, naming: naming(file)) }

  /// Does something to a file, and says in plain words what could not be done.
  func telling(
    _ action: String, _ file: String, _ work: (any Folder) throws(Errno) -> Void
  ) throws(SystemFault) {
    do throws(Errno) {
      try work(root)
    } catch {
      throw .failed(.unwritable, to: action, naming(file), error: error)
    }
  }

  func move(_ file: String, to target: String) throws(SystemFault) {
    try telling("write", target) { root throws(Errno) in try root.move(file, to: target) }
  }

  /// Waits until all that was written is on the disk, whatever happens to the machine.
  func sync() throws(SystemFault) {
    do throws(Errno) {
      try root.sync()
    } catch {
      throw .failed(.unwritable, to: "write into", path, error: error)
    }
  }

  /// A list that the program keeps; nil where there is none.
  func list(_ file: String) throws(SystemFault) -> [UInt8]? {
    guard let entry = try find(file) else { return nil }
    guard entry.kind == .file else { throw .inTheWay(naming(file)) }
    return try root.read(file, naming: naming(file), limit: 100_000_000)
  }

  /// Removes what waits. Where no build made anything, our folder goes too.
  func sweep() {
    root.removeFlatFolder(Self.staging)
    try? root.removeFolder(Self.own)
  }

  /// Keeps other programs of ours out. Nil where one is at work.
  func lock() throws(SystemFault) -> (any FolderLock)? {
    do throws(Errno) {
      return try root.lock(Self.own)
    } catch .isLocked {
      return nil
    } catch {
      throw .failed(.unwritable, to: "write into", path, error: error)
    }
  }
}

extension SystemFault {
  static func inTheWay(_ path: String) -> SystemFault {
    SystemFault(
      .inTheWay, "there is something here that no build made, and it would be written over", file: path,
      help: "Move it away, or choose another folder with --output.")
  }
}

extension SafePath {
  /// A path in a list of ours. Whoever wrote it: only what a build can have made may ever be moved or removed.
  init?(listed text: String) {
    if text == SafePath.gitIgnore.text {
      self = .gitIgnore
    } else if let path = try? SafePath(text) {
      self = path
    } else {
      return nil
    }
  }
}
