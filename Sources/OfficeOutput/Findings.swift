internal import Diagnostics

// Numbers from 31: those below belong to what all documents share.

extension Code {
  static let pictureNotShown = Code("D25", "picture-not-shown")
  static let tableTooWide = Code("D26", "table-too-wide")
  static let unknownSetting = Code("D27", "unknown-setting")
  static let wrongSetting = Code("D28", "wrong-setting")
}

extension Diagnostic {
  static func pictureNotShown(_ name: String, _ why: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .pictureNotShown, .warning, "documents cannot show the picture “\(name)”: \(why). Its words stand in for it",
      at: place, help: "Save it again as a PNG, a JPEG or an SVG.")
  }

  static func tableTooWide(columns: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .tableTooWide, .warning, "this table has \(columns) columns, too many to be read on a sheet of paper", at: place,
      help: "Divide it, or publish it as a spreadsheet beside the text.")
  }

  static func unknownSetting(_ key: Located<String>, near: String?, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownSetting, "there is no setting “\(key.value)” here", at: key.place,
      help: near.map { "Did you mean “\($0)”?" } ?? "The settings are: \(known.joined(separator: ", ")).")
  }

  static func wrongSetting(_ key: String, _ shape: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .wrongSetting, "“\(key)” should be \(shape)", at: place, help: "Write another value, or take the key out.")
  }
}
