/// Things in their order, with an index of their ids: looking one up does not pass over the others. Of two with one id
/// the first is meant.
package struct Indexed<Element: Identifiable & Sendable>: RandomAccessCollection, Sendable
where Element.ID: Sendable {
  private let elements: [Element]
  private let positions: [Element.ID: Int]

  package init(_ elements: [Element]) {
    self.elements = elements
    positions = Dictionary(elements.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  package var startIndex: Int { elements.startIndex }
  package var endIndex: Int { elements.endIndex }

  package subscript(position: Int) -> Element { elements[position] }

  package subscript(id id: Element.ID) -> Element? { positions[id].map { elements[$0] } }

  /// Where the thing of an id stands, from 0.
  package func position(of id: Element.ID) -> Int? { positions[id] }

  package func contains(id: Element.ID) -> Bool { positions[id] != nil }

  /// These, with others in the place of those that have the same id, and the rest of the others behind them.
  func replaced(by others: Indexed) -> Indexed {
    Indexed(map { others[id: $0.id] ?? $0 } + others.filter { !contains(id: $0.id) })
  }
}

extension Indexed: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Sequence {
  /// Those that have the same key together, in the order of the first of each.
  package func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, items: [Element])] {
    var positions: [Key: Int] = [:]
    return reduce(into: []) { groups, element in
      let key = key(element)
      if let position = positions[key] {
        groups[position].items.append(element)
      } else {
        positions[key] = groups.count
        groups.append((key, [element]))
      }
    }
  }
}
