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
  package init(_ path: String) throws(SystemFault) {
    guard Files.exists(path) else { throw .noList(path, "there is no “\(path)”") }
    if let lines = try Self.lines(in: path) {
      files = lines.map { ($0.name, Self.verdict($0, in: path)) }
      return
    }
    var (folder, name) = path.splitAtLastSlash
    for _ in 0..<2 {
      if let lines = try Self.lines(in: folder), let line = lines.first(where: { $0.name == name }) {
        files = [(line.name, Self.verdict(line, in: folder))]
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
  private static func lines(in folder: String) throws(SystemFault) -> [Line]? {
    let path = "\(folder)/\(listName)"
    guard Files.exists(path) else { return nil }
    let text = String(decoding: try Files.read(path, limit: 1_000_000), as: UTF8.self)
    let written = text.split(separator: "\n")
    let lines = written.compactMap { line -> Line? in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 64, parts[0].allSatisfy(\.isHexDigit) else { return nil }
      return (parts[0].lowercased(), String(parts[1].drop { $0 == " " || $0 == "*" }))
    }
    guard !lines.isEmpty, lines.count == written.count else {
      throw .noList(path, "this is no list of checksums, or a part of it cannot be read")
    }
    return lines
  }

  private static func verdict(_ line: Line, in folder: String) -> Verdict {
    guard let path = try? SafePath(line.name) else { return .refused }
    switch Files.content(of: path.text, in: folder) {
    case .bytes(let bytes): return SHA256.hex(of: bytes) == line.sum ? .unchanged : .changed
    case .nothing: return .missing
    case .noFile: return .refused
    }
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
