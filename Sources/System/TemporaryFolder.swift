internal import Glibc

/// A folder of our own for as long as this value lives; then it and its files are removed.
package struct TemporaryFolder: ~Copyable {
  package let path: String

  package init() throws(SystemFault) {
    let parent = Environment.temporary
    var template = Array("\(parent)/tenderpress-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .failed(.unwritable, to: "make a folder in", parent) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Folders.removeTree(path) }

  /// Writes a file straight into the folder; its name has no steps.
  package func write(_ bytes: [UInt8], to name: String) throws(SystemFault) {
    try Folders.write(bytes, to: "\(path)/\(name)", naming: "\(path)/\(name)")
  }

  package func read(_ name: String) throws(SystemFault) -> [UInt8] { try Files.read("\(path)/\(name)") }

  package func holds(_ name: String) -> Bool { Files.exists("\(path)/\(name)") }
}

/// What the program's surroundings say.
package enum Environment {
  /// Nil where it is not set, or empty.
  package static subscript(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where programs are looked for: never in the folder that somebody works in.
  static var absolutePath: String {
    let folders = (Self["PATH"] ?? "").split(separator: ":").map(String.init).filter(\.isAbsolute)
    return folders.isEmpty ? "/usr/bin:/bin" : folders.joined(separator: ":")
  }

  /// Where programs put what they need for a moment.
  static var temporary: String { Self["TMPDIR"] ?? "/tmp" }
}
