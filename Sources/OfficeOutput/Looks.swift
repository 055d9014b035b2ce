internal import Tenders

/// The named styles of paragraphs, the same in both formats: whoever changes one in a word processor changes the whole
/// document.
enum ParagraphStyle: String, CaseIterable, Sendable {
  case text, lead
  case organisation, part, title, summary, small
  case contentsTitle, contents1, contents2
  case heading1, heading2, heading3, heading4, heading5, heading6
  case question, hint, answer
  case list, quote, voice, voiceBy, detailsTitle, code, rule
  case caption, cell, cellName, cellHead
  case term, footnote, header, footer
  /// The least paragraph there is, where Word must have one.
  case nothing

  static func heading(_ level: Int) -> ParagraphStyle {
    [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6][min(max(level, 1), 6) - 1]
  }
}

/// What a paragraph style looks like. Lengths are in points.
struct Look: Sendable, Equatable {
  enum Font: Sendable { case text, headings, code }

  /// A line beside the paragraph.
  struct Line: Sendable, Equatable {
    let width: Double
    let colour: String
    /// Between the line and the words.
    let space: Double
  }

  var font = Font.text
  var size: Double
  var colour: String
  var isStrong = false
  var isEmphasis = false
  var before = 0.0
  var after = 0.0
  var left = 0.0
  var right = 0.0
  /// In parts of the type's size.
  var leading = 1.3
  var keepsWithNext = false
  var startsPage = false
  /// The level of a heading.
  var outline: Int?
  var above: Line?
  var below: Line?
  var beside: Line?
  var numbersLines = true
}

/// All looks of a document.
struct Looks: Sendable {
  let style: OfficeStyle
  let accent: String
  /// Whether each chapter begins on a new page. Those of a form are short.
  let chaptersStartPages: Bool

  init(_ style: OfficeStyle, accent: Colour?, isForm: Bool) {
    (self.style, self.accent, chaptersStartPages) = (style, style.accent(accent), !isForm)
  }

  subscript(_ name: ParagraphStyle) -> Look {
    switch name {
    case .text: text { $0.after = 8 }
    case .lead: text { ($0.size, $0.after) = (style.sizes.text + 2, 12) }
    case .organisation, .part, .title, .summary, .small: cover(name)
    case .contentsTitle, .contents1, .contents2: contents(name)
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: heading(name)
    case .question, .hint, .answer: form(name)
    case .list: text { $0.after = 4 }
    case .quote: text { ($0.isEmphasis, $0.left, $0.right, $0.after) = (true, 18, 18, 8) }
    case .voice:
      text { ($0.isEmphasis, $0.left, $0.after, $0.beside) = (true, 14, 4, line(2.25, accent, 8)) }
    case .voiceBy:
      plain { ($0.left, $0.after, $0.colour, $0.beside) = (14, 10, style.colours.quiet, line(2.25, accent, 8)) }
    case .detailsTitle:
      plain {
        ($0.isStrong, $0.size, $0.before, $0.after, $0.keepsWithNext) = (true, style.sizes.subsection, 6, 3, true)
      }
    case .code: plain { ($0.font, $0.left, $0.after) = (.code, 14, 8) }
    case .rule: plain { ($0.after, $0.below) = (12, line(0.5, style.colours.rules, 1)) }
    case .caption: plain { ($0.isStrong, $0.before, $0.after, $0.keepsWithNext) = (true, 10, 4, true) }
    case .cell: plain { ($0.before, $0.after) = (2, 3) }
    case .cellName, .cellHead: plain { ($0.isStrong, $0.before, $0.after) = (true, 2, 3) }
    case .term: text { ($0.after, $0.above) = (6, line(0.5, style.colours.rules, 5)) }
    case .footnote: plain { ($0.size, $0.after) = (style.sizes.small, 2) }
    case .header, .footer:
      plain { ($0.size, $0.colour, $0.numbersLines) = (style.sizes.small, style.colours.quiet, false) }
    case .nothing: plain { ($0.size, $0.leading, $0.numbersLines) = (6, 1, false) }
    }
  }

  private func cover(_ name: ParagraphStyle) -> Look {
    plain { look in
      switch name {
      case .organisation: (look.size, look.isStrong, look.after) = (13, true, 120)
      case .part: (look.size, look.isStrong, look.colour, look.after) = (13, true, accent, 6)
      case .title: (look.size, look.isStrong, look.after, look.leading) = (style.sizes.title, true, 14, 1.1)
      case .summary: (look.font, look.size, look.after) = (.text, style.sizes.text + 3, 60)
      default: (look.size, look.colour, look.before) = (style.sizes.table, style.colours.quiet, 14)
      }
      if name == .part { look.above = line(4, accent, 14) }
      look.numbersLines = false
    }
  }

  private func contents(_ name: ParagraphStyle) -> Look {
    plain { look in
      switch name {
      case .contentsTitle:
        (look.size, look.isStrong, look.startsPage, look.after) = (style.sizes.chapter, true, true, 12)
        look.above = line(2.25, accent, 10)
      case .contents1: (look.size, look.isStrong, look.before, look.after) = (style.sizes.text, true, 7, 2)
      default: (look.left, look.after, look.leading) = (18, 1, 1.1)
      }
      look.numbersLines = false
    }
  }

  private func heading(_ name: ParagraphStyle) -> Look {
    let level = ParagraphStyle.allCases.firstIndex(of: name).flatMap { own in
      ParagraphStyle.allCases.firstIndex(of: .heading1).map { own - $0 + 1 }
    }
    return plain { look in
      (look.isStrong, look.keepsWithNext, look.outline, look.leading) = (true, true, level, 1.15)
      switch name {
      case .heading1:
        (look.size, look.after, look.startsPage) = (style.sizes.chapter, 16, chaptersStartPages)
        look.before = chaptersStartPages ? 0 : 34
        look.above = line(2.25, accent, 10)
      case .heading2: (look.size, look.before, look.after) = (style.sizes.section, 18, 6)
      case .heading3: (look.size, look.before, look.after) = (style.sizes.subsection, 14, 4)
      default: (look.size, look.before, look.after) = (style.sizes.text - 1, 10, 3)
      }
    }
  }

  private func form(_ name: ParagraphStyle) -> Look {
    plain { look in
      switch name {
      case .question:
        (look.size, look.isStrong, look.before, look.after) = (style.sizes.subsection, true, 16, 3)
        (look.keepsWithNext, look.outline, look.above) = (true, 3, line(1.5, accent, 6))
      case .hint: (look.colour, look.after, look.keepsWithNext) = (style.colours.quiet, 5, true)
      default: (look.size, look.before, look.after) = (style.sizes.text - 0.5, 2, 4)
      }
    }
  }

  private func text(_ change: (inout Look) -> Void) -> Look {
    var look = Look(size: style.sizes.text, colour: style.colours.ink)
    change(&look)
    return look
  }

  /// The voice of labels, tables and forms.
  private func plain(_ change: (inout Look) -> Void) -> Look {
    var look = Look(font: .headings, size: style.sizes.table, colour: style.colours.ink, leading: 1.2)
    change(&look)
    return look
  }

  private func line(_ width: Double, _ colour: String, _ space: Double) -> Look.Line {
    Look.Line(width: width, colour: colour, space: space)
  }

  /// The names of fonts, the first wish first.
  func names(_ font: Look.Font) -> [String] {
    switch font {
    case .text: style.fonts.text
    case .headings: style.fonts.headings
    case .code: style.fonts.code
    }
  }
}

/// A sheet of A4, upright or on its side. In millimetres.
struct Sheet: Sendable, Equatable {
  let isTurned: Bool

  var width: Double { isTurned ? 297 : 210 }
  var height: Double { isTurned ? 210 : 297 }
  var left: Double { isTurned ? 24 : 28 }
  var right: Double { isTurned ? 24 : 27 }
  var top: Double { isTurned ? 26 : 30 }
  var bottom: Double { isTurned ? 22 : 25 }
  /// From the edge to the header's first line and the footer's last.
  var margin: Double { 13 }
  var textWidth: Double { width - left - right }
  var textHeight: Double { height - top - bottom }
}

extension Double {
  /// Millimetres in points.
  var millimetres: Double { self * 72 / 25.4 }

  /// Two places at most, and no zeros that say nothing: the same on every machine.
  var short: String {
    let hundredths = Int((self * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let fraction = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + "\(whole)\(fraction)"
  }
}
