internal import Escaping

extension XMLElement.Name {
  private static let svg = "http://www.w3.org/2000/svg"
  private static let xhtml = "http://www.w3.org/1999/xhtml"
  private static let xlink = "http://www.w3.org/1999/xlink"
  private static let xml = "http://www.w3.org/XML/1998/namespace"

  /// Whether it is a name of drawings. Those that are nobody's are taken for it, unless they say that they are not.
  fileprivate var isOfDrawings: Bool { namespace == Self.svg || namespace.isEmpty && !local.contains(":") }

  /// Whether it is a name of web pages, which may stand in drawings.
  fileprivate var isOfPages: Bool { namespace == Self.xhtml }

  /// An attribute's name as it is written; nil for one that says nothing about the drawing.
  var written: String? {
    if namespace.isEmpty { return local == "xlink:href" || !local.contains(":") ? local : nil }
    if namespace == Self.xlink { return local == "href" ? "xlink:href" : nil }
    return namespace == Self.xml && (local == "lang" || local == "space") ? "xml:\(local)" : nil
  }

  fileprivate static let declarations = " xmlns=\"\(svg)\" xmlns:xlink=\"\(xlink)\""
}

extension XMLElement {
  var isDrawn: Bool { name.isOfDrawings }

  var isOfPages: Bool { name.isOfPages }

  /// Whether it shows a picture that is not drawn.
  var isPicture: Bool { name.local == "image" || name.local == "feImage" }

  /// Whether it is meant for the program alone that wrote it.
  var isForOneProgram: Bool {
    attributes.contains { attribute in
      attribute.name.local == "requiredExtensions"
        && !attribute.value.split(separator: " ").allSatisfy { $0.hasPrefix("http://www.w3.org/") }
    }
  }

  func written(isRoot: Bool) -> String {
    let attributes = attributes.compactMap { attribute in
      attribute.name.written.map { " \($0)=\"\(attribute.value.xmlEscaped)\"" }
    }
    let tag = name.local + (isRoot ? Name.declarations : "") + attributes.joined()
    let inside = children.map { $0.written(isRoot: false) }.joined()
    return inside.isEmpty ? "<\(tag)/>" : "<\(tag)>\(inside)</\(name.local)>"
  }
}

extension XMLElement.Node {
  func written(isRoot: Bool) -> String {
    switch self {
    case .element(let element): element.written(isRoot: isRoot)
    case .text(let text): text.htmlEscaped
    }
  }
}

extension XMLElement.Attribute {
  /// Whether its value is an address that programs follow.
  var isAddress: Bool { name.written == "href" || name.written == "xlink:href" }
}

extension String {
  /// Whether an address holds a picture of dots itself.
  var isPictureInside: Bool {
    let kinds = ["png", "jpeg", "jpg", "gif", "webp"].map { "data:image/\($0);base64," }
    guard let kind = kinds.first(where: { lowercased().hasPrefix($0) }) else { return false }
    return utf8.dropFirst(kind.utf8.count).allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="),
        UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        true
      default: false
      }
    }
  }
}
