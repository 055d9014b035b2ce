internal import Diagnostics
internal import Markdown
internal import Planning

// Paragraphs and what is in them.

extension ODTBody {
  mutating func paragraph(
    _ style: ParagraphStyle, _ runs: [InlineRun], _ place: LayoutContext, alignment: Table.Alignment? = nil,
    outline: Int? = nil, startsPage: Bool = false, before: XML = .empty
  ) -> XML {
    let name = name(of: style, place, alignment, startsPage: startsPage)
    let marks = XML(waiting.map { .tag("text:bookmark", ["text:name": $0]) })
    waiting = []
    let content = [marks, before, text(runs, place)]
    guard let outline else { return .tag("text:p", ["text:style-name": name], content) }
    return .tag("text:h", ["text:style-name": name, "text:outline-level": "\(outline)"], content)
  }

  /// The named style, or a style of its own for a paragraph that begins a sheet or is in another language.
  private mutating func name(
    of style: ParagraphStyle, _ place: LayoutContext, _ alignment: Table.Alignment?, startsPage: Bool
  ) -> String {
    let master = place.isInNote ? nil : nextMaster
    if !place.isInNote { nextMaster = nil }
    let isForeign = place.language != officeDocument.language
    let turns = place.language.isRightToLeft != officeDocument.language.isRightToLeft
    let keeps = place.keepsWithNext && !styles[style].keepsWithNext
    guard master != nil || isForeign || alignment != nil || startsPage || keeps else { return style.odtName }
    let paragraph = XML.tag(
      "style:paragraph-properties",
      [
        "fo:margin-top": startsPage ? "0pt" : nil,
        "fo:break-before": master != nil ? "auto" : startsPage ? "page" : nil,
        "fo:keep-with-next": keeps ? "always" : nil,
        "fo:text-align": alignment?.odtWord ?? (turns ? (place.language.isRightToLeft ? "right" : "left") : nil),
        "style:writing-mode": turns ? (place.language.isRightToLeft ? "rl-tb" : "lr-tb") : nil,
      ])
    let words = Face(language: isForeign ? place.language : nil).properties(base: officeDocument.language, code: "")
    return automatic.name("paragraph", parent: style.odtName, master: master, [paragraph, words])
  }

  mutating func text(_ runs: [InlineRun], _ place: LayoutContext) -> XML { XML(runs.map { xml(of: $0, place) }) }

  private mutating func xml(of inline: InlineRun, _ place: LayoutContext) -> XML {
    switch inline {
    case .words(let words, let face): return span(words.odtText, face, base: place.language)
    case .lineBreak: return .tag("text:line-break")
    case .note(let number, let face): return note(number, face, place)
    case .picture(let address, let title, let alternative, let face, let source):
      switch media.hang(pictures.files[address], atMost: place.width, place.height) {
      case .success(let print): return drawing(print, title: title ?? "", description: alternative.plainText.onOneLine)
      case .failure(let fault):
        findings.append(.pictureNotShown(address, fault.words, at: source))
        return text(alternative.runs(face), place)
      }
    case .link(let target, let inner):
      let content = text(inner, place)
      switch target {
      case .here(let id): return officeDocument.names[id].map { link("#\($0)", content) } ?? content
      case .web(let address): return link(address, content)
      }
    }
  }

  private func link(_ address: String, _ content: XML) -> XML {
    .tag(
      "text:a",
      [
        "xlink:type": "simple", "xlink:href": address, "text:style-name": "Link", "text:visited-style-name": "Link",
      ], content)
  }

  mutating func span(_ content: XML, _ face: Face, base: LanguageTag) -> XML {
    let properties = face.properties(base: base, code: styles.names(.code)[0])
    return properties.isEmpty
      ? content : .tag("text:span", ["text:style-name": automatic.name("text", [properties])], content)
  }

  // MARK: Notes

  /// A note at its first mention; at the next ones its number, which LibreOffice keeps right.
  private mutating func note(_ number: Int, _ face: Face, _ place: LayoutContext) -> XML {
    guard officeDocument.notes.indices.contains(number - 1) else { return .empty }
    let note = officeDocument.notes[number - 1]
    guard !place.isInNote else {
      guard let known = noteNumbers[number] else {
        return span(XML(" (\(note.blocks.words))"), face, base: place.language)
      }
      return span(XML("\(known)"), Face(position: .raised), base: place.language)
    }
    if let known = noteNumbers[number] {
      let reference = XML.tag(
        "text:note-ref",
        ["text:note-class": "footnote", "text:reference-format": "text", "text:ref-name": "note_\(known)"],
        XML("\(known)"))
      return span(reference, Face(position: .raised), base: place.language)
    }
    let own = noteNumbers.count + 1
    noteNumbers[number] = own
    let inner = LayoutContext(
      style: .footnote, language: note.language, isInNote: true, width: PageLayout(isTurned: false).textWidth)
    let words = note.blocks.isEmpty ? paragraph(.footnote, [], inner) : blocks(note.blocks, inner)
    return .tag(
      "text:note", ["text:id": "note_\(own)", "text:note-class": "footnote"],
      .tag("text:note-citation", [:], XML("\(own)")), .tag("text:note-body", [:], words))
  }

  // MARK: Pictures

  /// A figure made from data; in words where there is no picture of it.
  mutating func figure(_ figure: Figure, at source: Place, _ place: LayoutContext) -> XML {
    let picture = pictures.figures[figure]
    var result: XML
    switch media.hang(picture, atMost: place.width, place.height, filling: true) {
    case .success(let print):
      let image = drawing(print, title: figure.title.onOneLine, description: figure.description.onOneLine)
      var kept = place
      kept.keepsWithNext = figure.caption != nil
      result = paragraph(.cell, [], kept, before: image)
    case .failure(let fault):
      if picture != nil { findings.append(.pictureNotShown(figure.title, fault.words, at: source)) }
      result = paragraph(place.style, [.words("\(figure.title). \(figure.description)", Face())], place)
    }
    if let caption = figure.caption { result += paragraph(.hint, [.words(caption, Face())], place) }
    return result
  }

  /// A picture in a line of text. Of a drawing and its dots a program takes the first that it can show.
  private mutating func drawing(_ print: MediaStore.Print, title: String, description: String) -> XML {
    let style = automatic.name(
      "graphic", [.tag("style:graphic-properties", ["style:vertical-pos": "bottom", "style:vertical-rel": "baseline"])])
    let images = [print.drawing, print.file].compactMap(\.self).map { file in
      XML.tag(
        "draw:image",
        [
          "xlink:href": "Pictures/\(file.name)", "xlink:type": "simple", "xlink:show": "embed",
          "xlink:actuate": "onLoad",
        ])
    }
    let words: [XML] = [
      title.isEmpty ? .empty : .tag("svg:title", [:], XML(title)),
      description.isEmpty ? .empty : .tag("svg:desc", [:], XML(description)),
    ]
    return .tag(
      "draw:frame",
      [
        "draw:style-name": style, "draw:name": objects.unused("picture"), "text:anchor-type": "as-char",
        "svg:width": ODTNames.mm(print.width), "svg:height": ODTNames.mm(print.height),
      ], images + words)
  }
}

extension Table.Alignment {
  fileprivate var odtWord: String {
    switch self {
    case .start: "start"
    case .centre: "center"
    case .end: "end"
    }
  }
}

extension String {
  /// The words in a paragraph. Blanks after blanks, and tabs, are marks of their own.
  var odtText: XML {
    var result = XML.empty
    var words = ""
    var blanks = 0
    func mark() -> XML { blanks > 1 ? .tag("text:s", ["text:c": "\(blanks - 1)"]) : .empty }
    for character in self {
      if character == " " || character.isNewline {
        blanks += 1
        if blanks == 1 { words.append(" ") }
        continue
      }
      if blanks > 1 {
        result += XML(words) + mark()
        words = ""
      }
      blanks = 0
      guard character == "\t" else {
        words.append(character)
        continue
      }
      result += XML(words) + .tag("text:tab")
      words = ""
    }
    return result + XML(words) + mark()
  }
}
