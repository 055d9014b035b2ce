internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

extension Rule {
  /// Tables are for data, words are no pictures, and no colour says what words do not.
  static let meaningInTheLooks = Rule(
    ofSite: "L06", "meaning-in-the-looks", .warning, source: Source.accessibility, thresholds: [.alternativeWordsMost]
  ) { context in
    context.subject.model.files.flatMap { text in
      tables(text.file, context) + pictures(text.file, context) + colours(text.file, context)
    }
  }

  private static func tables(_ file: ContentFile, _ context: RuleContext) -> [Diagnostic] {
    file.body.allBlocks.flatMap { block -> [Diagnostic] in
      guard case .table(let table) = block.kind else { return [] }
      if table.header.count == 1 {
        return [
          context.finding(
            "a table of one column is a list", value: "one column", at: block.place,
            help: "Write it as a list, with a hyphen before each item.")
        ]
      }
      return table.rows.filter { $0.isTitleAcross }.prefix(1).map { row in
        context.finding(
          "“\(row.first?.plainText ?? "")” stands alone in a row, as a title over the rows below",
          value: row.first?.plainText ?? "", at: row.first?.first?.place ?? block.place,
          help: "Make two tables with a heading above each: in a table, a cell belongs to its row alone.")
      }
    }
  }

  private static func pictures(_ file: ContentFile, _ context: RuleContext) -> [Diagnostic] {
    let most = context.limit(.alternativeWordsMost)
    return file.body.allInlines.compactMap { inline in
      guard case .image(_, _, let alternative) = inline.kind else { return nil }
      let count = alternative.plainText.split(separator: " ").count
      guard count > most.value else { return nil }
      return context.finding(
        "it takes \(count) words to say what this picture shows, so it may be a picture of text",
        value: "\(count) words",
        at: inline.place, against: [most],
        help: "Write the text as text. If it is a drawing, say the main thing here and the rest below it.")
    }
  }

  private static func colours(_ file: ContentFile, _ context: RuleContext) -> [Diagnostic] {
    file.uses(of: coloured).map { place in
      let words = file.source.text(in: place.range)
      return context.finding(
        "“\(words)” tells something by its colour", value: words, at: place,
        help: "Say it in words too: some people see no colours, and some listen.")
    }
  }

  private static let coloured = Wordings(
    ["shown", "marked", "highlighted", "printed", "written", "shaded"].flatMap { verb in
      colourNames.map { "\(verb) in \($0)" }
    }
      + ["cells", "boxes", "text", "rows", "columns", "fields"].flatMap { thing in
        colourNames.map { "\($0) \(thing)" }
      })

  private static let colourNames = [
    "red", "green", "amber", "yellow", "blue", "orange", "grey", "gray", "pink", "purple",
  ]
}

extension [Table.Cell] {
  /// A row whose first cell is strong and whose others are empty stands for one cell across the table.
  fileprivate var isTitleAcross: Bool {
    guard count > 2, let first = first?.first, case .strong = first.kind else { return false }
    return dropFirst().allSatisfy(\.isEmpty)
  }
}
