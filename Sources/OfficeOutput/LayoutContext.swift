internal import Markdown

/// Where some blocks stand.
struct LayoutContext {
  var style = ParagraphStyle.text
  var language: LanguageTag
  /// How many lists lie around it.
  var depth = 0
  var isInNote = false
  /// In millimetres.
  var width: Double
  /// What a picture may take, in millimetres.
  var height = PageLayout(isTurned: false).textHeight * 0.85
  /// Whether all of it is to stand on one page with what follows, as a question with the room for its answer.
  var keepsWithNext = false
}

extension LayoutContext {
  /// Those of a step, on its sheet.
  init(_ step: Step) {
    let layout = PageLayout(isTurned: step.isTurned)
    self.init(language: step.language, width: layout.textWidth, height: layout.textHeight * 0.85)
  }
}

extension [Block] {
  /// Their words alone, on one line.
  var words: String {
    Document(blocks: self).allBlocks.map { block -> String in
      switch block.kind {
      case .paragraph(let content), .details(let content, _): content.plainText
      case .heading(let heading): heading.content.plainText
      case .code(_, let text): text
      case .table(let table): table.words.flatMap(\.self).joined(separator: " ")
      case .quote, .list, .show, .group, .figure, .form, .thematicBreak, .html: ""
      }
    }.filter { !$0.isEmpty }.joined(separator: " ").onOneLine
  }
}

extension String {
  /// Lines of code as one paragraph.
  var codeRuns: [InlineRun] {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return Array(lines.map { [InlineRun.words($0, Face(isCode: true))] }.joined(separator: [InlineRun.lineBreak]))
  }
}
