internal import Diagnostics

/// Text that the library hands over in pieces, put together again, with its `{{values}}` found.
///
/// A brace is special to nobody but us, so the two that open a value always come in one piece; a backslash before the
/// first puts that brace into a piece of its own. That is how `\{{` stays literal.
struct TextRun {
  private struct Piece {
    let text: String
    let place: Place
  }

  private var pieces: [Piece] = []

  mutating func add(_ text: String, at place: Place) {
    pieces.append(Piece(text: text, place: place))
  }

  mutating func finish(source: SourceText, values: Bool, findings: inout [Diagnostic]) -> [Inline] {
    defer { pieces = [] }
    guard let first = pieces.first, let last = pieces.last else { return [] }
    let whole = Place(
      file: first.place.file,
      range: first.place.range.lowerBound..<max(first.place.range.lowerBound, last.place.range.upperBound))
    noteMissingFootnotes(at: whole, findings: &findings)
    guard values, pieces.contains(where: { $0.text.contains("{{") }) else {
      return [Inline(.text(pieces.map(\.text).joined()), at: whole)]
    }
    return splitValues(source: source, findings: &findings)
  }

  private func splitValues(source: SourceText, findings: inout [Diagnostic]) -> [Inline] {
    var result: [Inline] = []
    var rest = pieces[...]
    while let piece = rest.popFirst() {
      guard let open = piece.text.range(ofBytes: "{{") else {
        result.append(text: piece.text, at: piece.place)
        continue
      }
      result.append(text: String(piece.text[..<open.lowerBound]), at: piece.place)
      // The library may have cut the value at a letter that begins links elsewhere.
      var inside = String(piece.text[open.upperBound...])
      while inside.range(ofBytes: "}}") == nil, let next = rest.popFirst() { inside += next.text }
      let start = piece.place.range.lowerBound + piece.text[..<open.lowerBound].utf8.count
      let close = inside.range(ofBytes: "}}")
      let written = "{{" + (close.map { String(inside[..<$0.upperBound]) } ?? inside)
      let place = Place(file: piece.place.file, range: start..<start + written.utf8.count)
      guard let close, let value = Self.value(String(inside[..<close.lowerBound])) else {
        findings.append(.brokenValue(written, at: place))
        result.append(text: written, at: place)
        continue
      }
      result.append(Inline(value, at: place))
      let after = String(inside[close.upperBound...])
      if !after.isEmpty {
        let end = place.range.upperBound
        rest.insert(
          Piece(text: after, place: Place(file: place.file, range: end..<end + after.utf8.count)), at: rest.startIndex)
      }
    }
    return result
  }

  /// `path` or `path as format`.
  private static func value(_ inside: String) -> Inline.Kind? {
    let words = inside.split(separator: " ").map(String.init)
    let isPath = words.first?.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." } ?? false
    switch words.count {
    case 1 where isPath: return .value(path: words[0], format: nil)
    case 3 where isPath && words[1] == "as": return .value(path: words[0], format: words[2])
    default: return nil
    }
  }

  /// A reference without its note stays plain text, which nobody means.
  private func noteMissingFootnotes(at place: Place, findings: inout [Diagnostic]) {
    let text = pieces.map(\.text).joined()
    guard let open = text.range(ofBytes: "[^") else { return }
    let inside = text[open.upperBound...]
    guard let close = inside.firstIndex(of: "]"),
      inside[..<close].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }),
      !inside[..<close].isEmpty
    else { return }
    findings.append(.missingFootnote(String(inside[..<close]), at: place))
  }
}

extension [Inline] {
  fileprivate mutating func append(text: String, at place: Place) {
    guard !text.isEmpty else { return }
    if case .text(let before) = last?.kind, let last {
      let range = last.place.range.lowerBound..<Swift.max(last.place.range.upperBound, place.range.upperBound)
      self[count - 1] = Inline(.text(before + text), at: Place(file: place.file, range: range))
    } else {
      append(Inline(.text(text), at: place))
    }
  }
}

extension String {
  /// Where a text first occurs, byte by byte.
  func range(ofBytes needle: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].utf8.starts(with: needle.utf8) {
        return start..<utf8.index(start, offsetBy: needle.utf8.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
