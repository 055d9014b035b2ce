internal import Escaping
package import Markdown
package import Planning

/// Writes a document as HTML: one function over the tree.
package struct HTMLWriter {
  /// Where the page lies; links are written relative to it.
  let address: Address
  /// The entry whose text this is, on a page of many. Its ids begin with the entry's.
  var entry: String?

  package init(address: Address, entry: String? = nil) {
    self.address = address
    self.entry = entry
  }

  package func html(_ document: Document) -> String {
    var html = blocks(document.blocks, tight: false)
    if !document.footnotes.isEmpty { html += footnotes(document) }
    return html
  }

  package func html(_ inlines: [Inline]) -> String { inlines.map(inline).joined() }

  // MARK: Blocks

  private func blocks(_ blocks: [Block], tight: Bool) -> String {
    blocks.map { block($0, tight: tight) }.joined()
  }

  private func block(_ block: Block, tight: Bool) -> String {
    switch block.kind {
    case .paragraph(let content): tight ? html(content) + "\n" : "<p>\(html(content))</p>\n"
    case .heading(let heading): self.heading(heading)
    case .quote(let blocks): "<blockquote>\n\(self.blocks(blocks, tight: false))</blockquote>\n"
    case .list(let list): self.list(list)
    case .code(let language, let text): code(text, language: language)
    case .table(let table): self.table(table)
    case .details(let summary, let blocks):
      "<details>\n<summary>\(html(summary))</summary>\n\(self.blocks(blocks, tight: false))</details>\n"
    case .group(let group, let blocks): self.group(group, blocks)
    case .figure(let figure): DrawingWriter(figure: figure).html
    case .form(let form): FormWriter(form: form).html
    case .thematicBreak: "<hr>\n"
    case .html(let html): html
    case .show: ""
    }
  }

  private func heading(_ heading: Heading) -> String {
    "<h\(heading.level) id=\"\(id(heading.id))\">\(html(heading.content))</h\(heading.level)>\n"
  }

  private func id(_ id: String) -> String { (entry.map { entryID($0, id) } ?? id).htmlEscaped }

  private func group(_ group: Group, _ blocks: [Block]) -> String {
    switch group {
    case .entry(let id, let number?):
      // The number stands large beside the entry; who listens hears it before the heading.
      let folio = "<p class=\"folio\" aria-hidden=\"true\">\(number.htmlEscaped)</p>\n"
      let inner = self.blocks(blocks.numbered(number), tight: false)
      return "<article class=\"entry numbered\" id=\"\(self.id(id))\">\n\(folio)<div>\n\(inner)</div>\n</article>\n"
    case .entry(let id, nil):
      return
        "<article class=\"entry\" id=\"\(self.id(id))\">\n<div>\n\(self.blocks(blocks, tight: false))</div>\n</article>\n"
    case .screenOnly: return self.blocks(blocks, tight: false)
    case .passage(let language):
      return "<div lang=\"\(language.htmlEscaped)\">\n\(self.blocks(blocks, tight: false))</div>\n"
    case .alert(let alert):
      return "<div class=\"alert \(alert.rawValue)\">\n\(self.blocks(blocks, tight: false))</div>\n"
    case .voice(let role):
      let footer = role.map { "<footer>\($0.htmlEscaped)</footer>\n" } ?? ""
      return "<blockquote>\n\(self.blocks(blocks, tight: false))\(footer)</blockquote>\n"
    }
  }

  private func list(_ list: List) -> String {
    let tag = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let items = list.items.map { item in
      "<li>\(task(item.done))\(list.tight ? "" : "\n")\(blocks(item.blocks, tight: list.tight).trimmingOneLineFeed)</li>\n"
    }
    return "<\(tag)\(start)>\n\(items.joined())</\(tag)>\n"
  }

  private func task(_ done: Bool?) -> String {
    guard let done else { return "" }
    let words = done ? "Done" : "To do"
    return "<input type=\"checkbox\"\(done ? " checked=\"\"" : "") disabled=\"\" aria-label=\"\(words)\"> "
  }

  private func code(_ text: String, language: String?) -> String {
    let attribute = language.map { " class=\"language-\($0.htmlEscaped)\"" } ?? ""
    return "<pre tabindex=\"0\"><code\(attribute)>\(text.htmlEscaped)</code></pre>\n"
  }

  private func table(_ table: Table) -> String {
    let heading = table.heading.map { " aria-labelledby=\"\(id($0.id))\"" } ?? ""
    var html = "<table\(heading)>\n"
    if !table.caption.isEmpty { html += "<caption>\(self.html(table.caption))</caption>\n" }
    let header = table.header.enumerated().map { column, cell in
      // A cell without words names nothing, and a header must.
      cell.isEmpty
        ? "<td></td>\n" : "<th scope=\"col\"\(alignment(table, column))>\(self.html(cell))</th>\n"
    }
    html += "<thead>\n<tr>\n\(header.joined())</tr>\n</thead>\n"
    if !table.rows.isEmpty { html += "<tbody>\n\(table.rows.map { row($0, of: table) }.joined())</tbody>\n" }
    html += "</table>\n"
    return table.isWide ? scrolling(html, name: table.name) : html
  }

  /// A group and no region: a page of many tables would have too many landmarks.
  private func scrolling(_ html: String, name: String) -> String {
    let label = name.isEmpty ? "Table" : name.htmlEscaped
    return "<div class=\"scroll\" role=\"group\" aria-label=\"\(label)\" tabindex=\"0\">\n\(html)</div>\n"
  }

  private func row(_ cells: [Table.Cell], of table: Table) -> String {
    let cells = cells.enumerated().map { column, cell in
      let isName = table.namesRows && column == 0 && !cell.isEmpty
      let (open, close) = isName ? ("th scope=\"row\"", "th") : ("td", "td")
      return "<\(open)\(alignment(table, column))>\(html(cell))</\(close)>\n"
    }
    return "<tr>\n\(cells.joined())</tr>\n"
  }

  private func alignment(_ table: Table, _ column: Int) -> String {
    guard table.alignments.indices.contains(column), let side = table.alignments[column] else { return "" }
    switch side {
    case .start: return " class=\"left\""
    case .centre: return " class=\"centre\""
    case .end: return " class=\"right\""
    }
  }

  private func footnotes(_ document: Document) -> String {
    let counts = document.footnoteCounts
    let items = document.footnotes.enumerated().map { index, note in
      let number = index + 1
      let back = (1...max(1, counts[number, default: 1])).map { mention in
        let label = "Back to \(mention == 1 ? "note \(number)" : "mention \(mention) of note \(number)") in the text"
        return "<a href=\"#\(referenceID(number, mention))\" aria-label=\"\(label)\">↩</a>"
      }
      let text = blocks(note.blocks, tight: false)
      let links = " " + back.joined(separator: " ")
      let ended = text.hasSuffix("</p>\n") ? text.dropLast(5) + links + "</p>\n" : text + "<p>\(links)</p>\n"
      return "<li id=\"\(noteID(number))\">\n\(ended)</li>\n"
    }
    return "<section class=\"footnotes\" aria-label=\"Notes\">\n<ol>\n\(items.joined())</ol>\n</section>\n"
  }

  // Capital letters, so that no heading's id can be the same.
  private func noteID(_ number: Int) -> String { id("Note-\(number)") }

  private func referenceID(_ number: Int, _ mention: Int) -> String {
    id("Mention-\(number)" + (mention == 1 ? "" : "-\(mention)"))
  }

  // MARK: Inlines

  private func inline(_ inline: Inline) -> String {
    switch inline.kind {
    case .text(let text): text.htmlEscaped
    case .code(let text): "<code>\(text.htmlEscaped)</code>"
    case .emphasis(let inner): "<em>\(html(inner))</em>"
    case .strong(let inner): "<strong>\(html(inner))</strong>"
    case .strikethrough(let inner): "<del>\(html(inner))</del>"
    case .superscript(let inner): "<sup>\(html(inner))</sup>"
    case .subscript(let inner): "<sub>\(html(inner))</sub>"
    case .abbreviation(let title, let inner): "<abbr title=\"\(title.htmlEscaped)\">\(html(inner))</abbr>"
    case .passage(let language, let inner): "<span lang=\"\(language.htmlEscaped)\">\(html(inner))</span>"
    case .link(let destination, let title, let inner): link(destination, title, inner)
    case .image(let destination, let title, let alternative): image(destination, title, alternative)
    case .footnote(let number, let mention): reference(number, mention)
    case .value(let path, let format): "{{\(path)\(format.map { " as " + $0 } ?? "")}}".htmlEscaped
    case .softBreak: "\n"
    case .lineBreak: "<br>\n"
    case .html(let html): html
    }
  }

  private func link(_ destination: Destination, _ title: String?, _ inner: [Inline]) -> String {
    guard let href = href(destination) else { return html(inner) }
    return "<a href=\"\(href)\"\(attribute("title", title))>\(html(inner))</a>"
  }

  private func image(_ destination: Destination, _ title: String?, _ alternative: [Inline]) -> String {
    guard let href = href(destination) else { return html(alternative) }
    return "<img src=\"\(href)\" alt=\"\(alternative.plainText.htmlEscaped)\"\(attribute("title", title))>"
  }

  private func href(_ destination: Destination) -> String? {
    switch destination {
    case .written(let text), .elsewhere(let text): text.hrefEscaped
    case .site(let path, let fragment): address.href(to: path, fragment: fragment)
    case .here(let id): "#" + (entry.map { entryID($0, id) } ?? id).percentEncoded
    case .nowhere: nil
    }
  }

  private func attribute(_ name: String, _ value: String?) -> String {
    value.map { " \(name)=\"\($0.htmlEscaped)\"" } ?? ""
  }

  private func reference(_ number: Int, _ mention: Int) -> String {
    let id = referenceID(number, mention)
    return "<sup><a href=\"#\(noteID(number))\" id=\"\(id)\" aria-label=\"Note \(number)\">\(number)</a></sup>"
  }
}

extension [Block] {
  /// With an entry's number in its heading, for those who do not see it beside it.
  fileprivate func numbered(_ number: String) -> [Block] {
    guard case .heading(var heading) = first?.kind, let place = first?.place else { return self }
    heading.content.insert(Inline(.html("<span class=\"away\">\(number.htmlEscaped). </span>"), at: place), at: 0)
    return [Block(.heading(heading), at: place)] + dropFirst()
  }
}

extension Document {
  /// How often each footnote is mentioned, by its number.
  fileprivate var footnoteCounts: [Int: Int] {
    allInlines.reduce(into: [:]) { counts, inline in
      if case .footnote(let number, _) = inline.kind { counts[number, default: 0] += 1 }
    }
  }
}

extension String {
  fileprivate var trimmingOneLineFeed: String { hasSuffix("\n") && !hasSuffix(">\n") ? String(dropLast()) : self }
}
