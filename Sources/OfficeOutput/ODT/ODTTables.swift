internal import Diagnostics
internal import Markdown

extension ODTBody {
  mutating func table(_ table: Table, _ place: LayoutContext) -> XML {
    let columns = ColumnShares(table.words, width: place.width, size: styles.settings.sizes.table)
    var inner = place
    inner.keepsWithNext = false
    let caption = table.caption.isEmpty ? XML.empty : paragraph(.caption, table.caption.runs(), place)
    var frame = ODTTable(name: objects.unused(table.name.isEmpty ? "Table" : table.name))
    frame.columns = columns.shares.map { $0 * place.width }
    frame.namesRows = table.namesRows
    open(&frame)
    func row(_ cells: [Table.Cell], isHeader: Bool, _ body: inout ODTBody) -> XML {
      let written = columns.shares.indices.map { column in
        let isName = table.namesRows && column == 0
        var cell = inner
        cell.width = max(place.width * columns.shares[column] - 4, 5)
        let content = cells.indices.contains(column) ? cells[column] : []
        let alignment = table.alignments.indices.contains(column) ? table.alignments[column] : nil
        let style: ParagraphStyle = isHeader ? .cellHead : isName ? .cellName : .cell
        return body.cell(body.paragraph(style, content.runs(), cell, alignment: alignment), isHeader ? .head : .plain)
      }
      return body.row(written, isWhole: columns.keepsWhole(cells.map(\.plainText)))
    }
    if !table.header.isEmpty {
      let head = row(table.header, isHeader: true, &self)
      if columns.repeats(table.header.map(\.plainText)) { frame.header = head } else { frame.rows.append(head) }
    }
    frame.rows += table.rows.map { row($0, isHeader: false, &self) }
    return caption + close(frame)
  }

  /// The cover's table: names and words.
  mutating func facts(_ facts: [[String]], _ place: LayoutContext) -> XML {
    guard !facts.isEmpty else { return .empty }
    var frame = ODTTable(name: objects.unused("Facts"))
    frame.columns = [46, place.width - 46]
    frame.namesRows = true
    open(&frame)
    frame.rows = facts.map { fact in
      let cells = zip(fact, [ParagraphStyle.cellName, .cell]).map { words, style in
        cell(paragraph(style, [.words(words, Face())], place), .plain)
      }
      return row(cells, isWhole: true)
    }
    return close(frame)
  }

  mutating func open(_ frame: inout ODTTable) {
    frame.master = nextMaster
    nextMaster = nil
  }

  mutating func close(_ frame: ODTTable) -> XML {
    let width = frame.columns.reduce(0, +)
    let style = automatic.name(
      "table", master: frame.master,
      [
        .tag(
          "style:table-properties",
          [
            "style:width": ODTNames.mm(width), "table:align": "left", "fo:margin-top": "0mm", "fo:margin-bottom": "4mm",
            "table:border-model": "collapsing",
          ])
      ])
    let columns = frame.columns.map { width in
      XML.tag(
        "table:table-column",
        [
          "table:style-name": automatic.name(
            "table-column", [.tag("style:table-column-properties", ["style:column-width": ODTNames.mm(width)])])
        ])
    }
    let named = frame.namesRows ? 1 : 0
    return .tag(
      "table:table", ["table:name": frame.name, "table:style-name": style],
      [
        named > 0 ? .tag("table:table-header-columns", [:], Array(columns.prefix(1))) : .empty,
        XML(Array(columns.dropFirst(named))),
        frame.header.map { .tag("table:table-header-rows", [:], $0) } ?? .empty,
      ] + frame.rows)
  }

  mutating func row(_ cells: [XML], isWhole: Bool, height: Double? = nil) -> XML {
    let style = automatic.name(
      "table-row",
      [
        .tag(
          "style:table-row-properties",
          ["fo:keep-together": isWhole ? "always" : "auto", "style:min-row-height": height.map(ODTNames.mm)])
      ])
    return .tag("table:table-row", ["table:style-name": style], cells)
  }

  mutating func cell(_ content: XML, _ kind: ODTTable.Cell) -> XML {
    let (ink, rules) = (styles.settings.colours.ink, styles.settings.colours.rules)
    let properties: XML =
      switch kind {
      case .head:
        .tag(
          "style:table-cell-properties",
          [
            "fo:border-top": "1pt solid \(ink)", "fo:border-bottom": "0.75pt solid \(ink)", "fo:padding-right": "3mm",
          ])
      case .plain:
        .tag("style:table-cell-properties", ["fo:border-bottom": "0.5pt solid \(rules)", "fo:padding-right": "3mm"])
      case .grid:
        .tag("style:table-cell-properties", ["fo:border": "0.5pt solid \(rules)", "fo:padding": "1.5mm"])
      case .answer: .tag("style:table-cell-properties", ["fo:border": "0.75pt solid \(ink)", "fo:padding": "2mm"])
      }
    return .tag(
      "table:table-cell",
      ["table:style-name": automatic.name("table-cell", [properties]), "office:value-type": "string"], content)
  }
}

/// A table while it is written.
struct ODTTable {
  enum Cell { case head, plain, grid, answer }

  let name: String
  /// Their widths in millimetres.
  var columns: [Double] = []
  var namesRows = false
  var header: XML?
  var rows: [XML] = []
  var master: String?

  init(name: String) { self.name = name }
}
