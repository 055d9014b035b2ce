internal import Digests
internal import Glibc

/// Bytes that cost much to make, kept in a folder from one build to the next under the sum of all that they were made
/// from. Losing it costs time and nothing else, so that no fault of the disk is told.
///
/// It lies with the user and outside every pack, since what is kept is published: whoever may write into the folder decides
/// what the next build hands out. A folder that others may write into is not believed.
package final class Cache: Sendable {
  private let folder: any Folder
  private let limit: Int

  /// Nil where the folder cannot be made, or others may write into it. `limit` is how many bytes stay at the end of a
  /// build.
  package init?(_ path: String, on disk: any Disk, limit: Int = 300_000_000) {
    guard let folder = try? disk.target(path).folder, folder.isOwn else { return nil }
    (self.folder, self.limit) = (folder, limit)
  }

  /// What was kept under a key of digits; nil where there is nothing, or where what there is has been damaged.
  package func find(_ key: String) -> [UInt8]? {
    guard let bytes = try? folder.read(key), bytes.count >= 64 else { return nil }
    let kept = Array(bytes.dropFirst(64))
    guard SHA256.hex(of: kept).utf8.elementsEqual(bytes.prefix(64)) else { return nil }
    try? folder.touch(key)
    return kept
  }

  package func keep(_ bytes: [UInt8], under key: String) {
    let waiting = "\(key).\(getpid())"
    let kept = Array(SHA256.hex(of: bytes).utf8) + bytes
    guard (try? folder.write(kept, to: waiting, isNew: false)) != nil else { return }
    if (try? folder.move(waiting, to: key)) == nil { try? folder.removeFile(waiting) }
  }

  /// Removes what has not been used for longest, until what is left is small enough.
  package func trim() {
    let kept = ((try? folder.list("")) ?? []).compactMap { name, entry in
      name.flatMap { $0.isKey && entry.kind == .file ? (key: $0, entry: entry) : nil }
    }
    var size = kept.reduce(0) { $0 + $1.entry.size }
    for (key, entry) in kept.sorted(by: { ($0.entry.changed, $0.key) < ($1.entry.changed, $1.key) }) where size > limit
    {
      if (try? folder.removeFile(key)) != nil { size -= entry.size }
    }
  }
}

extension String {
  /// Whether a file's name is one that this cache gives; nothing else in the folder is touched.
  fileprivate var isKey: Bool {
    utf8.count == 64 && utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }
  }
}
