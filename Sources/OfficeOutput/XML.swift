internal import Escaping

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
