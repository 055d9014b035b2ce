/// The ids of headings, as code hosts make them, so that a link works there and here.
struct Slugs {
  private var taken: Set<String> = []
  /// The number that the next heading of a name is to try, so that a thousand headings of a name are no work.
  private var numbers: [String: Int] = [:]

  /// Lower case; letters, digits, marks, `_` and `-` stay, blanks become hyphens, the rest goes. The second heading of
  /// a name gets `-1`, and so on.
  mutating func next(for content: [Inline]) -> String {
    let wanted = Self.slug(content.written)
    var id = wanted
    while !taken.insert(id).inserted {
      numbers[wanted, default: 0] += 1
      id = "\(wanted)-\(numbers[wanted, default: 1])"
    }
    return id
  }

  static func slug(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case _ where scalar == "-" || scalar == "_": result.unicodeScalars.append(scalar)
      case .spaceSeparator: result += "-"
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
        result.unicodeScalars.append(scalar)
      default: break
      }
    }
    return result.isEmpty ? "section" : result
  }
}

extension [Inline] {
  /// The words as a code host sees them, which knows nothing of our values.
  fileprivate var written: String {
    map { inline in
      if case .value(let path, let format) = inline.kind { return "{{\(path)\(format.map { " as " + $0 } ?? "")}}" }
      return [inline].plainText
    }.joined()
  }
}

/// The id that a heading of these words gets when no other has it.
package func headingID(_ words: String) -> String { Slugs.slug(words) }
