/// A colour as the web writes it: `#0b5d66`.
package struct Colour: Sendable, Hashable {
  package let hex: String

  package init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.first == "#", digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    hex = text.lowercased()
  }
}
