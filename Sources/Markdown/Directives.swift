internal import Diagnostics

extension TreeBuilder {
  /// Reads the lines of a `show` block from the source, so that each key and value has its place.
  mutating func directive(at block: Place) -> Directive {
    var entries: [Directive.Entry] = []
    let first = source.line(at: block.range.lowerBound) + 1
    let last = source.line(at: max(block.range.lowerBound, block.range.upperBound - 1))
    for number in first..<max(first, last + 1) {
      let line = source.lineRange(number)
      let text = source.text(in: line)
      let words = text.drop { $0 == " " || $0 == ">" }
      guard !words.isEmpty, !words.allSatisfy({ $0 == "`" || $0 == "~" }) else { continue }
      guard let entry = entry(words, of: text, at: line.lowerBound) else {
        findings.append(.brokenDirective(at: Place(file: source.name, range: line)))
        continue
      }
      entries.append(entry)
    }
    return Directive(entries: entries)
  }

  private func entry(_ words: Substring, of line: String, at offset: Int) -> Directive.Entry? {
    guard let colon = words.firstIndex(of: ":") else { return nil }
    let key = words[..<colon]
    let value = words[words.index(after: colon)...].trimmingBlanks
    guard !key.isEmpty, !value.isEmpty, !key.contains(where: \.isWhitespace) else { return nil }
    func located(_ part: Substring) -> Located<String> {
      let start = offset + line[..<part.startIndex].utf8.count
      return Located(String(part), at: Place(file: source.name, range: start..<start + part.utf8.count))
    }
    return Directive.Entry(key: located(key), value: located(value))
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
