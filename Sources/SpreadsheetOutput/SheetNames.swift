/// Names for sheets out of anybody's titles: at most 31 characters, none that Excel keeps for itself, no name twice.
package struct SheetNames {
  private var taken: Set<String> = ["history"]
  /// The number that the next name of one beginning ends with.
  private var counts: [String: Int] = [:]

  package init() {}

  /// The name that comes nearest to a title.
  package mutating func name(_ title: String) -> String {
    let plain = title.asSheetName(limit: 31)
    var name = plain.isEmpty ? "Sheet" : plain
    while !taken.insert(name.lowercased()).inserted {
      let count = counts[plain, default: 2]
      let ending = " (\(count))"
      name = (plain.isEmpty ? "Sheet" : plain).asSheetName(limit: 31 - ending.count) + ending
      counts[plain] = count + 1
    }
    return name
  }
}

extension String {
  /// Without the characters that no name may hold, cut between words where there is room to choose.
  fileprivate func asSheetName(limit: Int) -> String {
    let allowed = String(
      String.UnicodeScalarView(
        asXML.unicodeScalars.map { "[]:*?/\\\"'".unicodeScalars.contains($0) || $0.isControl ? " " : $0 })
    )
    let words = allowed.split(separator: " ")
    var name = ""
    for word in words {
      let longer = name.isEmpty ? String(word) : name + " " + word
      guard longer.utf16.count <= limit else {
        if name.utf16.count < limit / 2 { name = longer.cut(to: limit) }
        break
      }
      name = longer
    }
    // A name that was cut ends with a word.
    while let last = name.last, ",;-".contains(last) { name.removeLast() }
    return name
  }
}

extension String {
  /// The beginning that has at most so many units of UTF-16, by which Excel counts. No character is cut in two.
  func cut(to limit: Int) -> String {
    var (count, end) = (0, startIndex)
    while end < endIndex {
      count += self[end].utf16.count
      if count > limit { break }
      end = index(after: end)
    }
    return String(self[..<end])
  }
}

extension Unicode.Scalar {
  /// Whether it moves, hides or turns text and shows nothing.
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
