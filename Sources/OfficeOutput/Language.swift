internal import Markdown

extension LanguageTag {
  /// A language as word processors want it: English for what is no tag, and a country where one is likely, since their
  /// spelling checks are for a language in a country.
  init(guessing tag: String) {
    let written = LanguageTag(tag) ?? LanguageTag(code: "en", region: nil)
    let likely = ["en", "cy", "gd"].contains(written.code) ? "GB" : nil
    self.init(code: written.code, region: written.region ?? likely)
  }

  /// `cy-GB`
  var tag: String { region.map { "\(code)-\($0)" } ?? code }
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
