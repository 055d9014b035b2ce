internal import Content
internal import Diagnostics
internal import Markdown

/// A run of letters and marks without a space in it, as a reader meets it. A value to be drawn in and code count as one.
struct Token {
  var text: String
  var range: Range<Int>

  /// Whether it is a word or a figure, and no mark alone.
  var isWord: Bool { text.contains(where: \.isOfWords) }

  /// Whether it has letters to read: figures alone have none.
  var hasLetters: Bool { text.contains(where: \.isLetter) }

  /// Without the marks at both ends, and without ’s.
  var bare: (text: String, range: Range<Int>) {
    let front = text.prefix { !$0.isOfWords }.utf8.count
    let bare = text.withoutMarks
    guard range.count == text.utf8.count else { return (bare, range) }
    return (bare, range.lowerBound + front..<range.lowerBound + front + bare.utf8.count)
  }
}

extension Character {
  /// Whether it is a letter or a figure. Most are plain ones, and to look those up in the tables of Unicode takes long.
  var isOfWords: Bool {
    switch asciiValue {
    case .some(0x30...0x39), .some(0x41...0x5A), .some(0x61...0x7A): true
    case .some: false
    case nil: isLetter || isNumber
    }
  }
}

/// A sentence of a text, or an item of a list that is none.
struct Sentence {
  let tokens: [Token]
  let file: String

  var words: [Token] { tokens.filter(\.isWord) }

  var place: Place {
    Place(file: file, range: (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0))
  }
}

/// What stands below one heading.
struct TextSection {
  /// Nil for what stands before the first heading.
  let title: String?
  /// Where the heading stands, or the first words.
  let place: Place
  var sentences: [Sentence]
}

extension ContentFile {
  /// The prose of the file: paragraphs and lists, without headings, tables and quotations, which are other people's words.
  var sections: [TextSection] {
    var sections = [TextSection(title: nil, place: body.blocks.first?.place ?? place, sentences: [])]
    for block in body.blocks {
      if case .heading(let heading) = block.kind {
        sections.append(TextSection(title: heading.content.plainText, place: block.place, sentences: []))
      } else {
        sections[sections.count - 1].sentences += block.paragraphs.flatMap { $0.sentences(in: source) }
      }
    }
    return sections.filter { !$0.sentences.isEmpty }
  }
}

extension ContentFile {
  /// The language that its front matter names.
  var language: String? {
    frontMatter.entries.lazy.compactMap { entry -> String? in
      guard entry.key.value == "lang", case .scalar(let text, _) = entry.value else { return nil }
      return text.value
    }.first
  }
}

extension Block {
  fileprivate var paragraphs: [[Inline]] {
    switch kind {
    case .paragraph(let content): [content]
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.paragraphs) }
    case .details(_, let blocks), .group(_, let blocks): blocks.flatMap(\.paragraphs)
    case .heading, .quote, .code, .table, .show, .figure, .form, .thematicBreak, .html: []
    }
  }
}

extension [Inline] {
  fileprivate func sentences(in source: SourceText) -> [Sentence] {
    var reading = Tokens(source: source)
    reading.add(self)
    var sentences: [Sentence] = []
    var open: [Token] = []
    for (index, token) in reading.tokens.enumerated() {
      open.append(token)
      let next = index + 1 < reading.tokens.count ? reading.tokens[index + 1] : nil
      guard token.ends(before: next) else { continue }
      sentences.append(Sentence(tokens: open, file: source.name))
      open = []
    }
    return sentences.filter { !$0.words.isEmpty }
  }
}

/// Puts the pieces of a paragraph together again, where a word is half strong or ends in a link.
private struct Tokens {
  let source: SourceText
  private(set) var tokens: [Token] = []
  private var isOpen = false

  init(source: SourceText) { self.source = source }

  mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .text(let text): add(text, at: inline.place.range)
      case .softBreak, .lineBreak: isOpen = false
      case .value, .code: append("0", inline.place.range)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
        .subscript(let inner), .abbreviation(_, let inner), .link(_, _, let inner):
        add(inner)
      // What is in another language counts as one word too.
      case .passage(_, let inner): if let place = inner.first?.place { append("0", place.range) }
      case .image, .footnote, .html: break
      }
    }
  }

  private mutating func add(_ text: String, at place: Range<Int>) {
    let range = place.clamped(to: 0..<source.bytes.count)
    let isAsWritten = source.bytes[range].elementsEqual(text.utf8)
    var offset = range.lowerBound
    for character in text {
      let end = offset + String(character).utf8.count
      if character.isWhitespace {
        isOpen = false
      } else {
        append(String(character), isAsWritten ? offset..<end : range)
      }
      offset = end
    }
  }

  private mutating func append(_ text: String, _ range: Range<Int>) {
    if isOpen, let last = tokens.indices.last {
      tokens[last].text += text
      let start = tokens[last].range.lowerBound
      tokens[last].range = start..<max(range.upperBound, tokens[last].range.upperBound)
    } else {
      tokens.append(Token(text: text, range: range))
      isOpen = true
    }
  }
}

extension Token {
  /// Whether a sentence ends here: with a stop that belongs to no abbreviation, before a capital, a figure or nothing.
  fileprivate func ends(before next: Token?) -> Bool {
    guard let next else { return true }
    let closed = text.trimmingSuffix("”’\"')]*")
    guard let mark = closed.last, ".!?…".contains(mark) else { return false }
    guard mark == "." else { return true }
    let word = closed.dropLast().drop { !$0.isLetter && !$0.isNumber }.lowercased()
    let begins = next.text.first { $0.isLetter || $0.isNumber }
    if Self.titles.contains(word) || (word.count == 1 && word.first?.isLetter == true) { return false }
    return begins.map { $0.isUppercase || $0.isNumber } ?? false
  }

  /// Abbreviations that never end a sentence, without their last stop.
  private static let titles: Set = [
    "e.g", "eg", "i.e", "ie", "mr", "mrs", "ms", "dr", "st", "prof", "rev", "vs", "v", "cf", "no", "nos", "para",
    "paras",
    "fig", "art", "s", "ss", "p", "pp", "approx", "incl", "sched", "reg", "regs", "ed", "vol", "ch",
  ]
}

extension StringProtocol {
  fileprivate func trimmingSuffix(_ marks: String) -> SubSequence {
    var text = self[...]
    while let last = text.last, marks.contains(last) { text.removeLast() }
    return text
  }
}
