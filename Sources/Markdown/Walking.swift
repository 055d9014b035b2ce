// Passing over a tree. Every stage that changes or reads one goes through here, so that a new kind of node is met in
// one place.

extension Document {
  /// The same document with other blocks in the place of some. What is put in is not passed over again.
  package func mapBlocks(_ transform: (Block) -> [Block]?) -> Document {
    Document(
      blocks: blocks.mapping(transform),
      footnotes: footnotes.map { Footnote(blocks: $0.blocks.mapping(transform), place: $0.place) })
  }

  /// The same document with other inlines in the place of some. What is put in is not passed over again.
  package func mapInlines(_ transform: (Inline) -> [Inline]?) -> Document {
    Document(
      blocks: blocks.map { $0.mappingInlines(transform) },
      footnotes: footnotes.map { footnote in
        Footnote(blocks: footnote.blocks.map { $0.mappingInlines(transform) }, place: footnote.place)
      })
  }

  /// Every block, outer before inner, in reading order.
  package var allBlocks: [Block] { (blocks + footnotes.flatMap(\.blocks)).flatMap(\.withinAndSelf) }

  /// Every inline, outer before inner, in reading order.
  package var allInlines: [Inline] { allBlocks.flatMap(\.ownLines).flatMap { $0.flatMap(\.withinAndSelf) } }

  /// Those of its links and pictures, as they are written.
  var addresses: Set<String> {
    Set(
      allInlines.compactMap { inline in
        switch inline.kind {
        case .link(.written(let address), _, _), .image(.written(let address), _, _): address
        default: nil
        }
      })
  }

  package var headings: [Heading] {
    allBlocks.compactMap { if case .heading(let heading) = $0.kind { heading } else { nil } }
  }
}

extension Block {
  /// The id that a link's fragment may name; not those of blocks inside it.
  package var anchor: String? {
    switch kind {
    case .heading(let heading): heading.id
    case .group(.entry(let id, _), _): id
    default: nil
    }
  }
}

extension [Block] {
  fileprivate func mapping(_ transform: (Block) -> [Block]?) -> [Block] {
    flatMap { block in transform(block) ?? [block.mappingChildren { $0.mapping(transform) }] }
  }
}

extension Block {
  fileprivate func mappingChildren(_ transform: ([Block]) -> [Block]) -> Block {
    var block = self
    switch kind {
    case .quote(let blocks): block.kind = .quote(transform(blocks))
    case .details(let summary, let blocks): block.kind = .details(summary: summary, transform(blocks))
    case .group(let group, let blocks): block.kind = .group(group, transform(blocks))
    case .list(var list):
      list.items = list.items.map { List.Item(blocks: transform($0.blocks), done: $0.done) }
      block.kind = .list(list)
    case .form(var form):
      form.sections = form.sections.map { section in
        Form.Section(
          title: section.title,
          fields: section.fields.map { field in
            var field = field
            field.asked = transform(field.asked)
            return field
          })
      }
      block.kind = .form(form)
    case .paragraph, .heading, .code, .table, .show, .figure, .thematicBreak, .html: break
    }
    return block
  }

  fileprivate func mappingInlines(_ transform: (Inline) -> [Inline]?) -> Block {
    var block = mappingChildren { $0.map { $0.mappingInlines(transform) } }
    switch block.kind {
    case .paragraph(let content): block.kind = .paragraph(content.mapping(transform))
    case .heading(var heading):
      heading.content = heading.content.mapping(transform)
      block.kind = .heading(heading)
    case .details(let summary, let blocks): block.kind = .details(summary: summary.mapping(transform), blocks)
    case .table(var table):
      table.caption = table.caption.mapping(transform)
      table.header = table.header.map { $0.mapping(transform) }
      table.rows = table.rows.map { $0.map { $0.mapping(transform) } }
      block.kind = .table(table)
    case .quote, .list, .code, .show, .group, .figure, .form, .thematicBreak, .html: break
    }
    return block
  }

  fileprivate var withinAndSelf: [Block] {
    switch kind {
    case .quote(let blocks), .details(_, let blocks), .group(_, let blocks): [self] + blocks.flatMap(\.withinAndSelf)
    case .list(let list): [self] + list.items.flatMap { $0.blocks.flatMap(\.withinAndSelf) }
    case .form(let form): [self] + form.sections.flatMap(\.fields).flatMap { $0.asked.flatMap(\.withinAndSelf) }
    case .paragraph, .heading, .code, .table, .show, .figure, .thematicBreak, .html: [self]
    }
  }

  /// Each of its own texts, such as the cells of a table; not those of blocks inside it.
  var ownLines: [[Inline]] {
    switch kind {
    case .paragraph(let content), .details(let content, _): [content]
    case .heading(let heading): [heading.content]
    case .table(let table): [table.caption] + table.header + table.rows.flatMap(\.self)
    case .quote, .list, .code, .show, .group, .figure, .form, .thematicBreak, .html: []
    }
  }
}

extension [Inline] {
  /// The same inlines with others in the place of some. What is put in is not passed over again.
  package func mapping(_ transform: (Inline) -> [Inline]?) -> [Inline] {
    flatMap { inline in transform(inline) ?? [inline.mappingChildren { $0.mapping(transform) }] }
  }
}

extension Inline {
  fileprivate func mappingChildren(_ transform: ([Inline]) -> [Inline]) -> Inline {
    var inline = self
    switch kind {
    case .emphasis(let inner): inline.kind = .emphasis(transform(inner))
    case .strong(let inner): inline.kind = .strong(transform(inner))
    case .strikethrough(let inner): inline.kind = .strikethrough(transform(inner))
    case .superscript(let inner): inline.kind = .superscript(transform(inner))
    case .subscript(let inner): inline.kind = .subscript(transform(inner))
    case .abbreviation(let title, let inner): inline.kind = .abbreviation(title: title, transform(inner))
    case .passage(let language, let inner): inline.kind = .passage(language: language, transform(inner))
    case .link(let destination, let title, let inner):
      inline.kind = .link(destination, title: title, transform(inner))
    case .image(let destination, let title, let inner):
      inline.kind = .image(destination, title: title, alternative: transform(inner))
    case .text, .code, .footnote, .value, .softBreak, .lineBreak, .html: break
    }
    return inline
  }

  fileprivate var withinAndSelf: [Inline] { [self] + (kind.inner ?? []).flatMap(\.withinAndSelf) }
}
