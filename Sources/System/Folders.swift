internal import Glibc

/// Making, moving and removing, with the system's refusals in plain words.
enum Folders {
  static func make(_ path: String) throws(SystemFault) {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      var status = stat()
      guard stat(path, &status) == 0, status.isFolder else {
        throw .failed(.unwritable, to: "write into", path, error: ENOTDIR)
      }
    case ENOENT where path.contains("/"):
      try makeParent(of: path)
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .failed(.unwritable, to: "make", path) }
    default: throw .failed(.unwritable, to: "make", path)
    }
  }

  static func makeParent(of path: String) throws(SystemFault) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    try make(String(path[..<slash]))
  }

  /// Makes a folder of our own, and refuses a link that somebody put in its place.
  static func makeReal(_ path: String) throws(SystemFault) {
    try make(path)
    guard isRealFolder(path) else { throw .failed(.unwritable, to: "write into", path, error: ENOTDIR) }
  }

  static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.isFolder
  }

  static func write(_ bytes: [UInt8], to path: String, naming target: String) throws(SystemFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .failed(.unwritable, to: "write", target) }
    var written = 0
    while written < bytes.count {
      let part = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if part < 0, errno == EINTR { continue }
      guard part >= 0 else {
        let error = errno
        close(descriptor)
        throw .failed(.unwritable, to: "write", target, error: error)
      }
      written += part
    }
    // A full disk may say so only here.
    guard close(descriptor) == 0 else { throw .failed(.unwritable, to: "write", target) }
  }

  static func move(_ path: String, to target: String) throws(SystemFault) {
    guard rename(path, target) == 0 else { throw .failed(.unwritable, to: "write", target) }
  }

  /// Whether a relative path leads to a file and no step of it is a link, which would lead to somebody else's files.
  static func isReached(_ path: String, in root: String) -> Bool {
    var status = stat()
    return lstat("\(root)/\(path)", &status) == 0 && status.isFile
      && path.foldersAbove.allSatisfy { isRealFolder("\(root)/\($0)") }
  }

  struct Entry {
    /// Relative to the folder that was walked over.
    let path: String
    let isFolder: Bool
    let isFile: Bool
  }

  /// Everything below a folder, hidden or not, each folder before what it holds. Links are not followed. Nil where
  /// something cannot be read, or is nested so deep that it is none of ours.
  static func walk(_ folder: String) -> [Entry]? {
    guard isRealFolder(folder), let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      var status = stat()
      guard name != ".", name != ".." else { continue }
      guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
      entries.append(Entry(path: name, isFolder: status.isFolder, isFile: status.isFile))
      guard status.isFolder else { continue }
      guard let inner = walk("\(folder)/\(name)") else { return nil }
      entries += inner.map { Entry(path: "\(name)/\($0.path)", isFolder: $0.isFolder, isFile: $0.isFile) }
    }
    return entries
  }

  /// Removes a folder of files that we made.
  static func removeTree(_ path: String) {
    guard isRealFolder(path), let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { unlink("\(path)/\(name)") }
    }
    closedir(stream)
    rmdir(path)
  }

  /// Where a folder is, or would be if it were made: without links, and without `..` even where nothing is there yet.
  static func whereItWouldBe(_ path: String) -> String {
    var steps = path.hasPrefix("/") ? [] : (Files.realPath(".") ?? "").split(separator: "/").map(String.init)
    for step in path.split(separator: "/") where step != "." {
      if step == ".." {
        steps = Array(steps.dropLast())
      } else {
        let next = "/" + (steps + [String(step)]).joined(separator: "/")
        steps = (Files.realPath(next) ?? next).split(separator: "/").map(String.init)
      }
    }
    return "/" + steps.joined(separator: "/")
  }
}
