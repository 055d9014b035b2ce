internal import Diagnostics

/// How large tables may be. The library gives every row as many cells as the table has columns, whatever its author
/// wrote, so that a short text could fill all memory.
enum TableLimits {
  static let mostColumns = 200
  static let mostCells = 200_000

  /// What is too large, found before the library reads it. Counts from above: every line up to an empty one may be a
  /// row.
  static func finding(_ source: SourceText, in range: Range<Int>) -> Diagnostic? {
    var (columns, cells) = (0, 0)
    var start: Place?
    let (first, last) = (source.line(at: range.lowerBound), source.line(at: range.upperBound))
    for number in first...max(first, last) {
      let line = source.lineRange(number)
      let place = Place(file: source.name, range: line)
      guard !isBlank(source.bytes[line]) else {
        (columns, cells, start) = (0, 0, nil)
        continue
      }
      let marked = columnsMarked(by: source.bytes[line])
      if marked > mostColumns { return .wideTable(columns: marked, at: place) }
      if marked > columns { (columns, start) = (marked, start ?? place) }
      cells += columns
      if cells > mostCells { return .longTable(at: start ?? place) }
    }
    return nil
  }

  /// How many columns a line like `|---|:-:|` can begin a table of: its marks at its end, so that whatever a quote or a
  /// list puts before them does not matter. Each column has a hyphen.
  private static func columnsMarked(by line: ArraySlice<UInt8>) -> Int {
    var (columns, bars) = (0, 0)
    var isMarked = false
    for byte in line.reversed() {
      switch byte {
      case UInt8(ascii: "|"): (bars, columns, isMarked) = (bars + 1, columns + (isMarked ? 1 : 0), false)
      case UInt8(ascii: "-"): isMarked = true
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C: break
      default: return bars == 0 ? 0 : columns + (isMarked ? 1 : 0)
      }
    }
    return bars == 0 ? 0 : columns + (isMarked ? 1 : 0)
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ">") }
  }
}
