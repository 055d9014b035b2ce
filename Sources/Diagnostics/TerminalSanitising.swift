extension String {
  /// The text as a terminal may show it, on one line: tabs as two blanks, line breaks as one, and whatever else would
  /// move the cursor, turn the direction of writing or speak to the terminal as a replacement character.
  package var asTerminalLine: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return self }
    var result = ""
    var before: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      defer { before = scalar }
      switch scalar.properties.generalCategory {
      case _ where scalar == "\t": result += "  "
      case _ where scalar.breaksLines: result += " "
      // The parts of an emoji.
      case .format where scalar.joins && !scalar.isUnseen(between: before, and: " "):
        result.unicodeScalars.append(scalar)
      case .control, .format, .surrogate: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with its line breaks, for a reader that keeps them in their place, and without other controls.
  var withoutControls: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).asTerminalLine }.joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// Whether it makes one sign of those beside it, and turns nothing.
  fileprivate var joins: Bool { value == 0x200D || (0xE0020...0xE007F).contains(value) }

  fileprivate var breaksLines: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
