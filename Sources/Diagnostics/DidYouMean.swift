extension Sequence<String> {
  /// The name that a misspelt one was probably meant to be, if any is near enough to offer.
  package func nearest(to name: String) -> String? { NearNames(self).nearest(to: name) }
}

/// Names among which misspelt ones are looked for. Those that begin alike stand together, so that what they share is
/// measured once, and those that cannot be near are passed over in one step.
package struct NearNames: Sendable {
  private struct Entry {
    let letters: [Unicode.Scalar]
    let name: String
  }

  private let entries: [Entry]

  package init(_ names: some Sequence<String>) {
    entries = names.map { Entry(letters: Array($0.lowercased().unicodeScalars), name: $0) }
      .sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
  }

  /// The name that a misspelt one was probably meant to be, if any is near enough to offer: of two that are as near, the
  /// first of the alphabet.
  package func nearest(to name: String) -> String? {
    var best: (distance: Int, name: String?) = (Swift.max(1, name.count / 3), nil)
    var distances = Distances(to: Array(name.lowercased().unicodeScalars))
    var index = 0
    while index < entries.count {
      let entry = entries[index]
      distances.keep(startOf: entry.letters)
      while distances.letters.count < entry.letters.count, distances.least <= best.distance {
        distances.append(entry.letters[distances.letters.count])
      }
      guard distances.least <= best.distance else {
        index = end(of: distances.letters, from: index)
        continue
      }
      let distance = distances.whole
      if distance < best.distance {
        best = (distance, entry.name)
      } else if distance == best.distance {
        best.name = [best.name, entry.name].compactMap(\.self).min()
      }
      index += 1
    }
    return best.name
  }

  /// Where the names that begin with some letters end, the first of which stands at an index.
  private func end(of beginning: [Unicode.Scalar], from index: Int) -> Int {
    var (low, high) = (index + 1, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].letters.starts(with: beginning) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How many letters must be put in, taken out, changed or swapped with a neighbour to make one text of another, for every
/// beginning of both.
private struct Distances {
  private let target: [Unicode.Scalar]
  private(set) var letters: [Unicode.Scalar] = []
  /// For each beginning of the letters, the distances to the beginnings of the target.
  private var rows: [[Int]]

  init(to target: [Unicode.Scalar]) {
    self.target = target
    rows = [Array(0...target.count)]
  }

  /// From all the letters to all of the target.
  var whole: Int { rows[rows.count - 1][target.count] }

  /// No text that begins with the letters is nearer.
  var least: Int {
    let last = rows[rows.count - 1].min() ?? 0
    return rows.count < 2 ? last : min(last, (rows[rows.count - 2].min() ?? 0) + 1)
  }

  /// Takes away the letters with which a text does not begin.
  mutating func keep(startOf text: [Unicode.Scalar]) {
    let shared = zip(letters, text).prefix { $0 == $1 }.count
    letters.removeLast(letters.count - shared)
    rows.removeLast(rows.count - 1 - shared)
  }

  mutating func append(_ letter: Unicode.Scalar) {
    let last = rows[rows.count - 1]
    var row = [rows.count]
    for column in target.indices {
      let change = letter == target[column] ? 0 : 1
      var best = min(last[column + 1] + 1, row[column] + 1, last[column] + change)
      if column > 0, let before = letters.last, letter == target[column - 1], before == target[column] {
        best = min(best, rows[rows.count - 2][column - 1] + 1)
      }
      row.append(best)
    }
    letters.append(letter)
    rows.append(row)
  }
}
