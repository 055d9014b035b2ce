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
    if !options.keepsHTML { findings += document.foreignMarks(bracesToo: !options.drawsData) }
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
      findings.append(.tooDeep(at: place(of: first, in: block) ?? block))
      return []
    }
    var folder = TagFolder(keepsHTML: options.keepsHTML)
    for node in nodes {
      let exact = place(of: node, in: block)
      let place = exact ?? block
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        folder.add(text(node, at: place, isExact: exact != nil))
      case CMARK_NODE_HTML_INLINE:
        folder.fold(html: literal(node), at: place, dropped: &droppedTags)
      default:
        if let exact { cursor = max(cursor, exact.range.lowerBound + (opensWithMark(exact) ? 1 : 0)) }
        guard let kind = inlineKind(node, at: place, in: block, depth: depth) else { continue }
        let closed = exact.map { self.closed($0, around: kind, in: block) } ?? block
        cursor = max(cursor, exact == nil ? cursor : closed.range.upperBound)
        folder.add([Inline(kind, at: closed)])
        continue
      }
      cursor = max(cursor, exact?.range.upperBound ?? cursor)
    }
    return folder.finish(dropped: &droppedTags)
  }

  /// A text, with its values found. A brace that a backslash protects opens none.
  private mutating func text(_ node: OpaquePointer, at place: Place, isExact: Bool) -> [Inline] {
    let words = literal(node)
    let alignment = TextAlignment(
      of: words, in: source.bytes, from: place.range.lowerBound, to: place.range.upperBound)
    let text = LocatedText(words, at: place, alignment: isExact ? alignment : nil)
    return text.inlines(drawsData: options.drawsData, findings: &findings)
  }

  /// Links that are written as bare addresses begin with their own text.
  private func opensWithMark(_ place: Place) -> Bool { "[<!*_~`".utf8.contains(source.bytes[place.range.lowerBound]) }

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
  /// lines and on `www.` links, so each is checked against what must stand there; where it does not, the mark is looked
  /// for behind the last inline. Nil where it is not found; then the block must do.
  private func place(of node: OpaquePointer, in block: Place) -> Place? {
    let limit = block.range.upperBound
    let said = offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node))
    let candidates = [said].filter(block.range.contains) + found(marks(of: node), in: cursor..<max(cursor, limit))
    for start in candidates {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        guard let alignment = TextAlignment(of: literal(node), in: source.bytes, from: start, to: limit) else {
          continue
        }
        return Place(file: source.name, range: start..<(alignment.offsets.last ?? start))
      case CMARK_NODE_CODE: return codePlace(start, in: block)
      default:
        guard marks(of: node).contains(where: { source.bytes[start...].starts(with: $0) }) else { continue }
        let end = offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1)
        let isTrusted = start == said && end > start && end <= limit
        return Place(file: source.name, range: start..<(isTrusted ? end : start + 1))
      }
    }
    return nil
  }

  /// The library points at what stands between the backticks.
  private func codePlace(_ start: Int, in block: Place) -> Place? {
    let tick = UInt8(ascii: "`")
    let bytes = source.bytes
    guard let first = (block.range.lowerBound...start).last(where: { bytes[$0] == tick }) else { return nil }
    let open = (block.range.lowerBound..<first).last { bytes[$0] != tick }.map { $0 + 1 } ?? block.range.lowerBound
    let ticks = first - open + 1
    let close = (start..<block.range.upperBound).first { index in
      index + ticks <= bytes.count && bytes[index..<index + ticks].allSatisfy { $0 == tick } && index > first
    }
    return Place(file: source.name, range: open..<(close.map { $0 + ticks } ?? start + 1))
  }

  /// The place of an inline whose end the library got wrong: from what it holds, to the mark that closes it.
  private func closed(_ place: Place, around kind: Inline.Kind, in block: Place) -> Place {
    guard place.range.count == 1, let inner = kind.inner?.last?.place, inner != block else { return place }
    var end = max(place.range.upperBound, inner.range.upperBound)
    let marks: Set<UInt8> = [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ">")]
    if source.bytes[place.range.lowerBound] == UInt8(ascii: "[") {
      end = source.bytes[end..<block.range.upperBound].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? end
    } else {
      let first = source.bytes[place.range.lowerBound]
      while end < block.range.upperBound, source.bytes[end] == first, marks.contains(first) { end += 1 }
    }
    return Place(file: source.name, range: place.range.lowerBound..<end)
  }

  private func offset(_ line: Int32, _ column: Int32) -> Int {
    source.offset(line: linesBefore + Int(line), byteColumn: Int(column))
  }

  /// The first place where one of the marks stands. An inline stands near the last one: a bound keeps long paragraphs
  /// from being searched again and again.
  private func found(_ marks: [[UInt8]], in range: Range<Int>) -> [Int] {
    let near = range.clamped(to: 0..<source.bytes.count).prefix(4096)
    let start = near.first { start in marks.contains { source.bytes[start...].starts(with: $0) } }
    return [start].compactMap(\.self)
  }

  /// What the source holds where an inline begins: one of these.
  private func marks(of node: OpaquePointer) -> [[UInt8]] {
    let words: [String] =
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: [String(literal(node).prefix(12))]
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
