internal import Diagnostics
internal import Digests
internal import Planning

/// A file that is to be published, and what was noticed while it was made.
struct MadeFile: Sendable {
  let bytes: [UInt8]
  /// Of a document for print.
  let pages: Int?
  let findings: [Diagnostic]

  init(bytes: [UInt8], pages: Int? = nil, _ findings: [Diagnostic] = []) {
    (self.bytes, self.pages, self.findings) = (bytes, pages, findings)
  }

  init(text: String) { self.init(bytes: Array(text.utf8)) }

  var facts: FileFacts { FileFacts(size: bytes.count, pages: pages, sha256: SHA256.hex(of: bytes)) }
}
