/// Colours for a terminal, or none.
package enum TextStyle: Sendable {
  case plain, coloured

  package func paint(_ text: String, _ ink: Ink) -> String {
    self == .plain ? text : "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }

  package enum Ink: String, Sendable {
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case faint = "2"
    case strong = "1"
  }
}

/// One finding as people read it: what is wrong, the line with the words underlined, what to do.
struct CodeFrame {
  let finding: Diagnostic
  let sources: Sources
  let style: TextStyle

  var text: String {
    var lines = [
      style.paint("\(finding.severity.word) \(finding.code.id)", ink) + ": " + finding.fullMessage.asTerminalLine
    ]
    if let place = finding.place {
      lines.append("  " + style.paint(finding.location(sources), .faint))
      lines += excerpt(of: place)
    }
    for related in finding.related {
      lines.append("  \(related.words.asTerminalLine):")
      lines += excerpt(of: related.place)
    }
    if let help = finding.help {
      lines.append("  " + style.paint("do:", .faint) + " " + help.asTerminalLine)
    }
    if let source = finding.code.source {
      lines.append("  " + style.paint("source: " + source.asTerminalLine, .faint))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var ink: TextStyle.Ink {
    switch finding.severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }

  /// The line of a place with its number in front and its words underlined. Of words over several lines the first
  /// line is shown; of a very long line, the part around the words.
  private func excerpt(of place: Place) -> [String] {
    guard let source = sources[place.file], place.range.lowerBound < source.bytes.count else { return [] }
    let number = source.line(at: place.range.lowerBound)
    let line = source.lineRange(number)
    let start = min(max(place.range.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(place.range.upperBound, start), line.upperBound)
    let before = String(source.text(endingAt: start, from: line.lowerBound).suffix(60)).asTerminalLine
    let words = String(source.text(startingAt: start, to: end).prefix(80)).asTerminalLine
    let after = String(source.text(startingAt: end, to: line.upperBound).prefix(max(0, 60 - words.count)))
      .asTerminalLine
    let margin = String(repeating: " ", count: max(0, 5 - String(number).count)) + "\(number)"
    let underline = String(repeating: "^", count: max(1, columns(words)))
    let indent = String(repeating: " ", count: columns(before))
    return [
      style.paint("\(margin) |", .faint) + " " + before + words + after,
      style.paint("      |", .faint) + " " + indent + style.paint(underline, ink),
    ]
  }

  /// How many columns a terminal gives to a text: none for marks that combine, two for wide East Asian characters.
  private func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { total, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: total
      default: total + (scalar.isWide ? 2 : 1)
      }
    }
  }
}

extension SourceText {
  /// More bytes than are shown of any line. The rest of the line, which may be all of the file, is not touched.
  private static let window = 400

  fileprivate func text(endingAt end: Int, from start: Int) -> String {
    text(in: wholeCharacter(from: max(start, end - Self.window))..<end)
  }

  fileprivate func text(startingAt start: Int, to end: Int) -> String {
    text(in: start..<wholeCharacter(from: min(end, start + Self.window)))
  }

  /// Where the next character begins, for what is cut there.
  private func wholeCharacter(from offset: Int) -> Int {
    bytes[offset...].firstIndex { !$0.isUTF8Continuation } ?? bytes.count
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
