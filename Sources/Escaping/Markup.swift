extension String {
  /// The text as HTML, safe between tags and inside quoted attributes. Characters that no page may hold are left out.
  package var htmlEscaped: String { markup(keepsLines: true) }

  /// The text as XML between tags or in an attribute, where line ends and tabs are kept as they are. Characters that XML
  /// 1.0 forbids, and those that stand for none, are left out.
  package var xmlEscaped: String { markup(keepsLines: false) }

  private func markup(keepsLines: Bool) -> String {
    guard utf8.contains(where: \.needsCare) else { return self }
    var result = ""
    result.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r":
        if keepsLines { result.unicodeScalars.append(scalar) } else { result += "&#\(scalar.value);" }
      case _ where scalar.isForbiddenInMarkup: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Control characters and noncharacters.
  package var isForbiddenInMarkup: Bool {
    value < 0x20 && ![0x9, 0xA, 0xD].contains(value) || (0x7F...0x9F).contains(value) && value != 0x85
      || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
  }
}

extension UInt8 {
  /// Whether a byte may be, or may begin, what has to be written in another way.
  fileprivate var needsCare: Bool {
    self < 0x20 || self == 0x7F || self == 0xC2 || self == 0xEF || self >= 0xF0
      || self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">")
      || self == UInt8(ascii: "\"")
  }
}
