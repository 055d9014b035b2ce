extension Collection<String> {
  /// The name that a misspelt one was probably meant to be, if any is near enough to offer.
  package func nearest(to name: String) -> String? {
    let limit = Swift.max(1, name.count / 3)
    // Names that differ more in length cannot be near.
    return filter { abs($0.utf8.count - name.utf8.count) <= 4 * limit }
      .map { (name: $0, distance: $0.editDistance(to: name)) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }
}

extension String {
  /// How many letters must be put in, taken out, changed or swapped with a neighbour to make one text of the other.
  func editDistance(to other: String) -> Int {
    let (source, target) = (Array(lowercased().unicodeScalars), Array(other.lowercased().unicodeScalars))
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for row in source.indices {
      var current = [row + 1]
      for column in target.indices {
        let change = source[row] == target[column] ? 0 : 1
        var best = Swift.min(last[column + 1] + 1, current[column] + 1, last[column] + change)
        let swapped =
          row > 0 && column > 0 && source[row] == target[column - 1] && source[row - 1] == target[column]
        if swapped { best = Swift.min(best, beforeLast[column - 1] + 1) }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[target.count]
  }
}
