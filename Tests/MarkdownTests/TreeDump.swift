import Diagnostics
import Markdown

/// A document as text, a line a node, each with the source words that it came from. What tests compare.
struct TreeDump {
  let source: SourceText

  func text(_ document: Document) -> String {
    let notes = document.footnotes.enumerated().flatMap { index, note in
      ["note \(index + 1)"] + lines(note.blocks).map { "  " + $0 }
    }
    return (lines(document.blocks) + notes).joined(separator: "\n")
  }

  private func lines(_ blocks: [Block]) -> [String] { blocks.flatMap(lines) }

  private func lines(_ block: Block) -> [String] {
    switch block.kind {
    case .paragraph(let content): ["paragraph"] + indented(content)
    case .heading(let heading): ["heading \(heading.level) #\(heading.id)"] + indented(heading.content)
    case .quote(let blocks): ["quote"] + lines(blocks).map { "  " + $0 }
    case .list(let list):
      ["list\(list.start.map { " from \($0)" } ?? "")\(list.tight ? "" : " loose")"]
        + list.items.flatMap { item in
          ["  item\(item.done.map { $0 ? " done" : " to do" } ?? "")"] + lines(item.blocks).map { "    " + $0 }
        }
    case .code(let language, let text): ["code \(language ?? "-") \(text.debugDescription)"]
    case .table(let table):
      ["table"]
        + ([table.header] + table.rows).flatMap { row in
          ["  row"] + row.flatMap { ["    cell"] + indented($0).map { "    " + $0 } }
        }
    case .details(let summary, let blocks): ["details"] + indented(summary) + lines(blocks).map { "  " + $0 }
    case .show(let directive):
      ["show"] + directive.entries.map { "  \($0.key.value) = \($0.value.value) @\(words($0.value.place))" }
    case .group(_, let blocks): ["group"] + lines(blocks).map { "  " + $0 }
    case .figure(let figure): ["figure \(figure.title)"]
    case .form(let form): ["form \(form.id)"]
    case .thematicBreak: ["break"]
    case .html(let html): ["html \(html.debugDescription)"]
    }
  }

  private func indented(_ inlines: [Inline]) -> [String] { inlines.flatMap(lines).map { "  " + $0 } }

  private func lines(_ inline: Inline) -> [String] {
    let at = " @" + words(inline.place)
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

  private func words(_ place: Place) -> String { source.text(in: place.range).debugDescription }
}
