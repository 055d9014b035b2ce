/// A formula as a tree. `excel` prints it for spreadsheet programs and `Calculation` works it out here, so that what we
/// say and what they calculate come from one place.
package indirect enum Formula: Sendable, Hashable {
  case number(Double)
  case text(String)
  case area(Area)
  case infix(Formula, Operator, Formula)
  case call(Function, [Formula])

  package enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case joined = "&"
    case equals = "="
    case differs = "<>"
    case isLess = "<"
    case isMore = ">"
  }

  /// The raw value is the name that spreadsheet programs know.
  package enum Function: String, Sendable {
    case sum = "SUM"
    case mean = "AVERAGE"
    case median = "MEDIAN"
    case least = "MIN"
    case most = "MAX"
    /// How many numbers there are.
    case count = "COUNT"
    /// How many cells hold a text of their second argument's form.
    case countIf = "COUNTIF"
    case round = "ROUND"
    case choose = "IF"
    case ifFault = "IFERROR"
    case all = "AND"
    case any = "OR"
    case index = "INDEX"
    case match = "MATCH"
  }

  package static func cell(_ area: Area) -> Formula { .area(area) }

  package static func when(_ condition: Formula, _ then: Formula, else other: Formula) -> Formula {
    .call(.choose, [condition, then, other])
  }

  package static func isEmpty(_ formula: Formula) -> Formula { .infix(formula, .equals, .empty) }
  package static func isWritten(_ formula: Formula) -> Formula { .infix(formula, .differs, .empty) }
  package static let empty = Formula.text("")

  /// What the cell shows, and nothing (in the place of a nought) where it is empty.
  package static func shown(_ area: Area) -> Formula { .when(.isEmpty(.area(area)), .empty, else: .area(area)) }

  /// Rounded to a number of decimal places, halves away from nought; nil leaves it as it is.
  package func rounded(to places: Int?) -> Formula {
    places.map { .call(.round, [self, .number(Double($0))]) } ?? self
  }
}

extension Formula {
  /// As spreadsheet files hold it, without the `=`.
  package var excel: String {
    switch self {
    case .number(let number): number.plain
    case .text(let text): "\"" + text.doubling("\"") + "\""
    case .area(let area): area.excel
    case .infix(let left, let sign, let right): "(\(left.excel)\(sign.rawValue)\(right.excel))"
    case .call(let function, let arguments):
      "\(function.rawValue)(\(arguments.map(\.excel).joined(separator: ",")))"
    }
  }
}

extension Formula {
  /// Whether spreadsheet programs refuse it: for its length, or for what one function is given.
  var isTooLong: Bool { excel.utf16.count > 8000 || mostArguments > 255 }

  private var mostArguments: Int {
    switch self {
    case .number, .text, .area: 0
    case .infix(let left, _, let right): max(left.mostArguments, right.mostArguments)
    case .call(_, let arguments): max(arguments.count, arguments.map(\.mostArguments).max() ?? 0)
    }
  }
}

extension Area {
  /// `'Sheet 1'!$B$3:$B$9`
  package var excel: String {
    let start = "'\(sheet.doubling("'"))'!$\(Self.letters(left))$\(top + 1)"
    return isCell ? start : "\(start):$\(Self.letters(right))$\(bottom + 1)"
  }

  /// `A`, `Z`, `AA`.
  package static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}

extension String {
  /// With a character written twice wherever it stands. Most texts do not hold it, and there are many thousand.
  fileprivate func doubling(_ character: Unicode.Scalar) -> String {
    guard utf8.contains(UInt8(ascii: character)) else { return self }
    return replacing(String(character), with: "\(character)\(character)")
  }
}

extension Double {
  /// Without a point where it is whole.
  var plain: String { self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self) }
}
