/// Why the YAML library cannot follow a text any further: all that it can say of one that is valid UTF-8, by its own words.
/// A test provokes each of them.
package enum YAMLProblem: String, CaseIterable, Sendable {
  case secondColon = "mapping values are not allowed in this context"
  case lineWithoutColon = "could not find expected ':'"
  case lineOutOfGroup = "did not find expected key"
  case lineOutOfList = "did not find expected '-' indicator"
  case hyphenBehindKey = "block sequence entries are not allowed in this context"
  case colonInBrackets = "found unexpected ':'"
  case questionMark = "mapping keys are not allowed in this context"
  case badBeginning = "found character that cannot start any token"
  case noValue = "did not find expected node content"
  case noAnchorName = "did not find expected alphabetic or numeric character"
  case tabBeforeLine = "found a tab character that violates indentation"
  case tabBeforeText = "found a tab character where an indentation space is expected"
  case controlCharacter = "control characters are not allowed"
  // What is opened and not closed.
  case openList = "did not find expected ',' or ']'"
  case openGroup = "did not find expected ',' or '}'"
  case openQuotation = "found unexpected end of stream"
  case documentInQuotation = "found unexpected document indicator"
  case behindDocument = "did not find expected <document start>"
  // A backslash in double quotation marks.
  case unknownEscape = "found unknown escape character"
  case escapeWithoutNumber = "did not find expected hexdecimal number"
  case escapeOfNothing = "found invalid Unicode character escape code"
  // Behind | or >, which begin a text of several lines.
  case wordsBehindBar = "did not find expected comment or line break"
  case noughtBehindBar = "found an indentation indicator equal to 0"
  // Behind !, which begins a tag.
  case tagWithoutAddress = "did not find expected tag URI"
  case openTag = "did not find the expected '>'"
  case tagWithoutEnd = "did not find expected whitespace or line break"
  case tagEscape = "did not find URI escaped octet"
  case tagLeadingByte = "found an incorrect leading UTF-8 octet"
  case tagTrailingByte = "found an incorrect trailing UTF-8 octet"
  case unknownTag = "found undefined tag handle"
  // Behind %, which begins a directive.
  case directiveWithoutName = "could not find expected directive name"
  case directiveName = "found unexpected non-alphabetical character"
  case unknownDirective = "found unknown directive name"
  case noVersion = "did not find expected version number"
  case noPointInVersion = "did not find expected digit or '.' character"
  case longVersion = "found extremely long version number"
  case otherVersion = "found incompatible YAML document"
  case secondVersion = "found duplicate %YAML directive"
  case noTagHandle = "did not find expected '!'"
  case noBlankInTagDirective = "did not find expected whitespace"
  case secondTagDirective = "found duplicate %TAG directive"

  /// What is opened and not closed is better shown where it opens.
  var isNeverClosed: Bool { [.openList, .openGroup, .openQuotation, .documentInQuotation].contains(self) }

  /// What is so, and what to do.
  package var words: (message: String, help: String) {
    switch self {
    case .secondColon:
      (
        "a second colon on this line makes its value look like a key",
        "Put the whole value in straight quotation marks, \"like this\", and look at the indentation of the lines around it."
      )
    case .lineWithoutColon:
      (
        "this line is not a key, a colon and a value",
        "Write a colon and a blank after the key, or ## before the line to make it a note."
      )
    case .lineOutOfGroup:
      (
        "this line does not fit in with the lines above it",
        "Begin it exactly below the other keys of its group, and look for a quotation mark that closes too early."
      )
    case .lineOutOfList:
      (
        "this line is not an item of the list above it",
        "Begin it with a hyphen and a blank, or change its indentation."
      )
    case .hyphenBehindKey: ("a list cannot begin on the line of its key", "Begin the list on the next line.")
    case .colonInBrackets:
      (
        "a colon in brackets or braces needs a blank or a value behind it",
        "Put a word that holds a colon in quotation marks."
      )
    case .questionMark:
      ("a value cannot begin with a question mark and a blank", "Put the value in quotation marks.")
    case .badBeginning:
      (
        "a value or a line cannot begin with this character",
        "Use blanks, not tabs, to indent. Put a value that begins with @, ` or % in quotation marks."
      )
    case .noValue:
      ("a value cannot begin with this mark", "Put the value in quotation marks, or take out the mark.")
    case .noAnchorName:
      ("a value cannot begin with & or *, which mean something else in YAML", "Put the value in quotation marks.")
    case .tabBeforeLine, .tabBeforeText: ("this line is indented with a tab", "Use blanks, not tabs, to indent.")
    case .controlCharacter:
      ("there is a control character here", "Delete it, and type the letters around it again.")
    case .openList:
      ("this list in square brackets is not closed", "Write a comma between items and a ] at the end.")
    case .openGroup: ("this group in braces is not closed", "Write a comma between keys and a } at the end.")
    case .openQuotation:
      ("a quotation mark is opened and never closed", "Write the closing quotation mark.")
    case .documentInQuotation:
      (
        "a line of hyphens or points stands between quotation marks",
        "Write the closing quotation mark before that line, or indent the line."
      )
    case .behindDocument:
      (
        "the keys have ended before this line",
        "Keep all keys together: take out a line of points, a line that begins with %, or a bracket that closes too early."
      )
    case .unknownEscape, .escapeWithoutNumber, .escapeOfNothing:
      (
        "a backslash in double quotation marks has no meaning before these letters",
        "Write two backslashes, or use single quotation marks."
      )
    case .wordsBehindBar, .noughtBehindBar:
      (
        "this cannot stand behind the mark | or > that begins a text of several lines",
        "Begin the text on the next line, or put a value that begins with | or > in quotation marks."
      )
    case .tagWithoutAddress, .openTag, .tagWithoutEnd, .tagEscape, .tagLeadingByte, .tagTrailingByte, .unknownTag:
      ("a value cannot begin with !, which is for YAML tags", "Put the value in quotation marks.")
    case .directiveWithoutName, .directiveName, .unknownDirective, .noVersion, .noPointInVersion, .longVersion,
      .otherVersion, .secondVersion, .noTagHandle, .noBlankInTagDirective, .secondTagDirective:
      ("a line that begins with % is for YAML itself, and not allowed", "Take the line out.")
    }
  }

  /// Of what another version of the library may say.
  static let unknownWords = (
    message: "the keys and values cannot be followed from here on",
    help: "Look at the marks and the indentation of this line and the one above."
  )
}
