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
  func places(of phrase: String) -> [Place] {
    let parts = phrase.split(separator: " ")
    guard !parts.isEmpty, words.count >= parts.count else { return [] }
    return (0...words.count - parts.count).compactMap { start in
      let found = words[start..<start + parts.count]
      guard zip(found, parts).allSatisfy({ $0.text.fits($1) }), let first = found.first, let last = found.last,
        first.place.range.lowerBound <= last.place.range.upperBound
      else { return nil }
      return Place(file: first.place.file, range: first.place.range.lowerBound..<last.place.range.upperBound)
    }
  }
}

extension String {
  fileprivate func fits(_ pattern: Substring) -> Bool {
    pattern.hasSuffix("*") ? hasPrefix(pattern.dropLast()) : self == pattern
  }
}

extension [Passage] {
  /// Where any of the phrases stands, in reading order, with the words that stand there in lower case.
  func places(ofAny phrases: [String]) -> [(phrase: String, words: String, place: Place)] {
    flatMap { passage in
      phrases.flatMap { phrase in passage.places(of: phrase).map { (phrase: phrase, place: $0) } }
        .sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }.map { phrase, place in
          let words = passage.words.filter { place.range.contains($0.place.range.lowerBound) }.map(\.text)
          return (phrase, words.joined(separator: " "), place)
        }
    }
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
  var frontMatterPassages: [Passage] { YAML.mapping(frontMatter).scalars.map { Passage($0, in: source) } }
}

extension Passage {
  init(_ text: Located<String>, in source: SourceText) {
    words = source.words(of: text.value, at: text.place)
  }
}

extension YAML {
  fileprivate var scalars: [Located<String>] {
    switch self {
    case .scalar(let text, _): [text]
    case .sequence(let items, _): items.flatMap(\.scalars)
    case .mapping(let mapping): mapping.entries.flatMap { $0.value.scalars }
    }
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
      character.isLetter || character.isNumber || "£%".contains(character)
    }
    guard let first = firstIndex(where: belongs), let last = lastIndex(where: belongs) else { return "" }
    return self[first...last]
  }
}
