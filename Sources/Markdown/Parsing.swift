internal import CCmarkGFM
package import Diagnostics

/// How a text is to be read.
package struct ParseOptions: Sendable {
  /// Whether `{{…}}` and `show` blocks draw on data; where not, they are plain text and code.
  package var drawsData: Bool
  /// Whether HTML and empty headings are kept in the tree as they stand. For comparing with the specification.
  package var keepsHTML: Bool

  package init(drawsData: Bool = true, keepsHTML: Bool = false) {
    self.drawsData = drawsData
    self.keepsHTML = keepsHTML
  }
}

extension Document {
  /// Reads Markdown from a part of a file. There is no text that cannot be read; what will not come out as the author
  /// may have meant is a finding.
  package static func parse(
    _ source: SourceText, in range: Range<Int>? = nil, options: ParseOptions = ParseOptions(),
    findings: inout [Diagnostic]
  ) -> Document {
    let range = range ?? 0..<source.bytes.count
    let limits = LibraryLimits(source, in: range)
    findings += limits.findings
    let (document, found) = Library.withTree(of: limits.bytes[...], tables: limits.hasTables) { root in
      var builder = TreeBuilder(source: source, range: range, options: options, hasTables: limits.hasTables)
      let document = builder.document(root)
      return (document, builder.findings)
    }
    findings += found
    return document
  }
}

/// Makes our tree from the library's. Only here and in its extensions does the program touch the library's nodes.
struct TreeBuilder {
  let source: SourceText
  let options: ParseOptions
  /// Whether tables are read; not where one is too large.
  let hasTables: Bool
  var findings: [Diagnostic] = []

  /// How many lines of the file come before the text.
  let linesBefore: Int
  private var slugs = Slugs()
  private var droppedTags = DroppedTags()
  private var marks: MarksInText
  private var mentions: [Int: Int] = [:]
  /// How many links and pictures the builder is inside of, and the footnotes that wait for the outermost to end.
  private var linkDepth = 0
  private var waitingNotes: [Inline] = []
  /// The block in which braces that a backslash protects were last looked for, and whether there are any.
  private var protectedBraces: (block: Place, areThere: Bool)?
  var cursor = 0

  /// Deeper than any text that a person writes, and far from the end of the stack.
  let deepest = 100

  init(source: SourceText, range: Range<Int>, options: ParseOptions, hasTables: Bool) {
    self.source = source
    self.options = options
    self.hasTables = hasTables
    linesBefore = source.line(at: range.lowerBound) - 1
    marks = MarksInText(in: source, bracesToo: !options.drawsData)
  }

  mutating func document(_ root: OpaquePointer) -> Document {
    var footnotes: [Footnote] = []
    var body: [OpaquePointer] = []
    for node in children(of: root) {
      if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
        footnotes.append(Footnote(blocks: blocks(of: node, depth: 1), place: blockPlace(node)))
      } else {
        body.append(node)
      }
    }
    let document = Document(blocks: blocks(body, depth: 1), footnotes: footnotes)
    findings += droppedTags.findings
    guard !options.keepsHTML else { return document }
    marks.read(document)
    findings += marks.findings + unusedDefinitions(root, addresses: document.addresses)
    return document
  }

  // MARK: Blocks

  private mutating func blocks(of node: OpaquePointer, depth: Int) -> [Block] {
    blocks(children(of: node), depth: depth)
  }

  private mutating func blocks(_ nodes: [OpaquePointer], depth: Int) -> [Block] {
    guard let first = nodes.first else { return [] }
    guard depth <= deepest else {
      findings.append(.tooDeep(at: blockPlace(first)))
      return []
    }
    // A block of details counts as a level like any other.
    var folder = DetailsFolder(limit: deepest - depth)
    for node in nodes {
      if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK, !options.keepsHTML {
        let (html, place) = (literal(node), blockPlace(node))
        noteValues(inHTML: html, at: place)
        findings += [openRemark(in: html, at: place)].compactMap(\.self)
        folder.fold(html: html, at: place, dropped: &droppedTags)
      } else if let block = block(node, depth: depth + folder.depth) {
        folder.add(block)
      }
    }
    if let cut = folder.cut { findings.append(.tooDeep(at: cut)) }
    return folder.finish(findings: &findings)
  }

  private mutating func block(_ node: OpaquePointer, depth: Int) -> Block? {
    let place = blockPlace(node)
    cursor = place.range.lowerBound
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      findings += [brokenTable(at: place)].compactMap(\.self)
      return Block(.paragraph(inlines(of: node, in: place, depth: depth)), at: place)
    case CMARK_NODE_HEADING: return heading(node, at: place, depth: depth)
    case CMARK_NODE_BLOCK_QUOTE:
      let blocks = blocks(of: node, depth: depth + 1)
      return Block(options.keepsHTML ? .quote(blocks) : .alert(blocks) ?? .quote(blocks), at: place)
    case CMARK_NODE_LIST: return Block(.list(list(node, depth: depth)), at: place)
    case CMARK_NODE_CODE_BLOCK: return code(node, at: place)
    case CMARK_NODE_THEMATIC_BREAK: return Block(.thematicBreak, at: place)
    case CMARK_NODE_HTML_BLOCK: return Block(.html(literal(node)), at: place)
    default:
      guard typeName(node) == "table" else { return nil }
      return Block(.table(table(node, in: place, depth: depth)), at: place)
    }
  }

  private mutating func heading(_ node: OpaquePointer, at place: Place, depth: Int) -> Block? {
    let content = inlines(of: node, in: place, depth: depth)
    if content.isEmpty, !options.keepsHTML {
      findings.append(.emptyHeading(at: place))
      return nil
    }
    let level = Int(cmark_node_get_heading_level(node))
    return Block(.heading(Heading(level: level, id: slugs.next(for: content), content: content)), at: place)
  }

  private mutating func list(_ node: OpaquePointer, depth: Int) -> List {
    let numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var items: [List.Item] = []
    for item in children(of: node) {
      let isTask = typeName(item) == "tasklist"
      let done = isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil
      items.append(List.Item(blocks: blocks(of: item, depth: depth + 1), done: done))
    }
    let start = numbered ? Int(cmark_node_get_list_start(node)) : nil
    if let start, start + items.count > List.lastNumber { findings.append(.largeNumber(start, at: blockPlace(node))) }
    return List(start: start, tight: cmark_node_get_list_tight(node) != 0, items: items)
  }

  private mutating func code(_ node: OpaquePointer, at place: Place) -> Block {
    findings += [openCode(node, at: place)].compactMap(\.self)
    let info = text(cmark_node_get_fence_info(node))
    if info == "show", options.drawsData {
      return Block(.show(directive(at: place)), at: place)
    }
    let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init)
    if let mark = language.flatMap(ForeignMark.ofCode) { marks.addForeign(mark, at: place) }
    return Block(.code(language: language, literal(node)), at: place)
  }

  private mutating func table(_ node: OpaquePointer, in place: Place, depth: Int) -> Table {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let marks = UnsafeBufferPointer(start: cmark_gfm_extensions_get_table_alignments(node), count: columns)
    var table = Table(alignments: marks.map(Table.Alignment.init(mark:)), header: [], rows: [])
    for row in children(of: node) {
      let places = cellPlaces(row)
      let cells = children(of: row).enumerated().map { index, cell in
        inlines(of: cell, in: index < places.count ? places[index] : blockPlace(row), depth: depth)
      }
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 {
        table.header = cells
      } else {
        table.rows.append(cells)
        findings += [lostCells(row, of: columns)].compactMap(\.self)
      }
    }
    return table
  }

  // MARK: Inlines

  private mutating func inlines(of node: OpaquePointer, in block: Place, depth: Int) -> [Inline] {
    let nodes = children(of: node)
    guard let first = nodes.first else { return [] }
    guard depth <= deepest else {
      findings.append(.tooDeep(at: place(of: first, in: block) ?? block))
      return []
    }
    var folder = TagFolder(keepsHTML: options.keepsHTML, limit: deepest - depth)
    for node in nodes {
      let exact = place(of: node, in: block)
      let place = exact ?? block
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        folder.add(text(node, at: place, in: block, isExact: exact != nil))
      case CMARK_NODE_HTML_INLINE:
        noteValues(inHTML: literal(node), at: place)
        folder.fold(html: literal(node), at: place, dropped: &droppedTags)
      default:
        if let exact { cursor = max(cursor, exact.range.lowerBound + (opensWithMark(exact) ? 1 : 0)) }
        guard let kind = inlineKind(node, at: place, in: block, depth: depth + folder.depth) else { continue }
        let closed = exact.map { self.closed($0, around: kind, in: block) } ?? block
        cursor = max(cursor, exact == nil ? cursor : closed.range.upperBound)
        folder.add(placed(Inline(kind, at: closed)))
        continue
      }
      cursor = max(cursor, exact?.range.upperBound ?? cursor)
    }
    if let cut = folder.cut { findings.append(.tooDeep(at: cut)) }
    return folder.finish(dropped: &droppedTags)
  }

  /// A text, with its values found. A brace that a backslash protects opens none.
  private mutating func text(_ node: OpaquePointer, at place: Place, in block: Place, isExact: Bool) -> [Inline] {
    let words = literal(node)
    let alignment =
      isExact
      ? TextAlignment(of: words, in: source.bytes, from: place.range.lowerBound, to: place.range.upperBound) : nil
    let isDoubtful = alignment == nil && options.drawsData && holdsProtectedBraces(block)
    let text = LocatedText(words, at: place, alignment: alignment, isDoubtful: isDoubtful)
    return text.inlines(drawsData: options.drawsData, findings: &findings)
  }

  private mutating func holdsProtectedBraces(_ block: Place) -> Bool {
    if let known = protectedBraces, known.block == block { return known.areThere }
    let bytes = source.bytes[block.range]
    let areThere = ["\\{{", "{\\{"].contains { bytes.firstRange(of: Array($0.utf8)) != nil }
    protectedBraces = (block, areThere)
    return areThere
  }

  /// Links that are written as bare addresses begin with their own text.
  private func opensWithMark(_ place: Place) -> Bool { "[<!*_~`".utf8.contains(source.bytes[place.range.lowerBound]) }

  private mutating func inlineKind(
    _ node: OpaquePointer, at place: Place, in block: Place, depth: Int
  ) -> Inline.Kind? {
    func inner() -> [Inline] { inlines(of: node, in: block, depth: depth + 1) }
    func innerOfLink() -> [Inline] {
      linkDepth += 1
      defer { linkDepth -= 1 }
      return inner()
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(literal(node))
    case CMARK_NODE_EMPH: return .emphasis(inner())
    case CMARK_NODE_STRONG: return .strong(inner())
    case CMARK_NODE_LINK:
      let (words, destination) = (innerOfLink(), destination(node, at: place, in: block))
      return .link(destination, title: title(node), self.words(words, of: destination, at: place))
    case CMARK_NODE_IMAGE:
      let (words, destination) = (innerOfLink(), destination(node, at: place, in: block))
      return .image(destination, title: title(node), alternative: words)
    // The library names footnotes `<unknown>`; the number of the type tells.
    case CMARK_NODE_FOOTNOTE_REFERENCE: return footnote(node)
    default: return typeName(node) == "strikethrough" ? .strikethrough(inner()) : nil
    }
  }

  private mutating func footnote(_ node: OpaquePointer) -> Inline.Kind? {
    guard let number = Int(literal(node)) else { return nil }
    mentions[number, default: 0] += 1
    return .footnote(number, mention: mentions[number, default: 1])
  }

  // MARK: Links

  /// An inline as it is to stand in the tree. A footnote's mark is a link, and a link inside a link is no HTML: it waits
  /// until the outer one ends, and follows it.
  private mutating func placed(_ inline: Inline) -> [Inline] {
    if case .footnote = inline.kind, linkDepth > 0, !options.keepsHTML {
      findings.append(.noteInLink(at: inline.place))
      waitingNotes.append(inline)
      return []
    }
    guard linkDepth == 0, !waitingNotes.isEmpty else { return [inline] }
    defer { waitingNotes = [] }
    return [inline] + waitingNotes
  }

  /// A link's words. One without words cannot be seen or heard.
  private mutating func words(_ words: [Inline], of destination: Destination, at place: Place) -> [Inline] {
    guard !options.keepsHTML, words.sayNothing, case .written(let written) = destination, !written.isEmpty else {
      return words
    }
    findings.append(.emptyLink(at: place))
    return [Inline(.text(written), at: place)]
  }

  private mutating func destination(_ node: OpaquePointer, at place: Place, in block: Place) -> Destination {
    let (written, title) = (text(cmark_node_get_url(node)), text(cmark_node_get_title(node)))
    let end = block.range.upperBound
    let faults = [
      value(in: written, "the address of a link", at: place, to: end),
      value(in: title, "the title of a link", at: place, to: end),
    ]
    findings += faults.compactMap(\.self)
    return faults[0] == nil ? .written(written) : .nowhere
  }

  // MARK: Values where none is drawn

  /// One finding a piece of HTML.
  private mutating func noteValues(inHTML html: String, at place: Place) {
    guard options.drawsData, !options.keepsHTML, html.utf8.contains(UInt8(ascii: "{")) else { return }
    let texts: [String] = HTMLTokens(html).flatMap { token -> [String] in
      switch token {
      case .text(let text): [text]
      case .open(let tag): tag.attributes.sorted { $0.key < $1.key }.map(\.value)
      case .close, .comment: []
      }
    }
    let withValues = texts.filter { Array($0.utf8).firstRange(of: Array("{{".utf8)) != nil }
    guard let first = withValues.first,
      var finding = value(in: first, "HTML", at: place, to: place.range.upperBound)
    else { return }
    finding.occurrences = withValues.count
    findings.append(finding)
  }

  /// What is to be told of a text that no value is drawn into, where there is one. It stands somewhere behind the
  /// beginning of a place.
  private func value(in text: String, _ what: String, at place: Place, to end: Int) -> Diagnostic? {
    guard options.drawsData, text.utf8.contains(UInt8(ascii: "{")) else { return nil }
    let bytes = Array(text.utf8)
    guard let open = bytes.firstRange(of: Array("{{".utf8)) else { return nil }
    let close = bytes[open.upperBound...].firstRange(of: Array("}}".utf8))
    let written = bytes[open.lowerBound..<(close?.upperBound ?? bytes.count)]
    let near = source.bytes[place.range.lowerBound..<max(place.range.lowerBound, end)].prefix(Self.nearby / 16)
    let exact = near.firstRange(of: written).map { Place(file: source.name, range: $0) }
    return .valueOutOfPlace(String(decoding: written, as: UTF8.self), in: what, at: exact ?? place)
  }
}

extension Table.Alignment {
  /// The library marks alignment with the first letter of its name.
  fileprivate init?(mark: UInt8) {
    switch mark {
    case UInt8(ascii: "l"): self = .start
    case UInt8(ascii: "c"): self = .centre
    case UInt8(ascii: "r"): self = .end
    default: return nil
    }
  }
}
