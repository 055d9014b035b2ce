package import Diagnostics
package import Markdown

/// One file of content: its front matter as YAML, and its text as a document.
package struct ContentFile: Sendable {
  /// Relative to the content folder, with `/`.
  package let path: String
  package let source: SourceText
  package let frontMatter: YAML.Mapping
  package private(set) var body: Document

  /// Reads a Markdown file. There is no file that cannot be read.
  package init(path: String, source: SourceText, options: ParseOptions, findings: inout [Diagnostic]) {
    self.path = path
    self.source = source
    let fence = FrontMatterFence(source)
    if let range = fence.frontMatter {
      frontMatter = YAML.parse(source, in: range, findings: &findings)
    } else {
      frontMatter = YAML.Mapping(entries: [], place: .start(of: source.name), isWhole: !fence.isOpen)
    }
    if let dash = fence.dash {
      let line = source.lineRange(dash)
      findings.append(.dashForHyphens(source.text(in: line), at: Place(file: source.name, range: line)))
    } else if fence.isOpen {
      findings.append(.openFrontMatter(at: Place(file: source.name, range: source.lineRange(1))))
    }
    body = Document.parse(source, in: fence.body, options: options, findings: &findings)
    findings += unseenByNumber
  }

  /// Reads a file that is YAML alone.
  package init(yaml path: String, source: SourceText, findings: inout [Diagnostic]) {
    self.path = path
    self.source = source
    frontMatter = YAML.parse(source, findings: &findings)
    body = Document()
    findings += unseenByNumber
  }

  /// The same with nothing to read below its front matter.
  package var withoutText: ContentFile {
    var file = self
    file.body = Document()
    return file
  }

  /// A place for what concerns the file as a whole.
  package var place: Place { .start(of: source.name) }
}

/// Where front matter ends and the text begins: a first line of `---`, and the next line of `---`.
private struct FrontMatterFence {
  var frontMatter: Range<Int>?
  var body: Range<Int>
  var isOpen = false
  /// The line where another dash stands in the place of three hyphens.
  var dash: Int?

  init(_ source: SourceText) {
    let whole = 0..<source.bytes.count
    body = whole
    guard Self.isFence(1, in: source) else {
      if Self.isDash(1, in: source) {
        dash = 1
        isOpen = true
        body = whole.upperBound..<whole.upperBound
      }
      return
    }
    guard let close = (2..<max(2, source.lineCount + 1)).first(where: { Self.isFence($0, in: source) }) else {
      isOpen = true
      dash = (2..<max(2, source.lineCount + 1)).first { Self.isDash($0, in: source) }
      body = whole.upperBound..<whole.upperBound
      return
    }
    let (first, last) = (source.offset(line: 2, byteColumn: 1), source.offset(line: close, byteColumn: 1))
    frontMatter = first..<last
    body = source.offset(line: close + 1, byteColumn: 1)..<whole.upperBound
  }

  /// A line of long dashes, or of too few or too many hyphens with a long one among them.
  private static func isDash(_ line: Int, in source: SourceText) -> Bool {
    let text = source.text(in: source.lineRange(line)).filter { !$0.isWhitespace }
    return !text.isEmpty && text.allSatisfy { "-–—―".contains($0) } && text.contains { $0 != "-" }
  }

  private static func isFence(_ line: Int, in source: SourceText) -> Bool {
    let bytes = source.bytes[source.lineRange(line)]
    let marks = bytes.prefix { $0 == UInt8(ascii: "-") }
    return marks.count == 3 && bytes.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
