extension Unicode.Scalar {
  /// Whether nobody sees the character, or everybody sees it as something else, and no word of its script and no emoji
  /// needs it between the two beside it.
  package func isUnseen(between before: Unicode.Scalar, and after: Unicode.Scalar) -> Bool {
    guard value > 0x2FF else { return false }
    return switch value {
    // Which way a text runs: needed round words of a script that runs from right to left, but for the overrides.
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202C, 0x2066...0x2069: !before.runsLeft && !after.runsLeft
    case 0x202D, 0x202E: true
    // Joiners: needed in emoji and in scripts whose letters join.
    case 0x200C, 0x200D, 0x034F: !before.mayJoin
    // Where a line may break: needed in scripts without blanks.
    case 0x200B, 0x2060: !before.hasNoBlanks && !after.hasNoBlanks
    case 0xFEFF, 0x180E, 0x2061...0x2064, 0x206A...0x206F, 0x2028, 0x2029, 0xFFF9...0xFFFD: true
    // Letters of a flag, behind the black flag.
    case 0xE0001...0xE007F: !(before.value == 0x1F3F4 || (0xE0020...0xE007F).contains(before.value))
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
    default: properties.isNoncharacterCodePoint
    }
  }

  /// Hebrew, Arabic and what is near them.
  private var runsLeft: Bool {
    (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value) || (0xFE70...0xFEFC).contains(value)
      || (0x1_0800...0x1_0FFF).contains(value) || (0x1_E800...0x1_EFFF).contains(value) || isDirectionMark
  }

  /// Several may follow each other.
  private var isDirectionMark: Bool { (0x2066...0x2069).contains(value) || (0x202A...0x202C).contains(value) }

  private var mayJoin: Bool {
    (0x0590...0x109F).contains(value) || (0x1700...0x18AF).contains(value) || (0xA800...0xABFF).contains(value)
      || (0x1_1000...0x1_1FFF).contains(value) || value == 0xFE0F || value > 0x2190 && properties.isEmoji
      || properties.isEmojiModifier
  }

  /// Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese and others.
  private var hasNoBlanks: Bool {
    (0x0E00...0x0FFF).contains(value) || (0x1000...0x109F).contains(value) || (0x1780...0x17FF).contains(value)
      || (0x19E0...0x19FF).contains(value) || (0x2E80...0xABFF).contains(value) || (0x2_0000...0x3_FFFF).contains(value)
  }
}

extension Unicode.Scalar {
  /// As people look it up: `U+202E`.
  package var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
