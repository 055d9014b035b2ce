internal import Diagnostics
internal import Markdown
internal import Planning

// Paragraphs and what is in them.

extension DOCXBody {
  mutating func paragraph(
    _ style: ParagraphStyle, _ runs: [InlineRun], _ place: LayoutContext, list: (id: Int, level: Int)? = nil,
    indent: Double? = nil, alignment: Table.Alignment? = nil, outline: Int? = nil, startsPage: Bool = false,
    before: XML = .empty
  ) -> XML {
    let properties: [XML] = [
      style == .text ? .empty : self.style(style),
      place.keepsWithNext ? .tag("w:keepNext") : .empty,
      startsPage ? .tag("w:pageBreakBefore") : .empty,
      list.map { list in
        .tag(
          "w:numPr", [:], .tag("w:ilvl", ["w:val": "\(list.level)"]), .tag("w:numId", ["w:val": "\(list.id)"]))
      } ?? .empty,
      place.language.isRightToLeft ? .tag("w:bidi") : .empty,
      startsPage ? .tag("w:spacing", ["w:before": "0"]) : .empty,
      indent.map { .tag("w:ind", ["w:left": $0.twentieths]) } ?? .empty,
      alignment.map { .tag("w:jc", ["w:val": $0.word]) } ?? .empty,
      outline.map { .tag("w:outlineLvl", ["w:val": "\($0 - 1)"]) } ?? .empty,
    ]
    return .tag("w:p", [:], .tag("w:pPr", [:], properties), before, text(runs, place))
  }

  mutating func text(_ runs: [InlineRun], _ place: LayoutContext) -> XML { XML(runs.map { xml(of: $0, place) }) }

  private mutating func xml(of inline: InlineRun, _ place: LayoutContext) -> XML {
    switch inline {
    case .words(let words, let face): return run(words.wordText, face, base: place.language)
    case .lineBreak: return .tag("w:r", [:], .tag("w:br"))
    case .note(let number, let face): return note(number, face, place)
    case .picture(let address, let title, let alternative, let face, let source):
      let picture = pictures.files[address]
      switch media.hang(picture, atMost: place.width, place.height) {
      case .success(let print):
        return drawing(print, name: title ?? "", description: alternative.plainText.onOneLine, place)
      case .failure(let fault):
        findings.append(.pictureNotShown(address, fault.words, at: source))
        return text(alternative.runs(face), place)
      }
    case .link(let target, let inner):
      let content = text(inner, place)
      switch target {
      case .here(let id):
        return officeDocument.names[id].map { .tag("w:hyperlink", ["w:anchor": $0, "w:history": "1"], content) }
          ?? content
      case .web(let address):
        let id = relation("hyperlink", address, isOutside: true, place)
        return .tag("w:hyperlink", ["r:id": id, "w:history": "1"], content)
      }
    }
  }

  mutating func relation(_ kind: String, _ target: String, isOutside: Bool = false, _ place: LayoutContext) -> String {
    place.isInNote
      ? noteRelations.id(kind, target, isOutside: isOutside) : relations.id(kind, target, isOutside: isOutside)
  }

  /// A run: some content, and how it is set.
  func run(_ content: XML, _ face: Face, base: LanguageTag) -> XML {
    let language = face.language ?? base
    let isRightToLeft = face.isRightToLeft || language.isRightToLeft
    let properties: [XML] = [
      face.isLink
        ? .tag("w:rStyle", ["w:val": "Hyperlink"]) : face.isCode ? .tag("w:rStyle", ["w:val": "CodeText"]) : .empty,
      face.isStrong ? .tag("w:b") + .tag("w:bCs") : .empty,
      face.isEmphasis ? .tag("w:i") + .tag("w:iCs") : .empty,
      face.isStruck ? .tag("w:strike") : .empty,
      face.position.map { .tag("w:vertAlign", ["w:val": $0 == .raised ? "superscript" : "subscript"]) } ?? .empty,
      isRightToLeft ? .tag("w:rtl") : .empty,
      language == officeDocument.language
        ? .empty : .tag("w:lang", language.isRightToLeft ? ["w:bidi": language.tag] : ["w:val": language.tag]),
    ]
    return .tag("w:r", [:], .tag("w:rPr", [:], properties).ifNotEmpty, content)
  }

  // MARK: Notes

  /// A note at its first mention; at the next ones its number, which Word keeps right.
  private mutating func note(_ number: Int, _ face: Face, _ place: LayoutContext) -> XML {
    guard officeDocument.notes.indices.contains(number - 1) else { return .empty }
    guard !place.isInNote else { return noteInNote(number, face, place) }
    let raised = XML.tag("w:rPr", [:], .tag("w:rStyle", ["w:val": "FootnoteReference"]))
    if let known = noteNumbers[number] {
      return .tag(
        "w:fldSimple", ["w:instr": " NOTEREF note_\(known) \\h "],
        .tag("w:r", [:], raised, .tag("w:t", [:], XML("\(known)"))))
    }
    let own = noteNumbers.count + 1
    noteNumbers[number] = own
    notes.append(footnote(number, id: own))
    let id = "\(nextID())"
    return .tag("w:bookmarkStart", ["w:id": id, "w:name": "note_\(own)"])
      + .tag("w:r", [:], raised, .tag("w:footnoteReference", ["w:id": "\(own)"]))
      + .tag("w:bookmarkEnd", ["w:id": id])
  }

  private mutating func footnote(_ number: Int, id: Int) -> XML {
    let note = officeDocument.notes[number - 1]
    let place = LayoutContext(
      style: .footnote, language: note.language, isInNote: true, width: PageLayout(isTurned: false).textWidth)
    let mark =
      XML.tag("w:r", [:], .tag("w:rPr", [:], .tag("w:rStyle", ["w:val": "FootnoteReference"])), .tag("w:footnoteRef"))
      + .tag("w:r", [:], .tag("w:t", ["xml:space": "preserve"], XML(" ")))
    var rest = note.blocks[...]
    var content = XML.empty
    if case .paragraph(let first) = rest.first?.kind {
      rest = rest.dropFirst()
      content = paragraph(.footnote, first.runs(), place, before: mark)
    } else {
      content = paragraph(.footnote, [], place, before: mark)
    }
    return .tag("w:footnote", ["w:id": "\(id)"], content, blocks(Array(rest), place))
  }

  /// Word has no notes in notes: another note's words stand in brackets.
  private mutating func noteInNote(_ number: Int, _ face: Face, _ place: LayoutContext) -> XML {
    if let known = noteNumbers[number] {
      return run("\(known)".wordText, Face(position: .raised), base: place.language)
    }
    let words = officeDocument.notes[number - 1].blocks.words
    return run(" (\(words))".wordText, face, base: place.language)
  }
}

extension XML {
  /// Nothing for an element without anything in it.
  fileprivate var ifNotEmpty: XML {
    text.hasSuffix("/>") && text.dropFirst().firstIndex(of: "<") == nil ? .empty : self
  }
}

extension String {
  /// The words in a run. What is no letter to Word, such as a tab, is a mark of its own.
  var wordText: XML {
    let parts = split(omittingEmptySubsequences: false) { $0 == "\t" }.map { part in
      let words = String(part.map { $0.isNewline ? " " : $0 })
      return words.isEmpty ? XML.empty : .tag("w:t", ["xml:space": "preserve"], XML(words))
    }
    return XML(Array(parts.map { [$0] }.joined(separator: [.tag("w:tab")])))
  }
}

extension Table.Alignment {
  fileprivate var word: String {
    switch self {
    case .start: "left"
    case .centre: "center"
    case .end: "right"
    }
  }
}
