internal import Diagnostics
internal import Markdown
internal import Planning

/// Writes what stands in a document, and collects on the way which styles it needs.
struct ODTBody {
  let officeDocument: OfficeDocument
  let pictures: Pictures
  let styles: DocumentStyles

  var automatic = ODTAutomatic()
  var media = MediaStore(drawsAlone: true)
  var findings: [Diagnostic] = []
  /// The numbers of notes that have been mentioned, by those of the document.
  var noteNumbers: [Int: Int] = [:]
  /// Names of tables, frames and lists.
  var objects = Names()
  /// Places that begin with the next paragraph.
  var waiting: [String] = []
  /// The sheet that the next paragraph or table of the body begins.
  var nextMaster: String? = "Cover"

  init(officeDocument: OfficeDocument, pictures: Pictures, styles: DocumentStyles) {
    (self.officeDocument, self.pictures, self.styles) = (officeDocument, pictures, styles)
  }

  var content: XML {
    mutating get {
      var isTurned = false
      var text = cover + contents
      for step in officeDocument.steps {
        if step.isTurned != isTurned {
          isTurned = step.isTurned
          nextMaster = isTurned ? "Turned" : "Upright"
        }
        waiting += step.anchors.compactMap { officeDocument.names[$0] }
        text += self.step(step)
      }
      let sequences = XML.tag(
        "text:sequence-decls", [:],
        .tag("text:sequence-decl", ["text:display-outline-level": "0", "text:name": "Table"]))
      return ODTNames.root(
        "office:document-content",
        [
          ODTStyles.fonts(styles), .tag("office:automatic-styles", [:], automatic.styles),
          .tag("office:body", [:], .tag("office:text", [:], sequences, text)),
        ])
    }
  }

  // MARK: Steps

  private mutating func step(_ step: Step) -> XML {
    let place = LayoutContext(step)
    switch step.kind {
    case .heading(let level, let content, let number):
      return paragraph(
        .heading(level), content.runs(number: number), place, outline: level, startsPage: step.startsPage)
    case .lead(let content): return paragraph(.lead, content.runs(), place)
    case .block(let block): return self.block(block, place)
    case .table(let table): return self.table(table, place)
    case .question(let field, let level): return question(field, level: level, place)
    case .answer(let field): return answer(field, place)
    case .detailsTitle(let content): return paragraph(.detailsTitle, content.runs(), place)
    case .term(let term):
      let name = InlineRun.words(term.term.onOneLine, Face(isStrong: true))
      return paragraph(.term, [name, .words(" ", Face())] + term.definition.runs(), place)
    }
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: [Block], _ place: LayoutContext) -> XML { XML(blocks.map { block($0, place) }) }

  mutating func block(_ block: Block, _ place: LayoutContext) -> XML {
    switch block.kind {
    case .paragraph(let content): return paragraph(place.style, content.runs(), place)
    case .heading(let heading):
      waiting += [officeDocument.names[heading.id]].compactMap(\.self)
      let level = max(heading.level, 2)
      return paragraph(.heading(level), heading.content.runs(), place, outline: level)
    case .quote(let blocks): return self.blocks(blocks, place, as: .quote)
    case .list(let list): return self.list(list, place)
    case .code(_, let text): return paragraph(.code, text.codeRuns, place)
    case .table(let table): return self.table(table, place)
    case .details(let summary, let blocks):
      return paragraph(.detailsTitle, summary.runs(), place) + self.blocks(blocks, place)
    case .group(.screenOnly, _), .show, .html: return .empty
    case .group(.entry(let id, _), let blocks):
      waiting += [officeDocument.names[id]].compactMap(\.self)
      return self.blocks(blocks, place)
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
      return XML(form.sections.flatMap(\.fields).map { question($0, level: 3, place) + answer($0, place) })
    case .thematicBreak: return paragraph(.rule, [], place)
    }
  }

  private mutating func blocks(_ blocks: [Block], _ place: LayoutContext, as style: ParagraphStyle) -> XML {
    var inner = place
    if !place.isInNote { inner.style = style }
    return self.blocks(blocks, inner)
  }

  // MARK: Opening pages

  private var cover: XML {
    mutating get {
      let place = LayoutContext(language: officeDocument.language, width: PageLayout(isTurned: false).textWidth)
      let cover = officeDocument.cover
      let above = XML(cover.above.map { paragraph($0.0, [.words($0.1, Face())], place) })
      let facts = self.facts(officeDocument.booklet.facts.map { [$0.name.onOneLine, $0.words.onOneLine] }, place)
      return above + facts + XML(cover.below.map { paragraph($0.0, [.words($0.1, Face())], place) })
    }
  }

  /// The chapters and their parts, with the pages on which they begin.
  private var contents: XML {
    let entries = officeDocument.contents
    guard entries.count > 1 else { return .empty }
    let title = XML("Contents")
    func style(_ level: Int) -> String { (level == 1 ? ParagraphStyle.contents1 : .contents2).odtName }
    let templates = [1, 2].map { level in
      XML.tag(
        "text:table-of-content-entry-template",
        ["text:outline-level": "\(level)", "text:style-name": style(level)],
        .tag("text:index-entry-link-start"), .tag("text:index-entry-text"),
        .tag("text:index-entry-tab-stop", ["style:type": "right", "style:leader-char": " "]),
        .tag("text:index-entry-page-number"), .tag("text:index-entry-link-end"))
    }
    let lines = entries.map { entry in
      let page = XML.tag(
        "text:bookmark-ref", ["text:reference-format": "page", "text:ref-name": entry.name], XML(""))
      return XML.tag(
        "text:p", ["text:style-name": style(entry.level)],
        .tag(
          "text:a",
          [
            "xlink:type": "simple", "xlink:href": "#\(entry.name)", "text:style-name": "ContentsLink",
            "text:visited-style-name": "ContentsLink",
          ], entry.words.odtText, .tag("text:tab"),
          page))
    }
    let heading = ParagraphStyle.contentsTitle.odtName
    return .tag(
      "text:table-of-content", ["text:name": "Contents", "text:protected": "false"],
      .tag(
        "text:table-of-content-source", ["text:outline-level": "2"],
        [.tag("text:index-title-template", ["text:style-name": heading], title)] + templates),
      .tag(
        "text:index-body", [:],
        [.tag("text:index-title", ["text:name": "Contents_Head"], .tag("text:p", ["text:style-name": heading], title))]
          + lines))
  }
}
