internal import Content
internal import Diagnostics
internal import Markdown

/// A sentence of a text, with what stands above it: its headings, and the words that lead to its list.
struct Statement {
  var lexemes: [Lexeme]
  var headings: [[Lexeme]] = []
  var lead: [Lexeme] = []
  /// In a table, whether the head of its column says that a number without a unit is a weight; nil elsewhere.
  var weighs: Bool?
  var subject: [Lexeme] = []
  /// The word that says what its page is about, if there is one.
  var page: [Lexeme] = []
  /// The sentence before it in its paragraph, or what leads to its list.
  var previous: [Lexeme] = []
  /// Whether one before it in its paragraph began to tell of something that is not so.
  var followsExample = false

  var isQuestion: Bool { lexemes.last?.text == "?" }
}

/// Reads a text sentence by sentence; a row of a table is one too. Quotations, code and what is struck out are left out.
struct StatementReader {
  let file: ContentFile
  /// What a `{{value}}` comes to.
  private let draw: (String, String?) -> String?
  /// What the whole text is about, such as the title of a question.
  private let subject: [Lexeme]
  private let page: [Lexeme]
  private var headings: [(level: Int, lexemes: [Lexeme])] = []
  private(set) var sentences: [Statement] = []

  init(_ file: ContentFile, about subject: String?, draw: @escaping (String, String?) -> String?) {
    (self.file, self.draw) = (file, draw)
    self.subject = Lexer.lexemes(of: subject ?? "", in: file.source.name)
    page = file.path.hasSuffix("/contract.md") ? Lexer.lexemes(of: "contract", in: file.source.name) : []
    read(file.body.blocks, lead: [])
    headings = []
    for note in file.body.footnotes { read(note.blocks, lead: []) }
  }

  private mutating func read(_ blocks: [Block], lead: [Lexeme]) {
    var lead = lead
    for block in blocks {
      switch block.kind {
      case .heading(let heading):
        headings.removeAll { $0.level >= heading.level }
        let lexemes = lexemes(heading.content)
        add(lexemes, lead: [])
        headings.append((heading.level, lexemes))
        lead = []
      case .paragraph(let content):
        let lexemes = lexemes(content)
        add(lexemes, lead: lead)
        lead = lexemes.last?.text == ":" ? Array(lexemes.dropLast()) : []
      case .list(let list):
        for item in list.items { read(item.blocks, lead: lead, isItem: true) }
        lead = []
      case .table(let table): read(table)
      case .details(let summary, let inner):
        headings.append((7, lexemes(summary)))
        read(inner, lead: [])
        headings.removeAll { $0.level == 7 }
      case .group(_, let inner): read(inner, lead: lead)
      case .quote, .code, .show, .figure, .form, .thematicBreak, .html: lead = []
      }
    }
  }

  /// A short line of a list leads to the list below it.
  private mutating func read(_ blocks: [Block], lead: [Lexeme], isItem: Bool) {
    guard case .paragraph(let content) = blocks.first?.kind, blocks.count > 1 else { return read(blocks, lead: lead) }
    let lexemes = lexemes(content)
    add(lexemes, lead: lead)
    read(Array(blocks.dropFirst()), lead: lexemes.count <= 8 ? lexemes : [])
  }

  private mutating func add(_ lexemes: [Lexeme], lead: [Lexeme]) {
    var (followsExample, previous): (Bool, [Lexeme]) = (false, [])
    for part in lexemes.sentences {
      let sentence = Statement(
        lexemes: part, headings: headings.map(\.lexemes), lead: lead, subject: subject, page: page, previous: previous,
        followsExample: followsExample)
      previous = part.last.map { [".", "?"].contains($0.text) } ?? false ? part.dropLast() : part
      followsExample = followsExample || sentence.beginsExample
      sentences.append(sentence)
    }
  }

  /// A row is a sentence, each cell with the head of its column before it: `Price : Weight : 25 : Words : 500`. In a
  /// table with more columns each cell makes one with the name of its row too.
  private mutating func read(_ table: Table) {
    let heads = table.header.map(lexemes)
    // Where facts stand in pairs, the first pair has become the head.
    let isHead = heads.allSatisfy { head in head.quantities(besides: []).allSatisfy(\.isBare) }
    let rows = table.rows.map { $0.map(lexemes) }
    for row in isHead ? rows : [heads] + rows {
      let cells = row.enumerated().map { index, cell -> [Lexeme] in
        guard index > 0, let place = cell.first?.place else { return cell }
        let colon = [Lexeme.mark(":", at: place)]
        let head = isHead && heads.indices.contains(index) ? heads[index] : []
        return colon + (head.isEmpty ? [] : head + colon) + cell
      }
      let weighing = heads.weighingColumns
      func add(_ lexemes: [Lexeme], columns: [Int]) {
        sentences.append(
          Statement(
            lexemes: lexemes, headings: headings.map(\.lexemes), lead: self.lexemes(table.caption),
            weighs: isHead && !weighing.isEmpty ? !weighing.isDisjoint(with: columns) : nil))
      }
      // In a row with several numbers, only the cell says what a number without a unit is.
      add(Array(cells.joined()), columns: cells.count > 2 ? [] : [1])
      guard cells.count > 2 else { continue }
      for index in cells.indices.dropFirst() {
        let name = row[..<index].last { $0.contains(where: \.isWord) && $0.quantities(besides: []).isEmpty }
        add((name ?? cells[0]) + cells[index], columns: [index])
      }
    }
  }

  // MARK: Letters

  private func lexemes(_ inlines: [Inline]) -> [Lexeme] {
    var letters = letters(inlines)
    if inlines.count > 1, case .strong(let inner) = inlines[0].kind {
      // Bold words at the beginning, with a full stop, head what follows: **Deadline.** 12 March
      if let last = self.letters(inner).indices.last, letters[last].character == "." { letters[last].character = ":" }
    }
    return Lexer.lexemes(of: letters, in: file.source.name)
  }

  private func letters(_ inlines: [Inline]) -> [Letter] { inlines.flatMap(letters) }

  private func letters(_ inline: Inline) -> [Letter] {
    func whole(_ text: String, isDrawn: Bool = false) -> [Letter] {
      text.map { Letter(character: $0, range: inline.place.range, isDrawn: isDrawn) }
    }
    switch inline.kind {
    case .text(let text): return file.source.letters(of: text, at: inline.place) ?? whole(text)
    case .value(let path, let format): return whole(draw(path, format) ?? "\u{FFFC}", isDrawn: true)
    case .superscript(let inner):
      let inner = letters(inner)
      return inner.allSatisfy(\.character.isNumber) ? [] : inner
    case .emphasis(let inner), .strong(let inner), .subscript(let inner), .abbreviation(_, let inner),
      .passage(_, let inner), .link(_, _, let inner):
      return letters(inner)
    case .softBreak: return whole(" ")
    case .lineBreak: return whole(";")
    case .code: return whole("\u{FFFC}")
    case .strikethrough, .image, .footnote, .html: return []
    }
  }
}

extension SourceText {
  /// Of a value of front matter; each with the place of the whole where it is not as it was written.
  func lexemes(of text: Located<String>) -> [Lexeme] {
    let whole = text.value.map { Letter(character: $0, range: text.place.range) }
    return Lexer.lexemes(of: letters(of: text.value, at: text.place) ?? whole, in: name)
  }

  /// The characters of a text with their own places; nil where it is not as it was written.
  fileprivate func letters(of text: String, at place: Place) -> [Letter]? {
    guard bytes[place.range.clamped(to: 0..<bytes.count)].elementsEqual(text.utf8) else { return nil }
    var offset = place.range.lowerBound
    return text.map { character in
      let start = offset
      offset += String(character).utf8.count
      return Letter(character: character, range: start..<offset)
    }
  }
}

extension [[Lexeme]] {
  /// Of the heads of a table, those below which weights stand: the plainest there are.
  fileprivate var weighingColumns: Set<Int> {
    func columns(_ words: Set<String>) -> Set<Int> {
      Set(
        indices.filter { self[$0].contains { words.contains($0.text) } && !self[$0].contains { $0.text == "weighted" } }
      )
    }
    for words in [Pairing.weighing, ["score", "scores", "max", "maximum", "share"]] {
      let found = columns(words)
      if !found.isEmpty { return found }
    }
    return columns(["criterion", "criteria"]).isEmpty ? [] : Set(indices)
  }
}

extension [Lexeme] {
  /// Cut at full stops, question and exclamation marks.
  fileprivate var sentences: [[Lexeme]] {
    var sentences: [[Lexeme]] = [[]]
    for (index, lexeme) in enumerated() {
      if lexeme.text == ".", isAbbreviated(before: index) { continue }
      sentences[sentences.count - 1].append(lexeme)
      if [".", "!", "?"].contains(lexeme.text) { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }
  }

  private func isAbbreviated(before index: Int) -> Bool {
    guard index > 0 else { return true }
    let next = index + 1 < count ? self[index + 1] : nil
    switch self[index - 1].text {
    case "e.g", "i.e", "eg", "ie", "approx", "incl", "excl", "max", "min", "vs", "dr", "mr", "mrs": return true
    case let number where number.first == "q" && number.dropFirst().allSatisfy(\.isNumber): return true
    case "no": return next?.text.first?.isNumber ?? false
    case "p.a", "a.m", "p.m", "etc", "st": return next.map { !$0.isCapital } ?? false
    default: return false
    }
  }
}
