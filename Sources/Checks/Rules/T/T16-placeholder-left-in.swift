internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

extension Rule {
  /// Nothing that was to be filled in is left once a tender is open. The same words are told once a file.
  static let placeholderLeftIn = Rule("T16", "placeholder-left-in", .error, source: Source.ours, until: .published) {
    tender, context in
    let severity: Severity = [.draft, .planned].contains(tender.stage) ? .warning : .error
    return (tender.files + tender.formFiles).flatMap { file -> [Diagnostic] in
      let passages = file.frontMatterPassages + file.passages
      let words = Placeholder.all.map { $0.places(in: passages, of: file) }
      let signs = PlaceholderSign.all.flatMap { $0.places(in: file) }
      let bySign = Dictionary(grouping: signs) { file.source.text(in: $0.range) }.sorted { $0.key < $1.key }.map(
        \.value)
      return (words + bySign).compactMap { places in
        guard let first = places.first else { return nil }
        let words = file.source.text(in: first.range)
        var finding = context.finding(
          "“\(words)” still waits to be filled in", severity, value: words, at: first,
          help: "Write what belongs here, or take it out.")
        finding.occurrences = places.count
        return finding
      }
    }
  }
}

/// Signs that stand where words or a number should be.
private struct PlaceholderSign {
  /// One of these stands wherever the sign does.
  let bytes: [UInt8]
  let pattern: @Sendable () -> Regex<Substring>

  static let all = [
    // Words between angle brackets that are no tag.
    PlaceholderSign("<") { /<[A-Za-z][^<>@]{0,199}>/ },
    PlaceholderSign("[") { /\[(?:[●•▪…._*?\- ]+|[Xx]+|[Dd]ate|[Nn]ame|[Aa]mount|[Nn]umber|\d*[ ]?\.\.\.)\]/ },
    PlaceholderSign("?") { /\?{3,}/ },
    PlaceholderSign("£") { /£\s?[_●?]+/ },
    PlaceholderSign("Xx") { /\b[Xx]{2}[\/.][Xx]{2}[\/.](?:[Xx]{2,4}|\d{2,4})\b/ },
    PlaceholderSign("X") { /\bX{2,3}(?= (?:hours|days|weeks|months|years|pages|words|per cent|people)\b|%)/ },
  ]

  private init(_ beginnings: String, pattern: @escaping @Sendable () -> Regex<Substring>) {
    (bytes, self.pattern) = (Array(beginnings.utf8), pattern)
  }

  func places(in file: ContentFile) -> [Place] {
    let texts = file.body.allInlines.compactMap { inline -> Located<String>? in
      if case .text(let text) = inline.kind { Located(text, at: inline.place) } else { nil }
    }
    return (file.frontMatterScalars + texts).filter { $0.value.utf8.contains(where: bytes.contains) }.flatMap { text in
      text.value.matches(of: pattern()).map { match in
        // What an author protects by a backslash, or folds in front matter, has other bytes than its words.
        let start = text.place.range.lowerBound + text.value[..<match.range.lowerBound].utf8.count
        let exact = start..<start + match.output.utf8.count
        let isExact = file.source.bytes[exact.clamped(to: 0..<file.source.bytes.count)].elementsEqual(match.output.utf8)
        return isExact ? Place(file: text.place.file, range: exact) : text.place
      }
    }
  }
}

/// A mark by which writers remember that something is missing.
private struct Placeholder {
  enum Shape { case plain, capitals, opensBracket }

  let phrases: [String]
  let shape: Shape

  static let all = [
    Placeholder(phrases: ["tbc", "tba", "tbd"], shape: .capitals),
    Placeholder(phrases: ["xxxx*", "£xx*", "£x,xxx*"], shape: .capitals),
    Placeholder(phrases: ["lorem ipsum"], shape: .plain),
    Placeholder(phrases: ["drafting note*", "delete as appropriate", "delete as applicable"], shape: .plain),
    Placeholder(phrases: ["insert", "to be confirmed", "to be completed", "to be inserted"], shape: .opensBracket),
  ]

  func places(in passages: [Passage], of file: ContentFile) -> [Place] {
    let found = passages.places(ofAny: phrases)
    let explained = Set(found.map(\.phrase)).filter { phrase in
      passages.contains { $0.explains(phrase, in: file.source) }
    }
    return found.filter { !explained.contains($0.phrase) }.compactMap { whole($0.place, in: file.source) }
  }

  /// All of it, with its brackets; nil where the words mean something else.
  private func whole(_ place: Place, in source: SourceText) -> Place? {
    switch shape {
    case .plain: return place
    case .capitals: return source.text(in: place.range).allSatisfy { !$0.isLetter || $0.isUppercase } ? place : nil
    case .opensBracket:
      let start = place.range.lowerBound - 1
      let line = source.lineRange(source.line(at: place.range.lowerBound))
      guard start >= 0, source.bytes[start] == UInt8(ascii: "[") else { return nil }
      let end = source.bytes[place.range.upperBound..<max(line.upperBound, place.range.upperBound)].firstIndex(
        of: UInt8(ascii: "]"))
      return Place(file: place.file, range: start..<(end.map { $0 + 1 } ?? place.range.upperBound))
    }
  }

}

extension Passage {
  /// Whether it spells out what the letters stand for: Testham Borough Council (TBC).
  fileprivate func explains(_ letters: String, in source: SourceText) -> Bool {
    words.indices.contains { index in
      guard words[index].text == letters, index >= letters.count else { return false }
      let before = words[index - letters.count..<index].map { String($0.text.prefix(1)) }.joined()
      return before == letters
    }
  }
}
