internal import Escaping
internal import Markdown

/// Draws a figure as SVG that has no size of its own: widths in per cent, heights in em, so that its type stays as large
/// as the type around it.
struct DrawingWriter {
  let figure: Figure

  var html: String {
    let name = "\(figure.title). \(figure.description)".htmlEscaped
    let kind = figure.isWide ? "wide-only" : "always"
    let caption = figure.caption.map { "<figcaption>\($0.htmlEscaped)</figcaption>\n" } ?? ""
    return """
      <figure class="\(kind)">
      <svg class="drawing" role="img" aria-label="\(name)" height="\(em(figure.height))">
      <title>\(figure.title.htmlEscaped)</title>
      \(figure.shapes.map(shape).joined(separator: "\n"))
      </svg>
      \(caption)</figure>

      """
  }

  private func shape(_ shape: Figure.Shape) -> String {
    switch shape {
    case .bar(let x, let y, let width, let height, let shade):
      let kind = ["full", "pale", "open"][min(max(shade, 0), 2)]
      return
        "<rect class=\"\(kind)\" x=\"\(percent(x))\" y=\"\(em(y))\" width=\"\(percent(width))\" height=\"\(em(height))\"/>"
    case .line(let x1, let y1, let x2, let y2, let weight):
      return
        "<line class=\"\(weight.rawValue)\" x1=\"\(percent(x1))\" y1=\"\(em(y1))\" x2=\"\(percent(x2))\" y2=\"\(em(y2))\"/>"
    case .mark(let x, let y, .last):
      return
        "<svg x=\"\(percent(x))\" y=\"\(em(y))\" overflow=\"visible\"><path class=\"last\" d=\"M0-10 10 0 0 10-10 0z\"/></svg>"
    case .mark(let x, let y, let mark):
      return "<circle class=\"\(mark.rawValue)\" cx=\"\(percent(x))\" cy=\"\(em(y))\" r=\"6\"/>"
    case .text(let x, let y, let words, let style):
      let anchor = style.endsAtPoint ? " dx=\"-.5em\" text-anchor=\"end\"" : " dx=\".5em\""
      return "<text\(kind(style)) x=\"\(percent(x))\" y=\"\(em(y))\"\(anchor)>\(words.htmlEscaped)</text>"
    }
  }

  private func kind(_ style: Figure.Style) -> String {
    let kinds = [
      style.isStrong ? "b" : nil, style.isQuiet ? "q" : nil, style.isDue ? "s" : nil, style.isReversed ? "t" : nil,
    ].compactMap(\.self)
    return kinds.isEmpty ? "" : " class=\"\(kinds.joined(separator: " "))\""
  }

  private func percent(_ value: Double) -> String { number(value) + "%" }

  private func em(_ value: Double) -> String { number(value) + "em" }

  /// Two places at most, and no zeros that say nothing: the same on every machine.
  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let fraction = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + "\(whole)\(fraction)"
  }
}
