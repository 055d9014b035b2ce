package import Tenders

/// A spreadsheet as a value: what every cell holds, looks like and accepts. `write` makes a file of it.
package struct Workbook: Sendable, Hashable {
  package var properties: Properties
  package var sheets: [Sheet] = []
  /// Names that formulas of others may use for cells, such as `Total_price`.
  package var names: [String: Area] = [:]

  package struct Properties: Sendable, Hashable {
    package let title: String
    package let subject: String
    package let author: String
    /// What the file says about when it was made: a date of the tender, never the clock's.
    package let created: Day?

    package init(title: String, subject: String, author: String, created: Day?) {
      (self.title, self.subject, self.author, self.created) = (title, subject, author, created)
    }
  }

  package init(properties: Properties) { self.properties = properties }
}

package struct Sheet: Sendable, Hashable {
  /// As Excel allows it; see `SheetNames`.
  package let name: String
  /// The columns' widths, in characters of the type that programs begin with.
  package let columns: [Double]
  package var rows: [[Cell]] = []
  /// How many rows stay in view above what scrolls.
  package var frozenRows = 0
  package var frozenColumns = 0
  /// Printed again on every page, counted from 0.
  package var repeatedRows: ClosedRange<Int>?
  package var isLandscape = true
  /// How tall a row to type into is while it is empty, in points; nil for one line.
  package var inputHeight: Double?
  /// Rows that are taller than their words need, in points.
  package var leastHeights: [Int: Double] = [:]
  package var validations: [Validation] = []
  package var highlights: [Highlight] = []

  package init(_ name: String, columns: [Double]) { (self.name, self.columns) = (name, columns) }

  /// Adds a row at the end, and says which it is.
  @discardableResult
  package mutating func append(_ cells: Cell...) -> Int { append(cells) }

  @discardableResult
  package mutating func append(_ cells: [Cell]) -> Int {
    rows.append(cells)
    return rows.count - 1
  }

  package func area(_ row: Int, _ column: Int) -> Area { Area(name, row, column) }

  /// A stretch of a column.
  package func area(_ rows: Range<Int>, _ column: Int) -> Area {
    Area(
      sheet: name, top: rows.lowerBound, left: column, bottom: max(rows.lowerBound, rows.upperBound - 1), right: column)
  }
}

/// A cell or a rectangle of cells. Rows and columns count from 0.
package struct Area: Sendable, Hashable {
  package let sheet: String
  package let top: Int
  package let left: Int
  package let bottom: Int
  package let right: Int

  package init(sheet: String, top: Int, left: Int, bottom: Int, right: Int) {
    self.sheet = sheet
    (self.top, self.left, self.bottom, self.right) = (top, left, bottom, right)
  }

  package init(_ sheet: String, _ row: Int, _ column: Int) {
    self.init(sheet: sheet, top: row, left: column, bottom: row, right: column)
  }

  package var isCell: Bool { top == bottom && left == right }
}

package struct Cell: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case blank
    /// Stays text whatever it looks like.
    case text(String)
    case number(Double)
    /// `result` is what programs show that do not calculate; nil until `calculated`.
    case formula(Formula, result: CellValue?)
  }

  package var content: Content
  package let style: CellStyle

  package init(_ content: Content, _ style: CellStyle) { (self.content, self.style) = (content, style) }

  package static func text(_ text: String, _ style: CellStyle = .label) -> Cell {
    Cell(text.isEmpty ? .blank : .text(text), style)
  }
  package static func number(_ number: Double, _ style: CellStyle = .number) -> Cell { Cell(.number(number), style) }
  package static func formula(_ formula: Formula, _ style: CellStyle) -> Cell {
    Cell(.formula(formula, result: nil), style)
  }
  package static func blank(_ style: CellStyle = .label) -> Cell { Cell(.blank, style) }
}

/// What a cell looks like. Only inputs can be typed into.
package enum CellStyle: Sendable, Hashable, CaseIterable {
  /// The name of the sheet, and headings in it.
  case title, heading, subheading
  /// The head of a table.
  case column
  /// A locked cell of a table; `strong` for what sums up.
  case label, strong
  /// Words outside a table: in one line, which may run over the empty cells beside it, or wrapped.
  case line, note
  case number, points, money
  case strongNumber, strongPoints, strongMoney
  case inputText, inputNumber, inputMoney, inputChoice

  package var isInput: Bool {
    switch self {
    case .inputText, .inputNumber, .inputMoney, .inputChoice: true
    default: false
    }
  }
}

/// What cells accept, and what they say about it.
package struct Validation: Sendable, Hashable {
  package enum Rule: Sendable, Hashable {
    /// One of the values in an area. Where others are allowed too, the list is only an offer.
    case list(Area, othersAllowed: Bool)
    case number(ClosedRange<Double>)
  }

  package let area: Area
  package let rule: Rule
  /// At most 32 characters.
  package let title: String
  /// What to do, shown when the cell is chosen, and when something else was typed; at most 255 characters.
  package let help: String

  package init(_ area: Area, _ rule: Rule, title: String, help: String) {
    self.area = area
    self.rule = rule
    self.title = title
    self.help = help
  }
}

/// A look that cells take on while they hold a text. It never says anything that the text does not.
package struct Highlight: Sendable, Hashable {
  package enum Effect: Sendable, Hashable, CaseIterable {
    case alert, good
  }

  package let area: Area
  package let text: String
  package let effect: Effect

  package init(_ area: Area, _ text: String, _ effect: Effect) {
    (self.area, self.text, self.effect) = (area, text, effect)
  }
}
