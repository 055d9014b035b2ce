internal import Diagnostics
internal import Markdown

/// A document as a terminal shows it: lines of at most 80 columns, headings in bold, code indented.
struct TerminalText {
  let style: TextStyle
  private let width = 80

  init(style: TextStyle) { self.style = style }

  func text(_ document: Document) -> String {
    document.blocks.map { lines(of: $0).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func lines(of block: Block) -> [String] {
    switch block.kind {
    case .paragraph(let content): return wrapped(content.plainText)
    case .heading(let heading): return [style.paint(heading.content.plainText, .strong)]
    case .quote(let blocks), .details(_, let blocks), .group(_, let blocks):
      return indented(blocks.flatMap { lines(of: $0) })
    case .list(let list): return lines(of: list)
    case .code(let path, let text):
      let words = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
      let label = path.map { [style.paint("  in \($0)" + (text.isEmpty ? ": no such file" : ""), .faint)] } ?? []
      return label + words.map { "    " + $0 }
    case .table(let table):
      return ([table.header] + table.rows).map { row in row.map(\.plainText).joined(separator: " | ") }
    case .thematicBreak: return [""]
    case .show, .figure, .form, .html: return []
    }
  }

  private func lines(of list: List) -> [String] {
    list.items.enumerated().flatMap { index, item -> [String] in
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let own = item.blocks.flatMap { lines(of: $0) }
      let rest = String(repeating: " ", count: mark.count)
      return own.enumerated().map { ($0.offset == 0 ? mark : rest) + $0.element }
    }
  }

  private func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }

  /// Whole words on lines of at most the width, with some room for what an item of a list puts in front.
  func wrapped(_ text: String) -> [String] {
    text.split(separator: " ").reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width - 4 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
  }
}
