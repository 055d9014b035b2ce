internal import Diagnostics

/// A run of text from the library, with its `{{values}}` still inside.
struct LocatedText {
  private let text: String
  private let place: Place
  /// Nil where it is not known which bytes the text came from.
  private let alignment: TextAlignment?

  init(_ text: String, at place: Place, alignment: TextAlignment?) {
    (self.text, self.place, self.alignment) = (text, place, alignment)
  }

  func inlines(drawsData: Bool, findings: inout [Diagnostic]) -> [Inline] {
    noteMissingFootnote(findings: &findings)
    guard drawsData, text.range(ofBytes: "{{") != nil else { return [Inline(.text(text), at: place)] }
    var result: [Inline] = []
    var start = text.startIndex
    while let open = opening(after: start) {
      add(start..<open.lowerBound, to: &result)
      let rest = String(text[open.upperBound...])
      let close = rest.range(ofBytes: "}}")
      let end = close.map { text.utf8.index(open.upperBound, offsetBy: rest[..<$0.upperBound].utf8.count) }
      let written = place(of: open.lowerBound..<(end ?? text.endIndex))
      if let close, let end, let value = Self.value(String(rest[..<close.lowerBound])) {
        result.append(Inline(value, at: written))
        start = end
      } else {
        findings.append(.brokenValue(String(text[open.lowerBound..<(end ?? text.endIndex)]), at: written))
        add(open.lowerBound..<(end ?? text.endIndex), to: &result)
        start = end ?? text.endIndex
      }
    }
    add(start..<text.endIndex, to: &result)
    return result
  }

  /// The next two braces that no backslash protects.
  private func opening(after start: String.Index) -> Range<String.Index>? {
    var start = start
    while let open = String(text[start...]).range(ofBytes: "{{") {
      let skipped = String(text[start...])[..<open.lowerBound].utf8.count
      let lower = text.utf8.index(start, offsetBy: skipped)
      let offset = text[..<lower].utf8.count
      let upper = text.utf8.index(lower, offsetBy: 2)
      let isProtected = alignment.map { $0.escaped.contains(offset) || $0.escaped.contains(offset + 1) } ?? false
      guard isProtected else { return lower..<upper }
      start = upper
    }
    return nil
  }

  private func add(_ range: Range<String.Index>, to result: inout [Inline]) {
    guard !range.isEmpty else { return }
    result.append(Inline(.text(String(text[range])), at: place(of: range)))
  }

  private func place(of range: Range<String.Index>) -> Place {
    guard let alignment else { return place }
    let low = text[..<range.lowerBound].utf8.count
    let high = text[..<range.upperBound].utf8.count
    return Place(file: place.file, range: alignment.offsets[low]..<alignment.offsets[high])
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
  private func noteMissingFootnote(findings: inout [Diagnostic]) {
    guard let open = text.range(ofBytes: "[^"), let close = text[open.upperBound...].firstIndex(of: "]") else { return }
    let name = text[open.upperBound..<close]
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { return }
    findings.append(.missingFootnote(String(name), at: place(of: open.lowerBound..<text.index(after: close))))
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

extension Inline.Kind {
  /// What an inline holds; nil for one that holds nothing.
  var inner: [Inline]? {
    switch self {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
      .subscript(let inner), .abbreviation(_, let inner), .passage(_, let inner), .link(_, _, let inner),
      .image(_, _, let inner):
      inner
    case .text, .code, .footnote, .value, .softBreak, .lineBreak, .html: nil
    }
  }
}
