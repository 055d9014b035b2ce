internal import Diagnostics

extension Code {
  static let openFrontMatter = Code("F01", "open-front-matter")
  static let brokenYAML = Code("F02", "broken-yaml")
  static let notAMapping = Code("F03", "not-a-mapping")
  static let anchorOrTag = Code("F04", "anchor-or-tag")
  static let duplicateKey = Code("F05", "duplicate-key")
  static let tooMuchYAML = Code("F06", "too-much-yaml")
  static let notUTF8 = Code("F07", "not-utf-8")
  static let controlCharacter = Code("F08", "control-character")
  static let unseenCharacter = Code("F32", "unseen-character")
}

extension Diagnostic {
  static func openFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      .openFrontMatter, "the front matter begins here and does not end", at: place,
      help: "Write a line with three hyphens, ---, after the last key and before the text.")
  }

  /// Word turns three hyphens into a long dash.
  static func dashForHyphens(_ dash: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .openFrontMatter, "front matter begins and ends with three hyphens, and this is another dash", at: place,
      help: "Delete it and type three hyphens: ---"
    ).meaning("---", for: dash) { _, _ in true }
  }

  /// A line of front matter that is no key and value, shown whole.
  static func lineWithoutColon(_ source: SourceText, at offset: Int) -> Diagnostic {
    let line = source.lineRange(source.line(at: offset))
    let hasSpecialBlank = source.text(in: line).contains("\u{A0}")
    let words = YAMLProblem.lineWithoutColon.words
    return Diagnostic(
      .brokenYAML,
      hasSpecialBlank
        ? "the blank behind the colon is a special one, as word processors make it"
        : words.message,
      at: Place(file: source.name, range: offset..<max(offset, line.upperBound)),
      help: hasSpecialBlank
        ? "Delete the blank and type it again."
        : words.help)
  }

  static func secondDocument(at place: Place) -> Diagnostic {
    Diagnostic(
      .notAMapping, "a second YAML document begins here", at: place,
      help: "Keep one set of keys in a file. Take out the line of hyphens.")
  }

  static func notAMapping(at place: Place) -> Diagnostic {
    Diagnostic(
      .notAMapping, "this is not a set of keys and values", at: place,
      help: "Write a key, a colon, a blank and a value on each line, such as: title: Our service")
  }

  static func blankThatIsNone(_ blank: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .notAMapping,
      "behind this colon is a blank that does not count as one (a no-break space), so that this is no key",
      at: place, help: "Delete what is behind the colon up to the value, and type a plain blank."
    ).meaning(" ", for: blank) { _, _ in true }
  }

  static func notAKey(at place: Place) -> Diagnostic {
    Diagnostic(
      .notAMapping, "a list or a group cannot be a key", at: place, help: "Write a plain word before the colon.")
  }

  static func anchor(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .anchorOrTag, "“&\(name)” is a YAML anchor, which is not allowed", at: place,
      help: "Take out “&\(name)”. If the value begins with &, put it in quotation marks.")
  }

  static func alias(at place: Place) -> Diagnostic {
    Diagnostic(
      .anchorOrTag, "this is a YAML alias, which is not allowed", at: place,
      help: "Write the value out. If it begins with *, put it in quotation marks.")
  }

  static func tag(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .anchorOrTag, "“\(name)” is a YAML tag, which is not allowed", at: place,
      help: "Take out the tag. If the value begins with !, put it in quotation marks.")
  }

  static func mergeKey(at place: Place) -> Diagnostic {
    Diagnostic(
      .anchorOrTag, "“<<” is a YAML merge key, which is not allowed", at: place, help: "Write the keys out.")
  }

  static func duplicateKey(_ name: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "the key “\(name)” is written twice", at: place, help: "Keep one of the two.",
      related: [.init("it was first written here", at: first)])
  }

  static func tooMuchYAML(at place: Place) -> Diagnostic {
    Diagnostic(
      .tooMuchYAML, "there are more than 50,000 keys and values in this file", at: place,
      help: "Divide the file, or put the data into an attachment.")
  }

  static func tooDeepYAML(at place: Place) -> Diagnostic {
    Diagnostic(
      .tooMuchYAML, "the keys are nested more than 24 levels deep here", at: place,
      help: "Take out the levels that nothing needs.")
  }

  static func notUTF8(_ encoding: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .notUTF8, encoding.map { "this file is saved as \($0), not as UTF-8" } ?? "these bytes are not UTF-8 text",
      at: place, help: "Open the file in a text editor and save it again with the encoding UTF-8.")
  }

  static func controlCharacters(_ first: UInt8, count: Int, at place: Place) -> Diagnostic {
    let what =
      place.range.count == 1
      ? "there is a control character (number \(first)) here, which no page may hold"
      : "there are \(place.range.count) control characters here (the first has the number \(first)), which no page may hold"
    return Diagnostic(
      .controlCharacter, .error, what, at: place,
      help: "Delete it. You may have to delete the letters on both sides and type them again.", occurrences: count)
  }

  static func unseenCharacter(_ character: UnseenCharacter, count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .unseenCharacter, character.turnsLetters ? .error : .warning,
      "there is a character here that nobody sees as it is meant (\(character.name))", at: place,
      help: "Delete the letters on both sides together with it, and type them again.", occurrences: count
    ).meaning("", for: String(character.scalar)) { _, _ in character.standsForNothing }
  }

  /// One that is written with a backslash in quotation marks, or by its number.
  static func writtenControl(_ first: Unicode.Scalar, at place: Place) -> Diagnostic {
    let number = String(first.value, radix: 16, uppercase: true)
    return Diagnostic(
      .controlCharacter, "there is a control character (U+\(number)) behind a mark here, which no page may hold",
      at: place,
      help: "Take it out. For a plain backslash in front matter put the value between single marks: '…'")
  }

  /// Where the text cannot be followed any further; nil for what only another version of the library says.
  static func brokenYAML(_ problem: YAMLProblem?, opening: Place? = nil, at place: Place) -> Diagnostic {
    let (message, help) = problem?.words ?? YAMLProblem.unknownWords
    guard let opening, problem?.isNeverClosed == true else {
      return Diagnostic(.brokenYAML, message, at: place, help: help)
    }
    let stops = Diagnostic.Related("it cannot be followed further than this", at: place)
    return Diagnostic(.brokenYAML, message, at: opening, help: help, related: place.range.isEmpty ? [] : [stops])
  }
}
