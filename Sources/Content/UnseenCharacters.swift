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
      if scalar.isUnseen(between: before, and: after) {
        found.append(UnseenCharacter(scalar: scalar, range: offset..<offset + width))
      }
      (before, offset, index) = (scalar, offset + width, next)
    }
    return found
  }

  /// As people can look it up: “U+202E, right-to-left override”.
  var name: String { scalar.codePoint + (words.map { ", \($0)" } ?? "") }

  private var words: String? {
    switch scalar.properties.generalCategory {
    case .privateUse: "a sign that only one font has"
    case .unassigned: "which is no character"
    default: scalar.properties.name?.lowercased()
    }
  }

  /// Whether nothing is missing once it is gone.
  var standsForNothing: Bool { scalar.properties.generalCategory == .format }

  /// Whether it makes letters stand in another order than they are read by machines.
  var turnsLetters: Bool { [0x202D, 0x202E].contains(scalar.value) }
}

extension SourceText {
  /// Each kind once. Where the text had to be repaired, U+FFFD stands for what could not be read.
  func unseenCharacters(isRepaired: Bool) -> [Diagnostic] {
    let characters = UnseenCharacter.all(in: bytes).filter { !isRepaired || $0.scalar != "\u{FFFD}" }
    return characters.map { ($0, Place(file: name, range: $0.range)) }.findings
  }

  fileprivate func holds(_ scalar: Unicode.Scalar, in place: Place) -> Bool {
    bytes[place.range].firstRange(of: Array(String(scalar).utf8)) != nil
  }
}

extension ContentFile {
  /// Unseen characters and controls that stand here by their number only, behind `&` or a backslash.
  var unseenByNumber: [Diagnostic] {
    let words = body.allInlines.compactMap { inline -> Located<String>? in
      if case .text(let text) = inline.kind { Located(text, at: inline.place) } else { nil }
    }
    let unseen = (YAML.mapping(frontMatter).scalars + words).flatMap { text -> [(UnseenCharacter, Place)] in
      guard text.value.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
      return UnseenCharacter.all(in: Array(text.value.utf8)).compactMap { character in
        // The Markdown library puts U+FFFD where a text holds a control character, which is told as one.
        let isByNumber = character.scalar != "\u{FFFD}" && !source.holds(character.scalar, in: text.place)
        return isByNumber ? (character, text.place) : nil
      }
    }
    let controls = words.compactMap { text -> Diagnostic? in
      text.value.unicodeScalars.first { $0.isForbiddenInMarkup && !source.holds($0, in: text.place) }.map {
        .writtenControl($0, at: text.place)
      }
    }
    return unseen.findings + controls
  }
}

extension [(UnseenCharacter, Place)] {
  fileprivate var findings: [Diagnostic] {
    Dictionary(grouping: self) { $0.0.scalar }.values.compactMap { all in
      all.first.map { .unseenCharacter($0.0, count: all.count, at: $0.1) }
    }.inReadingOrder()
  }
}
