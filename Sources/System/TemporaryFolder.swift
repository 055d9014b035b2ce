internal import Glibc

/// A folder of our own for as long as this value lives; then it and its files are removed.
///
/// It is locked for as long. One that nobody has locked was left by a process that was ended, and may be removed.
package struct TemporaryFolder: ~Copyable {
  package let path: String
  private let folder: OpenedFolder
  private let lock: any FolderLock

  package init() throws(SystemFault) {
    let parent = Environment.ofProcess.temporary
    // Whoever clears up may take one away before it is locked: then there is another.
    for _ in 0..<10 {
      var template = Array("\(parent)/\(Self.prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { break }
      let name = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard let folder = try? OpenedFolder(name), let lock = try? folder.lock(), access(name, F_OK) == 0 else {
        rmdir(name)
        continue
      }
      (path, self.folder, self.lock) = (name, folder, lock)
      return
    }
    throw .failed(.unwritable, to: "make a folder in", parent)
  }

  deinit {
    for name in ((try? folder.list("")) ?? []).compactMap(\.name) { try? folder.removeFile(name) }
    rmdir(path)
  }

  private static let prefix = "tenderpress-"

  /// Removes those of this user whose process was ended.
  static func removeAbandoned() {
    guard let parent = try? OpenedFolder(Environment.ofProcess.temporary) else { return }
    for case (let name?, let entry) in (try? parent.list("")) ?? []
    where entry.kind == .folder && name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
      guard let folder = try? parent.folder(name), folder.isOwn, let lock = try? folder.lock() else { continue }
      withExtendedLifetime(lock) { parent.removeFlatFolder(name) }
    }
  }

  /// Writes a file straight into the folder; its name has no steps.
  package func write(_ bytes: [UInt8], to name: String) throws(SystemFault) {
    try folder.write(bytes, to: name, naming: "\(path)/\(name)")
  }

  package func read(_ name: String) throws(SystemFault) -> [UInt8] {
    try folder.read(name, naming: "\(path)/\(name)")
  }

  package func holds(_ name: String) -> Bool { (try? folder.entry(name)) != nil }
}
