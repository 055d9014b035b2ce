/// What would put a finding right: other words in the place of some.
package struct Edit: Sendable, Hashable {
  /// What stands there, and what is to.
  package let old: String
  package let new: String
  /// Where the old words stand, or something that ends with them, such as a whole link.
  package let place: Place
  /// Whether nothing else can have been meant, so that a program may do it without asking.
  package let isCertain: Bool

  package init(_ old: String, to new: String, at place: Place, isCertain: Bool) {
    (self.old, self.new, self.place, self.isCertain) = (old, new, place, isCertain)
  }

  /// The bytes of a text that it replaces; nil where the old words do not stand at its place.
  package func range(in source: SourceText) -> Range<Int>? {
    source.bytes[place.range.clamped(to: 0..<source.bytes.count)].ranges(of: Array(old.utf8)).last
  }
}

extension Diagnostic {
  /// The same with an edit to what its author probably meant, if anything is near.
  package func meaning(
    _ near: String?, for written: String, isCertain: (_ written: String, _ near: String) -> Bool = { $0.isSlip(of: $1) }
  ) -> Diagnostic {
    guard let near, let place, near != written else { return self }
    var finding = self
    finding.edit = Edit(written, to: near, at: place, isCertain: isCertain(written, near))
    return finding
  }
}

extension String {
  /// Whether it can only be another word by mistake: but for capitals, blanks and low lines they are the same, or one letter
  /// of a long word was forgotten, doubled, mistaken or swapped with its neighbour. Another digit is another thing.
  package func isSlip(of word: String) -> Bool {
    let (own, others) = (Array(plain.unicodeScalars), Array(word.plain.unicodeScalars))
    let start = zip(own, others).prefix { $0 == $1 }.count
    let end = zip(own.dropFirst(start).reversed(), others.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let (rest, otherRest) = (own.dropFirst(start).dropLast(end), others.dropFirst(start).dropLast(end))
    guard !rest.isEmpty || !otherRest.isEmpty else { return true }
    let isSwapped = rest.count == 2 && Array(rest.reversed()) == Array(otherRest)
    let isOne = rest.count < 2 && otherRest.count < 2
    return others.count > 4 && (isSwapped || isOne) && (rest + otherRest).allSatisfy(\.properties.isAlphabetic)
  }

  private var plain: String { lowercased().replacing("_", with: "-").replacing(" ", with: "-") }
}
