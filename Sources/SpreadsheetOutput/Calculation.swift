/// What a cell comes to.
package enum CellValue: Sendable, Hashable {
  case blank
  case number(Double)
  case text(String)
  case flag(Bool)
  /// As spreadsheet programs name it, such as `#N/A`.
  case fault(String)
}

extension Workbook {
  /// The same with every formula's result worked out.
  package func calculated() -> Workbook {
    var calculation = Calculation(self)
    var workbook = self
    for sheet in sheets.indices {
      for row in sheets[sheet].rows.indices {
        for (column, cell) in sheets[sheet].rows[row].enumerated() {
          guard case .formula(let formula, _) = cell.content else { continue }
          let result = calculation.value(at: Area(sheets[sheet].name, row, column))
          workbook.sheets[sheet].rows[row][column].content = .formula(formula, result: result)
        }
      }
    }
    return workbook
  }

  /// What a cell comes to, worked out afresh.
  package func value(at cell: Area) -> CellValue {
    var calculation = Calculation(self)
    return calculation.value(at: cell)
  }
}

/// Works formulas out as spreadsheet programs do. Each cell is worked out once.
private struct Calculation {
  private let sheets: [String: [[Cell]]]
  private var known: [Area: CellValue] = [:]

  init(_ workbook: Workbook) {
    sheets = Dictionary(workbook.sheets.map { ($0.name, $0.rows) }) { first, _ in first }
  }

  mutating func value(at cell: Area) -> CellValue {
    if let value = known[cell] { return value }
    guard let rows = sheets[cell.sheet], rows.indices.contains(cell.top), rows[cell.top].indices.contains(cell.left)
    else { return .blank }
    let value: CellValue
    switch rows[cell.top][cell.left].content {
    case .blank: value = .blank
    case .text(let text): value = .text(text)
    case .number(let number): value = .number(number)
    case .formula(let formula, _):
      // A formula that needs itself is our own mistake; programs show a nought for it, and so do we.
      known[cell] = .number(0)
      // A formula that leads to an empty cell comes to nought.
      let result = self.value(of: formula)
      value = result == .blank ? .number(0) : result
    }
    known[cell] = value
    return value
  }

  private mutating func value(of formula: Formula) -> CellValue {
    switch formula {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .area(let area): value(at: Area(area.sheet, area.top, area.left))
    case .infix(let left, let sign, let right): value(of: left).with(sign, value(of: right))
    case .call(let function, let arguments): value(of: function, arguments)
    }
  }

  private mutating func value(of function: Formula.Function, _ arguments: [Formula]) -> CellValue {
    switch function {
    case .choose:
      let condition = value(of: arguments[0])
      if case .fault = condition { return condition }
      return value(of: arguments[condition.isTrue ? 1 : 2])
    case .ifFault:
      let first = value(of: arguments[0])
      if case .fault = first { return value(of: arguments[1]) }
      return first
    case .index:
      guard case .number(let place) = value(of: arguments[1]) else { return value(of: arguments[1]) }
      let items = values(of: arguments[0])
      return items.indices.contains(Int(place) - 1) ? items[Int(place) - 1] : .fault("#REF!")
    case .match:
      let wanted = value(of: arguments[0])
      let found = values(of: arguments[1]).firstIndex { $0.with(.equals, wanted) == .flag(true) && $0 != .blank }
      return found.map { .number(Double($0 + 1)) } ?? .fault("#N/A")
    case .countIf:
      let form = value(of: arguments[1])
      return .number(Double(values(of: arguments[0]).count { $0.has(form) }))
    case .round:
      let values = arguments.map { value(of: $0) }
      guard case .number(let number) = values[0], case .number(let places) = values[1] else {
        return .fault("#VALUE!")
      }
      return .number(number.roundedInDecimals(Int(places)))
    case .all, .any:
      let values = arguments.flatMap { self.values(of: $0) }
      if let fault = values.first(where: \.isFault) { return fault }
      return .flag(function == .all ? values.allSatisfy(\.isTrue) : values.contains(where: \.isTrue))
    case .sum, .mean, .median, .least, .most, .count:
      return summary(function, of: arguments.flatMap { values(of: $0) })
    }
  }

  /// Words and empty cells do not count.
  private func summary(_ function: Formula.Function, of values: [CellValue]) -> CellValue {
    if function != .count, let fault = values.first(where: \.isFault) { return fault }
    let numbers = values.compactMap(\.asNumber).sorted()
    switch function {
    case .count: return .number(Double(numbers.count))
    case .sum: return .number(numbers.reduce(0, +))
    case .least: return .number(numbers.first ?? 0)
    case .most: return .number(numbers.last ?? 0)
    case .mean: return numbers.isEmpty ? .fault("#DIV/0!") : .number(numbers.reduce(0, +) / Double(numbers.count))
    default:
      guard !numbers.isEmpty else { return .fault("#NUM!") }
      return .number((numbers[(numbers.count - 1) / 2] + numbers[numbers.count / 2]) / 2)
    }
  }

  private mutating func values(of formula: Formula) -> [CellValue] {
    guard case .area(let area) = formula else { return [value(of: formula)] }
    var values: [CellValue] = []
    for row in area.top...area.bottom {
      for column in area.left...area.right { values.append(value(at: Area(area.sheet, row, column))) }
    }
    return values
  }
}

extension CellValue {
  package var asNumber: Double? { if case .number(let number) = self { number } else { nil } }

  fileprivate var isFault: Bool { if case .fault = self { true } else { false } }

  fileprivate var isTrue: Bool {
    switch self {
    case .flag(let flag): flag
    case .number(let number): number != 0
    case .blank, .text, .fault: false
    }
  }

  fileprivate var asText: String {
    switch self {
    case .blank: ""
    case .text(let text), .fault(let text): text
    case .number(let number): number.plain
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    }
  }

  /// Whether it is the text, in any case; `?*` is any text that is not empty.
  fileprivate func has(_ form: CellValue) -> Bool {
    guard case .text(let text) = self, case .text(let wanted) = form else { return self == form }
    return wanted == "?*" ? !text.isEmpty : text.lowercased() == wanted.lowercased()
  }

  fileprivate func with(_ sign: Formula.Operator, _ other: CellValue) -> CellValue {
    if isFault { return self }
    if other.isFault { return other }
    switch sign {
    case .plus, .minus, .times, .over: return arithmetic(sign, other)
    case .joined: return .text(asText + other.asText)
    case .equals: return .flag(compared(to: other) == .same)
    case .differs: return .flag(compared(to: other) != .same)
    case .isLess: return .flag(compared(to: other) == .before)
    case .isMore: return .flag(compared(to: other) == .after)
    }
  }

  private func arithmetic(_ sign: Formula.Operator, _ other: CellValue) -> CellValue {
    guard let left = self == .blank ? 0 : asNumber, let right = other == .blank ? 0 : other.asNumber else {
      return .fault("#VALUE!")
    }
    switch sign {
    case .plus: return .number(left + right)
    case .minus: return .number(left - right)
    case .times: return .number(left * right)
    default: return right == 0 ? .fault("#DIV/0!") : .number(left / right)
    }
  }

  /// An empty cell equals both a nought and an empty text; every text comes after every number.
  private func compared(to other: CellValue) -> Ordering {
    switch (self, other) {
    case (.blank, .blank): .same
    case (.blank, .text): CellValue.text("").compared(to: other)
    case (.text, .blank): compared(to: .text(""))
    case (.text(let left), .text(let right)): Ordering(left.lowercased(), right.lowercased())
    case (.text, _): .after
    case (_, .text): .before
    default: Ordering(asNumber ?? (isTrue ? 1 : 0), other.asNumber ?? (other.isTrue ? 1 : 0))
    }
  }
}

private enum Ordering {
  case before, same, after

  init<Value: Comparable>(_ left: Value, _ right: Value) {
    self = left == right ? .same : left < right ? .before : .after
  }
}

extension Double {
  /// Halves go away from nought, as people round. A hair is added first, since 1.005 is not quite that in binary.
  func roundedInDecimals(_ places: Int) -> Double {
    let unit = (0..<max(0, places)).reduce(1.0) { unit, _ in unit * 10 }
    let scaled = self * unit
    return (scaled + scaled * 4e-16).rounded(.toNearestOrAwayFromZero) / unit
  }
}
