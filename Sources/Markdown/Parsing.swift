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
    let (document, found) = Library.withTree(of: source.bytes[range]) { root in
      var builder = TreeBuilder(source: source, range: range, options: options)
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
  var findings: [Diagnostic] = []

  /// How many lines of the file come before the text.
  private let linesBefore: Int
  private var slugs = Slugs()
  private var droppedTags = DroppedTags()
  private var mentions: [Int: Int] = [:]
  var cursor = 0

  /// Deeper than any text that a person writes, and far from the end of the stack.
  private let deepest = 100

  init(source: SourceText, range: Range<Int>, options: ParseOptions) {
    self.source = source
    self.options = options
    linesBefore = source.line(at: range.lowerBound) - 1
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
    if !options.keepsHTML { findings += document.foreignMarks }
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
    var folder = DetailsFolder()
    for node in nodes {
      if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK, !options.keepsHTML {
        folder.fold(html: literal(node), at: blockPlace(node), dropped: &droppedTags)
      } else if let block = block(node, depth: depth) {
        folder.add(block)
      }
    }
    return folder.finish(findings: &findings)
  }

  private mutating func block(_ node: OpaquePointer, depth: Int) -> Block? {
    let place = blockPlace(node)
    cursor = place.range.lowerBound
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return Block(.paragraph(inlines(of: node, in: place, depth: depth)), at: place)
    case CMARK_NODE_HEADING: return heading(node, at: place, depth: depth)
    case CMARK_NODE_BLOCK_QUOTE: return Block(.quote(blocks(of: node, depth: depth + 1)), at: place)
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
    return List(start: start, tight: cmark_node_get_list_tight(node) != 0, items: items)
  }

  private mutating func code(_ node: OpaquePointer, at place: Place) -> Block {
    let info = text(cmark_node_get_fence_info(node))
    if info == "show", options.drawsData {
      return Block(.show(directive(at: place)), at: place)
    }
    let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init)
    return Block(.code(language: language, literal(node)), at: place)
  }

  private mutating func table(_ node: OpaquePointer, in place: Place, depth: Int) -> Table {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let marks = UnsafeBufferPointer(start: cmark_gfm_extensions_get_table_alignments(node), count: columns)
    var table = Table(alignments: marks.map(Table.Alignment.init(mark:)), header: [], rows: [])
    for row in children(of: node) {
      let cells = children(of: row).map { inlines(of: $0, in: blockPlace($0), depth: depth) }
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 {
        table.header = cells
      } else {
        table.rows.append(cells)
      }
    }
    return table
  }

  // MARK: Inlines

  private mutating func inlines(of node: OpaquePointer, in block: Place, depth: Int) -> [Inline] {
    let nodes = children(of: node)
    guard let first = nodes.first else { return [] }
    guard depth <= deepest else {
      findings.append(.tooDeep(at: place(of: first, in: block)))
      return []
    }
    var folder = TagFolder(keepsHTML: options.keepsHTML)
    var run = TextRun()
    for node in nodes {
      if cmark_node_get_type(node) == CMARK_NODE_TEXT {
        run.add(literal(node), at: place(of: node, in: block))
        continue
      }
      folder.add(run.finish(source: source, values: options.drawsData, findings: &findings))
      let place = place(of: node, in: block)
      if cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE {
        folder.fold(html: literal(node), at: place, dropped: &droppedTags)
      } else if let kind = inlineKind(node, at: place, in: block, depth: depth) {
        folder.add([Inline(kind, at: place)])
      }
      cursor = max(cursor, place == block ? cursor : place.range.upperBound)
    }
    folder.add(run.finish(source: source, values: options.drawsData, findings: &findings))
    return folder.finish(dropped: &droppedTags)
  }

  private mutating func inlineKind(
    _ node: OpaquePointer, at place: Place, in block: Place, depth: Int
  ) -> Inline.Kind? {
    func inner() -> [Inline] { inlines(of: node, in: block, depth: depth + 1) }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(literal(node))
    case CMARK_NODE_EMPH: return .emphasis(inner())
    case CMARK_NODE_STRONG: return .strong(inner())
    case CMARK_NODE_LINK:
      let destination = text(cmark_node_get_url(node))
      return .link(.written(destination), title: title(node), inner())
    case CMARK_NODE_IMAGE:
      let destination = text(cmark_node_get_url(node))
      return .image(.written(destination), title: title(node), alternative: inner())
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

  // MARK: Places

  private func blockPlace(_ node: OpaquePointer) -> Place {
    let start = offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node))
    let end = offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1)
    return Place(file: source.name, range: start..<max(start, end))
  }

  /// The place of an inline. The library's columns are wrong on indented continuation lines, on links over several
  /// lines and on `www.` links, so each is checked against the byte that must stand there; where it does not, the mark
  /// is looked for behind the last inline, and failing that the block stands in.
  private func place(of node: OpaquePointer, in block: Place) -> Place {
    let needles = marks(of: node)
    let said = offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node))
    let isThere = block.range.contains(said) && needles.contains { source.bytes[said...].starts(with: $0) }
    guard let start = isThere ? said : find(needles, in: cursor..<max(cursor, block.range.upperBound)) else {
      return block
    }
    if cmark_node_get_type(node) == CMARK_NODE_TEXT, let needle = needles.first {
      return Place(file: source.name, range: start..<start + needle.count)
    }
    let end = offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1)
    let trusted = isThere && end > start && end <= block.range.upperBound
    return Place(file: source.name, range: start..<(trusted ? end : start + 1))
  }

  private func offset(_ line: Int32, _ column: Int32) -> Int {
    source.offset(line: linesBefore + Int(line), byteColumn: Int(column))
  }

  private func find(_ needles: [[UInt8]], in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<source.bytes.count)
    // An inline stands near the last one: a bound keeps long paragraphs from being searched again and again.
    return range.prefix(4096).first { start in needles.contains { source.bytes[start...].starts(with: $0) } }
  }

  /// What the source holds where an inline begins: one of these.
  private func marks(of node: OpaquePointer) -> [[UInt8]] {
    let words: [String] =
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: [literal(node)]
      case CMARK_NODE_CODE: ["`"]
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG: ["*", "_"]
      case CMARK_NODE_LINK: ["[", "<", String(text(cmark_node_get_url(node)).prefix(8)), "www."]
      case CMARK_NODE_IMAGE: ["!["]
      case CMARK_NODE_HTML_INLINE: ["<"]
      case CMARK_NODE_FOOTNOTE_REFERENCE: ["[^"]
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: ["\n", "\r", "\\", " "]
      default: ["~"]
      }
    return words.filter { !$0.isEmpty }.map { Array($0.utf8) }
  }

  // MARK: The library's nodes

  private func children(of node: OpaquePointer) -> [OpaquePointer] {
    Array(sequence(first: cmark_node_first_child(node)) { $0.flatMap(cmark_node_next) }.prefix { $0 != nil })
      .compactMap(\.self)
  }

  private func literal(_ node: OpaquePointer) -> String { text(cmark_node_get_literal(node)) }

  private func title(_ node: OpaquePointer) -> String? {
    let title = text(cmark_node_get_title(node))
    return title.isEmpty ? nil : title
  }

  private func typeName(_ node: OpaquePointer) -> String { text(cmark_node_get_type_string(node)) }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
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
