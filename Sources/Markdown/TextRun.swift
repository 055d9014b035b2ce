internal import Diagnostics

/// The plain text of a line or a paragraph as its reader meets it, across the ends of lines: where marks that became
/// nothing still stand. Whatever is no text is one sign in it.
struct TextRun {
  private(set) var bytes: [UInt8] = []
  private var pieces: [(start: Int, inline: Inline)] = []
  /// Where the bytes of a piece came from, once somebody has asked; by where it begins.
  private var alignments: [Int: TextAlignment?] = [:]

  /// In the place of a link, a picture and whatever else is no text: “object replacement character”.
  private static let other = Array("\u{FFFC}".utf8)

  /// The runs of a line, and of all that stands inside its inlines.
  static func runs(of line: [Inline]) -> [TextRun] {
    var run = TextRun()
    var inner: [TextRun] = []
    for inline in line {
      switch inline.kind {
      case .text(let text):
        run.pieces.append((run.bytes.count, inline))
        run.bytes += text.utf8
      case .softBreak, .lineBreak: run.bytes.append(.lineFeed)
      case .code, .emphasis, .strong, .strikethrough, .superscript, .subscript, .abbreviation, .passage, .link, .image,
        .footnote, .value, .html:
        run.bytes += other
        inner += inline.kind.inner.map(runs) ?? []
      }
    }
    return (run.pieces.isEmpty ? [] : [run]) + inner
  }

  /// Where some of the bytes came from; nil where a backslash protects the first, so that it is meant to be read.
  mutating func place(of range: Range<Int>, in source: SourceText) -> Place? {
    guard let first = origin(of: range.lowerBound, in: source), !first.isProtected,
      let last = origin(of: max(range.lowerBound, range.upperBound - 1), in: source)
    else { return nil }
    let (start, end) = (first.bytes.lowerBound, last.bytes.upperBound)
    return Place(file: source.name, range: start..<max(start, end))
  }

  /// The bytes of the source that a byte came from: of the whole piece, where that is all that is known.
  private mutating func origin(of offset: Int, in source: SourceText) -> (bytes: Range<Int>, isProtected: Bool)? {
    guard let piece = piece(at: offset), case .text(let text) = piece.inline.kind else { return nil }
    let range = piece.inline.place.range
    let known = alignments[piece.start]
    let alignment = known ?? TextAlignment(of: text, in: source.bytes, from: range.lowerBound, to: range.upperBound)
    if known == nil { alignments[piece.start] = .some(alignment) }
    let index = offset - piece.start
    guard let alignment, index + 1 < alignment.offsets.count else { return (range, false) }
    return (alignment.offsets[index]..<alignment.offsets[index + 1], alignment.escaped.contains(index))
  }

  private func piece(at offset: Int) -> (start: Int, inline: Inline)? {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return low < high ? pieces[low] : nil
  }

  /// The words before a sign, at most so many bytes of them and on one line; nil where the sign does not follow.
  func words(from start: Int, to end: String, atMost limit: Int = 200) -> Range<Int>? {
    let near = bytes[start...].prefix(limit)
    let line = near.prefix { $0 != .lineFeed }
    return line.firstRange(of: Array(end.utf8)).map { start..<$0.lowerBound }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
