/// New files below a folder, which can be taken back until their maker is content.
struct NewFiles {
  private let root: any Folder
  /// What faults call the folder.
  private let name: String
  private var folders: [String] = []
  private var files: [String] = []

  init(in root: any Folder, named name: String) { (self.root, self.name) = (root, name) }

  /// Writes a file, and makes the folders on the way. Never writes over one, nor through a link.
  mutating func write(_ bytes: [UInt8], to path: String) throws(SystemFault) {
    for above in path.foldersAbove.reversed() {
      if try root.makeRealFolder(above, naming: "\(name)/\(above)") { folders.append(above) }
    }
    try root.write(bytes, to: path, naming: "\(name)/\(path)", isNew: true)
    files.append(path)
  }

  func undo() {
    for file in files { try? root.removeFile(file) }
    for folder in folders.reversed() { try? root.removeFolder(folder) }
  }
}
