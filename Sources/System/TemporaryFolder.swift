internal import Glibc

/// A folder of our own for as long as this value lives; then it and its files are removed.
package struct TemporaryFolder: ~Copyable {
  package let path: String
  private let folder: OpenedFolder

  package init() throws(SystemFault) {
    let parent = Environment.ofProcess.temporary
    var template = Array("\(parent)/tenderpress-XXXXXX".utf8CString)
    let isMade = mkdtemp(&template) != nil
    let name = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard isMade, let folder = try? OpenedFolder(name) else {
      throw .failed(.unwritable, to: "make a folder in", parent)
    }
    (path, self.folder) = (name, folder)
  }

  deinit {
    for name in ((try? folder.list("")) ?? []).compactMap(\.name) { try? folder.removeFile(name) }
    rmdir(path)
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
