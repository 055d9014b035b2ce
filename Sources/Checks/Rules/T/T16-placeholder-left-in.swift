internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Nothing that was to be filled in is left once a tender is open. Each kind is told once a file.
  static let placeholderLeftIn = Rule("T16", "placeholder-left-in", .error, source: Source.ours, until: .published) {
    tender, context in
    let severity: Severity = [.draft, .planned].contains(tender.stage) ? .warning : .error
    return (tender.files + tender.formFiles).flatMap { file -> [Diagnostic] in
      let passages = file.frontMatterPassages + file.passages
      return Placeholder.all.compactMap { placeholder in
        let places = placeholder.places(in: passages, of: file)
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

/// A mark by which writers remember that something is missing.
private struct Placeholder {
  enum Shape { case plain, capitals, opensBracket }

  let phrases: [String]
  let shape: Shape

  static let all = [
    Placeholder(phrases: ["tbc", "tba", "tbd"], shape: .capitals),
    Placeholder(phrases: ["xxxx*", "xx/xx/*", "£xx*", "£x,xxx*"], shape: .capitals),
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
      guard start >= 0, let closing = Self.brackets[source.bytes[start]] else { return nil }
      let end = source.bytes[place.range.upperBound..<max(line.upperBound, place.range.upperBound)].firstIndex(
        of: closing)
      return Place(file: place.file, range: start..<(end.map { $0 + 1 } ?? place.range.upperBound))
    }
  }

  private static let brackets = [UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "<"): UInt8(ascii: ">")]
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
