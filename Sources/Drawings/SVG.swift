package import Diagnostics

/// A drawing made safe to publish: only elements that draw, no scripts, no event handlers, nothing fetched from elsewhere.
/// It is read as XML and written anew, so that it is always well-formed.
package struct SVG: Sendable {
  /// The drawing without what is not allowed.
  package let clean: String

  /// More kinds of things than that are in no drawing that means well.
  private static let mostTold = 20

  /// Nil where it is no drawing, or cannot be followed to its end. Places are bytes behind a byte order mark.
  package init?(_ bytes: [UInt8], file: String, findings: inout [Diagnostic]) {
    let bytes = bytes.withoutByteOrderMark
    func place(_ offset: Int) -> Place { Place(file: file, range: bytes.words(at: offset)) }
    do throws(XMLFault) {
      let text = try XMLText(bytes)
      let root = text.root
      guard root.isDrawn, root.name.local == "svg" else {
        findings.append(.noDrawing(root.name.local, at: place(root.offset)))
        return nil
      }
      var uses = Uses(root)
      guard uses.areFew else {
        findings.append(.endlessDrawing(at: place(root.offset)))
        return nil
      }
      var cleaner = Cleaner()
      if text.instructions.contains("xml-stylesheet") { cleaner.note(.styleSheet, root) }
      clean = cleaner.kept(root).map { $0.written(isRoot: true) }.joined()
      findings += cleaner.leftOut.prefix(Self.mostTold).map { .cleanedDrawing($0.what, at: place($0.offset)) }
      if let next = cleaner.leftOut.dropFirst(Self.mostTold).first {
        findings.append(.cleanedMore(cleaner.leftOut.count - Self.mostTold, at: place(next.offset)))
      }
    } catch {
      findings.append(.brokenDrawing(error.reason, at: place(error.offset)))
      return nil
    }
  }
}

extension [UInt8] {
  /// The bytes of `<name` or `&name;` there; none where neither begins.
  fileprivate func words(at offset: Int) -> Range<Int> {
    let start = Swift.min(offset, count)
    switch dropFirst(start).first {
    case UInt8(ascii: "<"): return start..<(self[start...].firstIndex { " \t\r\n/>".utf8.contains($0) } ?? count)
    case UInt8(ascii: "&"): return start..<(self[start...].firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? count)
    default: return start..<start
    }
  }
}

/// What a drawing is published without.
enum LeftOut: Hashable {
  case script
  case handler(String)
  case links
  case animation
  /// Text that is laid out as a web page.
  case foreignObject
  /// What an element shows or uses that is not in the drawing.
  case outside(String)
  case style(String)
  /// A style sheet in another file.
  case styleSheet
  case element(String)
  case attribute(String)
}

private struct Cleaner {
  private(set) var leftOut: [(what: LeftOut, offset: Int)] = []
  private var noted: Set<LeftOut> = []

  /// What stands in the place of an element: itself, what is in it, or nothing.
  mutating func kept(_ element: XMLElement) -> [XMLElement.Node] {
    guard element.isDrawn || element.isOfPages, !element.isForOneProgram else { return [] }
    let name = element.name.local
    if name == "a" {
      note(.links, element)
      return children(of: element)
    }
    guard element.isDrawn, Vocabulary.elements.contains(name) else {
      if let what = LeftOut(element: name) { note(what, element) }
      return []
    }
    var result = element
    result.attributes = element.attributes.compactMap { attribute($0, of: element) }
    let showsNothing =
      element.attributes.contains(where: \.isAddress) && !result.attributes.contains(where: \.isAddress)
    if showsNothing, element.isPicture || name == "use" { return [] }
    result.children = name == "style" ? style(element) : children(of: element)
    return [.element(result)]
  }

  private mutating func children(of element: XMLElement) -> [XMLElement.Node] {
    element.children.flatMap { node in
      switch node {
      case .element(let child): kept(child)
      case .text: [node]
      }
    }
  }

  private mutating func style(_ element: XMLElement) -> [XMLElement.Node] {
    var filter = StyleFilter()
    let kept = filter.sheet(element.text)
    for text in filter.leftOut { note(.style(text), element) }
    return [.text(kept)]
  }

  private mutating func attribute(
    _ attribute: XMLElement.Attribute, of element: XMLElement
  ) -> XMLElement.Attribute? {
    guard let name = attribute.name.written else { return nil }
    let (value, left) = Self.value(attribute, written: name, of: element)
    for what in left { note(what, element) }
    return value.map { XMLElement.Attribute(name: attribute.name, value: $0) }
  }

  /// The value of an attribute as it may stand, and what was left out of it.
  private static func value(
    _ attribute: XMLElement.Attribute, written name: String, of element: XMLElement
  ) -> (String?, [LeftOut]) {
    let value = attribute.value
    if attribute.isAddress {
      let isAllowed = value.isOwnPart || element.isPicture && value.isPictureInside
      return isAllowed ? (value, []) : (nil, value.isEmpty ? [] : [.outside(value)])
    }
    if name == "style" {
      var filter = StyleFilter()
      let kept = filter.declarations(value)
      return (kept.isEmpty ? nil : kept, filter.leftOut.map { .style($0) })
    }
    if Vocabulary.attributes.contains(name) || name.hasPrefix("xml:") || name.hasPrefix("aria-") { return (value, []) }
    if Vocabulary.properties.contains(name) {
      let kept = StyleFilter.value(value)
      return (kept, kept == nil ? [.style("\(name): \(value)")] : [])
    }
    return (nil, [LeftOut(attribute: name)].compactMap(\.self))
  }

  /// Notes each thing once.
  mutating func note(_ what: LeftOut, _ element: XMLElement) {
    if noted.insert(what).inserted { leftOut.append((what, element.offset)) }
  }
}

extension LeftOut {
  fileprivate init?(element name: String) {
    switch name {
    case _ where Vocabulary.unseen.contains(name): return nil
    case _ where Vocabulary.animations.contains(name): self = .animation
    case "script": self = .script
    case "foreignObject": self = .foreignObject
    default: self = .element(name)
    }
  }

  fileprivate init?(attribute name: String) {
    if Vocabulary.unseenAttributes.contains(name) || name.hasPrefix("data-") { return nil }
    self = name.lowercased().hasPrefix("on") ? .handler(name) : .attribute(name)
  }
}
