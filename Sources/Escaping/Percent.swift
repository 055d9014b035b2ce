extension String {
  /// Letters, digits and `-._~` as they are, every other byte as `%XX`: a step of an address (RFC 3986, 2.3).
  package var percentEncoded: String { encoded { byte, _ in byte.isUnreserved } }

  /// A whole address: what may not stand in one is encoded, what is encoded already stays.
  package var addressEncoded: String {
    encoded { byte, rest in
      byte.isUnreserved || "!*'();:@&=+$,/?#".utf8.contains(byte)
        || byte == UInt8(ascii: "%") && rest.count > 1 && rest.prefix(2).allSatisfy(\.isHexDigit)
    }
  }

  /// The text with every `%XX` as the byte it stands for.
  package var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let decoded = UInt8(Substring(rest.prefix(2)), radix: 16), rest.count >= 2 {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `stays` is asked of each byte, with those that follow it.
  private func encoded(_ stays: (UInt8, Substring.UTF8View) -> Bool) -> String {
    var result = ""
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if stays(byte, rest) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}

extension UInt8 {
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  fileprivate var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
