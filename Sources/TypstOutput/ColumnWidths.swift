/// How wide the columns of a table are: as their words need, so that no word is broken where there is room.
struct ColumnWidths: Equatable {
  /// In millimetres.
  let widths: [Double]
  /// Whether the first column takes the place of what hangs beside the text.
  let hangs: Bool

  /// Of the hanging column, with the gap beside it.
  private static let hang = 34.0
  private static let gap = 4.0
  /// About as much as a letter of a table takes, and a letter of a word that must not be broken.
  private static let letter = 1.75
  private static let wideLetter = 1.95

  /// `texts` are the words of each column; `numbers` are columns that need no more than their words.
  init(_ texts: [[String]], room: Double, hangs: Bool, numbers: Set<Int> = []) {
    let least = texts.map { column in
      column.map { Double($0.longestWord) }.max().map { min($0, 24) * Self.wideLetter + Self.gap } ?? Self.gap
    }
    let wanted = zip(texts, least).map { column, least in
      max(least, min(90, (column.map { Double($0.count) }.max() ?? 0) * Self.letter + Self.gap))
    }
    // Short names hang; long ones only where the rest needs all the room that there is.
    let rest = wanted.dropFirst().reduce(0, +)
    self.hangs =
      hangs && texts.count > 1 && least[0] <= Self.hang && (wanted[0] <= 1.5 * Self.hang || rest > 1.5 * room)
    var widths = Self.share(room, least: least, wanted: wanted, numbers: numbers)
    if self.hangs {
      let rest = Self.share(
        room - Self.hang, least: Array(least.dropFirst()), wanted: Array(wanted.dropFirst()),
        numbers: Set(numbers.map { $0 - 1 }))
      widths = [Self.hang] + rest
    }
    self.widths = widths
  }

  private static func share(_ room: Double, least: [Double], wanted: [Double], numbers: Set<Int>) -> [Double] {
    let needed = least.reduce(0, +)
    guard needed < room else { return least.map { $0 * room / needed } }
    // Columns of numbers are served first; what is left goes to the others as they want it.
    let fixed = zip(least.indices, zip(least, wanted)).map { numbers.contains($0) ? min($1.1, 30) : $1.0 }
    let left = room - fixed.reduce(0, +)
    let wishes = zip(fixed.indices, zip(fixed, wanted)).map { numbers.contains($0) ? 0 : max(1, $1.1 - $1.0) }
    let all = wishes.reduce(0, +)
    guard left > 0, all > 0 else { return fixed.map { $0 * room / max(1, fixed.reduce(0, +)) } }
    return zip(fixed, wishes).map { $0 + left * $1 / all }
  }

  /// As the typesetter reads them: shares of the width, but for what hangs.
  var typst: String {
    let words = widths.enumerated().map { index, width in
      hangs && index == 0 ? "hang" : "\(width.rounded().words)fr"
    }
    return "(\(words.joined(separator: ", ")),)"
  }

  /// How many letters a word may have before it may be broken.
  func longestWord(_ column: Int) -> Int {
    guard widths.indices.contains(column) else { return 20 }
    return max(3, Int((widths[column] - Self.gap) / Self.letter))
  }

  /// About how many lines a text takes.
  func lines(_ text: String, column: Int) -> Int {
    guard widths.indices.contains(column) else { return 1 }
    return text.count / max(1, Int((widths[column] - Self.gap) / Self.letter)) + 1
  }
}

// How tall a table is, as far as can be told from its words.

extension ColumnWidths {
  /// A line of a table, what is between two, and what is above and below the words of a row; in millimetres.
  private static let line = 3.2
  private static let leading = 1.1
  private static let aroundRow = 3.8
  /// What a letter takes where lines are full: less than what a column is given for it.
  private static let letterInLine = 1.6
  /// Tables up to this height stand on one page, in millimetres.
  private static let short = 61.0

  /// Whether a table is so short that it stands on one page. `rows` are the words of each, the head first; none of them
  /// is less tall than `least`.
  func isShort(_ rows: [[String]], least: Double = 0) -> Bool {
    let heights = rows.map { row in
      let lines =
        zip(row, widths).map { text, width in
          Int(Double(text.count) * Self.letterInLine / max(1, width - Self.gap)) + 1
        }.max() ?? 1
      return max(least, Double(lines) * (Self.line + Self.leading) - Self.leading) + Self.aroundRow
    }
    return heights.reduce(0, +) < Self.short
  }
}

extension String {
  /// What a no-break space holds together is one word.
  fileprivate var longestWord: Int {
    split { $0.isWhitespace && $0 != "\u{A0}" }.map(\.count).max() ?? 0
  }
}
