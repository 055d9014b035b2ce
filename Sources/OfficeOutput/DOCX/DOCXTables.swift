internal import Diagnostics
internal import Markdown

extension DOCXBody {
  mutating func table(_ table: Table, _ place: LayoutContext) -> XML {
    let columns = ColumnShares(table.words, width: place.width, size: styles.settings.sizes.table)
    let widths = columns.widths(of: Int(place.width.millimetres * 20))
    var inner = place
    inner.style = .cell
    func row(_ cells: [Table.Cell], isHeader: Bool, _ body: inout DOCXBody) -> XML {
      let words = cells.map(\.plainText)
      let cells = widths.indices.map { column in
        let isName = table.namesRows && column == 0
        let style: ParagraphStyle = isHeader ? .cellHead : isName ? .cellName : .cell
        var cell = inner
        // Or the names of the columns might stand alone at the foot of a page.
        cell.keepsWithNext = isHeader
        cell.width = place.width * columns.shares[column] - 3
        let content = cells.indices.contains(column) ? cells[column] : []
        let alignment = table.alignments.indices.contains(column) ? table.alignments[column] : nil
        return body.cell(body.paragraph(style, content.runs(), cell, alignment: alignment), widths[column])
      }
      return body.row(cells, isWhole: columns.keepsWhole(words), isHeader: isHeader && columns.repeats(words))
    }
    let caption = table.caption.isEmpty ? XML.empty : paragraph(.caption, table.caption.runs(), place)
    let rows =
      (table.header.isEmpty ? [] : [row(table.header, isHeader: true, &self)])
      + table.rows.map { row($0, isHeader: false, &self) }
    return caption + frame(rows, widths, name: table.name, hasHeader: true, namesRows: table.namesRows)
      + spacer
  }

  /// The cover's table: names and words.
  mutating func facts(_ facts: [[String]], _ place: LayoutContext) -> XML {
    guard !facts.isEmpty else { return .empty }
    let widths = [2_600, Int(place.width.millimetres * 20) - 2_600]
    let rows = facts.map { fact in
      let cells = zip(fact, [ParagraphStyle.cellName, .cell]).map { words, style in
        paragraph(style, [.words(words, Face())], place)
      }
      return row(zip(cells, widths).map { cell($0, $1) }, isWhole: true, isHeader: false)
    }
    return frame(rows, widths, name: "Key facts", hasHeader: false, namesRows: true)
  }

  func frame(
    _ rows: [XML], _ widths: [Int], name: String, hasHeader: Bool, namesRows: Bool, borders: XML = .empty
  ) -> XML {
    let properties = XML.tag(
      "w:tblPr", [:],
      .tag("w:tblStyle", ["w:val": "Rules"]),
      .tag("w:tblW", ["w:w": "\(widths.reduce(0, +))", "w:type": "dxa"]),
      borders,
      .tag("w:tblLayout", ["w:type": "fixed"]),
      // Inside lines words stand a little off.
      borders.isEmpty
        ? .empty
        : .tag(
          "w:tblCellMar", [:], .tag("w:left", ["w:w": "90", "w:type": "dxa"]),
          .tag("w:right", ["w:w": "90", "w:type": "dxa"])),
      .tag(
        "w:tblLook",
        [
          "w:val": hasHeader ? (namesRows ? "00A0" : "0020") : (namesRows ? "0080" : "0000"),
          "w:firstRow": hasHeader ? "1" : "0", "w:lastRow": "0", "w:firstColumn": namesRows ? "1" : "0",
          "w:lastColumn": "0", "w:noHBand": "0", "w:noVBand": "0",
        ]),
      name.isEmpty ? .empty : .tag("w:tblCaption", ["w:val": String(name.onOneLine.prefix(250))]))
    let grid = XML.tag("w:tblGrid", [:], widths.map { .tag("w:gridCol", ["w:w": "\($0)"]) })
    return .tag("w:tbl", [:], [properties, grid] + rows)
  }

  func row(_ cells: [XML], isWhole: Bool, isHeader: Bool, height: Double? = nil) -> XML {
    .tag(
      "w:tr", [:],
      [
        .tag(
          "w:trPr", [:], isWhole ? .tag("w:cantSplit") : .empty,
          height.map { .tag("w:trHeight", ["w:val": "\(Int($0.millimetres * 20))", "w:hRule": "atLeast"]) } ?? .empty,
          isHeader ? .tag("w:tblHeader") : .empty)
      ] + cells)
  }

  func cell(_ content: XML, _ width: Int) -> XML {
    .tag("w:tc", [:], .tag("w:tcPr", [:], .tag("w:tcW", ["w:w": "\(width)", "w:type": "dxa"])), content)
  }

  /// Two tables would grow together without a paragraph between them.
  var spacer: XML { .tag("w:p", [:], .tag("w:pPr", [:], style(.nothing))) }
}
