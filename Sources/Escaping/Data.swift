extension String {
  /// The text as a JSON string, in quotation marks.
  package var jsonString: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // Programs read the same text, and a terminal that it ends up on is not spoken to.
      case _ where scalar.isUnseen:
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The text as a field of CSV (RFC 4180). Spreadsheets run what begins like a formula even between quotation marks, so it
  /// gets an apostrophe.
  package var csvField: String {
    let guarded = unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true ? "'" + self : self
    guard guarded.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return guarded }
    // By scalars: a mark that joins the letter before it would hide a quotation mark.
    return "\"" + String(String.UnicodeScalarView(guarded.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }))
      + "\""
  }

  /// The text as a value of iCalendar (RFC 5545, 3.3.11), whose lines all end in the same way.
  package var calendarText: String {
    var result = String.UnicodeScalarView()
    for scalar in replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: "\\".unicodeScalars + [scalar])
      case "\n", "\r": result.append(contentsOf: "\\n".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether it says something to a machine and nothing to a reader.
  package var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
