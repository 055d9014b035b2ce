internal import Glibc

/// The disk of the machine.
struct RealDisk: Disk {
  func realPath(_ path: String) throws(Errno) -> String {
    guard let resolved = realpath(path, nil) else { throw .last }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  func isLink(_ path: String) throws(Errno) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .last }
    return status.isLink
  }

  func open(_ path: String) throws(Errno) -> any Folder { try OpenedFolder(path) }

  func makeFolder(_ path: String) throws(Errno) {
    guard mkdir(path, 0o777) == 0 else { throw .last }
  }

  func removeFolder(_ path: String) throws(Errno) {
    guard rmdir(path) == 0 else { throw .last }
  }
}

extension stat {
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
