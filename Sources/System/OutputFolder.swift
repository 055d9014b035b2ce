package import Paths
internal import Synchronization

/// The folder of the site, changed as a whole or not at all.
///
/// New bytes go into a staging folder inside it, on the same disk. Only when all are there do files move into place, by
/// rename; when one cannot, the others are moved back. Files that are the same stay untouched; files that an earlier
/// build made and this one did not are removed, by the manifest; whatever else is in the folder is left alone, never
/// written over and never removed later, even where it holds the bytes of a page. Every path is followed from the opened
/// folder, and no link is.
package final class OutputFolder: Sendable {
  package struct Changes: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
  }

  /// What has been handed over so far.
  private struct Staged {
    /// Where the new bytes of an address wait; nil for one that is the same already.
    var waiting: [SafePath: String?] = [:]
    /// How many files were put into the staging folder. An address may be handed over twice.
    var fileCount = 0
    /// How many files of others are what this build would have made.
    var foreignCount = 0
  }

  private let path: String
  fileprivate let root: any Folder
  /// Takes the folder away again, where it was made for this.
  private let unmake: @Sendable () -> Void
  /// Nil once it has been given back.
  private let lock: Mutex<(any FolderLock)?>
  private let manifest: Set<SafePath>
  private let staged = Mutex(Staged())

  private static let ownFolder = ".tenderpress"
  fileprivate static let staging = ".tenderpress/staging"
  private static let manifestAddress = ".tenderpress/manifest"

  /// Opens the folder, and makes it where it is not there. `sources` are folders that it must neither hold nor lie in.
  package convenience init(_ path: String, on disk: any Disk, apartFrom sources: [String]) throws(SystemFault) {
    try Self.checkApart(path, from: sources, on: disk)
    let (folder, made) = try disk.target(path)
    try self.init(in: folder, naming: path) { disk.remove(made) }
  }

  /// The same for a folder that is open. `path` is what faults call it.
  package init(
    in root: any Folder, naming path: String, unmake: @escaping @Sendable () -> Void = {}
  ) throws(SystemFault) {
    (self.root, self.path, self.unmake) = (root, path, unmake)
    do throws(SystemFault) {
      let isNew = try root.makeRealFolder(Self.ownFolder, naming: "\(path)/\(Self.ownFolder)")
      do throws(SystemFault) {
        lock = Mutex(try Self.lock(root, naming: path))
        manifest = try Self.readManifest(root, naming: path)
      } catch {
        if isNew { try? root.removeFolder(Self.ownFolder) }
        throw error
      }
    } catch {
      unmake()
      throw error
    }
    root.removeFlatFolder(Self.staging)
  }

  /// Hands a file's bytes over. May be called from several threads.
  package func stage(_ address: SafePath, _ bytes: [UInt8]) throws(SystemFault) {
    do throws(SystemFault) {
      switch try compare(address, bytes) {
      case .foreignAndSame: staged.withLock { $0.foreignCount += 1 }
      case .same: staged.withLock { $0.waiting[address] = .some(nil) }
      case .different:
        let waiting = staged.withLock { staged in
          let waiting = "\(Self.staging)/\(staged.fileCount)"
          staged.fileCount += 1
          staged.waiting[address] = waiting
          return waiting
        }
        try makeStaging()
        try root.write(bytes, to: waiting, naming: "\(path)/\(address.text)")
      }
    } catch {
      throw error.adding("Nothing has been changed.")
    }
  }

  /// Leaves a file of an earlier build as it is. False where there is none.
  package func keep(_ address: SafePath) throws(SystemFault) -> Bool {
    guard manifest.contains(address), try find(address) != nil else { return false }
    staged.withLock { $0.waiting[address] = .some(nil) }
    return true
  }

  /// A file's bytes as they will be: what has been handed over, or what an earlier build left. Nil where there is neither.
  package func bytes(at address: SafePath) throws(SystemFault) -> [UInt8]? {
    guard let waiting = staged.withLock({ $0.waiting[address] }) else { return nil }
    return try read(waiting ?? address.text, naming: "\(path)/\(address.text)")
  }

  /// What was published, and can be taken back until its maker is content.
  package struct Publication {
    package let changes: Changes
    fileprivate let folder: OutputFolder
    fileprivate let transaction: Transaction

    /// Forgets what was there before, and lets other builds in.
    package func finish() {
      folder.root.removeFlatFolder(OutputFolder.staging)
      folder.release()
    }

    /// Puts everything back as it was before, and says what came of it.
    package func takeBack(because fault: SystemFault) -> SystemFault { folder.takeBack(transaction, because: fault) }
  }

  /// Moves what changed into place and removes what no build makes any more. When anything fails, all of it is put back.
  package func publish() throws(SystemFault) -> Publication {
    let (staged, foreignCount) = staged.withLock { ($0.waiting, $0.foreignCount) }
    var transaction = Transaction(in: root, named: path, keeping: Self.staging)
    do throws(SystemFault) {
      var changes = try publish(staged, by: &transaction)
      changes.unchanged += foreignCount
      return Publication(changes: changes, folder: self, transaction: transaction)
    } catch {
      throw takeBack(transaction, because: error)
    }
  }

  fileprivate func takeBack(_ transaction: Transaction, because fault: SystemFault) -> SystemFault {
    let undoing = transaction.undo()
    discard()
    return fault.adding(undoing.words, insteadOf: Transaction.Undoing.whole.words)
  }

  private func publish(
    _ staged: [SafePath: String?], by transaction: inout Transaction
  ) throws(SystemFault) -> Changes {
    let addresses = Set(staged.keys)
    let changed = staged.compactMapValues(\.self).sorted { $0.key < $1.key }
    let stale = manifest.subtracting(addresses)
    try checkFree(addresses, stale: stale)
    guard !changed.isEmpty || !stale.isEmpty else { return Changes(unchanged: staged.count) }

    // While files move, the manifest lists all that may be ours, so that nothing is forgotten if the power fails.
    try makeStaging()
    let (during, after) = (Self.staging + "/during", Self.staging + "/after")
    try writeManifest(manifest.union(addresses), to: during)
    try writeManifest(addresses, to: after)
    try transaction.put(during, at: Self.manifestAddress)

    var changes = Changes(written: changed.count, unchanged: staged.count - changed.count)
    let blocking = blocking(stale, changed.map(\.key))
    for address in blocking.sorted() where try transaction.take(address.text) { changes.removed += 1 }
    for (address, waiting) in changed {
      if try find(address)?.kind == .folder { try transaction.clear(address.text) }
      try transaction.put(waiting, at: address.text)
    }
    for address in stale.subtracting(blocking).sorted() where try transaction.take(address.text) {
      changes.removed += 1
    }
    try transaction.put(after, at: Self.manifestAddress)
    return changes
  }

  /// Takes back everything that was staged. The folder is as it was.
  package func discard() {
    root.removeFlatFolder(Self.staging)
    if manifest.isEmpty { try? root.removeFolder(Self.ownFolder) }
    unmake()
    release()
  }

  /// Lets other builds in.
  fileprivate func release() {
    lock.withLock { $0 = nil }
  }

  // MARK: What is there

  private enum Comparison {
    case same, different
    /// Somebody else's file, which happens to hold what a build makes. It stays theirs.
    case foreignAndSame
  }

  private func compare(_ address: SafePath, _ bytes: [UInt8]) throws(SystemFault) -> Comparison {
    let target = "\(path)/\(address.text)"
    let isOurs = manifest.contains(address)
    guard let there = try find(address) else { return .different }
    guard there.kind == .file else {
      if isOurs || there.kind == .folder { return .different }
      throw .inTheWay(target)
    }
    let isSame = there.size == bytes.count ? try read(address.text, naming: target) == bytes : false
    if isOurs { return isSame ? .same : .different }
    guard isSame else { throw .inTheWay(target) }
    return .foreignAndSame
  }

  /// Nothing that is not ours stands where a file or its folders must be, and no two files want the same place.
  private func checkFree(_ addresses: Set<SafePath>, stale: Set<SafePath>) throws(SystemFault) {
    var seen: Set<SafePath> = []
    for address in addresses.sorted() {
      if let there = try find(address), there.kind != .file, try !holdsOnly(stale, address) {
        throw .inTheWay("\(path)/\(address.text)")
      }
      for folder in address.foldersAbove {
        guard seen.insert(folder).inserted else { break }
        let target = "\(path)/\(folder.text)"
        if addresses.contains(folder) { throw .fileAndFolder(target) }
        guard let there = try find(folder), there.kind != .folder else { continue }
        guard there.kind == .file, stale.contains(folder) else { throw .inTheWay(target) }
      }
    }
  }

  /// Whether a folder will hold nothing once some files of earlier builds are gone.
  private func holdsOnly(_ stale: Set<SafePath>, _ address: SafePath) throws(SystemFault) -> Bool {
    func isStale(_ path: String) -> Bool { (try? SafePath(path)).map(stale.contains) ?? false }
    do throws(Errno) {
      guard try root.find(address.text)?.kind == .folder else { return false }
      return try root.walk(address.text).allSatisfy { $0.kind == .folder || $0.kind == .file && isStale($0.path) }
    } catch {
      throw .failed(.unreadable, to: "read", "\(path)/\(address.text)", error: error)
    }
  }

  private func find(_ address: SafePath) throws(SystemFault) -> FolderEntry? {
    try root.find(address.text, naming: "\(path)/\(address.text)")
  }

  private func read(_ file: String, naming target: String) throws(SystemFault) -> [UInt8] {
    do throws(Errno) {
      return try root.read(file)
    } catch {
      throw .failed(.unreadable, to: "read", target, error: error)
    }
  }

  /// The files of earlier builds that must go before others can come: files where folders must be, and the other way
  /// round.
  private func blocking(_ stale: Set<SafePath>, _ changed: [SafePath]) -> Set<SafePath> {
    let new = Set(changed)
    let folders = Set(changed.flatMap(\.foldersAbove))
    return stale.filter { old in folders.contains(old) || old.foldersAbove.contains(where: new.contains) }
  }

  // MARK: The manifest

  private static func readManifest(_ root: any Folder, naming path: String) throws(SystemFault) -> Set<SafePath> {
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try root.read(manifestAddress)
    } catch .missing {
      return []
    } catch {
      throw .failed(.unreadable, to: "read", "\(path)/\(manifestAddress)", error: error)
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    // Whoever wrote it: only what a build can have made may ever be removed.
    return Set(lines.compactMap { $0 == SafePath.gitIgnore.text ? .gitIgnore : try? SafePath($0) })
  }

  private func writeManifest(_ addresses: Set<SafePath>, to waiting: String) throws(SystemFault) {
    let text = addresses.sorted().map { $0.text + "\n" }.joined()
    try root.write(Array(text.utf8), to: waiting, naming: "\(path)/\(Self.manifestAddress)")
  }

  // MARK: Opening

  private static func checkApart(
    _ path: String, from sources: [String], on disk: any Disk
  ) throws(SystemFault) {
    let own = try disk.whereItWouldBe(path)
    for source in sources {
      guard let other = try disk.find(source) else { continue }
      if own.isInside(other) || other.isInside(own) {
        let relation =
          own == other ? "are the same folder" : own.isInside(other) ? "lies in the other" : "holds the other"
        let message =
          own == other
          ? "“\(path)” and “\(source)” \(relation)"
          : "the output folder “\(path)” and “\(source)” overlap: it \(relation)"
        throw SystemFault(
          .badFolder, message, file: path,
          help: "Choose an output folder of its own, such as --output site.")
      }
    }
  }

  private func makeStaging() throws(SystemFault) {
    _ = try root.makeRealFolder(Self.staging, naming: "\(path)/\(Self.staging)")
  }

  private static func lock(_ root: any Folder, naming path: String) throws(SystemFault) -> any FolderLock {
    do throws(Errno) {
      return try root.lock(ownFolder)
    } catch .isLocked {
      throw SystemFault(
        .busy, "another build is writing into this folder", file: path, help: "Wait until it has finished.")
    } catch {
      throw .failed(.unwritable, to: "write into", path, error: error)
    }
  }
}

extension SystemFault {
  fileprivate static func inTheWay(_ path: String) -> SystemFault {
    SystemFault(
      .inTheWay, "there is something here that no build made, and it would be written over", file: path,
      help: "Move it away, or choose another folder with --output.")
  }

  fileprivate static func fileAndFolder(_ path: String) -> SystemFault {
    SystemFault(
      .fileAndFolder, "both a file and a folder of the site would be here", file: path,
      help: "Rename one of the two in your content.")
  }
}
