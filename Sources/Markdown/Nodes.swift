internal import CCmarkGFM

// Reading the library's nodes.

extension TreeBuilder {
  func children(of node: OpaquePointer) -> [OpaquePointer] {
    Array(sequence(first: cmark_node_first_child(node)) { $0.flatMap(cmark_node_next) }.prefix { $0 != nil })
      .compactMap(\.self)
  }

  func literal(_ node: OpaquePointer) -> String { text(cmark_node_get_literal(node)) }

  func title(_ node: OpaquePointer) -> String? {
    let title = text(cmark_node_get_title(node))
    return title.isEmpty ? nil : title
  }

  func typeName(_ node: OpaquePointer) -> String { text(cmark_node_get_type_string(node)) }

  func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
