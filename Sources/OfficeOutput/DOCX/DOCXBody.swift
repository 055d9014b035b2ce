internal import Diagnostics
internal import Markdown
internal import Planning

/// Writes what stands in a document, and collects on the way what its other parts need to know.
struct DOCXBody {
  let officeDocument: OfficeDocument
  let pictures: Pictures
  let styles: DocumentStyles

  var relations = DOCXRelations()
  var noteRelations = DOCXRelations()
  var media = MediaStore(drawsAlone: false)
  var findings: [Diagnostic] = []
  /// The notes in the order of their first mention, and their numbers by those of the document.
  var notes: [XML] = []
  var noteNumbers: [Int: Int] = [:]
  /// Numbered lists: the first number and how deep each one lies.
  var lists: [(start: Int, level: Int)] = []
  /// Names of the places to answer.
  var fields = Names(longest: 60, marks: "_-.")
  var lastID = 0

  init(officeDocument: OfficeDocument, pictures: Pictures, styles: DocumentStyles) {
    (self.officeDocument, self.pictures, self.styles) = (officeDocument, pictures, styles)
    for (id, part) in [
      ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("footnotes", "footnotes"),
      ("fontTable", "fontTable"),
    ] {
      _ = relations.id(id, "\(part).xml")
    }
  }

  var document: XML {
    mutating get {
      var isTurned = false
      var isFirst = true
      var content = cover + contents
      for step in officeDocument.steps {
        if step.isTurned != isTurned {
          content += sectionEnd(isTurned: isTurned, isFirst: isFirst)
          (isTurned, isFirst) = (step.isTurned, false)
        }
        content += anchors(step.anchors) + self.step(step)
      }
      content += frame(isTurned).section(&relations, isFirst: isFirst)
      return DOCXNames.root("w:document", [.tag("w:body", [:], content)])
    }
  }

  /// The notes as they stand when the document is written.
  var footnotes: XML {
    func separator(_ id: String, _ kind: String) -> XML {
      let mark = XML.tag("w:r", [:], .tag("w:\(kind)"))
      return .tag("w:footnote", ["w:type": kind, "w:id": id], .tag("w:p", [:], mark))
    }
    return DOCXNames.root(
      "w:footnotes",
      [separator("-1", "separator"), separator("0", "continuationSeparator")] + notes)
  }

  private func frame(_ isTurned: Bool) -> DOCXFrame {
    DOCXFrame(officeDocument: officeDocument, layout: PageLayout(isTurned: isTurned))
  }

  private mutating func sectionEnd(isTurned: Bool, isFirst: Bool) -> XML {
    let section = frame(isTurned).section(&relations, isFirst: isFirst)
    return .tag("w:p", [:], .tag("w:pPr", [:], style(.nothing), section))
  }

  // MARK: Steps

  private mutating func step(_ step: Step) -> XML {
    var place = LayoutContext(step)
    switch step.kind {
    case .heading(let level, let content, let number):
      return paragraph(.heading(level), content.runs(number: number), place, startsPage: step.startsPage)
    case .lead(let content): return paragraph(.lead, content.runs(), place)
    case .block(let block): return self.block(block, place)
    case .table(let table): return self.table(table, place)
    case .question(let field, let level): return question(field, level: level, place)
    case .answer(let field): return answer(field, place)
    case .detailsTitle(let content): return paragraph(.detailsTitle, content.runs(), place)
    case .term(let term):
      place.style = .term
      let name = InlineRun.words(term.term.onOneLine + " ", Face(isStrong: true))
      return paragraph(.term, [name] + term.definition.runs(), place)
    }
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: [Block], _ place: LayoutContext) -> XML { XML(blocks.map { block($0, place) }) }

  mutating func block(_ block: Block, _ place: LayoutContext) -> XML {
    switch block.kind {
    case .paragraph(let content): return paragraph(place.style, content.runs(), place)
    case .heading(let heading):
      return anchors([heading.id]) + paragraph(.heading(max(heading.level, 2)), heading.content.runs(), place)
    case .quote(let blocks): return self.blocks(blocks, place, as: .quote)
    case .list(let list): return self.list(list, place)
    case .code(_, let text): return paragraph(.code, text.codeRuns, place)
    case .table(let table): return self.table(table, place)
    case .details(let summary, let blocks):
      return paragraph(.detailsTitle, summary.runs(), place) + self.blocks(blocks, place)
    case .group(.screenOnly, _), .show, .html: return .empty
    case .group(.entry(let id, _), let blocks): return anchors([id]) + self.blocks(blocks, place)
    case .group(.passage(let tag), let blocks):
      var inner = place
      inner.language = LanguageTag(guessing: tag)
      return self.blocks(blocks, inner)
    case .group(.alert, let blocks): return self.blocks(blocks, place, as: .alert)
    case .group(.voice(let by), let blocks):
      let words = self.blocks(blocks, place, as: .voice)
      return words + (by.map { paragraph(.voiceBy, [.words($0.onOneLine, Face())], place) } ?? .empty)
    case .figure(let figure): return self.figure(figure, at: block.place, place)
    case .form(let form):
      let fields = form.sections.flatMap(\.fields)
      return XML(fields.map { question($0, level: 3, place) + answer($0, place) })
    case .thematicBreak: return paragraph(.rule, [], place)
    }
  }

  private mutating func blocks(_ blocks: [Block], _ place: LayoutContext, as style: ParagraphStyle) -> XML {
    var inner = place
    // In a note everything is set as a note.
    if !place.isInNote { inner.style = style }
    return self.blocks(blocks, inner)
  }

  /// Marks for the places that links lead to.
  mutating func anchors(_ ids: [String]) -> XML {
    XML(ids.compactMap { officeDocument.names[$0] }.map { bookmark($0) })
  }

  mutating func bookmark(_ name: String) -> XML {
    let id = "\(nextID())"
    return .tag("w:bookmarkStart", ["w:id": id, "w:name": name]) + .tag("w:bookmarkEnd", ["w:id": id])
  }

  mutating func nextID() -> Int {
    lastID += 1
    return lastID
  }

  // MARK: Opening pages

  private var cover: XML {
    mutating get {
      let place = LayoutContext(language: officeDocument.language, width: PageLayout(isTurned: false).textWidth)
      func line(_ line: (ParagraphStyle, String), _ body: inout DOCXBody) -> XML {
        body.paragraph(line.0, [.words(line.1, Face())], place)
      }
      let cover = officeDocument.cover
      let above = XML(cover.above.map { line($0, &self) })
      let facts = officeDocument.booklet.facts.map { [$0.name.onOneLine, $0.words.onOneLine] }
      return above + self.facts(facts, place) + XML(cover.below.map { line($0, &self) })
    }
  }

  /// Links to the chapters and their parts, in a field that Word makes anew with page numbers when it is asked to.
  private var contents: XML {
    let entries = officeDocument.contents
    guard entries.count > 1 else { return .empty }
    func mark(_ kind: String) -> XML { .tag("w:r", [:], .tag("w:fldChar", ["w:fldCharType": kind])) }
    let start =
      mark("begin")
      + .tag("w:r", [:], .tag("w:instrText", ["xml:space": "preserve"], XML(" TOC \\o \"1-2\" \\h \\z \\n ")))
      + mark("separate")
    let title = XML.tag(
      "w:p", [:], .tag("w:pPr", [:], style(.contentsTitle)), .tag("w:r", [:], .tag("w:t", [:], XML("Contents"))))
    let lines = entries.enumerated().map { index, entry in
      XML.tag(
        "w:p", [:],
        .tag("w:pPr", [:], style(entry.level == 1 ? .contents1 : .contents2)),
        index == 0 ? start : .empty,
        .tag(
          "w:hyperlink", ["w:anchor": entry.name, "w:history": "1"],
          run(
            .tag("w:t", ["xml:space": "preserve"], XML(entry.words)), Face(language: entry.language),
            base: officeDocument.language)),
        index == entries.count - 1 ? mark("end") : .empty)
    }
    return title + XML(lines)
  }

  func style(_ style: ParagraphStyle) -> XML { .tag("w:pStyle", ["w:val": style.wordID]) }
}
