package import Diagnostics

extension Workbook {
  /// The longest text that a cell holds, in units of UTF-16.
  private static let longest = 32_767

  /// The same with nothing in it that a spreadsheet cannot hold. A text that is too long is cut where it says so, and is a
  /// finding; what XML forbids becomes the sign for a character that cannot be shown.
  package func fitted(at place: Place, findings: inout [Diagnostic]) -> Workbook {
    var workbook = self
    workbook.properties = Properties(
      title: properties.title.asXML, subject: properties.subject.asXML, author: properties.author.asXML,
      created: properties.created)
    for sheet in workbook.sheets.indices {
      for row in workbook.sheets[sheet].rows.indices {
        for column in workbook.sheets[sheet].rows[row].indices {
          let content = workbook.sheets[sheet].rows[row][column].content
          workbook.sheets[sheet].rows[row][column].content = Self.fitted(content, at: place, findings: &findings)
        }
      }
    }
    return workbook
  }

  private static func fitted(
    _ content: Cell.Content, at place: Place, findings: inout [Diagnostic]
  ) -> Cell.Content {
    switch content {
    case .text(let text): return .text(fitted(text.asXML, at: place, findings: &findings))
    case .formula(let formula, _) where formula.isTooLong:
      findings.append(.tooMuchForAFormula(at: place))
      return .text("Too much to work out in one cell")
    case .blank, .number, .formula: return content
    }
  }

  private static func fitted(_ text: String, at place: Place, findings: inout [Diagnostic]) -> String {
    guard text.utf16.count > longest else { return text }
    findings.append(.cellTooLong(text, longest: longest, at: place))
    let rest = " … (The rest is too long for a spreadsheet. Read it in the pack.)"
    return text.cut(to: longest - rest.utf16.count) + rest
  }
}

extension String {
  /// Without what XML forbids, and with one kind of line break.
  var asXML: String {
    guard unicodeScalars.contains(where: { !$0.isAllowedInXML || $0 == "\r" }) else { return self }
    let lines = replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return String(String.UnicodeScalarView(lines.unicodeScalars.map { $0.isAllowedInXML ? $0 : "\u{FFFD}" }))
  }
}

extension Unicode.Scalar {
  fileprivate var isAllowedInXML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
