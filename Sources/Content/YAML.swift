package import Diagnostics

/// YAML as it stands in a file, before anything is known of types: every scalar is a text.
package indirect enum YAML: Sendable, Hashable {
  /// `isEmpty` is true where nothing that could be read is written, as in `title:` and in `title: " "`.
  case scalar(Located<String>, isEmpty: Bool)
  case sequence([YAML], at: Place)
  case mapping(Mapping)
  /// Something that is written and cannot be read, which has been said. Nothing follows from it.
  case unread(at: Place)

  package struct Mapping: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
      package let key: Located<String>
      package let value: YAML
    }

    /// In the order written; of keys that are written twice, the first.
    package let entries: [Entry]
    package let place: Place
    /// False when the text broke off at a fault, so that a missing key means nothing.
    package let isWhole: Bool

    package init(entries: [Entry], place: Place, isWhole: Bool) {
      self.entries = entries
      self.place = place
      self.isWhole = isWhole
    }
  }

  /// Whether nothing in it is unread.
  package var isRead: Bool {
    switch self {
    case .scalar: true
    case .sequence(let items, _): items.allSatisfy(\.isRead)
    case .mapping(let mapping): mapping.isWhole && mapping.entries.allSatisfy(\.value.isRead)
    case .unread: false
    }
  }

  package var place: Place {
    switch self {
    case .scalar(let text, _): text.place
    case .sequence(_, let place): place
    case .mapping(let mapping): mapping.place
    case .unread(let place): place
    }
  }
}

extension YAML {
  /// Every value below, in its order.
  package var scalars: [Located<String>] {
    switch self {
    case .scalar(let text, _): [text]
    case .sequence(let items, _): items.flatMap(\.scalars)
    case .mapping(let mapping): mapping.entries.flatMap { $0.value.scalars }
    case .unread: []
    }
  }
}
