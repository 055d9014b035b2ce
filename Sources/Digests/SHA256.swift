internal import CMD

/// A SHA-256 sum: of files that people check, and for names of what a cache keeps.
package struct SHA256 {
  private var context = SHA2_CTX()

  package init() { SHA256Init(&context) }

  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { SHA256Update(&context, $0.baseAddress, $0.count) }
    guard isDone == nil else { return }
    let copy = Array(bytes)
    copy.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
  }

  /// A part with its length before it, so that no two lists of parts run into the same bytes.
  package mutating func updatePart(_ bytes: some Collection<UInt8>) {
    update("\(bytes.count):".utf8)
    update(bytes)
  }

  /// The sum of all that was given, as 64 digits in lower case. The value can go on after it.
  package var hex: String {
    var copy = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &copy)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  package static func hex(of bytes: some Sequence<UInt8>) -> String {
    var sum = SHA256()
    sum.update(bytes)
    return sum.hex
  }
}
