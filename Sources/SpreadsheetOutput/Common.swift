internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// What the workbooks of a tender have in common.

extension Workbook.Properties {
  init(_ tender: Tender, _ document: PackDocument) {
    title = "\(tender.title): \(document.title.lowercased())"
    subject = tender.reference.map { "Tender \($0)" } ?? tender.title
    author = tender.buyer ?? ""
    created = tender.date(.issued)?.day
  }
}

extension Workbook {
  /// As it is written: nothing in it that a spreadsheet cannot hold, and every result worked out.
  func finished(_ tender: Tender, findings: inout [Diagnostic]) -> Workbook {
    fitted(at: tender.file.place, findings: &findings).calculated()
  }
}

extension Sheet {
  /// A sheet that is read like a page: a title, then headings with paragraphs.
  static func page(_ name: String, title: String, _ sections: [(heading: String, lines: [String])]) -> Sheet {
    var sheet = Sheet(name, columns: [76])
    sheet.isLandscape = false
    sheet.append(.text(title.onOneLine, .title))
    for section in sections where !section.lines.isEmpty {
      sheet.append(.blank(.line))
      sheet.append(.text(section.heading, .heading))
      for line in section.lines { sheet.append(.text(line, .note)) }
    }
    return sheet
  }

  /// The head of a table, which stays in view and is printed on every page.
  @discardableResult
  mutating func appendHead(_ titles: [String]) -> Int {
    let row = append(titles.map { .text($0, .column) })
    frozenRows = row + 1
    repeatedRows = row...row
    return row
  }

  mutating func accept(_ area: Area, _ rule: Validation.Rule, _ title: String, _ help: String) {
    validations.append(Validation(area, rule, title: title.cut(to: 32), help: help.asXML.cut(to: 255)))
  }
}

extension Money {
  var number: Double { Double(pence) / 100 }
}

extension Weight {
  var value: Double { Double(tenThousandths) / 10_000 }
}

/// What both workbooks for bidders say about typing.
let typingAdvice = [
  "Type in the pale yellow cells. The others are locked, so that nothing is changed by mistake. There is no password: your program can take the lock off.",
  "Rows grow with what you write. You can also make rows and columns larger yourself.",
]

extension Tender {
  /// Whom to ask, and how.
  var helpLines: [String] {
    guard let contact else { return [] }
    let phone = contact.phone.map { " or \($0)" } ?? ""
    return ["\(contact.role): \(contact.email)\(phone)", contact.access ?? ""].filter { !$0.isEmpty }
  }

  /// `Everytown Council, EC-2027-014`.
  var byline: String { [buyer, reference].compactMap(\.self).joined(separator: ", ") }

  var deadlineWords: String {
    date(.deadline).map { "It must reach us before \($0.words)." } ?? "The deadline is not written yet."
  }
}
