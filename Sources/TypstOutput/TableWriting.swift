internal import Diagnostics
internal import Markdown

// Tables of authors and of data.

extension Setting {
  /// More columns than a page on its side can hold are printed in parts.
  private static let mostColumns = 12
  private static let columnsOfPart = 8

  mutating func table(_ table: Table, at place: Place) {
    let count = table.header.count
    guard count > 0 else { return }
    guard count > (isTurned ? Self.mostColumns : Self.columnsOfPart) else { return part(of: table, nil, at: place) }
    // Each part begins with the first column, which says what a row is.
    let rest = Array(1..<count)
    let starts = Array(stride(from: 0, to: rest.count, by: Self.columnsOfPart - 1))
    for (index, start) in starts.enumerated() {
      let columns = [0] + rest[start..<min(start + Self.columnsOfPart - 1, rest.count)]
      part(of: table.keeping(columns), (index + 1, starts.count), at: place)
    }
  }

  private mutating func part(of table: Table, _ part: (number: Int, of: Int)?, at place: Place) {
    let columns = ColumnWidths(table.columnTexts, room: room, hangs: depth == 0, numbers: table.numberColumns)
    let size = table.header.count > 6 ? "8.5pt" : "9pt"
    let isShort = columns.isShort([table.header.map(\.plainText)] + table.rows.map { $0.map(\.plainText) })
    line("data-table(columns: \(columns.typst), broad: \(depth == 0), whole: \(isShort), size: \(size),", at: place)
    if let part { line("part: (\(part.number), \(part.of)),", at: place) }
    line("align: (\(table.header.indices.map { table.alignment($0) + ", " }.joined())),", at: place)
    if !table.caption.isEmpty { bareContent(table.caption, before: "caption: ", after: ",", at: place) }
    line("head: (", at: place)
    let longest = longestWord
    for (column, cell) in table.header.enumerated() {
      longestWord = columns.longestWord(column)
      bareContent(cell, before: "", after: ",", at: cell.first?.place ?? place)
    }
    line("),", at: place)
    isInTable = true
    for row in table.rows { self.row(row, of: table, columns, at: place) }
    isInTable = false
    longestWord = longest
    line(")", at: place)
    writeWaitingNotes(at: place)
  }

  private mutating func row(_ row: [Table.Cell], of table: Table, _ columns: ColumnWidths, at place: Place) {
    let lines = row.enumerated().map { columns.lines($1.plainText, column: $0) }.max() ?? 1
    // A row that would fill a page is divided after all.
    let cell = lines > 24 ? "table.cell(breakable: true, " : nil
    for column in table.header.indices {
      longestWord = columns.longestWord(column)
      let words = row.indices.contains(column) ? row[column] : []
      let start = words.first?.place ?? place
      let name = table.namesRows && column == 0 ? "row-name(" : ""
      content(
        words, before: (cell ?? "") + name, after: (name.isEmpty ? "" : ")") + (cell == nil ? "," : "),"), at: start)
    }
  }

  /// In millimetres.
  var room: Double { depth > 0 ? 110 : isTurned ? 247 : 160 }
}

extension Table {
  fileprivate func keeping(_ columns: [Int]) -> Table {
    func kept<Element>(_ list: [Element]) -> [Element] {
      columns.compactMap { list.indices.contains($0) ? list[$0] : nil }
    }
    var part = Table(
      caption: caption, alignments: kept(alignments), header: kept(header),
      rows: rows.map { row in columns.map { row.indices.contains($0) ? row[$0] : [] } }, namesRows: true)
    part.heading = heading
    return part
  }

  fileprivate func alignment(_ column: Int) -> String {
    switch alignments.indices.contains(column) ? alignments[column] : nil {
    case .centre: "center + top"
    case .end: "right + top"
    case .start, nil: "left + top"
    }
  }

  fileprivate var numberColumns: Set<Int> {
    Set(alignments.indices.filter { alignments[$0] == .end })
  }

  /// The words of each column, its head first.
  fileprivate var columnTexts: [[String]] {
    header.indices.map { column in
      [header[column].plainText] + rows.map { $0.indices.contains(column) ? $0[column].plainText : "" }
    }
  }
}
