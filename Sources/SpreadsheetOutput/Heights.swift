extension Sheet {
  /// How tall each row is, in points, for its words to be seen. Programs lay a row out anew when somebody types into it,
  /// but only where we said nothing: so a row to type into has no height of its own unless its words need one.
  var heights: [Double?] {
    rows.enumerated().map { row, cells in
      let heights = cells.enumerated().map { column, cell in
        Double(lines(of: cell, in: column)) * cell.style.lineHeight
      }
      let height = min(409, max(leastHeights[row] ?? 0, (heights.max() ?? 15) + 1.5))
      let isTypedInto = cells.contains { $0.style == .inputText }
      return isTypedInto && height <= inputHeight ?? 15.6 ? nil : height
    }
  }

  private func lines(of cell: Cell, in column: Int) -> Int {
    guard cell.style.wraps, columns.indices.contains(column) else { return 1 }
    let text: String
    switch cell.content {
    case .text(let words), .formula(_, result: .text(let words)): text = words
    default: return 1
    }
    let width = (columns[column] - 1) * 7.3 / (cell.style.isBold ? 1.06 : 1)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + $1.lines(in: width) }
  }
}

extension CellStyle {
  /// In points.
  var size: Double {
    switch self {
    case .title: 18
    case .heading: 13
    default: 11
    }
  }

  fileprivate var lineHeight: Double { size * 1.27 }

  var isBold: Bool {
    [.title, .heading, .subheading, .column, .strong, .strongNumber, .strongPoints, .strongMoney].contains(self)
  }

  var wraps: Bool { ![.title, .heading, .line, .inputChoice].contains(self) }
}

extension Substring {
  /// How many lines it takes, words kept whole, in a width of pixels.
  fileprivate func lines(in width: Double) -> Int {
    var (lines, used) = (1, 0.0)
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.unicodeScalars.reduce(0) { $0 + $1.width }
      if used > 0, used + 4 + length > width {
        (lines, used) = (lines + 1, 0)
      }
      used += (used > 0 ? 4 : 0) + length
      if used > width {
        lines += Int(used / width)
        used -= width * (used / width).rounded(.down)
      }
    }
    return lines
  }
}

extension Unicode.Scalar {
  /// About how wide Arial of 11 points is, in pixels. What we know nothing of may be as wide as it is high.
  fileprivate var width: Double {
    switch self {
    case "i", "j", "l", ".", ",", ":", ";", "'", "!", "|", "’", "I": 4
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "“", "”": 5
    case "m", "w", "M", "W", "%", "@", "O", "Q", "G", "–", "…": 12.5
    case "a"..."z", "0"..."9": 8.2
    case _ where value < 0x250: 10
    default: 15
    }
  }
}
