internal import Diagnostics
internal import Digests
internal import Paths
package import System

/// Checks files against the list of checksums that lies beside them, as a build wrote it.
package struct Verification {
  package enum Verdict: Sendable, Equatable {
    case unchanged, changed, missing
    /// In the list under a name that leads out of its folder, or to what is no file.
    case refused
  }

  /// Each file with what became of it, in the order of the list.
  package let files: [(name: String, verdict: Verdict)]

  package var holds: Bool { files.allSatisfy { $0.verdict == .unchanged } }

  /// `path` is a folder with a list, or a file whose list lies beside it or in the folder above.
  package init(_ path: String, on disk: any Disk) throws(SystemFault) {
    guard try disk.holds(path) else { throw .noList(path, "there is no “\(path)”") }
    if let (folder, lines) = try Self.list(in: path, on: disk) {
      files = try lines.map { line throws(SystemFault) in (line.name, try Self.verdict(line, in: folder)) }
      return
    }
    var (folder, name) = path.splitAtLastSlash
    for _ in 0..<2 {
      if let (opened, lines) = try Self.list(in: folder, on: disk), let line = lines.first(where: { $0.name == name }) {
        files = [(line.name, try Self.verdict(line, in: opened))]
        return
      }
      let (above, last) = folder.splitAtLastSlash
      (folder, name) = (above, "\(last)/\(name)")
    }
    throw .noList(path, "no list of checksums names “\(path)”")
  }

  private static let listName = "SHA256SUMS"

  private typealias Line = (sum: String, name: String)

  /// Nil where a folder has no list. A list that says nothing, or a line that cannot be read, is no answer.
  private static func list(
    in folder: String, on disk: any Disk
  ) throws(SystemFault) -> (folder: any Folder, lines: [Line])? {
    let path = "\(folder)/\(listName)"
    guard try disk.holds(path) else { return nil }
    let opened = try disk.source(folder)
    let text = String(decoding: try opened.read(listName, naming: path, limit: 1_000_000), as: UTF8.self)
    let written = text.split(separator: "\n")
    let lines = written.compactMap { line -> Line? in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 64, parts[0].allSatisfy(\.isHexDigit) else { return nil }
      return (parts[0].lowercased(), String(parts[1].drop { $0 == " " || $0 == "*" }))
    }
    guard !lines.isEmpty, lines.count == written.count else {
      throw .noList(path, "this is no list of checksums, or a part of it cannot be read")
    }
    return (opened, lines)
  }

  private static func verdict(_ line: Line, in folder: any Folder) throws(SystemFault) -> Verdict {
    guard let path = try? SafePath(line.name) else { return .refused }
    guard let entry = try folder.find(path.text, naming: line.name) else { return .missing }
    guard entry.kind == .file else { return .refused }
    return SHA256.hex(of: try folder.read(path.text, naming: line.name)) == line.sum ? .unchanged : .changed
  }
}

extension String {
  fileprivate var splitAtLastSlash: (folder: String, name: String) {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", self) }
    return (String(self[..<slash]), String(self[utf8.index(after: slash)...]))
  }
}

extension SystemFault {
  fileprivate static func noList(_ path: String, _ message: String) -> SystemFault {
    SystemFault(
      .unreadable, message, file: path,
      help: "Put the file SHA256SUMS of the pack beside it, as the website has it, and run this again.")
  }
}
