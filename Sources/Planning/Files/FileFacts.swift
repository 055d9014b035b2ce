/// What is known of a file once it is made.
package struct FileFacts: Sendable, Hashable {
  /// In bytes.
  package let size: Int
  /// Of a document for print.
  package let pages: Int?
  /// SHA-256, in hexadecimal digits.
  package let sha256: String

  package init(size: Int, pages: Int?, sha256: String) { (self.size, self.pages, self.sha256) = (size, pages, sha256) }
}

extension FileFacts {
  /// “PDF, 12 pages, 340 kB”, as far as it is known.
  package static func words(_ facts: FileFacts?, format: String) -> String {
    let pages = facts?.pages.map { "\($0) page\($0 == 1 ? "" : "s")" }
    return [format.uppercased(), pages, facts?.size.bytesInWords].compactMap(\.self).joined(separator: ", ")
  }
}

extension Int {
  /// A number of bytes as people say it: `340 kB`, `1.2 MB`.
  package var bytesInWords: String {
    switch self {
    case ..<1000: "\(self) bytes"
    // What would be rounded up to 1000 kB is a megabyte.
    case ..<999_500: "\((self + 500) / 1000) kB"
    default: "\((self + 50_000) / 1_000_000).\((self + 50_000) % 1_000_000 / 100_000) MB"
    }
  }
}
