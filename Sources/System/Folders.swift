internal import Glibc
internal import Paths

/// Making, moving and removing, with the system's refusals in plain words.
enum Folders {
  static func make(_ path: String) throws(SystemFault) {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      var status = stat()
      guard stat(path, &status) == 0, status.isFolder else {
        throw .failed(.unwritable, to: "write into", path, error: .notAFolder)
      }
    case ENOENT where path.contains("/"):
      try makeParent(of: path)
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .failed(.unwritable, to: "make", path) }
    default: throw .failed(.unwritable, to: "make", path)
    }
  }

  static func makeParent(of path: String) throws(SystemFault) {
    guard let above = path.folderAbove, !above.isEmpty else { return }
    try make(above)
  }

  static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.isFolder
  }

  static func write(_ bytes: [UInt8], to path: String, naming target: String) throws(SystemFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .failed(.unwritable, to: "write", target) }
    do throws(Errno) {
      try write(bytes, to: descriptor)
    } catch {
      throw .failed(.unwritable, to: "write", target, error: error)
    }
  }

  /// Writes into an open file, and closes it.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Errno) {
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
    var steps = path.isAbsolute ? [] : (Files.realPath(".") ?? "").steps.filter { !$0.isEmpty }
    for step in path.steps where step != "." && !step.isEmpty {
      if step == ".." {
        steps = Array(steps.dropLast())
      } else {
        let next = "/" + (steps + [step]).joined(separator: "/")
        steps = (Files.realPath(next) ?? next).steps.filter { !$0.isEmpty }
      }
    }
    return "/" + steps.joined(separator: "/")
  }
}
