internal import Diagnostics
internal import Glibc
internal import Synchronization

/// The folder of the site, changed as a whole or not at all.
///
/// New bytes go into a staging folder inside it, on the same disk. Only when all are there do files move into place, by
/// rename. Files that are the same stay untouched; files that an earlier build made and this one did not are removed, by
/// the manifest; whatever else is in the folder is left alone, and never written over.
package final class OutputFolder: Sendable {
  package struct Changes: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
  }

  private let path: String
  private let wasMade: Bool
  private let lock: Int32
  private let manifest: Set<String>
  /// Where the new bytes of an address wait; nil for one that is the same already.
  private let staged = Mutex<[String: String?]>([:])

  private var ownFolder: String { path + "/.tenderpress" }
  private var staging: String { ownFolder + "/staging" }
  private var manifestPath: String { ownFolder + "/manifest" }

  /// Opens the folder, and makes it where it is not there. `sources` are folders that it must neither hold nor lie in.
  package init(_ path: String, apartFrom sources: [String]) throws(SystemFault) {
    try Self.checkApart(path, from: sources)
    wasMade = !Files.exists(path)
    self.path = path
    try Folders.make(path)
    let own = path + "/.tenderpress"
    try Folders.makeReal(own)
    lock = try Self.lock(own, naming: path)
    manifest = Self.readManifest(own + "/manifest")
    Folders.removeTree(own + "/staging")
  }

  /// Hands a file's bytes over. May be called from several threads.
  package func stage(_ address: String, _ bytes: [UInt8]) throws(SystemFault) {
    let target = "\(path)/\(address)"
    let isOurs = manifest.contains(address)
    if let same = try compare(target, bytes, isOurs: isOurs), same {
      staged.withLock { $0[address] = .some(nil) }
      return
    }
    let waiting = staged.withLock { staged in
      let waiting = "\(staging)/\(staged.count)"
      staged[address] = waiting
      return waiting
    }
    try Folders.make(staging)
    try Folders.write(bytes, to: waiting, naming: target)
  }

  /// Moves what changed into place and removes what no build makes any more.
  package func publish() throws(SystemFault) -> Changes {
    defer { close(lock) }
    let staged = staged.withLock(\.self)
    let addresses = Set(staged.keys)
    let changed = staged.compactMapValues(\.self).sorted { $0.key < $1.key }
    let stale = manifest.subtracting(addresses).sorted()
    do throws(SystemFault) {
      try checkFree(changed.map(\.key))
      if !changed.isEmpty || !stale.isEmpty { try writeManifest(manifest.union(addresses)) }
      let blocking = stale.filter { old in changed.contains { $0.key.isBelow(old) || old.isBelow($0.key) } }
      for address in blocking { Folders.removeFile("\(path)/\(address)", upTo: path) }
      for (address, _) in changed { try Folders.makeParent(of: "\(path)/\(address)") }
      for (address, waiting) in changed { try Folders.move(waiting, to: "\(path)/\(address)") }
    } catch {
      discard()
      throw error
    }
    for address in stale { Folders.removeFile("\(path)/\(address)", upTo: path) }
    if addresses != manifest || !changed.isEmpty { try writeManifest(addresses) }
    Folders.removeTree(staging)
    return Changes(written: changed.count, unchanged: staged.count - changed.count, removed: stale.count)
  }

  /// Takes back everything that was staged. The folder is as it was.
  package func discard() {
    Folders.removeTree(staging)
    if manifest.isEmpty { rmdir(ownFolder) }
    if wasMade { rmdir(path) }
    close(lock)
  }

  // MARK: What is there

  /// Whether a file has these bytes already; nil when it is not there.
  private func compare(_ target: String, _ bytes: [UInt8], isOurs: Bool) throws(SystemFault) -> Bool? {
    var status = stat()
    guard lstat(target, &status) == 0 else { return nil }
    guard status.isFile else {
      if isOurs || status.isFolder { return nil }
      throw .inTheWay(target)
    }
    let isSame = Int(status.st_size) == bytes.count && (try? Files.read(target)) == bytes
    guard isSame || isOurs else { throw .inTheWay(target) }
    return isSame
  }

  /// Nothing that is not ours stands where a file or its folders must be.
  private func checkFree(_ addresses: [String]) throws(SystemFault) {
    for address in addresses {
      var step = address
      while true {
        var status = stat()
        let target = "\(path)/\(step)"
        if lstat(target, &status) == 0 {
          let isWanted =
            step == address ? status.isFile || holdsOnlyOurs(step) : status.isFolder || manifest.contains(step)
          guard isWanted else { throw .inTheWay(target) }
        }
        guard let slash = step.lastIndex(of: "/") else { break }
        step = String(step[..<slash])
      }
    }
  }

  /// Whether a folder will be empty once the files of earlier builds are gone.
  private func holdsOnlyOurs(_ address: String) -> Bool {
    var findings: [Diagnostic] = []
    let files = try? Files.list("\(path)/\(address)", findings: &findings)
    return files?.allSatisfy { manifest.contains("\(address)/\($0.path)") } ?? false
  }

  // MARK: The manifest

  private static func readManifest(_ path: String) -> Set<String> {
    guard let bytes = try? Files.read(path) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    // Whoever wrote it: only what lies in the folder may ever be removed.
    return Set(
      lines.filter { !$0.hasPrefix("/") && !$0.split(separator: "/").contains { $0 == ".." || $0 == ".tenderpress" } })
  }

  private func writeManifest(_ addresses: Set<String>) throws(SystemFault) {
    let text = addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
    let waiting = manifestPath + ".new"
    try Folders.write(Array(text.utf8), to: waiting, naming: manifestPath)
    try Folders.move(waiting, to: manifestPath)
  }

  // MARK: Opening

  private static func checkApart(_ path: String, from sources: [String]) throws(SystemFault) {
    let own = Folders.whereItWouldBe(path)
    for source in sources {
      guard let other = Files.realPath(source) else { continue }
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

  private static func lock(_ folder: String, naming path: String) throws(SystemFault) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(.unwritable, to: "write into", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw SystemFault(
        .busy, "another build is writing into this folder", file: path, help: "Wait until it has finished.")
    }
    return descriptor
  }
}

extension SystemFault {
  fileprivate static func inTheWay(_ path: String) -> SystemFault {
    SystemFault(
      .inTheWay, "there is something here that no build made, and it would be written over", file: path,
      help: "Move it away, or choose another folder with --output.")
  }
}

extension String {
  fileprivate func isBelow(_ folder: String) -> Bool { hasPrefix(folder + "/") }
}
