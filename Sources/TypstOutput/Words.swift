internal import Diagnostics
internal import Escaping
internal import Markdown

// Words for the typesetter: always as its strings and never as its markup, so that nothing in them can mean anything.

/// A text as it can be printed, and what could not.
struct Printable {
  private(set) var text = ""
  /// Runs of signs that no font has.
  private(set) var missing: [String] = []

  /// Line breaks become blanks, unless they are kept. Words longer than `longest` may be broken.
  init(_ original: String, signs: GlyphCoverage, keepsLines: Bool = false, longest: Int = .max) {
    var length = 0
    for sign in original {
      guard sign.isPlain || sign.isNewline || sign == "\t" || signs.has(sign) else {
        run += blanks + String(sign)
        blanks = ""
        length = 0
        continue
      }
      let isBlank = sign.isWhitespace
      let shown = (sign.isNewline || sign == "\t") && !keepsLines ? " " : sign.isNewline ? "\n" : String(sign)
      // Blanks between signs that cannot be printed belong to them.
      if isBlank, !run.isEmpty, !keepsLines {
        blanks += shown
        continue
      }
      close()
      length = isBlank ? 0 : length + 1
      if length > longest {
        text += "\u{200B}"
        length = 1
      }
      text += shown
    }
    close()
  }

  private var run = ""
  private var blanks = ""

  private mutating func close() {
    guard !run.isEmpty else { return }
    missing.append(run)
    text += "[\(run.name)]" + blanks
    (run, blanks) = ("", "")
  }
}

extension Character {
  /// Printable ASCII, which every font has.
  fileprivate var isPlain: Bool { asciiValue.map { $0 >= 0x20 && $0 < 0x7F } ?? false }

  /// `grinning face`; `man, woman, girl` for a sign that is made of several; `U+0007` for what has no name.
  fileprivate var name: String {
    if let flag { return "flag of \(flag)" }
    let shown = unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isEmojiModifier }
    // An emoji may be made of several; a letter is named without its accents.
    let isEmoji = shown.first?.properties.isEmojiPresentation == true
    let scalars = shown.isEmpty ? Array(unicodeScalars) : Array(shown.prefix(isEmoji ? .max : 1))
    return scalars.map { $0.properties.name?.lowercased() ?? $0.codePoint }.joined(separator: ", ")
  }

  /// Of which land it is the flag; nil for any other sign. A flag is written as the letters of its land.
  private var flag: String? {
    let letters = unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.value {
      case 0x1_F1E6...0x1_F1FF: Unicode.Scalar(scalar.value - 0x1_F1E6 + 0x41)
      case 0xE0061...0xE007A: Unicode.Scalar(scalar.value - 0xE0061 + 0x41)
      default: nil
      }
    }
    let land = String(String.UnicodeScalarView(letters))
    return ["GBENG": "England", "GBSCT": "Scotland", "GBWLS": "Wales"][land] ?? (land.isEmpty ? nil : land)
  }
}

extension String {
  /// The names of up to three signs; of more, how many there are and where they begin.
  var name: String {
    let signs = filter { !$0.isWhitespace }
    let names = signs.prefix(3).map(\.name)
    return signs.count > 3 ? "\(signs.count) signs from “\(names.first ?? "")”" : names.joined(separator: ", ")
  }
}

extension Double {
  /// Three places at most, and no zeros that say nothing: the same on every machine.
  var words: String {
    let thousandths = Int((self * 1000).rounded())
    let (whole, rest) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
    var digits = String(repeating: "0", count: 3 - String(rest).count) + String(rest)
    while digits.hasSuffix("0") { digits.removeLast() }
    return (thousandths < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
  }
}

extension LanguageTag {
  /// As arguments: `"cy", "GB"`.
  var arguments: String { "\(code.typstString), \(region?.typstString ?? "none")" }
}
