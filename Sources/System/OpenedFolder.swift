internal import Glibc
internal import Paths

/// A folder that was opened once, and what can be done below it.
///
/// Every path is followed from the opened folder, step by step, and no step may be a link: whatever somebody puts in the
/// way while we work, or writes into a list that we read, nothing outside the folder is read, written or removed. The
/// system's own number of an error is left in `errno`, since callers know what they were about.
final class OpenedFolder: Sendable {
  private let descriptor: Int32

  /// A link to the folder itself is followed: it is the person's who named it.
  init(_ path: String) throws(SystemFault) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(.unwritable, to: "write into", path) }
  }

  deinit { close(descriptor) }

  enum Kind { case file, folder, other }

  struct Entry {
    let kind: Kind
    let size: Int
    let mode: mode_t
    /// Seconds since 1970.
    let changed: Int
  }

  /// What is there; nil for nothing, and for whatever lies behind a link.
  func entry(_ path: String) -> Entry? {
    at(path) { folder, name in
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
      return Entry(
        kind: status.isFile ? .file : status.isFolder ? .folder : .other, size: Int(status.st_size),
        mode: status.st_mode & 0o7777, changed: Int(status.st_mtim.tv_sec))
    }
  }

  /// The bytes of a file; nil where there is none.
  func read(_ path: String) -> [UInt8]? {
    at(path) { folder, name in
      let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      guard file >= 0 else { return nil }
      defer { close(file) }
      return try? Files.read(file, naming: path)
    }
  }

  /// Writes a file anew, or only where nothing is. `naming` is what a fault calls it.
  func write(
    _ bytes: [UInt8], to path: String, naming target: String, isNew: Bool = false
  ) throws(SystemFault) {
    let file = at(path) { folder, name -> Int32? in
      let way = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | (isNew ? O_EXCL : O_TRUNC)
      let file = openat(folder, name, way, 0o666)
      return file >= 0 ? file : nil
    }
    guard let file else { throw .failed(.unwritable, to: "write", target) }
    try Folders.write(bytes, to: file, naming: target)
  }

  /// False where it cannot be made, or is there already.
  func makeFolder(_ path: String, mode: mode_t = 0o777) -> Bool {
    succeeds(at: path) { folder, name in mkdirat(folder, name, mode) }
  }

  func setMode(_ path: String, _ mode: mode_t) -> Bool {
    succeeds(at: path) { folder, name in fchmodat(folder, name, mode, 0) }
  }

  /// Notes that a file was used now.
  func touch(_ path: String) -> Bool {
    succeeds(at: path) { folder, name in utimensat(folder, name, nil, AT_SYMLINK_NOFOLLOW) }
  }

  /// Whether the folder is this user's, and nobody else may write into it.
  var isOwn: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  func removeFile(_ path: String) -> Bool { succeeds(at: path) { folder, name in unlinkat(folder, name, 0) } }

  func removeFolder(_ path: String) -> Bool {
    succeeds(at: path) { folder, name in unlinkat(folder, name, AT_REMOVEDIR) }
  }

  func move(_ path: String, to target: String) -> Bool {
    succeeds(at: path) { folder, name in
      at(target) { otherFolder, otherName in renameat(folder, name, otherFolder, otherName) } ?? -1
    }
  }

  /// Gives a file a second name, where the disk can.
  func link(_ path: String, to target: String) -> Bool {
    succeeds(at: path) { folder, name in
      at(target) { otherFolder, otherName in linkat(folder, name, otherFolder, otherName, 0) } ?? -1
    }
  }

  /// Everything below a folder, hidden or not, each folder before what it holds. Nil where something cannot be read, or
  /// is nested so deep that it is none of ours.
  func walk(_ path: String, depth: Int = 200) -> [(path: String, kind: Kind)]? {
    guard depth > 0, let names = names(in: path) else { return nil }
    var entries: [(path: String, kind: Kind)] = []
    for name in names {
      let inner = "\(path)/\(name)"
      guard let kind = entry(inner)?.kind else { return nil }
      entries.append((inner, kind))
      guard kind == .folder else { continue }
      guard let deeper = walk(inner, depth: depth - 1) else { return nil }
      entries += deeper
    }
    return entries
  }

  /// What lies in the folder itself.
  var files: [String] { descriptorNames(dup(descriptor)).filter { entry($0)?.kind == .file } }

  /// Removes a folder of files that we made.
  func removeFlatFolder(_ path: String) {
    for name in names(in: path) ?? [] { _ = removeFile("\(path)/\(name)") }
    _ = removeFolder(path)
  }

  /// Keeps other programs of ours out for as long as this value lives. False where one is in.
  func lock(_ path: String) -> Int32? {
    at(path) { folder, name in
      let own = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard own >= 0 else { return nil }
      guard flock(own, LOCK_EX | LOCK_NB) == 0 else {
        close(own)
        return nil
      }
      return own
    }
  }

  private func names(in path: String) -> [String]? {
    at(path) { folder, name in
      let own = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      return own >= 0 ? descriptorNames(own) : nil
    }
  }

  /// Closes what it is given.
  private func descriptorNames(_ descriptor: Int32) -> [String] {
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return []
    }
    defer { closedir(stream) }
    rewinddir(stream)
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private func succeeds(at path: String, _ action: (Int32, String) -> Int32) -> Bool { at(path, action) == 0 }

  /// Opens the folder that holds the last step, and hands it over with that step.
  private func at<Result>(_ path: String, _ action: (_ folder: Int32, _ name: String) -> Result?) -> Result? {
    let steps = path.steps
    guard let last = steps.last, !steps.contains(where: { ["", ".", ".."].contains($0) }) else {
      errno = EINVAL
      return nil
    }
    var folder = descriptor
    defer { if folder != descriptor { keepingError { _ = close(folder) } } }
    for step in steps.dropLast() {
      let next = openat(folder, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else {
        // A link in the place of a folder is no folder.
        if errno == ELOOP { errno = ENOTDIR }
        return nil
      }
      if folder != descriptor { close(folder) }
      folder = next
    }
    return action(folder, last)
  }
}

/// Cleans up without hiding why the work before it failed.
private func keepingError(_ action: () -> Void) {
  let error = errno
  action()
  errno = error
}
