internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// A word of a text, in lower case and without the marks around it, and where it stands.
struct Word {
  let text: String
  let place: Place
}

/// The words of one paragraph, heading or cell, or of one value of front matter. Code is left out.
struct Passage {
  let words: [Word]

  /// Where a phrase stands, wherever it does, in lower case; over ends of lines too. A star at the end of a word stands
  /// for any ending: `iso 9001`, `polic*`.
  func places(of phrase: String) -> [Place] { [self].places(ofAny: [phrase]).map(\.place) }
}

extension [Passage] {
  /// Where any of the phrases stands, in reading order, with the words that stand there in lower case.
  func places(ofAny phrases: [String]) -> [(phrase: String, words: String, place: Place)] {
    let patterns = Patterns(phrases)
    return flatMap { passage in passage.words.indices.flatMap { patterns.found(in: passage.words, at: $0) } }
  }
}

/// Phrases to look for, by their first words, so that a word that begins none of them is passed over at once.
private struct Patterns {
  private struct Pattern {
    let phrase: String
    let parts: [Substring]
    let number: Int
  }

  private var byFirstWord: [String: [Pattern]] = [:]
  /// Those whose first word has any ending.
  private var open: [(beginning: String, pattern: Pattern)] = []

  init(_ phrases: [String]) {
    for (number, phrase) in phrases.enumerated() {
      let pattern = Pattern(phrase: phrase, parts: phrase.split(separator: " "), number: number)
      guard let first = pattern.parts.first else { continue }
      if first.last == "*" {
        open.append((String(first.dropLast()), pattern))
      } else {
        byFirstWord[String(first), default: []].append(pattern)
      }
    }
  }

  func found(in words: [Word], at start: Int) -> [(phrase: String, words: String, place: Place)] {
    let first = words[start].text
    var near = byFirstWord[first] ?? []
    for (beginning, pattern) in open where first.hasPrefix(beginning) { near.append(pattern) }
    return near.sorted { $0.number < $1.number }.compactMap { pattern in
      guard start + pattern.parts.count <= words.count else { return nil }
      let found = words[start..<start + pattern.parts.count]
      guard zip(found, pattern.parts).dropFirst().allSatisfy({ $0.text.fits($1) }), let last = found.last,
        words[start].place.range.lowerBound <= last.place.range.upperBound
      else { return nil }
      let range = words[start].place.range.lowerBound..<last.place.range.upperBound
      let said = found.map(\.text).joined(separator: " ")
      return (pattern.phrase, said, Place(file: words[start].place.file, range: range))
    }
  }
}

extension String {
  fileprivate func fits(_ pattern: Substring) -> Bool {
    pattern.last == "*" ? hasPrefix(pattern.dropLast()) : self == pattern
  }
}

extension Tender {
  /// Every file that its author wrote for it and that bidders read, but for what the library lends.
  var files: [ContentFile] { [file] + pages.map(\.file) + questions.map(\.file) }
}

extension ContentFile {
  /// The words of its text, as its author wrote them.
  var passages: [Passage] {
    body.allBlocks.flatMap(\.runs).map { Passage(words: $0.flatMap { $0.words(in: source) }) }
  }

  /// The words of its front matter: each value by itself.
  var frontMatterPassages: [Passage] { frontMatterScalars.map { Passage($0, in: source) } }

  var frontMatterScalars: [Located<String>] { YAML.mapping(frontMatter).scalars }
}

extension Passage {
  init(_ text: Located<String>, in source: SourceText) {
    words = source.words(of: text.value, at: text.place)
  }
}

extension Block {
  /// The texts of the block itself: one, or one for each cell of a table.
  fileprivate var runs: [[Inline]] {
    switch kind {
    case .paragraph(let content), .details(let content, _): [content]
    case .heading(let heading): [heading.content]
    case .table(let table): [table.caption] + table.header + table.rows.flatMap(\.self)
    case .quote, .list, .code, .show, .group, .figure, .form, .thematicBreak, .html: []
    }
  }
}

extension Inline {
  fileprivate func words(in source: SourceText) -> [Word] {
    switch kind {
    case .text(let text): source.words(of: text, at: place)
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
      .subscript(let inner), .abbreviation(_, let inner), .passage(_, let inner), .link(_, _, let inner):
      inner.flatMap { $0.words(in: source) }
    case .image, .code, .footnote, .value, .softBreak, .lineBreak, .html: []
    }
  }
}

extension SourceText {
  /// The words of a text that stands at a place. Where the text is not as it was written, such as with an escape in
  /// it, each word has the place of the whole.
  fileprivate func words(of text: String, at place: Place) -> [Word] {
    let range = place.range.clamped(to: 0..<bytes.count)
    let isAsWritten = bytes[range].elementsEqual(text.utf8)
    return text.split(whereSeparator: \.isWhitespace).compactMap { part in
      let word = part.trimmed
      guard !word.isEmpty else { return nil }
      let start = range.lowerBound + text.utf8.distance(from: text.startIndex, to: word.startIndex)
      let own = Place(file: place.file, range: start..<start + word.utf8.count)
      return Word(text: word.lowercased(), place: isAsWritten ? own : place)
    }
  }
}

extension Substring {
  /// Without the marks at both ends; signs that belong to a number stay.
  fileprivate var trimmed: Substring {
    func belongs(_ character: Character) -> Bool {
      character.isOfWords || character == "£" || character == "%"
    }
    guard let first = firstIndex(where: belongs), let last = lastIndex(where: belongs) else { return "" }
    return self[first...last]
  }
}
