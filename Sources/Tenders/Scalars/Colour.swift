internal import Glibc

/// A colour as the web writes it: `#0b5d66`.
package struct Colour: Sendable, Hashable {
  package let hex: String

  package init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.first == "#", digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    hex = text.lowercased()
  }

  /// The contrast with white as the Web Content Accessibility Guidelines measure it, from 1 to 21.
  package var contrastOnWhite: Double { 1.05 / (luminance + 0.05) }

  private var luminance: Double {
    let parts = (0..<3).map { index -> Double in
      let start = hex.index(hex.startIndex, offsetBy: 1 + 2 * index)
      let value = Double(Int(hex[start...].prefix(2), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
