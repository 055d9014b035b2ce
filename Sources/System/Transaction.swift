internal import Glibc

/// Changes below a folder that can be taken back, one after another, until their maker is content. What was there before
/// waits in another folder on the same disk.
struct Transaction {
  private enum Step {
    case put(String)
    /// An old file waits under another name.
    case kept(String, as: String)
    case madeFolder(String)
    case removedFolder(String, mode: mode_t)
  }

  private let root: OpenedFolder
  /// What faults call the folder.
  private let name: String
  private let keeping: String
  private var steps: [Step] = []
  private var keptCount = 0

  /// Old files wait in the folder `keeping`. All paths are from the root.
  init(in root: OpenedFolder, named name: String, keeping: String) {
    (self.root, self.name, self.keeping) = (root, name, keeping)
  }

  /// Moves a file into place. Readers see the old bytes or the new ones, where the disk knows hard links.
  mutating func put(_ waiting: String, at address: String) throws(SystemFault) {
    try makeFolders(above: address)
    guard root.entry(address) != nil else {
      try move(waiting, to: address)
      steps.append(.put(address))
      return
    }
    let kept = nextKept()
    if !root.link(address, to: kept) { try move(address, to: kept) }
    steps.append(.kept(address, as: kept))
    try move(waiting, to: address)
  }

  /// Takes a file away, and the folders above it that are then empty. False where no file of ours can be there any
  /// more: nothing, a folder, or whatever lies behind a link.
  mutating func take(_ address: String) throws(SystemFault) -> Bool {
    guard root.entry(address)?.kind == .file else { return false }
    let kept = nextKept()
    guard root.move(address, to: kept) else { throw .failed(.unwritable, to: "remove", "\(name)/\(address)") }
    steps.append(.kept(address, as: kept))
    var folder = address
    while let above = folder.folderAbove, removeFolder(above) { folder = above }
    return true
  }

  /// Takes away a folder that holds nothing but empty folders.
  mutating func clear(_ address: String) throws(SystemFault) {
    let folders = root.walk(address)?.filter { $0.kind == .folder }.map(\.path) ?? []
    for folder in folders.reversed() + [address] where !removeFolder(folder) {
      throw .failed(.unwritable, to: "remove", "\(name)/\(folder)")
    }
  }

  /// Puts everything back as it was, the last change first. False where something could not be put back; then the very
  /// first change stays too, which is the list of all that may be ours.
  func undo() -> Bool {
    var isWhole = true
    for (index, step) in steps.enumerated().reversed() where index > 0 || isWhole {
      let isUndone =
        switch step {
        case .put(let path): root.removeFile(path)
        case .kept(let path, let kept): root.move(kept, to: path)
        case .madeFolder(let path): root.removeFolder(path)
        case .removedFolder(let path, let mode): root.makeFolder(path, mode: mode) && root.setMode(path, mode)
        }
      isWhole = isWhole && isUndone
    }
    return isWhole
  }

  private func move(_ path: String, to target: String) throws(SystemFault) {
    guard root.move(path, to: target) else { throw .failed(.unwritable, to: "write", "\(name)/\(target)") }
  }

  private mutating func nextKept() -> String {
    keptCount += 1
    return "\(keeping)/old-\(keptCount)"
  }

  private mutating func makeFolders(above address: String) throws(SystemFault) {
    for folder in address.foldersAbove.reversed() {
      if root.makeFolder(folder) {
        steps.append(.madeFolder(folder))
      } else if errno != EEXIST {
        throw .failed(.unwritable, to: "make", "\(name)/\(folder)")
      } else if root.entry(folder)?.kind != .folder {
        throw .failed(.unwritable, to: "write into", "\(name)/\(folder)", error: ENOTDIR)
      }
    }
  }

  private mutating func removeFolder(_ path: String) -> Bool {
    guard let mode = root.entry(path)?.mode, root.removeFolder(path) else { return false }
    steps.append(.removedFolder(path, mode: mode))
    return true
  }
}

extension String {
  /// The folder that a path lies in; nil for a path of one step.
  var folderAbove: String? {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) }
  }

  /// Every folder that a relative path lies in, the nearest first.
  var foldersAbove: [String] { Array(sequence(first: self) { $0.folderAbove }.dropFirst()) }
}
