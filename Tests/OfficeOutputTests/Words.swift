import Foundation
import Markdown

@testable import Planning

/// The words of a booklet in the order in which people read them: those of its tree, and nothing that a format adds.
/// `withTableHeads` is false for pandoc's reading of ODT, which passes over the heads of all tables, LibreOffice's own too.
func words(of booklet: Booklet, withTableHeads: Bool = true) -> [String] {
  let chapters = booklet.chapters.flatMap { chapter in
    let blocks = withTableHeads ? chapter.document.blocks : chapter.document.withoutTableHeads
    return [chapter.title] + [chapter.summary].compactMap(\.self) + blocks.texts
  }
  let cover = [booklet.organisation, booklet.part, booklet.title, booklet.summary].compactMap(\.self)
  let facts = booklet.facts.flatMap { [$0.name, $0.words] }
  let terms = booklet.terms.flatMap { [$0.term, $0.definition.texts] }
  return (cover + facts + chapters + terms).flatMap(\.asWords)
}

/// The words of a text on a page, with what stands over a table behind it, as pandoc reads HTML.
func words(of document: Document) -> [String] { document.withCaptionsLast.blocks.texts.flatMap(\.asWords) }

extension String {
  /// Letters and digits, whatever stands between them.
  var asWords: [String] { split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() } }
}

extension [String] {
  /// The first word that does not stand behind the ones before it in another text.
  func firstMissing(from text: [String]) -> String? {
    var rest = text[...]
    for (index, word) in enumerated() {
      guard let found = rest.firstIndex(of: word) else {
        return "…\(self[Swift.max(0, index - 8)...index].joined(separator: " "))"
      }
      // A word found far away is another one.
      guard found - rest.startIndex < 6_000 else {
        return "…\(self[Swift.max(0, index - 8)...index].joined(separator: " ")) (far)"
      }
      rest = rest[(found + 1)...]
    }
    return nil
  }
}

extension [Inline] {
  /// Without the numbers of notes, which formats count in their own ways.
  fileprivate var texts: String {
    map { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
        .subscript(let inner), .abbreviation(_, let inner), .passage(_, let inner), .link(_, _, let inner):
        inner.texts
      // A picture says its words to those who do not see it.
      case .image, .footnote, .html: ""
      case .value(let path, _): path
      case .softBreak, .lineBreak: " "
      }
    }.joined()
  }
}

extension [Block] {
  fileprivate var texts: [String] {
    flatMap { block -> [String] in
      switch block.kind {
      case .paragraph(let content): [content.texts]
      case .heading(let heading): [heading.content.texts]
      case .quote(let blocks): blocks.texts
      case .list(let list): list.items.flatMap(\.blocks.texts)
      case .code(_, let text): [text]
      case .table(let table): ([table.caption] + table.header + table.rows.flatMap(\.self)).map(\.texts)
      case .details(let summary, let blocks): [summary.texts] + blocks.texts
      case .group(.screenOnly, _): []
      case .group(.entry, let blocks), .group(.passage, let blocks), .group(.alert, let blocks): blocks.texts
      case .group(.voice(let by), let blocks): blocks.texts + [by].compactMap(\.self)
      case .figure(let figure): [figure.caption].compactMap(\.self)
      case .form(let form): form.sections.flatMap { section in section.fields.flatMap(\.texts) }
      case .thematicBreak, .html, .show: []
      }
    }
  }
}

extension Document {
  fileprivate var withCaptionsLast: Document {
    mapBlocks { block in
      switch block.kind {
      case .table(var table):
        let caption = Block(.paragraph(table.caption), at: block.place)
        table.caption = []
        return [Block(.table(table), at: block.place), caption]
      // Each of its tables has one.
      case .form: return []
      default: return nil
      }
    }
  }

  fileprivate var withoutTableHeads: [Block] {
    mapBlocks { block in
      switch block.kind {
      case .table(var table):
        table.header = []
        return [Block(.table(table), at: block.place)]
      case .form(var form):
        for section in form.sections.indices {
          for field in form.sections[section].fields.indices { form.sections[section].fields[field].columns = [] }
        }
        return [Block(.form(form), at: block.place)]
      default: return nil
      }
    }.blocks
  }
}

extension Form.Field {
  fileprivate var texts: [String] {
    kind == .declaration
      ? asked.texts + [label]
      : [label] + [limit, hint].compactMap(\.self) + asked.texts + choices + columns
        + rows.flatMap { $0.compactMap(\.self) }
  }
}
