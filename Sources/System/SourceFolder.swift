package import Diagnostics
internal import Paths

/// A folder of files that people wrote, which is read and never written into.
package struct SourceFolder: Sendable {
  /// A file in it.
  package struct File: Sendable, Hashable {
    /// Relative to the folder, with `/`.
    package let path: String
    package let size: Int
  }

  /// What people call it.
  package let path: String
  /// Every file below it, in the order of their names' bytes, which no machine changes. Names that begin with a point are
  /// passed over.
  package let files: [File]
  private let root: any Folder
  /// Where files lie that links lead to, below the same folder.
  private let targets: [String: String]

  /// Names that no list can hold, a name a line, are findings. Symbolic links are followed to files inside the folder;
  /// others are findings.
  package init(_ path: String, on disk: any Disk, findings: inout [Diagnostic]) throws(SystemFault) {
    var lister = try Lister(path, on: disk)
    try lister.list("")
    findings += lister.findings
    (self.path, root, targets) = (path, lister.root, lister.targets)
    files = lister.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The bytes of a file that was listed, of at most `limit` bytes.
  package func read(_ file: String, limit: Int = .max) throws(SystemFault) -> [UInt8] {
    try root.read(targets[file] ?? file, naming: "\(path)/\(file)", limit: limit)
  }
}

/// One walk over a folder.
private struct Lister {
  let folder: String
  let disk: any Disk
  let root: any Folder
  /// Where the folder is, without links.
  let realRoot: String
  var files: [SourceFolder.File] = []
  var targets: [String: String] = [:]
  var findings: [Diagnostic] = []

  init(_ folder: String, on disk: any Disk) throws(SystemFault) {
    (self.folder, self.disk, root) = (folder, disk, try disk.source(folder))
    guard let realRoot = try disk.find(folder) else {
      throw .failed(.unreadable, to: "read", folder, error: .missing)
    }
    self.realRoot = realRoot
  }

  mutating func list(_ below: String) throws(SystemFault) {
    let path = below.isEmpty ? folder : "\(folder)/\(below)"
    var folders: [String] = []
    for (name, entry) in try root.list(below, naming: path) {
      guard let name else {
        findings.append(.fileNameNotUTF8(in: path))
        continue
      }
      guard !name.hasPrefix(".") else { continue }
      guard !name.holdsControls else {
        findings.append(.controlInFileName(in: path))
        continue
      }
      let relative = below.isEmpty ? name : "\(below)/\(name)"
      switch entry.kind {
      case .folder: folders.append(relative)
      case .file: files.append(SourceFolder.File(path: relative, size: entry.size))
      case .link: try follow(relative)
      case .other: break
      }
    }
    for folder in folders.sorted() { try list(folder) }
  }

  private mutating func follow(_ relative: String) throws(SystemFault) {
    let path = "\(folder)/\(relative)"
    let target: String
    do throws(Errno) {
      target = try disk.realPath(path)
    } catch {
      guard [.missing, .notAFolder, .linksWithoutEnd].contains(error) else {
        throw .failed(.unreadable, to: "read", path, error: error)
      }
      return findings.append(.brokenLink(path))
    }
    guard target.isInside(realRoot) else { return findings.append(.linkOutside(path)) }
    let steps = target.steps.dropFirst(realRoot.steps.count)
    guard !steps.contains(where: { $0.hasPrefix(".") }) else { return findings.append(.linkToHidden(path)) }
    let inner = steps.joined(separator: "/")
    guard !inner.isEmpty, let entry = try root.find(inner, naming: path), entry.kind == .file else {
      return findings.append(.linkToFolder(path))
    }
    targets[relative] = inner
    files.append(SourceFolder.File(path: relative, size: entry.size))
  }
}

extension String {
  /// Whether a line break or another control character is in it.
  fileprivate var holdsControls: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
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
