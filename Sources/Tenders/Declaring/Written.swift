package import Diagnostics

/// What an author wrote under a key, or that nothing is there; and where.
///
/// The keys of a group that may be missing can be reached through it: `facts.price.formula` is written where both are.
@dynamicMemberLookup
package struct Written<Output: Sendable>: Sendable {
  /// Nil where nothing is written, or where what is written has been reported as wrong.
  package let value: Output?
  /// Where the value stands, or else the group that lacks it.
  package let place: Place
  /// Where the key stands, or else the group that lacks it.
  package let keyPlace: Place

  init(_ value: Output?, at place: Place, key: Place) { (self.value, self.place, keyPlace) = (value, place, key) }

  package var isWritten: Bool { value != nil }

  /// The value with its place.
  package var located: Located<Output>? { value.map { Located($0, at: place) } }

  package subscript<Inner>(dynamicMember path: KeyPath<Output, Written<Inner>>) -> Written<Inner> {
    value.map { $0[keyPath: path] } ?? Written<Inner>(nil, at: place, key: keyPlace)
  }
}

extension Written where Output: RandomAccessCollection, Output.Element: Sendable {
  /// The items of a list; none where there is no list.
  package var items: [Output.Element] { value.map(Array.init) ?? [] }
}
