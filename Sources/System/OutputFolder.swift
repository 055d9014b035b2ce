package import Paths
internal import Synchronization

/// A folder that a build writes into, changed as a whole or not at all.
///
/// New bytes go into a staging folder inside it, on the same disk. Only when all are there do files move into place, by
/// rename (`Publication`). Files that are the same stay untouched; files that an earlier build made and this one did not
/// are removed, by the manifest; whatever else is in the folder is left alone, never written over and never removed later,
/// even where it holds the bytes of a page. Every path is followed from the opened folder, and no link is.
package final class OutputFolder: Sendable {
  package struct Changes: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
  }

  /// What has been handed over so far.
  private struct Staged {
    /// The number under which the new bytes of an address wait; nil for one that is the same already.
    var waiting: [SafePath: Int?] = [:]
    /// How many files were put into the staging folder. An address may be handed over twice.
    var fileCount = 0
    /// How many files of others are what this build would have made.
    var foreignCount = 0
  }

  let folder: OutputRoot
  /// Where it is, without links.
  let realPath: String
  /// Takes the folder away again, where it was made for this.
  private let unmake: @Sendable () -> Void
  /// Nil once it has been given back.
  private let lock: Mutex<(any FolderLock)?>
  private let manifest: Set<SafePath>
  private let staged = Mutex(Staged())

  /// Opens the folder, and makes it where it is not there. `sources` are folders that it must neither hold nor lie in.
  package convenience init(_ path: String, on disk: any Disk, apartFrom sources: [String]) throws(SystemFault) {
    let realPath = try Self.checkApart(path, from: sources, on: disk)
    let (folder, made) = try disk.target(path)
    try self.init(in: folder, naming: path, realPath: realPath) { disk.remove(made) }
  }

  /// The same for a folder that is open. `path` is what faults call it.
  package init(
    in root: any Folder, naming path: String, realPath: String? = nil, unmake: @escaping @Sendable () -> Void = {}
  ) throws(SystemFault) {
    folder = OutputRoot(root: root, path: path)
    (self.realPath, self.unmake) = (realPath ?? "/\(path)", unmake)
    do throws(SystemFault) {
      let isNew = try root.makeRealFolder(OutputRoot.own, naming: folder.naming(OutputRoot.own))
      do throws(SystemFault) {
        guard let lock = try folder.lock() else { throw .busy(path) }
        // Whatever an earlier build left has been seen to, by `Recovery`; unless it came to an end just now.
        for journal in [OutputRoot.journal, OutputRoot.waitingJournal] where try folder.find(journal) != nil {
          throw .unfinished(path)
        }
        self.lock = Mutex(lock)
        manifest = try Self.readManifest(folder)
      } catch {
        if isNew { try? root.removeFolder(OutputRoot.own) }
        throw error
      }
    } catch {
      unmake()
      throw error
    }
    root.removeFlatFolder(OutputRoot.staging)
  }

  /// Hands a file's bytes over. May be called from several threads.
  package func stage(_ address: SafePath, _ bytes: [UInt8]) throws(SystemFault) {
    do throws(SystemFault) {
      switch try compare(address, bytes) {
      case .foreignAndSame: staged.withLock { $0.foreignCount += 1 }
      case .same: staged.withLock { $0.waiting[address] = .some(nil) }
      case .different:
        let number = staged.withLock { staged in
          defer { staged.fileCount += 1 }
          staged.waiting[address] = staged.fileCount
          return staged.fileCount
        }
        try makeStaging()
        try folder.root.write(bytes, to: OutputRoot.waiting(number), naming: folder.naming(address.text))
      }
    } catch {
      throw error.saying(.unchanged)
    }
  }

  /// Leaves a file of an earlier build as it is. False where there is none.
  package func keep(_ address: SafePath) throws(SystemFault) -> Bool {
    guard manifest.contains(address), try folder.find(address.text) != nil else { return false }
    staged.withLock { $0.waiting[address] = .some(nil) }
    return true
  }

  /// A file's bytes as they will be: what has been handed over, or what an earlier build left. Nil where there is neither.
  package func bytes(at address: SafePath) throws(SystemFault) -> [UInt8]? {
    guard let waiting = staged.withLock({ $0.waiting[address] }) else { return nil }
    return try folder.root.read(
      waiting.map(OutputRoot.waiting) ?? address.text, naming: folder.naming(address.text))
  }

  /// What will change, and in which order. Nothing of others stands in its way.
  func change() throws(SystemFault) -> Change {
    let (staged, foreignCount) = staged.withLock { ($0.waiting, $0.foreignCount) }
    let addresses = Set(staged.keys)
    let changed = staged.compactMapValues(\.self)
    let stale = manifest.subtracting(addresses)
    try checkFree(addresses, stale: stale)
    let blocking = blocking(stale, Array(changed.keys))
    // Whoever reads while files move meets a whole site: what pages need is there before them, and new pages before those
    // that link to them; old pages are gone before what they need.
    func turn(_ address: SafePath) -> Int { address.turn * 2 + (isOurs(address) ? 1 : 0) }
    let puts = changed.sorted { (turn($0.key), $0.key) < (turn($1.key), $1.key) }
    let takes = stale.subtracting(blocking).sorted { ($1.turn, $0) < ($0.turn, $1) }
    return Change(
      moves: blocking.sorted().map(Journal.Move.take) + puts.map { .put($0.value, at: $0.key) }
        + takes.map(Journal.Move.take), addresses: addresses,
      counts: Changes(written: changed.count, unchanged: staged.count - changed.count + foreignCount))
  }

  struct Change {
    let moves: [Journal.Move]
    /// All that is ours afterwards.
    let addresses: Set<SafePath>
    let counts: Changes
  }

  /// Writes down what will be ours and what will move, where new files wait.
  func prepare(_ journal: Journal, _ change: Change) throws(SystemFault) {
    try makeStaging()
    let manifest = change.addresses.sorted().map { $0.text + "\n" }.joined()
    try folder.root.write(
      Array(manifest.utf8), to: OutputRoot.waitingManifest, naming: folder.naming(OutputRoot.manifest))
    try folder.root.write(journal.bytes, to: OutputRoot.waitingJournal, naming: folder.naming(OutputRoot.journal))
  }

  /// Takes back everything that was staged. The folder is as it was.
  package func discard() {
    finish()
    unmake()
  }

  /// Forgets what waits and what was there before, and lets other builds in.
  func finish() {
    folder.sweep()
    release()
  }

  /// Lets other builds in.
  func release() {
    lock.withLock { $0 = nil }
  }

  // MARK: What is there

  private enum Comparison {
    case same, different
    /// Somebody else's file, which happens to hold what a build makes. It stays theirs.
    case foreignAndSame
  }

  private func compare(_ address: SafePath, _ bytes: [UInt8]) throws(SystemFault) -> Comparison {
    let target = folder.naming(address.text)
    let isOurs = isOurs(address)
    guard let there = try folder.find(address.text) else { return .different }
    guard there.kind == .file else {
      if isOurs || there.kind == .folder { return .different }
      throw .inTheWay(target)
    }
    let isSame = there.size == bytes.count ? try folder.root.read(address.text, naming: target) == bytes : false
    if isOurs { return isSame ? .same : .different }
    guard isSame else { throw .inTheWay(target) }
    return .foreignAndSame
  }

  private func isOurs(_ address: SafePath) -> Bool { manifest.contains(address) }

  /// Nothing that is not ours stands where a file or its folders must be, and no two files want the same place.
  private func checkFree(_ addresses: Set<SafePath>, stale: Set<SafePath>) throws(SystemFault) {
    var seen: Set<SafePath> = []
    for address in addresses.sorted() {
      if let there = try folder.find(address.text), there.kind != .file, try !holdsOnly(stale, address) {
        throw .inTheWay(folder.naming(address.text))
      }
      for above in address.foldersAbove {
        guard seen.insert(above).inserted else { break }
        let target = folder.naming(above.text)
        if addresses.contains(above) { throw .fileAndFolder(target) }
        guard let there = try folder.find(above.text), there.kind != .folder else { continue }
        guard there.kind == .file, stale.contains(above) else { throw .inTheWay(target) }
      }
    }
  }

  /// Whether a folder will hold nothing once some files of earlier builds are gone.
  private func holdsOnly(_ stale: Set<SafePath>, _ address: SafePath) throws(SystemFault) -> Bool {
    func isStale(_ path: String) -> Bool { (try? SafePath(path)).map(stale.contains) ?? false }
    do throws(Errno) {
      guard try folder.root.find(address.text)?.kind == .folder else { return false }
      return try folder.root.walk(address.text).allSatisfy {
        $0.kind == .folder || $0.kind == .file && isStale($0.path)
      }
    } catch {
      throw .failed(.unreadable, to: "read", folder.naming(address.text), error: error)
    }
  }

  /// The files of earlier builds that must go before others can come: files where folders must be, and the other way
  /// round.
  private func blocking(_ stale: Set<SafePath>, _ changed: [SafePath]) -> Set<SafePath> {
    let new = Set(changed)
    let folders = Set(changed.flatMap(\.foldersAbove))
    return stale.filter { old in folders.contains(old) || old.foldersAbove.contains(where: new.contains) }
  }

  private static func readManifest(_ folder: OutputRoot) throws(SystemFault) -> Set<SafePath> {
    let lines = try folder.list(OutputRoot.manifest)?.split(separator: UInt8(ascii: "\n")) ?? []
    return Set(lines.compactMap { SafePath(listed: String(decoding: $0, as: UTF8.self)) })
  }

  private func makeStaging() throws(SystemFault) {
    _ = try folder.root.makeRealFolder(OutputRoot.staging, naming: folder.naming(OutputRoot.staging))
  }

  /// Where the folder is, or would be.
  private static func checkApart(
    _ path: String, from sources: [String], on disk: any Disk
  ) throws(SystemFault) -> String {
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
    return own
  }
}

extension SafePath {
  /// Pages come after all that they need, and what lists pages, as the feed does, comes after them.
  fileprivate var turn: Int { text.hasSuffix(".html") ? 1 : text.hasSuffix(".xml") ? 2 : 0 }
}

extension SystemFault {
  fileprivate static func busy(_ path: String) -> SystemFault {
    SystemFault(
      .busy, "another build is writing into this folder", file: path, help: "Wait until it has finished.")
  }

  fileprivate static func unfinished(_ path: String) -> SystemFault {
    SystemFault(
      .busy, "another build of this folder was stopped before its change was finished", file: path,
      help: "Run this again. If it says the same, run it as the user who ran that build.")
  }

  fileprivate static func fileAndFolder(_ path: String) -> SystemFault {
    SystemFault(
      .fileAndFolder, "both a file and a folder of the site would be here", file: path,
      help: "Rename one of the two in your content.")
  }
}
