internal import Diagnostics

extension Code {
  static let droppedTag = Code("M01", "dropped-tag")
  static let openDetails = Code("M02", "open-details")
  static let brokenValue = Code("M03", "broken-value")
  static let brokenDirective = Code("M04", "broken-directive")
  static let missingFootnote = Code("M05", "missing-footnote")
  static let emptyHeading = Code("M06", "empty-heading")
  static let tooDeep = Code("M07", "nested-too-deep")
  static let foreignMark = Code("M08", "foreign-mark")
  static let largeTable = Code("M09", "large-table")
  static let noteInLink = Code("M10", "note-in-link")
  static let emptyLink = Code("M11", "empty-link")
  static let doubtfulValue = Code("M12", "doubtful-value")
  static let openRemark = Code("M13", "open-remark")
  static let lostWords = Code("M14", "lost-words")
  static let unusedNote = Code("M15", "unused-note")
  static let openCode = Code("M16", "open-code")
  static let brokenLink = Code("M17", "broken-link")
  static let brokenTable = Code("M18", "broken-table")
  static let largeNumber = Code("M19", "large-number")
  static let crowd = Code("M20", "too-many-signs")
}

extension Diagnostic {
  /// Tags that were first met in one place. `count` is how often the one that stands most often does.
  static func droppedTags(_ names: [String], count: Int, at place: Place) -> Diagnostic {
    let list = names.map { "<\($0)>" }.joinedInWords
    let what = names.count == 1 ? "the tag \(list) is" : "the tags \(list) are"
    let isWordless = names.contains(where: HTMLTag.wordless.contains)
    return Diagnostic(
      .droppedTag, .warning, "\(what) left out, \(isWordless ? "with all that is inside" : "and the words are kept")",
      at: place,
      help:
        "Write it in Markdown. The only tags that work are br, sup, sub, abbr, details, summary and span with lang.",
      occurrences: count)
  }

  static func lostWords(_ words: String, in where: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .lostWords, .warning, "“\(words.beginning)” is printed nowhere, since it stands in \(`where`)", at: place,
      help: "Write the words where they are read, or take them out.")
  }

  static func openRemark(at place: Place) -> Diagnostic {
    Diagnostic(
      .openRemark, "the remark that begins here is not closed, and all that stands below it is left out", at: place,
      help: "Write --> where the remark ends.")
  }

  static func printedRemark(at place: Place) -> Diagnostic {
    Diagnostic(
      .openRemark, "these signs begin no remark, and what follows is printed for all to read", at: place,
      help: "A remark ends with --> in the same paragraph, and has no -- inside. For the signs themselves write \\<!--."
    )
  }

  static func unusedNote(_ name: String, isSecond: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .unusedNote, .warning,
      isSecond
        ? "the note [^\(name.beginning)] is written a second time, and this one is left out"
        : "no words have the mark [^\(name.beginning)], and its note is left out",
      at: place,
      help: isSecond
        ? "Give one of the two notes another name."
        : "Write the mark behind the words that the note belongs to, or take the note out.")
  }

  static func unusedAddress(_ name: String, isSecond: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenLink, .warning,
      isSecond
        ? "the address of [\(name.beginning)] is written a second time, and this one is not used"
        : "no link asks for the address of [\(name.beginning)], and it is printed nowhere",
      at: place, help: "Write [words][\(name.beginning)] where the link should be, or take the line out.")
  }

  static func largeNumber(_ number: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .largeNumber, .warning,
      "this list counts from \(number), and documents to edit count no further than \(List.lastNumber)",
      at: place,
      help: "Write a smaller number, or put a backslash before the point, so that it is no list: \(number)\\.")
  }

  static func openCode(at place: Place) -> Diagnostic {
    Diagnostic(
      .openCode, .warning, "this line begins code that does not end, and all below it is printed as code", at: place,
      help: "Write the same signs once more, on a line of their own, where the code ends; or take them out.")
  }

  static func unknownReference(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenLink, .warning, "this is no link, since nothing says what the address of [\(name.beginning)] is",
      at: place,
      help: "Write the address behind the words, as in [the schedule](schedule.md).")
  }

  static func brokenAddress(_ written: String, at place: Place) -> Diagnostic {
    let address = String(written.prefix { !$0.isNewline })
    return Diagnostic(
      .brokenLink, .warning,
      "this is no link or picture, since its address, “\(written.beginning)”, has blanks or is not closed",
      at: place, help: "Write the address between < and >, as in (<\(address.beginning)>)."
    ).meaning("<\(address)>", for: address) { _, _ in false }
  }

  static func tableWithoutDashes(at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenTable, .warning, "these lines look like a table, and are printed with their bars as one paragraph",
      at: place,
      help: "Below the first line write one of dashes, with a bar between the columns: |---|---|")
  }

  static func tableWithOtherDashes(head: Int, dashes: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenTable, .warning,
      "this is printed with its bars as one paragraph and is no table, since its head has \(head) cell\(head == 1 ? "" : "s") and the line of dashes \(dashes)",
      at: place, help: "Write as many groups of dashes as the head has cells.")
  }

  static func openDetails(at place: Place) -> Diagnostic {
    Diagnostic(
      .openDetails, .warning, "<details> is not closed", at: place,
      help: "Write </details> on a line of its own, with an empty line before it, where it should end.")
  }

  static func brokenValue(_ written: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenValue, "“\(written.prefix(40))” is not a value that can be drawn in", at: place,
      help: "Write it like {{dates.deadline}} or {{dates.deadline as date}}, on one line. For plain braces write \\{{.")
  }

  static func valueOutOfPlace(_ written: String, in where: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenValue, "“\(written.prefix(40))” stands in \(`where`), where no value is drawn in", at: place,
      help: "Values work only in plain Markdown text. Move it there, or write the words out.")
  }

  static func doubtfulValue(at place: Place) -> Diagnostic {
    Diagnostic(
      .doubtfulValue, .warning, "no value is drawn into these words, since some braces near them are protected by \\",
      at: place, help: "Put the words with the value into a paragraph of their own.")
  }

  static func brokenDirective(at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenDirective, "this line of the show block is not a key and a value", at: place,
      help: "Write a key, a colon, a blank and a value, such as: table: outcomes")
  }

  static func missingFootnote(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingFootnote, .warning, "there is no footnote named “\(name)”", at: place,
      help: "Write the note on a line of its own that begins with [^\(name)]: or take the mark out.")
  }

  static func emptyHeading(at place: Place) -> Diagnostic {
    Diagnostic(
      .emptyHeading, .warning, "this heading has no words", at: place,
      help: "Write the heading, or take out the line.")
  }

  static func foreignMark(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .foreignMark, .warning, "\(name), means nothing here and is printed as it stands", at: place,
      help: "Write it in another way, or take it out. If the signs are to be read, put a backslash before them.")
  }

  static func wideTable(columns: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .largeTable, "this table has \(columns) columns, more than the \(LibraryLimits.mostColumns) that are allowed",
      at: place, help: "Divide the table, or turn its rows into columns.")
  }

  static func longTable(at place: Place) -> Diagnostic {
    Diagnostic(
      .largeTable, "this table has more than \(LibraryLimits.mostCells.inThousands) cells", at: place,
      help: "Divide the table, or put it into an attachment.")
  }

  static func noteInLink(at place: Place) -> Diagnostic {
    Diagnostic(
      .noteInLink, .warning, "a footnote's mark inside a link leads to two places, and is put behind the link",
      at: place, help: "Write the mark behind the link.")
  }

  static func emptyLink(at place: Place) -> Diagnostic {
    Diagnostic(
      .emptyLink, .warning, "this link has no words, and shows where it leads instead", at: place,
      help: "Write what the link leads to between the [ ].")
  }

  static func crowd(_ kind: Crowd.Kind, at place: Place) -> Diagnostic {
    let signs =
      switch kind {
      case .instruction: "<? that no ?> ends"
      case .declaration: "<! that no > ends"
      case .data: "<![ that no ]]> ends"
      case .bracket: "[ that no ] ends"
      case .emphasis: "stars or low lines"
      }
    return Diagnostic(
      .crowd,
      "this paragraph has more than \(kind.most.inThousands) \(signs), and the rest of the line is left out", at: place,
      help: "Divide the paragraph by empty lines, or write the signs as code, in a block of its own.")
  }

  static func longAddress(at place: Place) -> Diagnostic {
    Diagnostic(
      .brokenLink,
      "this address and its title have more than \(LibraryLimits.longestAddress.inThousands) letters, and are left out",
      at: place, help: "Write a shorter one.")
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      .tooDeep, "the text is nested more than 100 levels deep here", at: place,
      help: "Take out some of the lists, quotes or tags around these words.")
  }
}

extension Int {
  /// `200,000`.
  fileprivate var inThousands: String { self < 1000 ? "\(self)" : "\(self / 1000),000" }
}
