internal import Escaping

extension String {
  /// A web address for an attribute: what may not stand there is percent-encoded, what is encoded is left.
  var hrefEscaped: String { addressEncoded.replacing("&", with: "&amp;").replacing("'", with: "&#x27;") }
}
