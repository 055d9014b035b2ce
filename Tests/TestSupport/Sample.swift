/// A text as an argument of a test: told as it is where it is short, and by a name where it is not, so that no failure
/// fills the screen.
package struct Sample: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let description: String
  private let make: @Sendable () -> String

  package var text: String { make() }

  package init(_ name: String, _ make: @escaping @Sendable () -> String) { (description, self.make) = (name, make) }

  package init(stringLiteral text: String) {
    self.init(String(reflecting: text)) { text }
  }
}
