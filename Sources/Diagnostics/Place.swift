/// Some words in a file: which file, and which bytes of it.
package struct Place: Sendable, Hashable {
  package let file: String
  package let range: Range<Int>

  package init(file: String, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// A file as a whole, pointed at by its first character.
  package static func start(of file: String) -> Place { Place(file: file, range: 0..<0) }
}

/// A value together with the words that it was read from.
package struct Located<Value> {
  package let value: Value
  package let place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: place)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
