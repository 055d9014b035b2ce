package import Diagnostics

/// A document as text, a line a node, each with the words that it came from: for those who want to see what was read, and
/// for tests to compare.
package struct TreeDump {
  private let words: (Place) -> String

  /// `words` are those at a place.
  package init(words: @escaping (Place) -> String) { self.words = words }

  /// Of a document that was read from one text.
  package init(_ source: SourceText) { self.init { source.text(in: $0.range) } }

  package func text(_ document: Document) -> String {
    let notes = document.footnotes.enumerated().flatMap { index, note in
      ["note \(index + 1)"] + lines(note.blocks).map { "  " + $0 }
    }
    return (lines(document.blocks) + notes).joined(separator: "\n")
  }

  private func lines(_ blocks: [Block]) -> [String] { blocks.flatMap(lines) }

  private func lines(_ block: Block) -> [String] {
    switch block.kind {
    case .paragraph(let content): return ["paragraph"] + indented(content)
    case .heading(let heading): return ["heading \(heading.level) #\(heading.id)"] + indented(heading.content)
    case .quote(let blocks): return ["quote"] + indented(blocks)
    case .list(let list):
      let start = list.start.map { " from \($0)" } ?? ""
      return ["list\(start)\(list.tight ? "" : " loose")"] + list.items.flatMap(lines).map { "  " + $0 }
    case .code(let language, let text): return ["code \(language ?? "-") \(text.debugDescription)"]
    case .table(let table): return ["table"] + ([table.header] + table.rows).flatMap(lines).map { "  " + $0 }
    case .details(let summary, let blocks): return ["details"] + indented(summary) + indented(blocks)
    case .show(let directive):
      return ["show"] + directive.entries.map { "  \($0.key.value) = \($0.value.value) @\(at($0.value.place))" }
    case .group(.alert(let alert), let blocks): return ["alert \(alert.rawValue)"] + indented(blocks)
    case .group(_, let blocks): return ["group"] + indented(blocks)
    case .figure(let figure): return ["figure \(figure.title)"]
    case .form(let form): return ["form \(form.id)"]
    case .thematicBreak: return ["break"]
    case .html(let html): return ["html \(html.debugDescription)"]
    }
  }

  private func lines(_ item: List.Item) -> [String] {
    let done = item.done.map { $0 ? " done" : " to do" } ?? ""
    return ["item\(done)"] + indented(item.blocks)
  }

  private func lines(_ row: [[Inline]]) -> [String] {
    ["row"] + row.flatMap { cell in ["  cell"] + indented(cell).map { "  " + $0 } }
  }

  private func indented(_ blocks: [Block]) -> [String] { lines(blocks).map { "  " + $0 } }

  private func indented(_ inlines: [Inline]) -> [String] { inlines.flatMap(lines).map { "  " + $0 } }

  private func lines(_ inline: Inline) -> [String] {
    let at = " @" + at(inline.place)
    switch inline.kind {
    case .text(let text): return [text.debugDescription + at]
    case .code(let text): return ["code \(text.debugDescription)" + at]
    case .emphasis(let inner): return ["emphasis" + at] + indented(inner)
    case .strong(let inner): return ["strong" + at] + indented(inner)
    case .strikethrough(let inner): return ["strikethrough" + at] + indented(inner)
    case .superscript(let inner): return ["superscript" + at] + indented(inner)
    case .subscript(let inner): return ["subscript" + at] + indented(inner)
    case .abbreviation(let title, let inner): return ["abbreviation \(title)" + at] + indented(inner)
    case .passage(let language, let inner): return ["passage \(language)" + at] + indented(inner)
    case .link(let destination, let title, let inner):
      return ["link \(destination)\(title.map { " title \($0)" } ?? "")" + at] + indented(inner)
    case .image(let destination, _, let inner): return ["image \(destination)" + at] + indented(inner)
    case .footnote(let number, let mention): return ["footnote \(number).\(mention)" + at]
    case .value(let path, let format): return ["value \(path)\(format.map { " as \($0)" } ?? "")" + at]
    case .softBreak: return ["soft break"]
    case .lineBreak: return ["line break"]
    case .html(let html): return ["html \(html)" + at]
    }
  }

  private func at(_ place: Place) -> String { words(place).debugDescription }
}
