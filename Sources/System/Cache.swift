internal import Digests
internal import Glibc
internal import Synchronization

/// Bytes that cost much to make, kept in a folder from one build to the next under the sum of all that they were made
/// from. What a build did not ask for is removed at its end. Losing it costs time and nothing else, so that no fault of
/// the disk is told.
package final class Cache: Sendable {
  private let folder: String
  private let used = Mutex<Set<String>>([])

  package init(folder: String) { self.folder = folder }

  /// What was kept under a key of digits; nil where there is nothing, or where what there is has been damaged.
  package func find(_ key: String) -> [UInt8]? {
    _ = used.withLock { $0.insert(key) }
    guard let bytes = try? Files.read(path(key)), bytes.count >= 64 else { return nil }
    let kept = Array(bytes.dropFirst(64))
    return SHA256.hex(of: kept).utf8.elementsEqual(bytes.prefix(64)) ? kept : nil
  }

  package func keep(_ bytes: [UInt8], under key: String) {
    _ = used.withLock { $0.insert(key) }
    let waiting = "\(path(key)).\(getpid())"
    guard (try? Folders.make(folder)) != nil,
      (try? Folders.write(Array(SHA256.hex(of: bytes).utf8) + bytes, to: waiting, naming: waiting)) != nil
    else { return }
    if (try? Folders.move(waiting, to: path(key))) == nil { unlink(waiting) }
  }

  /// Removes what was neither found nor kept since this value was made.
  package func removeUnused() {
    let used = used.withLock(\.self)
    for entry in Folders.walk(folder) ?? [] where entry.isFile && entry.path.isKey && !used.contains(entry.path) {
      unlink("\(folder)/\(entry.path)")
    }
  }

  private func path(_ key: String) -> String { "\(folder)/\(key)" }
}

extension String {
  /// Whether a file's name is one that this cache gives; nothing else in the folder is touched.
  fileprivate var isKey: Bool {
    utf8.count == 64 && utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }
  }
}
