internal import CXML

/// Why an XML text cannot be followed to its end.
struct XMLFault: Error, Equatable {
  enum Reason: Equatable {
    /// Nothing is in it.
    case empty
    /// A tag closes another element than the one that is open.
    case crossed(open: String, closes: String)
    case neverClosed(String)
    /// A name between `&` and `;` that the text does not explain in plain words.
    case unknownName(String)
    case sameAttribute(String)
    case attributeWithoutValue(String)
    /// A value that has no quotation mark before it, or none behind it.
    case quotation
    /// A tag with something in it that is none of its words.
    case tag
    /// A `<` or `&` with no name behind it, or a name without its end.
    case noName
    case afterTheEnd
    case character
    case encoding
    case declarationNotFirst
    case tooLarge
    /// Anything else.
    case broken
  }

  let reason: Reason
  let offset: Int
}

/// A text read as XML. Nothing outside of it is read, whatever it declares, and of what it declares only names that stand for
/// a few plain words, as drawing programs write them.
struct XMLText {
  let root: XMLElement
  /// The names of the instructions to programs before and behind the root.
  let instructions: [String]

  init(_ bytes: [UInt8]) throws(XMLFault) {
    _ = Self.prepared
    let reading = Reading()
    guard let context = xmlNewParserCtxt() else { preconditionFailure("there is no memory for a parser") }
    defer { xmlFreeParserCtxt(context) }
    reading.watch(context)
    // What is no character of its encoding has no context, and the library would print it. The setting is a thread's own.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NOCDATA.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil, Int32(options))
    }
    defer { xmlFreeDoc(document) }
    if let fault = reading.fault { throw fault }
    guard let document, let root = xmlDocGetRootElement(document) else { throw XMLFault(reason: .empty, offset: 0) }
    self.root = try XMLElement(root, depth: 0)
    instructions = document.pointee.children.list.filter { $0.pointee.type == XML_PI_NODE }
      .map { String($0.pointee.name) }
  }

  /// The library is made ready once, before any thread uses it, and is never to fetch anything.
  private static let prepared: Void = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }()
}

extension XMLElement {
  /// As deep as the library goes by itself.
  private static let deepest = 256

  fileprivate init(_ node: xmlNodePtr, depth: Int) throws(XMLFault) {
    let offset = Int(bitPattern: node.pointee._private)
    guard depth < Self.deepest else { throw XMLFault(reason: .tooLarge, offset: offset) }
    self.init(name: Name(node.pointee.name, node.pointee.ns), offset: offset)
    attributes = node.pointee.properties.list.map { attribute in
      Attribute(
        name: Name(attribute.pointee.name, attribute.pointee.ns),
        value: attribute.pointee.children.list.map { String(UnsafePointer($0.pointee.content)) }.joined())
    }
    for child in node.pointee.children.list {
      switch child.pointee.type {
      case XML_ELEMENT_NODE: children.append(.element(try XMLElement(child, depth: depth + 1)))
      case XML_TEXT_NODE: children.append(.text(String(UnsafePointer(child.pointee.content))))
      default: break
      }
    }
  }
}

extension xmlNodePtr? {
  /// This node and those that follow it.
  fileprivate var list: [xmlNodePtr] {
    Array(
      sequence(state: self) { node in
        defer { node = node?.pointee.next }
        return node
      })
  }
}

extension xmlAttrPtr? {
  fileprivate var list: [xmlAttrPtr] {
    Array(
      sequence(state: self) { attribute in
        defer { attribute = attribute?.pointee.next }
        return attribute
      })
  }
}

extension XMLElement.Name {
  fileprivate init(_ name: UnsafePointer<UInt8>?, _ namespace: xmlNsPtr?) {
    self.init(namespace: String(namespace?.pointee.href), local: String(name))
  }
}

extension String {
  fileprivate init(_ words: UnsafePointer<UInt8>?) { self = words.map { String(cString: $0) } ?? "" }
}

/// What is noticed while the library reads. A class, since the library's functions know it by its address.
private final class Reading {
  private(set) var fault: XMLFault?
  private var expanded = 0

  /// More bytes than all names of a drawing stand for.
  private static let mostExpanded = 200_000

  func watch(_ context: xmlParserCtxtPtr) {
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    guard let handler = context.pointee.sax else { return }
    handler.pointee.serror = { context, error in
      guard let context = xmlParserCtxtPtr(context), let error else { return }
      Reading.of(context)?.notice(error.pointee, in: context)
    }
    handler.pointee.startElementNs = {
      context, name, prefix, address, spaceCount, spaces, count, defaults, attributes in
      xmlSAX2StartElementNs(context, name, prefix, address, spaceCount, spaces, count, defaults, attributes)
      guard let context = xmlParserCtxtPtr(context) else { return }
      context.pointee.node?.pointee._private = UnsafeMutableRawPointer(bitPattern: context.start(of: "<"))
    }
    handler.pointee.entityDecl = { context, name, kind, publicID, systemID, content in
      guard kind == XML_INTERNAL_GENERAL_ENTITY.rawValue, let content, Reading.isPlain(content) else { return }
      xmlSAX2EntityDecl(context, name, kind, publicID, systemID, content)
    }
    handler.pointee.getEntity = { context, name in
      let entity = xmlSAX2GetEntity(context, name)
      if let context = xmlParserCtxtPtr(context), let entity {
        Reading.of(context)?.count(entity.pointee.length, in: context)
      }
      return entity
    }
  }

  private static func of(_ context: xmlParserCtxtPtr) -> Reading? {
    context.pointee._private.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Whether what a name stands for holds no tags and no further names, which could grow without end.
  private static func isPlain(_ content: UnsafePointer<UInt8>) -> Bool {
    let words = String(content)
    return words.utf8.count <= 1_000 && !words.contains { $0 == "<" || $0 == "&" || $0 == "%" }
  }

  private func count(_ length: Int32, in context: xmlParserCtxtPtr) {
    expanded += Int(length)
    guard expanded > Self.mostExpanded, fault == nil else { return }
    fault = XMLFault(reason: .tooLarge, offset: context.offset)
    xmlStopParser(context)
  }

  /// Keeps the first fault, from which all others follow.
  private func notice(_ error: xmlError, in context: xmlParserCtxtPtr) {
    let isUnknownName = [XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY].contains {
      Int32($0.rawValue) == error.code
    }
    guard fault == nil, error.level == XML_ERR_FATAL || isUnknownName else { return }
    fault = XMLFault(reason: XMLFault.Reason(error), offset: isUnknownName ? context.start(of: "&") : context.offset)
    xmlStopParser(context)
  }
}

extension xmlParserCtxtPtr {
  fileprivate init?(_ context: UnsafeMutableRawPointer?) {
    guard let context else { return nil }
    self = context.assumingMemoryBound(to: xmlParserCtxt.self)
  }

  /// How far the text has been read, in bytes.
  fileprivate var offset: Int {
    guard let input = pointee.input, let base = input.pointee.base, let current = input.pointee.cur else { return 0 }
    return Int(input.pointee.consumed) + (current - base)
  }

  /// Where what has just been read begins, by the mark of its beginning, which does not stand inside it.
  fileprivate func start(of mark: Unicode.Scalar) -> Int {
    guard let base = pointee.input?.pointee.base, let current = pointee.input?.pointee.cur else { return 0 }
    var start = current
    while start > base, start.pointee != UInt8(ascii: mark) { start -= 1 }
    return offset - (current - start)
  }
}

extension XMLFault.Reason {
  fileprivate init(_ error: xmlError) {
    let (first, second) = (String(error.str1), String(error.str2))
    self =
      switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
      case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START: .empty
      case XML_ERR_TAG_NAME_MISMATCH: .crossed(open: first, closes: second)
      case XML_ERR_TAG_NOT_FINISHED: .neverClosed(first)
      case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: .unknownName(first)
      case XML_ERR_ATTRIBUTE_REDEFINED: .sameAttribute(first)
      case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: .attributeWithoutValue(first)
      case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_LT_IN_ATTRIBUTE: .quotation
      case XML_ERR_GT_REQUIRED, XML_ERR_SPACE_REQUIRED: .tag
      case XML_ERR_NAME_REQUIRED, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_INVALID_CHARREF: .noName
      case XML_ERR_DOCUMENT_END: .afterTheEnd
      case XML_ERR_INVALID_CHAR: .character
      case XML_ERR_INVALID_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING: .encoding
      case XML_ERR_RESERVED_XML_NAME: .declarationNotFirst
      case XML_ERR_ENTITY_LOOP, XML_ERR_NAME_TOO_LONG, XML_ERR_INTERNAL_ERROR: .tooLarge
      default: .broken
      }
  }
}

extension String {
  fileprivate init(_ words: UnsafeMutablePointer<CChar>?) { self = words.map { String(cString: $0) } ?? "" }
}
