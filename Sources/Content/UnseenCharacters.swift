internal import Diagnostics
internal import Escaping
internal import Markdown

/// A character that nobody sees, or that everybody sees as something else, and that no word of its script needs: left
/// behind by other programs, or put there to make a text say to the eye what it does not say.
struct UnseenCharacter {
  let scalar: Unicode.Scalar
  /// In bytes of the text.
  let range: Range<Int>

  /// Those of a text, in its order.
  static func all(in bytes: [UInt8]) -> [UnseenCharacter] {
    // Most texts hold no byte that one begins with, but for marks like dashes.
    guard bytes.contains(where: { $0 >= 0xCD && ![0xC3, 0xD0, 0xD1].contains($0) }) else { return [] }
    var found: [UnseenCharacter] = []
    var offset = 0
    var before: Unicode.Scalar = " "
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let after = next < scalars.endIndex ? scalars[next] : " "
      let width = UTF8.width(scalar)
      if scalar.value > 0x2FF, isUnseen(scalar, between: before, and: after) {
        found.append(UnseenCharacter(scalar: scalar, range: offset..<offset + width))
      }
      (before, offset, index) = (scalar, offset + width, next)
    }
    return found
  }

  private static func isUnseen(_ scalar: Unicode.Scalar, between before: Unicode.Scalar, and after: Unicode.Scalar)
    -> Bool
  {
    switch scalar.value {
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
    default: scalar.properties.isNoncharacterCodePoint
    }
  }

  /// As people can look it up: “U+202E, right-to-left override”.
  var name: String {
    let number = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
    return "U+\(padded)" + (words.map { ", \($0)" } ?? "")
  }

  private var words: String? {
    switch scalar.properties.generalCategory {
    case .privateUse: "a sign that only one font has"
    case .unassigned: "which is no character"
    default: scalar.properties.name?.lowercased()
    }
  }

  /// Whether it makes letters stand in another order than they are read by machines.
  var turnsLetters: Bool { [0x202D, 0x202E].contains(scalar.value) }
}

extension Unicode.Scalar {
  /// Hebrew, Arabic and what is near them.
  fileprivate var runsLeft: Bool {
    (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value) || (0xFE70...0xFEFC).contains(value)
      || (0x1_0800...0x1_0FFF).contains(value) || (0x1_E800...0x1_EFFF).contains(value) || isDirectionMark
  }

  /// Several may follow each other.
  private var isDirectionMark: Bool { (0x2066...0x2069).contains(value) || (0x202A...0x202C).contains(value) }

  fileprivate var mayJoin: Bool {
    (0x0590...0x109F).contains(value) || (0x1700...0x18AF).contains(value) || (0xA800...0xABFF).contains(value)
      || (0x1_1000...0x1_1FFF).contains(value) || value == 0xFE0F || value > 0x2190 && properties.isEmoji
      || properties.isEmojiModifier
  }

  /// Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese and others.
  fileprivate var hasNoBlanks: Bool {
    (0x0E00...0x0FFF).contains(value) || (0x1000...0x109F).contains(value) || (0x1780...0x17FF).contains(value)
      || (0x19E0...0x19FF).contains(value) || (0x2E80...0xABFF).contains(value) || (0x2_0000...0x3_FFFF).contains(value)
  }
}

extension ContentFile {
  /// The unseen characters of the file, each kind once; and those that stand there by name only, behind `&` or a backslash.
  /// `isUTF8` is false for a text in which U+FFFD stands for what could not be read.
  func unseenCharacters(isUTF8: Bool) -> [Diagnostic] {
    let raw = UnseenCharacter.all(in: source.bytes).filter { isUTF8 || $0.scalar != "\u{FFFD}" }.map { character in
      (character, Place(file: source.name, range: character.range))
    }
    let words = body.allInlines.compactMap { inline -> Located<String>? in
      if case .text(let text) = inline.kind { Located(text, at: inline.place) } else { nil }
    }
    let named = (YAML.mapping(frontMatter).scalars + words).flatMap { text -> [(UnseenCharacter, Place)] in
      guard text.value.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
      return UnseenCharacter.all(in: Array(text.value.utf8)).compactMap { character in
        // The Markdown library puts U+FFFD where a text holds a control character, which is told as one.
        let isNamed = character.scalar != "\u{FFFD}" && !source.holds(character.scalar, in: text.place)
        return isNamed ? (character, text.place) : nil
      }
    }
    let kinds = Dictionary(grouping: raw + named) { $0.0.scalar }
    let unseen = kinds.values.compactMap { all -> Diagnostic? in
      all.first.map { .unseenCharacter($0.0, count: all.count, at: $0.1) }
    }
    let controls = words.compactMap { text -> Diagnostic? in
      text.value.unicodeScalars.first { $0.isForbiddenInMarkup && !source.holds($0, in: text.place) }.map {
        .writtenControl($0, at: text.place)
      }
    }
    return unseen.inReadingOrder() + controls
  }
}

extension SourceText {
  fileprivate func holds(_ scalar: Unicode.Scalar, in place: Place) -> Bool {
    bytes[place.range].firstRange(of: Array(String(scalar).utf8)) != nil
  }
}
