package import Markdown

/// A picture as documents hold it.
package struct Picture: Sendable, Hashable {
  package enum Format: String, Sendable {
    case png, jpeg, gif, webp, svg
  }

  package let format: Format
  package let bytes: [UInt8]
  /// In pixels.
  package let width: Int
  package let height: Int
  /// The same in dots, for programs that cannot draw an SVG.
  package var png: [UInt8]?

  package init(format: Format, bytes: [UInt8], width: Int, height: Int, png: [UInt8]? = nil) {
    (self.format, self.bytes, self.png) = (format, bytes, png)
    (self.width, self.height) = (width, height)
  }
}

/// All pictures that documents need.
package struct Pictures: Sendable {
  /// Those of authors, by their address on the site, as in `.image(.site(address, …))`.
  package var files: [String: Picture] = [:]
  /// What figures look like.
  package var figures: [Figure: Picture] = [:]

  package init() {}
}
