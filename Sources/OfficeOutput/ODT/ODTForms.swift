internal import Markdown

// Places to answer: frames that grow with what is written in them, each with the name of its field.

extension ODTBody {
  /// The label, what helps to answer, and the question in full.
  mutating func question(_ field: Form.Field, level: Int, _ place: LayoutContext) -> XML {
    guard field.kind != .declaration else { return blocks(field.asked, place) }
    var result = paragraph(.question, [.words(field.label.onOneLine, Face())], place, outline: level)
    if !field.hints.isEmpty { result += paragraph(.hint, [.words(field.hints, Face())], place) }
    return result + blocks(field.asked, place.asking(field))
  }

  mutating func answer(_ field: Form.Field, _ place: LayoutContext) -> XML {
    switch field.kind {
    case .text: box(field.id, height: field.room, place)
    case .number, .date: box(field.id, height: 9, width: 60, place)
    case .choice: ticks(field.choices, place)
    case .yesNo: ticks(["Yes", "No"], place)
    case .declaration:
      ticks([field.label], place) + paragraph(.hint, [.words("Name and date", Face())], place)
        + box(field.id, height: 12, place)
    case .table: table(field, place)
    }
  }

  private mutating func ticks(_ labels: [String], _ place: LayoutContext) -> XML {
    XML(labels.map { paragraph(.answer, [.words("☐ \($0.onOneLine)", Face())], place) })
  }

  /// A frame of one cell.
  private mutating func box(_ id: String, height: Double, width: Double? = nil, _ place: LayoutContext) -> XML {
    var frame = ODTTable(name: objects.unused("answer_\(id)"))
    frame.columns = [min(width ?? place.width, place.width)]
    open(&frame)
    frame.rows = [row([cell(paragraph(.answer, [], place), .answer)], isWhole: false, height: height)]
    return close(frame)
  }

  private mutating func table(_ field: Form.Field, _ place: LayoutContext) -> XML {
    let empty = String(repeating: "n", count: 24)
    let sized = [field.columns] + field.rows.map { row in field.columns.indices.map { row.cell($0) ?? empty } }
    let columns = ColumnShares(sized, width: place.width, size: styles.settings.sizes.table)
    var frame = ODTTable(name: objects.unused("answer_\(field.id)"))
    frame.columns = columns.shares.map { $0 * place.width }
    frame.namesRows = field.namesRows
    open(&frame)
    let header = field.columns.map { cell(paragraph(.cellHead, [.words($0.onOneLine, Face())], place), .grid) }
    let head = row(header, isWhole: true)
    if columns.repeats(field.columns) { frame.header = head } else { frame.rows.append(head) }
    frame.rows += field.rows.map { row in
      let cells = field.columns.indices.map { column in
        let words = row.cell(column).map { [InlineRun.words($0.onOneLine, Face())] } ?? []
        return cell(paragraph(column == 0 ? .cellName : .cell, words, place), .grid)
      }
      return self.row(cells, isWhole: true, height: row.contains(nil) ? 12 : nil)
    }
    return close(frame)
  }
}
