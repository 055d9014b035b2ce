package import Diagnostics
package import Markdown

/// A few words for making documents from data, so that what is made reads like what it makes. All of it stands at one
/// place: the file that the data comes from. Links are written as an author of that file would write them.
package struct Writing {
  package let place: Place

  package init(place: Place) { self.place = place }

  package func text(_ words: String) -> [Inline] { words.isEmpty ? [] : [Inline(.text(words), at: place)] }

  package func strong(_ words: String) -> [Inline] { [Inline(.strong(text(words)), at: place)] }

  package func link(_ words: String, to destination: String) -> [Inline] {
    [Inline(.link(.written(destination), title: nil, text(words)), at: place)]
  }

  /// A link to a file of the site that is no content.
  package func link(_ words: String, at address: Address, _ fragment: String? = nil) -> [Inline] {
    [Inline(.link(.site(address.path, fragment: fragment), title: nil, text(words)), at: place)]
  }

  package func email(_ address: String) -> [Inline] {
    [Inline(.link(.elsewhere("mailto:\(address)"), title: nil, text(address)), at: place)]
  }

  package func paragraph(_ words: String) -> Block { paragraph(text(words)) }

  package func paragraph(_ content: [Inline]) -> Block { block(.paragraph(content)) }

  /// A heading that data makes. Its id gets a capital letter, which no author's heading has, so that the two never meet.
  package func heading(_ words: String, level: Int = 2, id: String) -> Block {
    block(.heading(Heading(level: level, id: id.prefix(1).uppercased() + id.dropFirst(), content: text(words))))
  }

  /// The heading of an entry.
  package func heading(_ words: String, level: Int, of entry: String, part: String = "Title") -> Block {
    block(.heading(Heading(level: level, id: entryID(entry, part), content: text(words))))
  }

  package func list(_ items: [String]) -> Block { list(items.map(text)) }

  package func list(_ items: [[Inline]]) -> Block {
    block(.list(List(items: items.map { List.Item(blocks: [paragraph($0)]) })))
  }

  /// A table whose rows are named by their first cells. Columns named in `numbers` are set as numbers.
  package func table(_ caption: String, _ header: [String], _ rows: [[[Inline]]], numbers: Set<Int> = []) -> Block {
    block(
      .table(
        Table(
          caption: text(caption), alignments: header.indices.map { numbers.contains($0) ? .end : nil },
          header: header.map(text), rows: rows, namesRows: true)))
  }

  package func table(_ caption: String, _ header: [String], _ rows: [[String]], numbers: Set<Int> = []) -> Block {
    table(caption, header, rows.map { $0.map(text) }, numbers: numbers)
  }

  /// An entry stands at the file that it comes from, so that two of the same name are told apart.
  package func entry(_ id: String, number: String? = nil, _ blocks: [Block], at file: Place) -> Block {
    Block(.group(.entry(id: id, number: number), blocks), at: file)
  }

  package func voice(_ words: String, by role: String?) -> Block { block(.group(.voice(by: role), [paragraph(words)])) }

  package func block(_ kind: Block.Kind) -> Block { Block(kind, at: place) }
}

extension Document {
  /// Another document's blocks as a part of this one, notes numbered on.
  package mutating func append(_ other: Document) {
    let shift = footnotes.count
    let shifted = other.mapInlines { inline in
      guard case .footnote(let number, let mention) = inline.kind else { return nil }
      return [Inline(.footnote(number + shift, mention: mention), at: inline.place)]
    }
    blocks += shifted.blocks
    footnotes += shifted.footnotes
  }

  /// The ids of headings and entries with a name before them.
  package func prefixingIDs(with prefix: String) -> Document {
    Document(blocks: blocks.map { $0.prefixingIDs(with: prefix) }, footnotes: footnotes)
  }
}

extension Block {
  fileprivate func prefixingIDs(with prefix: String) -> Block {
    var block = self
    switch kind {
    case .heading(var heading):
      heading.id = entryID(prefix, heading.id)
      block.kind = .heading(heading)
    case .group(.entry(let id, let number), let blocks):
      block.kind = .group(
        .entry(id: entryID(prefix, id), number: number), blocks.map { $0.prefixingIDs(with: prefix) })
    case .group(let group, let blocks): block.kind = .group(group, blocks.map { $0.prefixingIDs(with: prefix) })
    case .quote(let blocks): block.kind = .quote(blocks.map { $0.prefixingIDs(with: prefix) })
    case .details(let summary, let blocks):
      block.kind = .details(summary: summary, blocks.map { $0.prefixingIDs(with: prefix) })
    case .form(let form):
      block.kind = .form(Form(id: entryID(prefix, form.id), title: form.title, sections: form.sections))
    case .table(var table):
      if let heading = table.heading { table.heading?.id = entryID(prefix, heading.id) }
      block.kind = .table(table)
    case .paragraph, .list, .code, .show, .figure, .thematicBreak, .html: break
    }
    return block
  }
}
