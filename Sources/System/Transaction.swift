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

  private let root: String
  private let keeping: String
  private var steps: [Step] = []
  private var keptCount = 0

  /// Old files wait in the folder `keeping`.
  init(in root: String, keeping: String) { (self.root, self.keeping) = (root, keeping) }

  /// Moves a file into place. Readers see the old bytes or the new ones, where the disk knows hard links.
  mutating func put(_ waiting: String, at address: String) throws(SystemFault) {
    let target = "\(root)/\(address)"
    try makeFolders(above: address)
    var status = stat()
    guard lstat(target, &status) == 0 else {
      try Folders.move(waiting, to: target)
      steps.append(.put(target))
      return
    }
    let kept = nextKept()
    if link(target, kept) != 0 { try Folders.move(target, to: kept) }
    steps.append(.kept(target, as: kept))
    try Folders.move(waiting, to: target)
  }

  /// Takes a file away, and the folders above it that are then empty. False where no file of ours can be there any
  /// more: nothing, a folder, or whatever lies behind a link.
  mutating func take(_ address: String) throws(SystemFault) -> Bool {
    let target = "\(root)/\(address)"
    guard Folders.isReached(address, in: root) else { return false }
    let kept = nextKept()
    guard rename(target, kept) == 0 else { throw .failed(.unwritable, to: "remove", target) }
    steps.append(.kept(target, as: kept))
    var folder = address
    while let above = folder.folderAbove, removeFolder("\(root)/\(above)") { folder = above }
    return true
  }

  /// Takes away a folder that holds nothing but empty folders.
  mutating func clear(_ address: String) throws(SystemFault) {
    let folders = Folders.walk("\(root)/\(address)")?.filter(\.isFolder).map { "\(root)/\(address)/\($0.path)" } ?? []
    for folder in folders.reversed() + ["\(root)/\(address)"] where !removeFolder(folder) {
      throw .failed(.unwritable, to: "remove", folder)
    }
  }

  /// Puts everything back as it was, the last change first. False where something could not be put back; then the very
  /// first change stays too, which is the list of all that may be ours.
  func undo() -> Bool {
    var isWhole = true
    for (index, step) in steps.enumerated().reversed() where index > 0 || isWhole {
      let isUndone =
        switch step {
        case .put(let path): unlink(path) == 0
        case .kept(let path, let kept): rename(kept, path) == 0
        case .madeFolder(let path): rmdir(path) == 0
        case .removedFolder(let path, let mode): mkdir(path, mode) == 0 && chmod(path, mode) == 0
        }
      isWhole = isWhole && isUndone
    }
    return isWhole
  }

  private mutating func nextKept() -> String {
    keptCount += 1
    return "\(keeping)/old-\(keptCount)"
  }

  private mutating func makeFolders(above address: String) throws(SystemFault) {
    for step in address.foldersAbove.reversed() {
      let path = "\(root)/\(step)"
      if mkdir(path, 0o777) == 0 {
        steps.append(.madeFolder(path))
      } else if errno != EEXIST {
        throw .failed(.unwritable, to: "make", path)
      } else if !Folders.isRealFolder(path) {
        throw .failed(.unwritable, to: "write into", path, error: ENOTDIR)
      }
    }
  }

  private mutating func removeFolder(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, rmdir(path) == 0 else { return false }
    steps.append(.removedFolder(path, mode: status.st_mode & 0o7777))
    return true
  }
}

extension String {
  /// The folder that a relative path lies in; nil for a path of one step.
  var folderAbove: String? { lastIndex(of: "/").map { String(self[..<$0]) } }

  /// Every folder that a relative path lies in, the nearest first.
  var foldersAbove: [String] { Array(sequence(first: self) { $0.folderAbove }.dropFirst()) }
}
