import Synchronization
package import System

/// A folder in memory, which behaves as the disk does.
package final class MemoryFolder: Folder {
  fileprivate enum Node: Equatable {
    case file([UInt8], mode: UInt32)
    case folder(mode: UInt32)
  }

  fileprivate struct State {
    var nodes: [String: Node] = ["": .folder(mode: 0o755)]
    var locked: Set<String> = []
  }

  private let state = Mutex(State())

  /// With some files, by their paths, and the folders on the way.
  package init(_ files: [String: String] = [:]) {
    state.withLock { state in
      for (path, text) in files {
        for folder in path.foldersAbove { state.nodes[folder] = .folder(mode: 0o755) }
        state.nodes[path] = .file(Array(text.utf8), mode: 0o644)
      }
    }
  }

  /// Everything in it but what the writer keeps for itself: the words of files, and folders as `/`.
  package var snapshot: [String: String] {
    state.withLock { state in
      state.nodes.filter { !$0.key.isEmpty && !$0.key.hasPrefix(".tenderpress") }.mapValues { node in
        switch node {
        case .file(let bytes, _): String(decoding: bytes, as: UTF8.self)
        case .folder: "/"
        }
      }
    }
  }

  private func change<Result>(
    _ work: (inout State) throws(Errno) -> Result
  ) throws(Errno) -> Result where Result: Sendable {
    let result = state.withLock { state in
      Swift.Result { () throws(Errno) in try work(&state) }
    }
    return try result.get()
  }

  package func entry(_ path: String) throws(Errno) -> FolderEntry {
    try change { state throws(Errno) in
      switch try state.node(path) {
      case .file(let bytes, let mode): FolderEntry(kind: .file, size: bytes.count, mode: mode)
      case .folder(let mode): FolderEntry(kind: .folder, mode: mode)
      }
    }
  }

  package func read(_ path: String) throws(Errno) -> [UInt8] {
    try change { state throws(Errno) in
      guard case .file(let bytes, _) = try state.node(path) else { throw .isAFolder }
      return bytes
    }
  }

  package func names(in path: String) throws(Errno) -> [String] {
    try change { state throws(Errno) in
      guard case .folder = try state.node(path) else { throw .notAFolder }
      return state.names(in: path)
    }
  }

  package func write(_ bytes: [UInt8], to path: String, isNew: Bool) throws(Errno) {
    try change { state throws(Errno) in
      try state.checkParent(of: path)
      switch state.nodes[path] {
      case .folder: throw .isAFolder
      case .file where isNew: throw .alreadyThere
      case .file, nil: state.nodes[path] = .file(bytes, mode: 0o644)
      }
    }
  }

  package func makeFolder(_ path: String, mode: UInt32) throws(Errno) {
    try change { state throws(Errno) in
      try state.checkParent(of: path)
      guard state.nodes[path] == nil else { throw .alreadyThere }
      state.nodes[path] = .folder(mode: mode)
    }
  }

  package func setMode(_ path: String, _ mode: UInt32) throws(Errno) {
    try change { state throws(Errno) in
      switch try state.node(path) {
      case .file(let bytes, _): state.nodes[path] = .file(bytes, mode: mode)
      case .folder: state.nodes[path] = .folder(mode: mode)
      }
    }
  }

  package func touch(_ path: String) throws(Errno) { _ = try entry(path) }

  package func removeFile(_ path: String) throws(Errno) {
    try change { state throws(Errno) in
      guard case .file = try state.node(path) else { throw .isAFolder }
      state.nodes[path] = nil
    }
  }

  package func removeFolder(_ path: String) throws(Errno) {
    try change { state throws(Errno) in
      guard case .folder = try state.node(path) else { throw .notAFolder }
      guard state.names(in: path).isEmpty else { throw .notEmpty }
      state.nodes[path] = nil
    }
  }

  package func move(_ path: String, to target: String) throws(Errno) {
    try change { state throws(Errno) in
      let node = try state.node(path)
      try state.checkParent(of: target)
      if case .folder = state.nodes[target] { throw .isAFolder }
      state.nodes[path] = nil
      state.nodes[target] = node
    }
  }

  package func link(_ path: String, to target: String) throws(Errno) {
    try change { state throws(Errno) in
      let node = try state.node(path)
      try state.checkParent(of: target)
      guard state.nodes[target] == nil else { throw .alreadyThere }
      state.nodes[target] = node
    }
  }

  package func lock(_ path: String) throws(Errno) -> any FolderLock {
    try change { state throws(Errno) in
      _ = try state.node(path)
      guard state.locked.insert(path).inserted else { throw .isLocked }
    }
    return Lock { [self] in state.withLock { _ = $0.locked.remove(path) } }
  }

  package var isOwn: Bool { true }

  private final class Lock: FolderLock {
    private let release: @Sendable () -> Void

    init(_ release: @escaping @Sendable () -> Void) { self.release = release }

    deinit { release() }
  }
}

extension MemoryFolder.State {
  fileprivate func node(_ path: String) throws(Errno) -> MemoryFolder.Node {
    if let node = nodes[path] { return node }
    try checkParent(of: path)
    throw .missing
  }

  fileprivate func checkParent(of path: String) throws(Errno) {
    switch nodes[path.foldersAbove.first ?? ""] {
    case .folder: return
    case .file: throw .notAFolder
    case nil: throw .missing
    }
  }

  fileprivate func names(in path: String) -> [String] {
    let prefix = path.isEmpty ? "" : path + "/"
    return nodes.keys.filter { $0.hasPrefix(prefix) && !$0.isEmpty }.compactMap { inner in
      let rest = inner.dropFirst(prefix.count)
      return rest.isEmpty || rest.contains("/") ? nil : String(rest)
    }.sorted()
  }
}

extension String {
  /// Every folder that a relative path lies in, the nearest first.
  fileprivate var foldersAbove: [String] {
    let steps = split(separator: "/")
    return steps.indices.dropFirst().reversed().map { steps[..<$0].joined(separator: "/") }
  }
}
