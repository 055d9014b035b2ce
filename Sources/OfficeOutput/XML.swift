/// A piece of XML that is well-formed wherever it is put: words come in escaped, and every tag that opens is closed.
struct XML: Sendable, Equatable {
  private(set) var text: String

  static let empty = XML(text: "")

  private init(text: String) { self.text = text }

  /// Words between tags.
  init(_ words: String) { text = words.xmlEscaped }

  /// Pieces one after another.
  init(_ pieces: [XML]) { text = pieces.map(\.text).joined() }

  var isEmpty: Bool { text.isEmpty }

  /// An element. Attributes that are nil are left out.
  static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: XML...) -> XML {
    tag(name, attributes, content)
  }

  static func tag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [XML]) -> XML {
    var text = "<" + name
    for (key, value) in attributes { if let value { text += " \(key)=\"\(value.xmlEscaped)\"" } }
    guard content.contains(where: { !$0.isEmpty }) else { return XML(text: text + "/>") }
    text += ">"
    for piece in content { text += piece.text }
    return XML(text: text + "</" + name + ">")
  }

  static func + (left: XML, right: XML) -> XML { XML(text: left.text + right.text) }

  static func += (left: inout XML, right: XML) { left.text += right.text }

  /// The bytes of a file whose root this is.
  var file: [UInt8] { Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(text)\n".utf8) }
}

extension String {
  /// The text between tags or in an attribute. Characters that XML 1.0 forbids, and those that stand for none, are left
  /// out; a line end in an attribute is kept as it is.
  fileprivate var xmlEscaped: String {
    guard utf8.contains(where: \.needsCare) else { return self }
    var result = ""
    result.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t": result += "&#9;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      case _ where scalar.isForbidden: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Control characters and noncharacters.
  fileprivate var isForbidden: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) && value != 0x85 || (0xFDD0...0xFDEF).contains(value)
      || value & 0xFFFE == 0xFFFE
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
