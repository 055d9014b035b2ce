internal import Tenders

/// The named styles of paragraphs, the same in both formats: whoever changes one in a word processor changes the whole
/// document.
enum ParagraphStyle: String, CaseIterable, Sendable {
  case text, lead
  case organisation, part, title, summary, small
  case contentsTitle, contents1, contents2
  case heading1, heading2, heading3, heading4, heading5, heading6
  case question, hint, answer
  case list, quote, alert, voice, voiceBy, detailsTitle, code, rule
  case caption, cell, cellName, cellHead
  case term, footnote, header, footer
  /// The least paragraph there is, where Word must have one.
  case nothing

  static func heading(_ level: Int) -> ParagraphStyle {
    [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6][min(max(level, 1), 6) - 1]
  }
}

/// What a paragraph style looks like. Lengths are in points.
struct ParagraphFormat: Sendable, Equatable {
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

/// How each kind of paragraph of a document looks.
struct DocumentStyles: Sendable {
  let settings: OfficeStyle
  let accent: String
  /// Whether each chapter begins on a new page. Those of a form are short.
  let chaptersStartPages: Bool

  init(_ settings: OfficeStyle, accent: Colour?, isForm: Bool) {
    (self.settings, self.accent, chaptersStartPages) = (settings, settings.accent(accent), !isForm)
  }

  subscript(_ name: ParagraphStyle) -> ParagraphFormat {
    switch name {
    case .text: text { $0.after = 8 }
    case .lead: text { ($0.size, $0.after) = (settings.sizes.text + 2, 12) }
    case .organisation, .part, .title, .summary, .small: cover(name)
    case .contentsTitle, .contents1, .contents2: contents(name)
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: heading(name)
    case .question, .hint, .answer: form(name)
    case .list: text { $0.after = 4 }
    case .quote: text { ($0.isEmphasis, $0.left, $0.right, $0.after) = (true, 18, 18, 8) }
    case .alert: text { ($0.left, $0.after, $0.beside) = (14, 8, line(2.25, accent, 8)) }
    case .voice:
      text { ($0.isEmphasis, $0.left, $0.after, $0.beside) = (true, 14, 4, line(2.25, accent, 8)) }
    case .voiceBy:
      plain { ($0.left, $0.after, $0.colour, $0.beside) = (14, 10, settings.colours.quiet, line(2.25, accent, 8)) }
    case .detailsTitle:
      plain {
        ($0.isStrong, $0.size, $0.before, $0.after, $0.keepsWithNext) = (true, settings.sizes.subsection, 6, 3, true)
      }
    case .code: plain { ($0.font, $0.left, $0.after) = (.code, 14, 8) }
    case .rule: plain { ($0.after, $0.below) = (12, line(0.5, settings.colours.rules, 1)) }
    case .caption: plain { ($0.isStrong, $0.before, $0.after, $0.keepsWithNext) = (true, 10, 4, true) }
    case .cell: plain { ($0.before, $0.after) = (2, 3) }
    case .cellName, .cellHead: plain { ($0.isStrong, $0.before, $0.after) = (true, 2, 3) }
    case .term: text { ($0.after, $0.above) = (6, line(0.5, settings.colours.rules, 5)) }
    case .footnote: plain { ($0.size, $0.after) = (settings.sizes.small, 2) }
    case .header, .footer:
      plain { ($0.size, $0.colour, $0.numbersLines) = (settings.sizes.small, settings.colours.quiet, false) }
    case .nothing: plain { ($0.size, $0.leading, $0.numbersLines) = (6, 1, false) }
    }
  }

  private func cover(_ name: ParagraphStyle) -> ParagraphFormat {
    plain { format in
      switch name {
      case .organisation: (format.size, format.isStrong, format.after) = (13, true, 120)
      case .part: (format.size, format.isStrong, format.colour, format.after) = (13, true, accent, 6)
      case .title: (format.size, format.isStrong, format.after, format.leading) = (settings.sizes.title, true, 14, 1.1)
      case .summary: (format.font, format.size, format.after) = (.text, settings.sizes.text + 3, 60)
      default: (format.size, format.colour, format.before) = (settings.sizes.table, settings.colours.quiet, 14)
      }
      if name == .part { format.above = line(4, accent, 14) }
      format.numbersLines = false
    }
  }

  private func contents(_ name: ParagraphStyle) -> ParagraphFormat {
    plain { format in
      switch name {
      case .contentsTitle:
        (format.size, format.isStrong, format.startsPage, format.after) = (settings.sizes.chapter, true, true, 12)
        format.above = line(2.25, accent, 10)
      case .contents1: (format.size, format.isStrong, format.before, format.after) = (settings.sizes.text, true, 7, 2)
      default: (format.left, format.after, format.leading) = (18, 1, 1.1)
      }
      format.numbersLines = false
    }
  }

  private func heading(_ name: ParagraphStyle) -> ParagraphFormat {
    let level = ParagraphStyle.allCases.firstIndex(of: name).flatMap { own in
      ParagraphStyle.allCases.firstIndex(of: .heading1).map { own - $0 + 1 }
    }
    return plain { format in
      (format.isStrong, format.keepsWithNext, format.outline, format.leading) = (true, true, level, 1.15)
      switch name {
      case .heading1:
        (format.size, format.after, format.startsPage) = (settings.sizes.chapter, 16, chaptersStartPages)
        format.before = chaptersStartPages ? 0 : 34
        format.above = line(2.25, accent, 10)
      case .heading2: (format.size, format.before, format.after) = (settings.sizes.section, 18, 6)
      case .heading3: (format.size, format.before, format.after) = (settings.sizes.subsection, 14, 4)
      default: (format.size, format.before, format.after) = (settings.sizes.text - 1, 10, 3)
      }
    }
  }

  private func form(_ name: ParagraphStyle) -> ParagraphFormat {
    plain { format in
      switch name {
      case .question:
        (format.size, format.isStrong, format.before, format.after) = (settings.sizes.subsection, true, 16, 3)
        (format.keepsWithNext, format.outline, format.above) = (true, 3, line(1.5, accent, 6))
      case .hint: (format.colour, format.after, format.keepsWithNext) = (settings.colours.quiet, 5, true)
      default: (format.size, format.before, format.after) = (settings.sizes.text - 0.5, 2, 4)
      }
    }
  }

  private func text(_ change: (inout ParagraphFormat) -> Void) -> ParagraphFormat {
    var format = ParagraphFormat(size: settings.sizes.text, colour: settings.colours.ink)
    change(&format)
    return format
  }

  /// The voice of labels, tables and forms.
  private func plain(_ change: (inout ParagraphFormat) -> Void) -> ParagraphFormat {
    var format = ParagraphFormat(
      font: .headings, size: settings.sizes.table, colour: settings.colours.ink, leading: 1.2)
    change(&format)
    return format
  }

  private func line(_ width: Double, _ colour: String, _ space: Double) -> ParagraphFormat.Line {
    ParagraphFormat.Line(width: width, colour: colour, space: space)
  }

  /// The names of fonts, the first wish first.
  func names(_ font: ParagraphFormat.Font) -> [String] {
    switch font {
    case .text: settings.fonts.text
    case .headings: settings.fonts.headings
    case .code: settings.fonts.code
    }
  }
}

/// A sheet of A4, upright or on its side. In millimetres.
struct PageLayout: Sendable, Equatable {
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
