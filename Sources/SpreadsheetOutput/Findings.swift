internal import Diagnostics
internal import Markdown

extension Code {
  static let cellTooLong = Code("D30", "cell-too-long")
  static let roundingNotUnderstood = Code("D31", "rounding-not-understood")
  static let quantityNotANumber = Code("D32", "quantity-not-a-number")
  static let tooMuchForAFormula = Code("D33", "too-much-for-a-formula")
}

extension Diagnostic {
  static func cellTooLong(_ text: String, longest: Int, at place: Place) -> Diagnostic {
    let start = text.onOneLine.cut(to: 40)
    return Diagnostic(
      .cellTooLong, .warning,
      "the text that begins “\(start)” has \(text.utf16.count) characters, and a cell of a spreadsheet holds \(longest)",
      at: place,
      help: "Make it shorter. Until then the spreadsheets of this tender show its beginning, and say that it goes on.")
  }

  static func roundingNotUnderstood(_ words: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .roundingNotUnderstood, .warning,
      "the scoring workbook cannot tell from “\(words.onOneLine.cut(to: 80))” how many decimal places points have",
      at: place, help: "Write it with a number, such as: to two decimal places. Until then nothing is rounded.")
  }

  static func tooMuchForAFormula(at place: Place) -> Diagnostic {
    Diagnostic(
      .tooMuchForAFormula, .warning, "this tender has more gates or questions than a cell of a spreadsheet can add up",
      at: place, help: "Ask for less. Until then the scoring workbook says where it works nothing out.")
  }

  static func quantityNotANumber(_ words: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .quantityNotANumber, .warning,
      "“\(words.onOneLine.cut(to: 40))” is not a number, so no price can be worked out from it",
      at: place, help: "Write the quantity as a number, such as 3. Until then bidders write how many themselves.")
  }
}
