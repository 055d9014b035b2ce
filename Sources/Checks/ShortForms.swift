internal import Content
internal import Markdown

/// Short forms made of capitals: NHS, TUPE, VAT.
enum ShortForms {
  /// The short form that a run of letters is: two to six capitals, with an s at most. Numbers of sections and forms, such
  /// as A4 or UK4, are none.
  static func read(_ text: String) -> String? {
    let word = text.drop { !$0.isLetter && !$0.isNumber }.trimmingEnd
    let form = word.hasSuffix("s") ? word.dropLast() : word
    guard (2...6).contains(form.count), form.allSatisfy({ $0.isASCII && $0.isUppercase }), Set(form).count > 1 else {
      return nil
    }
    return String(form)
  }

  /// What everyone knows better by its short form.
  static let common: Set = [
    "UK", "EU", "US", "BBC", "VAT", "PDF", "ODT", "DOCX", "XLSX", "CSV", "ZIP", "HTML", "URL", "SMS", "TV", "DVD", "CV",
    "ID", "IT", "PIN", "PO", "BST", "GMT", "AM", "PM", "OK", "MP", "GP", "NHS", "HIV", "AIDS", "DNA", "FAQ", "SME",
    "CPV",
    "ISO", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI",
  ]

  /// What other rules speak of: placeholders, and words of the old law.
  static let reportedElsewhere: Set = ["TBC", "TBA", "TBD", "PQQ", "MEAT", "OJEU", "PCR", "ITT"]

  /// Short forms that a file spells out: in brackets behind or before the words, or as their abbreviation.
  static func explained(in file: ContentFile) -> Set<String> {
    var found: Set<String> = []
    for block in file.body.allBlocks {
      let text =
        switch block.kind {
        case .paragraph(let content): content.plainText
        case .heading(let heading): heading.content.plainText
        case .table(let table): (table.header + table.rows.flatMap(\.self)).map(\.plainText).joined(separator: " ")
        default: ""
        }
      found.formUnion(explained(in: text))
    }
    let titles = file.body.allInlines.compactMap { inline in
      if case .abbreviation(_, let inner) = inline.kind { inner.plainText } else { nil }
    }
    return found.union(titles)
  }

  /// Words (WDS), WDS (words) and “Words, known as WDS”.
  private static func explained(in text: String) -> Set<String> {
    let tokens = text.split { $0.isWhitespace }
    var found: Set<String> = []
    for (index, token) in tokens.enumerated() {
      let before = index > 0 ? tokens[index - 1] : ""
      let isNamed =
        index > 1 && ["known as", "called the", "short for"].contains("\(tokens[index - 2]) \(before)".lowercased())
      if token.hasPrefix("(") || isNamed || before == "or" && index > 2 && tokens[index - 2].hasSuffix(",") {
        if let form = read(String(token)) { found.insert(form) }
      }
      let after = index + 1 < tokens.count ? tokens[index + 1] : ""
      if after.hasPrefix("("), !after.dropFirst().isEmpty, read(String(after)) == nil, let form = read(String(token)) {
        found.insert(form)
      }
    }
    return found
  }

  /// The short forms inside a term of the glossary.
  static func inside(_ term: String) -> [String] {
    term.split { !$0.isLetter }.compactMap { read(String($0)) }
  }
}

extension Substring {
  /// Without marks at its end, and without ’s.
  fileprivate var trimmingEnd: Substring {
    var text = self
    while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
    return text.hasSuffix("’s") || text.hasSuffix("'s") ? text.dropLast(2) : text
  }
}
