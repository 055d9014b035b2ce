/// A language by its tag, as word processors want it.
struct Language: Sendable, Hashable {
  /// `cy`
  let code: String
  /// `GB`; nil where nothing is said.
  let region: String?

  init(_ tag: String) {
    let parts = tag.split { $0 == "-" || $0 == "_" }.map(String.init)
    code = (parts.first ?? "en").lowercased()
    let written = parts.dropFirst().first { $0.count == 2 }?.uppercased()
    // Spelling checks are for a language in a country.
    region = written ?? (["en", "cy", "gd"].contains(code) ? "GB" : nil)
  }

  /// `cy-GB`
  var tag: String { region.map { "\(code)-\($0)" } ?? code }

  /// Whether it is written from right to left.
  var isRightToLeft: Bool { ["ar", "he", "ur", "fa", "ps", "sd", "ug", "yi", "dv", "ckb", "ku-arab"].contains(code) }
}

extension String {
  /// Whether every letter is of a script that is written from right to left, and there is one.
  var isRightToLeft: Bool {
    var found = false
    for scalar in unicodeScalars where scalar.properties.isAlphabetic {
      guard scalar.isRightToLeft else { return false }
      found = true
    }
    return found
  }
}

extension Unicode.Scalar {
  /// Hebrew, Arabic and their neighbours.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
  ]

  fileprivate var isRightToLeft: Bool { value >= 0x590 && Self.blocks.contains { $0.contains(value) } }
}
