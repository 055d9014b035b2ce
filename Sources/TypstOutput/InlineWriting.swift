internal import Diagnostics
internal import Escaping
internal import Markdown

// Inlines: each a line, so that what the typesetter says of it can be told at its place.

extension Setting {
  /// Content of the typesetter from inlines, between braces. The empty pair of brackets makes words alone content too.
  mutating func content(_ inlines: [Inline], before: String, after: String, at place: Place) {
    line(before + "{[]", at: place)
    self.inlines(inlines)
    line("}" + after, at: place)
  }

  /// The same for what is printed in more than one place: without links, and with its notes left waiting.
  mutating func bareContent(_ inlines: [Inline], before: String, after: String, at place: Place) {
    let was = isBare
    isBare = true
    content(inlines, before: before, after: after, at: place)
    isBare = was
  }

  /// The notes of what could not hold them.
  mutating func writeWaitingNotes(at place: Place) {
    let notes = waitingNotes
    waitingNotes = []
    if !notes.isEmpty { content(notes, before: "note-line(", after: ")", at: place) }
  }

  mutating func inlines(_ inlines: [Inline]) { for inline in inlines { self.inline(inline) } }

  private mutating func inline(_ inline: Inline) {
    let place = inline.place
    switch inline.kind {
    case .text(let text): line(string(text, at: place), at: place)
    case .code(let text): line("raw(\(string(text, at: place)))", at: place)
    case .emphasis(let inner): wrap("emph(", inner, at: place)
    case .strong(let inner): wrap("strong(", inner, at: place)
    case .strikethrough(let inner): wrap("strike(", inner, at: place)
    case .superscript(let inner): wrap("super(", inner, at: place)
    case .subscript(let inner): wrap("sub(", inner, at: place)
    case .abbreviation(let title, let inner): abbreviation(title, inner, at: place)
    case .passage(let tag, let inner):
      if let language = LanguageTag(tag) {
        wrap("passage(\(language.arguments), ", inner, at: place)
      } else {
        inlines(inner)
      }
    case .link(let destination, _, let inner): link(destination, inner, at: place)
    case .image(let destination, _, let alternative): smallPicture(destination, alternative, at: place)
    case .footnote(let number, _): footnote(number, inline)
    case .value(let path, let format):
      line(string("{{\(path)\(format.map { " as " + $0 } ?? "")}}", at: place), at: place)
    case .softBreak: line("\" \"", at: place)
    case .lineBreak: line("linebreak()", at: place)
    case .html: break
    }
  }

  private mutating func wrap(_ function: String, _ inner: [Inline], at place: Place) {
    guard depth < 3 * Self.deepest else { return inlines(inner) }
    depth += 1
    content(inner, before: function, after: ")", at: place)
    depth -= 1
  }

  /// A short form is written out where it first stands.
  private mutating func abbreviation(_ title: String, _ inner: [Inline], at place: Place) {
    inlines(inner)
    if !isBare, explained.insert(inner.plainText).inserted { line(string(" (\(title))", at: place), at: place) }
  }

  // MARK: Links

  private mutating func link(_ destination: Destination, _ inner: [Inline], at place: Place) {
    guard !isBare, !isInLink else { return inlines(inner) }
    isInLink = true
    defer { isInLink = false }
    switch destination {
    case .here(let id):
      guard let target = target(id) else { return inlines(inner) }
      let name = target.id.typstString
      if target.kind == .term {
        wrap("term(\(name), ", inner, at: place)
      } else {
        wrap("see(\(name), numbered: \(target.kind == .numbered), short: \(isInTable), ", inner, at: place)
      }
    case .elsewhere(let address), .written(let address): web(address, inner, at: place)
    case .site, .nowhere: inlines(inner)
    }
  }

  /// A link to the web, whose address paper needs too: in a note, once in a chapter.
  private mutating func web(_ address: String, _ inner: [Inline], at place: Place) {
    guard address.isAddress else { return inlines(inner) }
    let target = address.typstString
    let printed = address.shortAddress
    guard !address.isSaid(by: inner.plainText) else { return wrap("link(\(target), ", inner, at: place) }
    if isInNote {
      wrap("link(\(target), ", inner, at: place)
      line(string(" (\(printed))", at: place), at: place)
      return
    }
    let id = "address:\(chapterNumber):\(address)".typstString
    if notes.insert(id).inserted {
      wrap("web(\(target), \(string(printed, at: place)), id: \(id), ", inner, at: place)
    } else {
      wrap("link(\(target), ", inner, at: place)
      line("footnote(std.label(\(id)))", at: place)
    }
  }

  // MARK: Notes

  private mutating func footnote(_ number: Int, _ inline: Inline) {
    guard !isBare, !isInLink else { return waitingNotes.append(inline) }
    guard footnotes.indices.contains(number - 1) else { return }
    let id = "note:\(chapterNumber):\(number)".typstString
    guard notes.insert(id).inserted else { return line("footnote(std.label(\(id)))", at: inline.place) }
    let (wasInNote, wasInTable) = (isInNote, isInTable)
    isInNote = true
    noteContent(footnotes[number - 1].blocks, before: "note(\(id), ", at: inline.place)
    (isInNote, isInTable) = (wasInNote, wasInTable)
  }
}

extension Setting {
  /// A note begins on the line of its number: its first paragraph is no paragraph of its own.
  fileprivate mutating func noteContent(_ blocks: [Block], before: String, at place: Place) {
    guard case .paragraph(let words)? = blocks.first?.kind else {
      return inner(blocks, before: before, after: ")", at: place)
    }
    line(before + "{[]", at: place)
    inlines(words)
    inner(Array(blocks.dropFirst()), before: "", after: "", at: place)
    line("})", at: place)
  }
}

extension String {
  /// Whether the typesetter can link to it.
  fileprivate var isAddress: Bool {
    utf8.count < 2000 && ["https://", "http://", "mailto:", "tel:"].contains { lowercased().hasPrefix($0) }
  }

  /// An address as people write it on paper.
  fileprivate var shortAddress: String {
    var text = self
    for start in ["https://", "http://", "mailto:", "tel:"] where text.lowercased().hasPrefix(start) {
      text = String(text.dropFirst(start.count))
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// Whether words tell the address already. Telephone numbers are told by any number.
  fileprivate func isSaid(by words: String) -> Bool {
    if hasPrefix("tel:") { return words.count(where: \.isNumber) > 4 }
    return words.shortAddress.lowercased() == shortAddress.lowercased()
      || words.lowercased() == shortAddress.lowercased()
  }
}
