package import Diagnostics
internal import Glibc
internal import Paths

/// A file in a folder that was listed.
package struct ListedFile: Sendable, Hashable {
  /// Relative to the folder, with `/`.
  package let path: String
  package let size: Int
}

package enum Files {
  /// Every file below a folder, in the order of their names' bytes, which no machine changes. Names that begin with a
  /// point are passed over. Names that no list can hold, a name a line, are findings. Symbolic links are followed to files inside the folder; others are findings.
  package static func list(_ folder: String, findings: inout [Diagnostic]) throws(SystemFault) -> [ListedFile] {
    guard let root = realPath(folder) else { throw .failed(.unreadable, to: "read", folder) }
    var lister = Lister(folder: folder, root: root)
    try lister.list("")
    findings += lister.findings
    return lister.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The bytes of a file of at most `limit` bytes.
  package static func read(_ path: String, limit: Int = .max) throws(SystemFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(.unreadable, to: "read", path) }
    defer { close(descriptor) }
    return try read(descriptor, naming: path, limit: limit)
  }

  /// The same for a file that is open.
  static func read(_ descriptor: Int32, naming path: String, limit: Int = .max) throws(SystemFault) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .failed(.unreadable, to: "read", path) }
    guard status.isFile else { throw .failed(.unreadable, to: "read", path, error: .isAFolder) }
    let size = Int(status.st_size)
    guard size <= limit else {
      throw SystemFault(
        .tooLarge, "this file is \(size / 1_000_000) MB, more than the \(limit / 1_000_000) MB that are allowed",
        file: path, help: "Divide it, or make it smaller.")
    }
    do throws(Errno) {
      return try readAll(descriptor, size: size)
    } catch {
      throw .failed(.unreadable, to: "read", path, error: error)
    }
  }

  /// Writes a new file below a folder, and the folders on the way. Never writes over one, nor through a link.
  package static func create(_ path: String, in folder: String, _ text: String) throws(SystemFault) {
    try Folders.make(folder)
    let root = try OpenedFolder(folder)
    for above in path.foldersAbove.reversed() { _ = try root.makeRealFolder(above, naming: "\(folder)/\(above)") }
    try root.write(Array(text.utf8), to: path, naming: "\(folder)/\(path)", isNew: true)
  }

  /// A folder that nobody named may not be a link: whoever proposes a change could have made it lead anywhere.
  package static func refuseLink(_ path: String, option: String) throws(SystemFault) {
    var status = stat()
    guard lstat(path, &status) == 0, status.isLink else { return }
    throw SystemFault(
      .symbolicLink, "“\(path)” is a symbolic link, and nobody asked for it by name", file: path,
      help: "If you made it, say so: \(option) \(path)")
  }

  /// What lies below a folder at a path that follows no link.
  package enum Content: Sendable {
    case bytes([UInt8])
    case nothing
    /// A folder, a link, a pipe.
    case noFile
  }

  package static func content(of path: String, in folder: String) -> Content {
    guard let root = try? OpenedFolder(folder) else { return .nothing }
    guard let entry = try? root.find(path) else { return .nothing }
    guard entry.kind == .file, let bytes = try? root.read(path) else { return .noFile }
    return .bytes(bytes)
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The path with every link and `..` followed; nil where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func readAll(_ descriptor: Int32, size: Int) throws(Errno) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if part < 0, errno == EINTR { continue }
        failed = part < 0
        guard part > 0 else { return }
        count += part
      }
    }
    if failed { throw .last }
    return bytes
  }
}

/// One walk over a folder. `readdir` and `fstatat`, because Foundation's enumeration is many times slower.
private struct Lister {
  let folder: String
  let root: String
  var files: [ListedFile] = []
  var findings: [Diagnostic] = []

  init(folder: String, root: String) { (self.folder, self.root) = (folder, root) }

  mutating func list(_ below: String) throws(SystemFault) {
    let path = below.isEmpty ? folder : "\(folder)/\(below)"
    guard let stream = opendir(path) else { throw .failed(.unreadable, to: "read", path) }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      guard let name = entry.pointee.name else {
        findings.append(.fileNameNotUTF8(in: path))
        continue
      }
      guard !name.hasPrefix(".") else { continue }
      guard !name.holdsControls else {
        findings.append(.controlInFileName(in: path))
        continue
      }
      let relative = below.isEmpty ? name : "\(below)/\(name)"
      var status = stat()
      guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      if status.isFolder {
        folders.append(relative)
      } else if status.isFile {
        files.append(ListedFile(path: relative, size: Int(status.st_size)))
      } else if status.isLink {
        follow(relative)
      }
    }
    for folder in folders.sorted() { try list(folder) }
  }

  private mutating func follow(_ relative: String) {
    let path = "\(folder)/\(relative)"
    var status = stat()
    guard let target = Files.realPath(path), stat(target, &status) == 0 else {
      findings.append(.brokenLink(path))
      return
    }
    let isHidden = target.isInside(root) && target.steps.dropFirst(root.steps.count).contains { $0.hasPrefix(".") }
    if isHidden {
      findings.append(.linkToHidden(path))
    } else if target.isInside(root), status.isFile {
      files.append(ListedFile(path: relative, size: Int(status.st_size)))
    } else {
      findings.append(target.isInside(root) ? .linkToFolder(path) : .linkOutside(path))
    }
  }
}

extension String {
  /// True for a path at or below a folder; both without links.
  func isInside(_ folder: String) -> Bool {
    let steps = folder.steps.filter { !$0.isEmpty }
    return self.steps.filter { !$0.isEmpty }.prefix(steps.count).elementsEqual(steps) { $0.utf8.elementsEqual($1.utf8) }
  }

  var isAbsolute: Bool { utf8.first == UInt8(ascii: "/") }
}

extension String {
  /// Whether a line break or another control character is in it.
  var holdsControls: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}

extension stat {
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}

extension dirent {
  /// Nil for a name that is not UTF-8.
  fileprivate var name: String? {
    withUnsafeBytes(of: d_name) { bytes in String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

extension Diagnostic {
  fileprivate static func fileNameNotUTF8(in folder: String) -> Diagnostic {
    Diagnostic(
      .unreadable, "something in this folder has a name that is not UTF-8", at: .start(of: folder),
      help: "Give it a new name.")
  }

  fileprivate static func controlInFileName(in folder: String) -> Diagnostic {
    Diagnostic(
      .unreadable, "something in this folder has a name with a line break or another control character in it",
      at: .start(of: folder), help: "Give it a new name.")
  }

  fileprivate static func brokenLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "this symbolic link leads to nothing", at: .start(of: path),
      help: "Put the file itself here, or delete the link.")
  }

  fileprivate static func linkOutside(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "this symbolic link leaves the content folder", at: .start(of: path),
      help: "Put a copy of the file here in the place of the link.")
  }

  fileprivate static func linkToHidden(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "this symbolic link leads to a hidden file", at: .start(of: path),
      help: "Put a copy of the file here in the place of the link.")
  }

  fileprivate static func linkToFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .symbolicLink, "this symbolic link leads to a folder, which is not followed", at: .start(of: path),
      help: "Put the folder itself here, or delete the link.")
  }
}
