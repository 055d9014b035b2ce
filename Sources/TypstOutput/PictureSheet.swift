package import Diagnostics
internal import Escaping
package import Markdown
internal import Planning
package import Tenders

/// Drawings for programs that cannot draw: a picture a page, all of them made at once.
package struct PictureSheet: Sendable {
  package enum Item: Sendable, Hashable {
    case figure(Figure)
    /// An SVG file.
    case drawing(bytes: [UInt8])
  }

  private let look: PrintLook
  private let signs: GlyphCoverage
  private let accent: Colour?

  package init(look: PrintLook, signs: GlyphCoverage, accent: Colour?) {
    (self.look, self.signs, self.accent) = (look, signs, accent)
  }

  /// A page an item, each with the place that is to blame for it.
  package func source(of items: [(item: Item, place: Place)]) -> TypstSource {
    let start = Place.start(of: "")
    var files = look.files
    var lines = ["#import \"print.typ\": *", "#show: sheet.with(colour: \(accent?.hex.typstString ?? "none"))"]
      .map { TypstSource.Line(text: $0, place: start) }
    for (index, (item, place)) in items.enumerated() {
      switch item {
      case .figure(let figure):
        let shapes = figure.shapes.map { $0.typst { Printable($0, signs: signs).text.typstString } }
        let text = "#sheet-drawing(\(figure.height.words), \(shapes.map { $0 + ", " }.joined()))"
        lines.append(TypstSource.Line(text: text, place: place))
      case .drawing(let bytes):
        files["picture-\(index).svg"] = bytes
        lines.append(TypstSource.Line(text: "#sheet-picture(image(\"picture-\(index).svg\"))", place: place))
      }
    }
    return TypstSource(lines: lines, files: files, ownLook: look.own, date: 0, place: start)
  }

  /// Which item a line of the source is about.
  package static func item(ofLine line: Int) -> Int { line - 3 }
}
