import Synchronization
package import System

/// A disk in memory, which behaves as a real one does. The program starts in `/work`.
package final class MemoryDisk: Disk {
  fileprivate enum Node: Hashable {
    case file([UInt8], mode: UInt32)
    case folder(mode: UInt32)
    case link(String)
    /// A pipe, or whatever else is no file.
    case other
  }

  fileprivate struct State {
    /// By paths without links, which begin with a slash; the root is "".
    var nodes: [String: Node] = ["": .folder(mode: 0o755), "/work": .folder(mode: 0o755)]
    var locked: Set<String> = []
  }

  private let state = Mutex(State())

  /// With some files, by their paths, and the folders on the way.
  package init(_ files: [String: [UInt8]] = [:]) {
    state.withLock { state in
      for (path, bytes) in files { state.put(bytes, at: path.absolute) }
    }
  }

  /// Another disk with the same on it.
  package init(copying other: MemoryDisk) {
    let contents = other.contents
    state.withLock { $0.nodes = contents.nodes }
  }

  fileprivate func change<Result: Sendable>(
    _ work: (inout State) throws(Errno) -> Result
  ) throws(Errno) -> Result {
    let result = state.withLock { state in
      Swift.Result { () throws(Errno) in try work(&state) }
    }
    return try result.get()
  }

  package func realPath(_ path: String) throws(Errno) -> String {
    try change { state throws(Errno) in
      let path = try state.resolve(path)
      return path.isEmpty ? "/" : path
    }
  }

  package func isLink(_ path: String) throws(Errno) -> Bool {
    try change { state throws(Errno) in
      if case .link = try state.node(state.resolveParent(of: path)) { true } else { false }
    }
  }

  package func open(_ path: String) throws(Errno) -> any Folder { try folder(path) }

  package func folder(_ path: String) throws(Errno) -> MemoryFolder {
    let root = try change { state throws(Errno) in
      let root = try state.resolve(path)
      guard case .folder = try state.node(root) else { throw .notAFolder }
      return root
    }
    return MemoryFolder(self, root)
  }

  package func makeFolder(_ path: String) throws(Errno) {
    try change { state throws(Errno) in try state.makeFolder(state.resolveParent(of: path), mode: 0o755) }
  }

  package func removeFolder(_ path: String) throws(Errno) {
    try change { state throws(Errno) in try state.removeFolder(state.resolveParent(of: path)) }
  }

  // MARK: What tests do with it

  /// Writes a file as a person does: over what is there, with the folders on the way.
  package func put(_ bytes: [UInt8], at path: String) throws(Errno) {
    try change { state throws(Errno) in
      guard let target = try? state.resolve(path) else { return state.put(bytes, at: path.absolute) }
      if case .folder = try state.node(target) { throw .isAFolder }
      state.put(bytes, at: target)
    }
  }

  package func link(_ path: String, to target: String) throws(Errno) {
    try change { state throws(Errno) in
      let path = try state.resolveParent(of: path)
      guard state.nodes[path] == nil else { throw .alreadyThere }
      state.nodes[path] = .link(target)
    }
  }

  /// Makes something that is no file.
  package func pipe(_ path: String) throws(Errno) {
    try change { state throws(Errno) in
      let path = try state.resolveParent(of: path)
      state.nodes[path] = .other
    }
  }

  package func setMode(_ path: String, _ mode: UInt32) throws(Errno) {
    try change { state throws(Errno) in
      let path = try state.resolve(path)
      guard case .folder = try state.node(path) else { throw .notAFolder }
      state.nodes[path] = .folder(mode: mode)
    }
  }

  /// Gives a file, or a folder with all that is in it, another name.
  package func move(_ path: String, to target: String) throws(Errno) {
    try change { state throws(Errno) in
      let (path, target) = (try state.resolveParent(of: path), try state.resolveParent(of: target))
      for (inner, node) in state.nodes where inner == path || inner.hasPrefix(path + "/") {
        state.nodes[inner] = nil
        state.nodes[target + inner.dropFirst(path.count)] = node
      }
    }
  }

  /// Removes a file, a link, or a folder with all that is in it.
  package func remove(_ path: String) throws(Errno) {
    try change { state throws(Errno) in
      let path = try state.resolveParent(of: path)
      _ = try state.node(path)
      state.nodes = state.nodes.filter { $0.key != path && !$0.key.hasPrefix(path + "/") }
    }
  }

  package func read(_ path: String) throws(Errno) -> [UInt8] {
    try change { state throws(Errno) in
      guard case .file(let bytes, _) = try state.node(state.resolve(path)) else { throw .isAFolder }
      return bytes
    }
  }

  /// The files below a folder by their paths from there, hidden ones too; none where there is no folder.
  package func files(below path: String) -> [String: [UInt8]] {
    let files = try? change { state throws(Errno) in
      let prefix = try state.resolve(path) + "/"
      return Dictionary(
        uniqueKeysWithValues: state.nodes.compactMap { path, node in
          if case .file(let bytes, _) = node, path.hasPrefix(prefix) {
            (String(path.dropFirst(prefix.count)), bytes)
          } else {
            nil
          }
        })
    }
    return files ?? [:]
  }

  /// All that is on it, as a value.
  package struct Contents: Hashable, Sendable {
    fileprivate let nodes: [String: Node]
  }

  package var contents: Contents {
    get { Contents(nodes: state.withLock(\.nodes)) }
    set { state.withLock { $0.nodes = newValue.nodes } }
  }

  /// Everything that there is: to see whether anything changed.
  package var everything: [String: String] {
    let nodes = try? change { state throws(Errno) in
      state.nodes.mapValues { node in
        switch node {
        case .file(let bytes, let mode): "\(mode) " + String(decoding: bytes, as: UTF8.self)
        case .folder(let mode): "\(mode)/"
        case .link(let target): "-> \(target)"
        case .other: "?"
        }
      }
    }
    return nodes ?? [:]
  }
}

/// A folder of a disk in memory.
package final class MemoryFolder: Folder {
  private let disk: MemoryDisk
  private let root: String

  fileprivate init(_ disk: MemoryDisk, _ root: String) { (self.disk, self.root) = (disk, root) }

  /// With some files, on a disk of its own.
  package convenience init(_ files: [String: String] = [:]) {
    self.init(
      MemoryDisk(Dictionary(uniqueKeysWithValues: files.map { ("/work/\($0.key)", Array($0.value.utf8)) })), "/work")
  }

  private func path(_ inner: String) throws(Errno) -> String {
    let steps = inner.split(separator: "/", omittingEmptySubsequences: false)
    guard !steps.contains(where: { ["", ".", ".."].contains($0) }) else { throw .invalid }
    return "\(root)/\(inner)"
  }

  /// Everything in it but what the writer keeps for itself: the words of files, and folders as `/`.
  package var snapshot: [String: String] {
    let nodes = try? disk.change { [root] state throws(Errno) in state.nodes.filter { $0.key.hasPrefix(root + "/") } }
    return (nodes ?? [:]).reduce(into: [:]) { snapshot, entry in
      let path = String(entry.key.dropFirst(root.count + 1))
      guard !path.hasPrefix(".tenderpress") else { return }
      switch entry.value {
      case .file(let bytes, _): snapshot[path] = String(decoding: bytes, as: UTF8.self)
      case .folder: snapshot[path] = "/"
      case .link(let target): snapshot[path] = "-> \(target)"
      case .other: snapshot[path] = "?"
      }
    }
  }

  package func entry(_ path: String) throws(Errno) -> FolderEntry {
    let path = try self.path(path)
    return try disk.change { state throws(Errno) in FolderEntry(try state.node(path)) }
  }

  package func read(_ path: String) throws(Errno) -> [UInt8] {
    let path = try self.path(path)
    return try disk.change { state throws(Errno) in
      guard case .file(let bytes, _) = try state.node(path) else { throw .isAFolder }
      return bytes
    }
  }

  package func list(_ path: String) throws(Errno) -> [(name: String?, entry: FolderEntry)] {
    let path = path.isEmpty ? root : try self.path(path)
    let entries = try disk.change { state throws(Errno) in
      guard case .folder = try state.node(path) else { throw .notAFolder }
      return state.names(in: path).map { name in (name, state.nodes["\(path)/\(name)"].map { FolderEntry($0) }) }
    }
    return entries.compactMap { name, entry in entry.map { (name, $0) } }
  }

  package func write(_ bytes: [UInt8], to path: String, isNew: Bool) throws(Errno) {
    let path = try self.path(path)
    try disk.change { state throws(Errno) in
      try state.checkParent(of: path)
      switch state.nodes[path] {
      case .folder: throw .isAFolder
      case .file where isNew, .link where isNew, .other where isNew: throw .alreadyThere
      case .link, .other: throw .linksWithoutEnd
      case .file, nil: state.nodes[path] = .file(bytes, mode: 0o644)
      }
    }
  }

  package func makeFolder(_ path: String, mode: UInt32) throws(Errno) {
    let path = try self.path(path)
    try disk.change { state throws(Errno) in try state.makeFolder(path, mode: mode) }
  }

  package func setMode(_ path: String, _ mode: UInt32) throws(Errno) {
    let path = try self.path(path)
    try disk.change { state throws(Errno) in
      switch try state.node(path) {
      case .file(let bytes, _): state.nodes[path] = .file(bytes, mode: mode)
      case .folder: state.nodes[path] = .folder(mode: mode)
      case .link, .other: break
      }
    }
  }

  package func touch(_ path: String) throws(Errno) { _ = try entry(path) }

  package func removeFile(_ path: String) throws(Errno) {
    let path = try self.path(path)
    try disk.change { state throws(Errno) in
      if case .folder = try state.node(path) { throw .isAFolder }
      state.nodes[path] = nil
    }
  }

  package func removeFolder(_ path: String) throws(Errno) {
    let path = try self.path(path)
    try disk.change { state throws(Errno) in try state.removeFolder(path) }
  }

  package func move(_ path: String, to target: String) throws(Errno) {
    let (path, target) = (try self.path(path), try self.path(target))
    try disk.change { state throws(Errno) in
      let node = try state.node(path)
      try state.checkParent(of: target)
      if case .folder = state.nodes[target] { throw .isAFolder }
      state.nodes[path] = nil
      state.nodes[target] = node
    }
  }

  package func link(_ path: String, to target: String) throws(Errno) {
    let (path, target) = (try self.path(path), try self.path(target))
    try disk.change { state throws(Errno) in
      let node = try state.node(path)
      try state.checkParent(of: target)
      guard state.nodes[target] == nil else { throw .alreadyThere }
      state.nodes[target] = node
    }
  }

  package func sync() {}

  package func lock(_ path: String) throws(Errno) -> any FolderLock {
    let path = try self.path(path)
    try disk.change { state throws(Errno) in
      _ = try state.node(path)
      guard state.locked.insert(path).inserted else { throw .isLocked }
    }
    return Lock { [disk] in _ = try? disk.change { state throws(Errno) in state.locked.remove(path) } }
  }

  package var isOwn: Bool { mode.map { $0 & 0o022 == 0 } ?? false }

  package var isWritable: Bool { mode.map { $0 & 0o200 != 0 } ?? false }

  private var mode: UInt32? {
    let node = try? disk.change { [root] state throws(Errno) in try state.node(root) }
    if case .folder(let mode) = node { return mode }
    return nil
  }

  private final class Lock: FolderLock {
    private let release: @Sendable () -> Void

    init(_ release: @escaping @Sendable () -> Void) { self.release = release }

    deinit { release() }
  }
}

extension FolderEntry {
  fileprivate init(_ node: MemoryDisk.Node) {
    switch node {
    case .file(let bytes, let mode): self.init(kind: .file, size: bytes.count, mode: mode)
    case .folder(let mode): self.init(kind: .folder, mode: mode)
    case .link: self.init(kind: .link)
    case .other: self.init(kind: .other)
    }
  }
}

extension MemoryDisk.State {
  /// What is at a path without links on the way.
  fileprivate func node(_ path: String) throws(Errno) -> MemoryDisk.Node {
    if let node = nodes[path] { return node }
    try checkParent(of: path)
    throw .missing
  }

  fileprivate func checkParent(of path: String) throws(Errno) {
    switch nodes[path.parent] {
    case .folder: return
    case .file, .link, .other: throw .notAFolder
    case nil: throw .missing
    }
  }

  fileprivate func names(in path: String) -> [String] {
    nodes.keys.filter { $0.hasPrefix(path + "/") && !$0.dropFirst(path.count + 1).contains("/") }
      .map { String($0.dropFirst(path.count + 1)) }.sorted()
  }

  fileprivate mutating func makeFolder(_ path: String, mode: UInt32) throws(Errno) {
    try checkParent(of: path)
    guard nodes[path] == nil else { throw .alreadyThere }
    nodes[path] = .folder(mode: mode)
  }

  fileprivate mutating func removeFolder(_ path: String) throws(Errno) {
    guard case .folder = try node(path) else { throw .notAFolder }
    guard names(in: path).isEmpty else { throw .notEmpty }
    nodes[path] = nil
  }

  fileprivate mutating func put(_ bytes: [UInt8], at path: String) {
    var above = path.parent
    while nodes[above] == nil {
      nodes[above] = .folder(mode: 0o755)
      above = above.parent
    }
    nodes[path] = .file(bytes, mode: 0o644)
  }

  /// Where a path leads, with links and `..` followed.
  fileprivate func resolve(_ path: String, links: Int = 0) throws(Errno) -> String {
    guard links < 40 else { throw .linksWithoutEnd }
    var real = ""
    for step in path.absolute.split(separator: "/") where step != "." {
      if step == ".." {
        real = real.parent
        continue
      }
      guard case .folder = nodes[real] else { throw .notAFolder }
      let next = "\(real)/\(step)"
      guard let node = nodes[next] else { throw .missing }
      if case .link(let target) = node {
        real = try resolve(target.hasPrefix("/") ? target : "\(real)/\(target)", links: links + 1)
      } else {
        real = next
      }
    }
    return real
  }

  /// The path of something that may be a link itself, or may not be there.
  fileprivate func resolveParent(of path: String) throws(Errno) -> String {
    let path = path.absolute
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    return try resolve(path.parent.isEmpty ? "/" : path.parent) + "/" + last
  }
}

extension Errno {
  fileprivate static let invalid = Errno(22)
}

extension String {
  fileprivate var absolute: String { hasPrefix("/") ? self : "/work/" + self }

  /// The folder of a path that begins with a slash; the root is "".
  fileprivate var parent: String { split(separator: "/").dropLast().map { "/" + $0 }.joined() }
}
