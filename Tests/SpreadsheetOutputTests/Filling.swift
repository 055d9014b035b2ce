import SpreadsheetOutput

extension Workbook {
  /// As if somebody had typed into every input what it asks for: another thing in each, and always the same.
  func filledIn() -> Workbook {
    var workbook = self
    var count = 0
    for sheet in sheets {
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() where cell.style.isInput {
          count += 1
          workbook[sheet.name, row, column] = typed(into: Area(sheet.name, row, column), sheet, count)
        }
      }
    }
    return workbook
  }

  private func typed(into cell: Area, _ sheet: Sheet, _ count: Int) -> Cell.Content {
    let validation = sheet.validations.first { $0.area.contains(cell) }
    switch validation?.rule {
    case .list(let area, _):
      let choices = (area.top...area.bottom).flatMap { row in
        (area.left...area.right).map { value(at: Area(area.sheet, row, $0)) }
      }
      // The first answer of two is “Yes” or “Passes”, which most give.
      switch choices[choices.count == 2 ? (count.isMultiple(of: 19) ? 1 : 0) : count % choices.count] {
      case .number(let number): return .number(number)
      case .text(let text): return .text(text)
      default: return .blank
      }
    case .number(let limits) where limits.upperBound > 1000: return .number(100_000 + Double(count * 7919 % 50_000) / 4)
    case .number(let limits):
      return .number(limits.lowerBound + (limits.upperBound - limits.lowerBound) * Double(count % 5) / 4)
    case nil: return .text("Words \(count)")
    }
  }

  subscript(sheet: String, row: Int, column: Int) -> Cell.Content {
    get { sheets.first { $0.name == sheet }?.rows[row][column].content ?? .blank }
    set {
      for index in sheets.indices where sheets[index].name == sheet {
        sheets[index].rows[row][column].content = newValue
      }
    }
  }

  func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

  /// Every text that stands in a cell.
  var texts: [String] {
    sheets.flatMap(\.rows).flatMap(\.self).compactMap { cell in
      switch cell.content {
      case .text(let text), .formula(_, result: .text(let text)): text
      default: nil
      }
    }
  }

  /// The row of a sheet whose first cell has a text.
  func row(_ text: String, on name: String) -> Int? {
    sheet(name)?.rows.firstIndex { row in
      if case .text(let words)? = row.first?.content { words == text } else { false }
    }
  }
}

extension Area {
  func contains(_ cell: Area) -> Bool {
    sheet == cell.sheet && (top...bottom).contains(cell.top) && (left...right).contains(cell.left)
  }
}
