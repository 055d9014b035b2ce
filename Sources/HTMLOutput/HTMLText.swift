extension String {
  /// The text as HTML, safe between tags and inside quoted attributes. Characters that no HTML may hold are left out.
  var htmlEscaped: String {
    guard utf8.contains(where: \.needsCare) else { return self }
    var result = ""
    result.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (scalar.value & 0xFFFE) == 0xFFFE: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A web address for an attribute: what may not stand there is percent-encoded, what is encoded is left.
  var hrefEscaped: String {
    var result = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "'"): result += "&#x27;"
      case _ where byte.mayStandInHref: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}

extension UInt8 {
  fileprivate var needsCare: Bool {
    self < 0x20 || self == 0x7F || self == 0xEF || self >= 0xF0
      || self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">")
      || self == UInt8(ascii: "\"")
  }

  fileprivate var mayStandInHref: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_.+!*(),%#@?=;:/,+$~".utf8.contains(self)
    }
  }
}
