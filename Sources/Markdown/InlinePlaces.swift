internal import CCmarkGFM
internal import Diagnostics

// Which words of the source a node came from.

extension TreeBuilder {
  func blockPlace(_ node: OpaquePointer) -> Place {
    let start = offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node))
    let end = offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1)
    return Place(file: source.name, range: start..<max(start, end))
  }

  /// The place of an inline. The library's columns are wrong on indented continuation lines, on links over several
  /// lines and on `www.` links, so each is checked against what must stand there; where it does not, the mark is looked
  /// for behind the last inline. Nil where it is not found; then the block must do.
  func place(of node: OpaquePointer, in block: Place) -> Place? {
    let limit = block.range.upperBound
    let said = offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node))
    let candidates = [
      { block.range.contains(said) ? said : nil }, { found(marks(of: node), in: cursor..<max(cursor, limit)) },
    ]
    for candidate in candidates {
      guard let start = candidate() else { continue }
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
  func codePlace(_ start: Int, in block: Place) -> Place? {
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
  func closed(_ place: Place, around kind: Inline.Kind, in block: Place) -> Place {
    guard place.range.count == 1, let inner = kind.inner?.last?.place, inner != block else { return place }
    var end = max(place.range.upperBound, inner.range.upperBound)
    let marks: Set<UInt8> = [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ">")]
    if source.bytes[place.range.lowerBound] == UInt8(ascii: "[") {
      let near = source.bytes[end..<max(end, block.range.upperBound)].prefix(Self.nearby)
      end = near.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? end
    } else {
      let first = source.bytes[place.range.lowerBound]
      while end < block.range.upperBound, source.bytes[end] == first, marks.contains(first) { end += 1 }
    }
    return Place(file: source.name, range: place.range.lowerBound..<end)
  }

  func offset(_ line: Int32, _ column: Int32) -> Int {
    source.offset(line: linesBefore + Int(line), byteColumn: Int(column))
  }

  /// An inline stands near the last one: a bound keeps long paragraphs from being searched again and again.
  static let nearby = 4096

  /// The first place where one of the marks stands. A backslash that protects the first byte belongs to it.
  func found(_ marks: [[UInt8]], in range: Range<Int>) -> Int? {
    let near = range.clamped(to: 0..<source.bytes.count).prefix(Self.nearby)
    guard let start = near.first(where: { start in marks.contains { source.bytes[start...].starts(with: $0) } }) else {
      return nil
    }
    let backslashes = source.bytes[range.lowerBound..<start].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return backslashes.isMultiple(of: 2) ? start : start - 1
  }

  /// What the source holds where an inline begins: one of these.
  func marks(of node: OpaquePointer) -> [[UInt8]] {
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
}
