internal import Markdown

/// How wide the columns of a table are, and which of its rows can be kept whole.
struct ColumnShares: Sendable {
  /// Parts of the table's width, 1 together.
  let shares: [Double]
  /// Letters on a line across the whole table.
  private let room: Double

  /// `rows` are the words of all cells, the header's first. `width` is in millimetres, `size` of type in points.
  init(_ rows: [[String]], width: Double, size: Double) {
    let count = max(1, rows.map(\.count).max() ?? 1)
    // A letter is about half as wide as its size.
    let room = width.millimetres / (size * 0.5)
    self.room = room
    let cells = (0..<count).map { column in rows.compactMap { $0.indices.contains(column) ? $0[column] : nil } }
    let least = cells.map { column in
      min(Double(column.map(\.longestWord).max() ?? 0) * 1.25 + 4, room / Double(count))
    }
    let wanted = cells.map { column in
      let longest = Double(column.map(\.count).max() ?? 0)
      return max(min(longest, 8 * longest.squareRoot()), 6)
    }
    let extra = zip(wanted, least).map { max($0 - $1, 0.01) }
    let (spare, sum) = (max(room - least.reduce(0, +), 0), extra.reduce(0, +))
    let widths = zip(least, extra).map { $0 + spare * $1 / sum }
    let total = widths.reduce(0, +)
    shares = widths.map { $0 / total }
  }

  /// About how many lines a row takes.
  func lines(_ row: [String]) -> Int {
    zip(row, shares).map { words, share in Int((Double(words.count) / max(room * share, 1)).rounded(.up)) }.max() ?? 0
  }

  /// Whether a row is short enough to be kept on one page.
  func keepsWhole(_ row: [String]) -> Bool { lines(row) <= 30 }

  /// Whether a header is short enough to be repeated on every page.
  func repeats(_ header: [String]) -> Bool { lines(header) <= 8 }

  /// Widths in whole parts of a total, nothing lost to rounding.
  func widths(of total: Int) -> [Int] {
    var sum = 0.0
    var last = 0
    return shares.map { share in
      sum += share
      let edge = Int((sum * Double(total)).rounded())
      defer { last = edge }
      return max(edge - last, 1)
    }
  }
}

extension Table {
  /// The words of the cells, the header's first.
  var words: [[String]] { ([header] + rows).map { $0.map(\.plainText) } }
}

extension String {
  fileprivate var longestWord: Int { split { $0 == " " || $0 == "-" || $0 == "/" }.map(\.count).max() ?? 0 }
}
