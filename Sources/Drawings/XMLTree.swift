/// An element of an XML text, with what stands in it.
struct XMLElement: Equatable {
  /// A name, and the address that says whose name it is.
  struct Name: Hashable {
    /// Empty for a name that is nobody's.
    var namespace: String
    var local: String
  }

  struct Attribute: Equatable {
    var name: Name
    var value: String
  }

  enum Node: Equatable {
    case element(XMLElement)
    case text(String)
  }

  var name: Name
  var attributes: [Attribute] = []
  var children: [Node] = []
  /// Where its tag begins, in bytes.
  var offset = 0

  /// All words in it.
  var text: String {
    children.map { node in
      switch node {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }
}
