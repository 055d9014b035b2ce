/// Changes below a folder that can be taken back, one after another, until their maker is content. What was there before
/// waits in another folder on the same disk.
struct Transaction {
  private enum Step {
    case put(String)
    /// An old file waits under another name.
    case kept(String, as: String)
    case madeFolder(String)
    case removedFolder(String, mode: UInt32)

    var isOfFolder: Bool {
      switch self {
      case .madeFolder, .removedFolder: true
      case .put, .kept: false
      }
    }
  }

  private let root: any Folder
  /// What faults call the folder.
  private let name: String
  private let keeping: String
  private var steps: [Step] = []
  private var keptCount = 0

  /// Old files wait in the folder `keeping`. All paths are from the root.
  init(in root: any Folder, named name: String, keeping: String) {
    (self.root, self.name, self.keeping) = (root, name, keeping)
  }

  /// Moves a file into place. Readers see the old bytes or the new ones, where the disk knows hard links.
  mutating func put(_ waiting: String, at address: String) throws(SystemFault) {
    try makeFolders(above: address)
    guard try root.find(address, naming: "\(name)/\(address)") != nil else {
      try move(waiting, to: address)
      steps.append(.put(address))
      return
    }
    let kept = nextKept()
    if (try? root.link(address, to: kept)) == nil { try move(address, to: kept) }
    steps.append(.kept(address, as: kept))
    try move(waiting, to: address)
  }

  /// Takes a file away, and the folders above it that are then empty. False where no file of ours can be there any
  /// more: nothing, a folder, or whatever lies behind a link.
  mutating func take(_ address: String) throws(SystemFault) -> Bool {
    guard try root.find(address, naming: "\(name)/\(address)")?.kind == .file else { return false }
    let kept = nextKept()
    try telling("remove", address) { root throws(Errno) in try root.move(address, to: kept) }
    steps.append(.kept(address, as: kept))
    var folder = address
    while let above = folder.folderAbove, (try? removeFolder(above)) != nil { folder = above }
    return true
  }

  /// Takes away a folder that holds nothing but empty folders.
  mutating func clear(_ address: String) throws(SystemFault) {
    do throws(Errno) {
      let folders = try root.walk(address).filter { $0.kind == .folder }.map(\.path)
      for folder in folders.reversed() + [address] { try removeFolder(folder) }
    } catch {
      throw .failed(.unwritable, to: "remove", "\(name)/\(address)", error: error)
    }
  }

  /// What came of putting everything back.
  enum Undoing: Comparable {
    case whole
    /// Every file is as it was, but for empty folders.
    case files
    case partly

    /// What its user should know.
    var words: String {
      switch self {
      case .whole: "Nothing has been changed."
      case .files: "No file has been changed; empty folders may be new or gone."
      case .partly: "Some files are new now and some are old: build again."
      }
    }
  }

  /// Puts everything back as it was, the last change first. Where that cannot be done, the very first change stays too,
  /// which is the list of all that may be ours.
  func undo() -> Undoing {
    var undoing = Undoing.whole
    for (index, step) in steps.enumerated().reversed() where index > 0 || undoing == .whole {
      do throws(Errno) {
        try undo(step)
      } catch {
        if index > 0 { undoing = max(undoing, step.isOfFolder ? .files : .partly) }
      }
    }
    return undoing
  }

  private func undo(_ step: Step) throws(Errno) {
    switch step {
    case .put(let path): try root.removeFile(path)
    case .kept(let path, let kept): try root.move(kept, to: path)
    case .madeFolder(let path): try root.removeFolder(path)
    case .removedFolder(let path, let mode):
      try root.makeFolder(path, mode: mode)
      try root.setMode(path, mode)
    }
  }

  private func move(_ path: String, to target: String) throws(SystemFault) {
    try telling("write", target) { root throws(Errno) in try root.move(path, to: target) }
  }

  /// Does something, and says in plain words what could not be done.
  private func telling(
    _ action: String, _ path: String, _ work: (any Folder) throws(Errno) -> Void
  ) throws(SystemFault) {
    do throws(Errno) {
      try work(root)
    } catch {
      throw .failed(.unwritable, to: action, "\(name)/\(path)", error: error)
    }
  }

  private mutating func nextKept() -> String {
    keptCount += 1
    return "\(keeping)/old-\(keptCount)"
  }

  private mutating func makeFolders(above address: String) throws(SystemFault) {
    for folder in address.foldersAbove.reversed() {
      if try root.makeRealFolder(folder, naming: "\(name)/\(folder)") { steps.append(.madeFolder(folder)) }
    }
  }

  private mutating func removeFolder(_ path: String) throws(Errno) {
    let mode = try root.entry(path).mode
    try root.removeFolder(path)
    steps.append(.removedFolder(path, mode: mode))
  }
}
