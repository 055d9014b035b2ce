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
}

extension Diagnostic {
  static func droppedTag(_ name: String, count: Int, at place: Place) -> Diagnostic {
    let rest = HTMLTokens.wordless.contains(name) ? "with all that stands before </\(name)>" : "and its words are kept"
    return Diagnostic(
      .droppedTag, .warning, "the tag <\(name)> is left out \(rest)", at: place,
      help:
        "Write it in Markdown. The only tags that work are br, sup, sub, abbr, details, summary and span with lang.",
      occurrences: count)
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

  static func foreignMark(_ mark: ForeignMark, count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .foreignMark, .warning, "\(mark.name), means nothing here and is printed as it stands", at: place,
      help: "Write it in another way, or take it out.", occurrences: count)
  }

  static func wideTable(columns: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .largeTable, "this table has \(columns) columns, more than the \(TableLimits.mostColumns) that are allowed",
      at: place, help: "Divide the table, or turn its rows into columns.")
  }

  static func longTable(at place: Place) -> Diagnostic {
    Diagnostic(
      .largeTable, "this table has more than \(TableLimits.mostCells.inThousands) cells", at: place,
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
