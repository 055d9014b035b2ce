internal import Paths

/// Moves of files below folders, one after another, that can be taken back until their maker is content. What was there
/// before waits where new files wait.
///
/// At every moment all that a journal needs is there: a file that is taken back waits again. So whoever finds the journal
/// can do the moves, wherever this process was ended, and whichever way it went.
struct Transaction {
  private enum Step {
    /// A file has another name, which nothing had before.
    case moved(String, to: String)
    /// A file that waited took the place of another, which is kept under a second name.
    case replaced(String, by: String, kept: String)
    case madeFolder(String)
    case removedFolder(String, mode: UInt32)

    var isOfFolder: Bool {
      switch self {
      case .madeFolder, .removedFolder: true
      case .moved, .replaced: false
      }
    }
  }

  /// What is done to finish the work of another process is not taken back.
  private let canBeUndone: Bool
  private var steps: [(folder: OutputRoot, step: Step)] = []
  private var keptCount = 0

  init(canBeUndone: Bool = true) { self.canBeUndone = canBeUndone }

  /// Does what a journal says, or what is left of it. How many files it removed.
  mutating func carryOut(_ journal: Journal, in folder: OutputRoot) throws(SystemFault) -> Int {
    var removed = 0
    for move in journal.moves {
      switch move {
      case .put(let number, let address): try put(OutputRoot.waiting(number), at: address.text, in: folder)
      case .take(let address): removed += try take(address.text, in: folder) ? 1 : 0
      }
    }
    try put(OutputRoot.waitingManifest, at: OutputRoot.manifest, in: folder)
    return removed
  }

  /// Moves a file to where nothing is.
  mutating func move(_ file: String, to target: String, in folder: OutputRoot) throws(SystemFault) {
    try folder.move(file, to: target)
    note(.moved(file, to: target), in: folder)
  }

  /// Moves a file into place, if it waits. Readers see the old bytes or the new ones, where the disk knows hard links.
  private mutating func put(_ waiting: String, at address: String, in folder: OutputRoot) throws(SystemFault) {
    guard let entry = try folder.find(waiting) else { return }
    guard entry.kind == .file else { throw .inTheWay(folder.naming(waiting)) }
    try makeFolders(above: address, in: folder)
    switch try folder.find(address)?.kind {
    case .file where canBeUndone: try replace(address, by: waiting, in: folder)
    case .file: try folder.move(waiting, to: address)
    case .folder:
      try clear(address, in: folder)
      try move(waiting, to: address, in: folder)
    case nil: try move(waiting, to: address, in: folder)
    case .link, .other: throw .inTheWay(folder.naming(address))
    }
  }

  private mutating func replace(
    _ address: String, by waiting: String, in folder: OutputRoot
  ) throws(SystemFault) {
    let kept = nextKept()
    guard (try? folder.root.link(address, to: kept)) != nil else {
      try move(address, to: kept, in: folder)
      return try move(waiting, to: address, in: folder)
    }
    try folder.move(waiting, to: address)
    note(.replaced(address, by: waiting, kept: kept), in: folder)
  }

  /// Takes a file away, and the folders above it that are then empty. False where no file of ours is there any more:
  /// nothing, a folder, or whatever lies behind a link.
  private mutating func take(_ address: String, in folder: OutputRoot) throws(SystemFault) -> Bool {
    let isThere = try folder.find(address)?.kind == .file
    if isThere, canBeUndone {
      let kept = nextKept()
      try folder.telling("remove", address) { root throws(Errno) in try root.move(address, to: kept) }
      note(.moved(address, to: kept), in: folder)
    } else if isThere {
      try folder.telling("remove", address) { root throws(Errno) in try root.removeFile(address) }
    }
    for above in address.foldersAbove where !removeEmpty(above, in: folder) { break }
    return isThere
  }

  /// Takes away a folder that holds nothing but empty folders.
  private mutating func clear(_ address: String, in folder: OutputRoot) throws(SystemFault) {
    do throws(Errno) {
      let inner = try folder.root.walk(address).filter { $0.kind == .folder }.map(\.path)
      for path in inner.reversed() + [address] { try removeFolder(path, in: folder) }
    } catch {
      throw .failed(.unwritable, to: "remove", folder.naming(address), error: error)
    }
  }

  /// Puts everything back as it was, the last change first. Where a file cannot be put back, what was done before it stays,
  /// the journal too: so the site is whole for its readers, as it was at that moment, and another process can go on.
  func undo() -> FolderState {
    var state = FolderState.unchanged
    for (folder, step) in steps.reversed() {
      do throws(Errno) {
        try undo(step, in: folder.root)
      } catch {
        guard step.isOfFolder else { return .unfinished }
        state = .sameFiles
      }
    }
    return state
  }

  private func undo(_ step: Step, in root: any Folder) throws(Errno) {
    switch step {
    case .moved(let path, let target): try root.move(target, to: path)
    case .replaced(let path, let waiting, let kept):
      try root.link(path, to: waiting)
      try root.move(kept, to: path)
    case .madeFolder(let path): try root.removeFolder(path)
    case .removedFolder(let path, let mode):
      try root.makeFolder(path, mode: mode)
      try root.setMode(path, mode)
    }
  }

  private mutating func note(_ step: Step, in folder: OutputRoot) {
    if canBeUndone { steps.append((folder, step)) }
  }

  private mutating func nextKept() -> String {
    keptCount += 1
    return "\(OutputRoot.staging)/old-\(keptCount)"
  }

  private mutating func makeFolders(above address: String, in folder: OutputRoot) throws(SystemFault) {
    for above in address.foldersAbove.reversed() {
      if try folder.root.makeRealFolder(above, naming: folder.naming(above)) { note(.madeFolder(above), in: folder) }
    }
  }

  /// Whether a folder is gone: it held nothing, or was not there.
  private mutating func removeEmpty(_ path: String, in folder: OutputRoot) -> Bool {
    do throws(Errno) {
      try removeFolder(path, in: folder)
      return true
    } catch {
      return error == .missing
    }
  }

  private mutating func removeFolder(_ path: String, in folder: OutputRoot) throws(Errno) {
    let mode = try folder.root.entry(path).mode
    try folder.root.removeFolder(path)
    note(.removedFolder(path, mode: mode), in: folder)
  }
}
