internal import CSyncFS
internal import Glibc
internal import Paths

/// A folder of the disk. Each operation is one question to the system, below the opened folder.
final class OpenedFolder: Folder {
  private let descriptor: Int32

  init(_ path: String) throws(Errno) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
  }

  /// One below an opened one; no link.
  private init(opened descriptor: Int32) throws(Errno) {
    guard descriptor >= 0 else { throw .last }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  func folder(_ path: String) throws(Errno) -> OpenedFolder {
    try at(path) { folder, name throws(Errno) in
      try OpenedFolder(opened: openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    }
  }

  /// Locks the folder itself. Throws `.isLocked` where somebody else has.
  func lock() throws(Errno) -> any FolderLock {
    try Self.lock(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  func entry(_ path: String) throws(Errno) -> FolderEntry {
    try at(path) { folder, name throws(Errno) in
      try FolderEntry(at: folder, name)
    }
  }

  func read(_ path: String) throws(Errno) -> [UInt8] {
    try at(path) { folder, name throws(Errno) in
      let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      guard file >= 0 else { throw .last }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0 else { throw .last }
      guard status.isFile else { throw .isAFolder }
      return try Self.read(file, size: Int(status.st_size))
    }
  }

  func list(_ path: String) throws(Errno) -> [(name: String?, entry: FolderEntry)] {
    // The folder itself is opened anew, since its descriptor has one place of reading for all who share it.
    guard !path.isEmpty else { return try Self.list(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) }
    return try at(path) { folder, name throws(Errno) in
      try Self.list(openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    }
  }

  func write(_ bytes: [UInt8], to path: String, isNew: Bool) throws(Errno) {
    try at(path) { folder, name throws(Errno) in
      let way = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | (isNew ? O_EXCL : O_TRUNC)
      let file = openat(folder, name, way, 0o666)
      guard file >= 0 else { throw .last }
      do throws(Errno) {
        try Self.write(bytes, to: file)
      } catch {
        // Half a file is none.
        if isNew { unlinkat(folder, name, 0) }
        throw error
      }
    }
  }

  func makeFolder(_ path: String, mode: UInt32) throws(Errno) {
    try succeed(at: path) { folder, name in mkdirat(folder, name, mode) }
  }

  func setMode(_ path: String, _ mode: UInt32) throws(Errno) {
    try succeed(at: path) { folder, name in fchmodat(folder, name, mode, 0) }
  }

  func touch(_ path: String) throws(Errno) {
    try succeed(at: path) { folder, name in utimensat(folder, name, nil, AT_SYMLINK_NOFOLLOW) }
  }

  func removeFile(_ path: String) throws(Errno) {
    try succeed(at: path) { folder, name in unlinkat(folder, name, 0) }
  }

  func removeFolder(_ path: String) throws(Errno) {
    try succeed(at: path) { folder, name in unlinkat(folder, name, AT_REMOVEDIR) }
  }

  func move(_ path: String, to target: String) throws(Errno) {
    try atBoth(path, target) { folder, name, otherFolder, otherName in renameat(folder, name, otherFolder, otherName) }
  }

  func link(_ path: String, to target: String) throws(Errno) {
    try atBoth(path, target) { folder, name, otherFolder, otherName in linkat(folder, name, otherFolder, otherName, 0) }
  }

  func sync() throws(Errno) {
    guard syncfs(descriptor) == 0 || errno == ENOSYS else { throw .last }
  }

  func lock(_ path: String) throws(Errno) -> any FolderLock {
    try at(path) { folder, name throws(Errno) in
      try Self.lock(openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    }
  }

  private static func lock(_ descriptor: Int32) throws(Errno) -> any FolderLock {
    guard descriptor >= 0 else { throw .last }
    let lock = DescriptorLock(descriptor)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .last }
    return lock
  }

  var isOwn: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  var isWritable: Bool { faccessat(descriptor, ".", W_OK, AT_EACCESS) == 0 }

  // MARK: Following a path

  /// Closes what it is given.
  private static func list(_ descriptor: Int32) throws(Errno) -> [(name: String?, entry: FolderEntry)] {
    guard descriptor >= 0 else { throw .last }
    guard let stream = fdopendir(descriptor) else {
      let error = Errno.last
      close(descriptor)
      throw error
    }
    defer { closedir(stream) }
    var entries: [(name: String?, entry: FolderEntry)] = []
    errno = 0
    while let next = readdir(stream) {
      let name = withUnsafeBytes(of: next.pointee.d_name) { String(validating: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." {
        do throws(Errno) {
          entries.append(
            (name, try name.map { name throws(Errno) in try FolderEntry(at: descriptor, name) } ?? .unnamed))
        } catch .missing {
          // Gone since it was listed.
        }
      }
      errno = 0
    }
    guard errno == 0 else { throw .last }
    return entries
  }

  private static func read(_ descriptor: Int32, size: Int) throws(Errno) -> [UInt8] {
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

  /// Writes into an open file, and closes it.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Errno) {
    var written = 0
    while written < bytes.count {
      let part = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if part < 0, errno == EINTR { continue }
      guard part >= 0 else {
        let error = Errno.last
        close(descriptor)
        throw error
      }
      written += part
    }
    // A full disk may say so only here.
    guard close(descriptor) == 0 else { throw .last }
  }

  private func succeed(at path: String, _ action: (Int32, String) -> Int32) throws(Errno) {
    try at(path) { folder, name throws(Errno) in
      guard action(folder, name) == 0 else { throw .last }
    }
  }

  private func atBoth(
    _ path: String, _ other: String, _ action: (Int32, String, Int32, String) -> Int32
  ) throws(Errno) {
    try at(path) { folder, name throws(Errno) in
      try succeed(at: other) { otherFolder, otherName in action(folder, name, otherFolder, otherName) }
    }
  }

  /// Opens the folder that holds the last step, and hands it over with that step.
  private func at<Result>(
    _ path: String, _ action: (_ folder: Int32, _ name: String) throws(Errno) -> Result
  ) throws(Errno) -> Result {
    let steps = path.steps
    guard let last = steps.last, !steps.contains(where: { ["", ".", ".."].contains($0) }) else { throw Errno(EINVAL) }
    var folder = descriptor
    defer { if folder != descriptor { close(folder) } }
    for step in steps.dropLast() {
      let next = openat(folder, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      // A link in the place of a folder is no folder.
      guard next >= 0 else { throw errno == ELOOP ? .notAFolder : .last }
      if folder != descriptor { close(folder) }
      folder = next
    }
    return try action(folder, last)
  }
}

private final class DescriptorLock: FolderLock {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}

extension FolderEntry {
  /// Of what has a name that nobody can write.
  fileprivate static let unnamed = FolderEntry(kind: .other)

  fileprivate init(at folder: Int32, _ name: String) throws(Errno) {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw .last }
    let kind: Kind = status.isFile ? .file : status.isFolder ? .folder : status.isLink ? .link : .other
    self.init(
      kind: kind, size: Int(status.st_size), mode: status.st_mode & 0o7777, changed: Int(status.st_mtim.tv_sec))
  }
}
