/// The texts that places point into, by name.
package struct Sources: Sendable {
  private var texts: [String: SourceText] = [:]

  package init(_ texts: some Sequence<SourceText> = []) {
    for text in texts { insert(text) }
  }

  package mutating func insert(_ text: SourceText) { texts[text.name] = text }

  package subscript(file: String) -> SourceText? { texts[file] }

  /// The lines and columns of a place, from 1; the end is one past the last character.
  package func span(of place: Place) -> (start: SourceText.Position, end: SourceText.Position)? {
    guard let text = texts[place.file] else { return nil }
    return (text.position(at: place.range.lowerBound), text.position(at: place.range.upperBound))
  }
}
