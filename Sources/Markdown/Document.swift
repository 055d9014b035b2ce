package import Diagnostics

/// What a Markdown text says, as a tree in which every node knows the words that it came from.
///
/// The one tree that every writer reads. It holds what the text means and nothing of how it was written: an
/// underlined heading and one with hashes are the same heading.
package struct Document: Sendable, Hashable {
  package var blocks: [Block]
  /// In the order of their first mention; a reference counts from 1.
  package var footnotes: [Footnote]

  package init(blocks: [Block] = [], footnotes: [Footnote] = []) {
    self.blocks = blocks
    self.footnotes = footnotes
  }

  package var isEmpty: Bool { blocks.isEmpty }
}

package struct Footnote: Sendable, Hashable {
  package var blocks: [Block]
  package let place: Place

  package init(blocks: [Block], place: Place) {
    self.blocks = blocks
    self.place = place
  }
}

package struct Block: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case paragraph([Inline])
    case heading(Heading)
    case quote([Block])
    case list(List)
    case code(language: String?, String)
    case table(Table)
    case details(summary: [Inline], [Block])
    /// A place where something made from data is to stand; the plan replaces it.
    case show(Directive)
    case group(Group, [Block])
    case figure(Figure)
    case form(Form)
    case thematicBreak
    /// HTML as it was written. Only ever in a tree that was parsed to keep it.
    case html(String)
  }

  package var kind: Kind
  package let place: Place

  package init(_ kind: Kind, at place: Place) {
    self.kind = kind
    self.place = place
  }
}

package struct Heading: Sendable, Hashable {
  /// 1 to 6.
  package var level: Int
  /// What a link's fragment names, unique in its file.
  package var id: String
  package var content: [Inline]

  package init(level: Int, id: String, content: [Inline]) {
    self.level = level
    self.id = id
    self.content = content
  }
}

package struct List: Sendable, Hashable {
  package struct Item: Sendable, Hashable {
    package var blocks: [Block]
    /// Whether a task is done; nil for what is not a task.
    package var done: Bool?

    package init(blocks: [Block], done: Bool? = nil) {
      self.blocks = blocks
      self.done = done
    }
  }

  /// The first number of a numbered list; nil for bullets.
  package var start: Int?
  /// True when the items are to stand close, without space between them.
  package var tight: Bool
  package var items: [Item]

  package init(start: Int? = nil, tight: Bool = true, items: [Item]) {
    self.start = start
    self.tight = tight
    self.items = items
  }

  /// As far as word processors count.
  static let lastNumber = 32_767

  /// Whether every item has a box to tick, which stands in the place of a mark.
  package var isOfTasks: Bool { !items.isEmpty && items.allSatisfy { $0.done != nil } }
}

package struct Table: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable {
    case start, centre, end
  }

  package typealias Cell = [Inline]

  package var caption: [Inline]
  /// The heading that names it in the place of a caption.
  package var heading: Heading?
  /// One a column; nil where nothing is said.
  package var alignments: [Alignment?]
  package var header: [Cell]
  package var rows: [[Cell]]
  /// True when the first cell of a row names the row.
  package var namesRows: Bool

  package init(
    caption: [Inline] = [], alignments: [Alignment?], header: [Cell], rows: [[Cell]], namesRows: Bool = false
  ) {
    self.caption = caption
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.namesRows = namesRows
  }
}

extension Table {
  /// Whether it needs a page on its side, in print, and a frame that scrolls, on a screen.
  package var isWide: Bool { header.count > 4 }
}

/// A fenced block with the info string `show`: a small map that says what is to stand there.
package struct Directive: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package let key: Located<String>
    package let value: Located<String>
  }

  package let entries: [Entry]

  package subscript(key: String) -> Located<String>? {
    entries.first { $0.key.value == key }?.value
  }
}

package struct Inline: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case superscript([Inline])
    case `subscript`([Inline])
    case abbreviation(title: String, [Inline])
    /// A passage in another language, by its language tag.
    case passage(language: String, [Inline])
    case link(Destination, title: String?, [Inline])
    case image(Destination, title: String?, alternative: [Inline])
    /// A footnote's number, from 1, and which mention of it this is, from 1.
    case footnote(Int, mention: Int)
    /// `{{path}}` or `{{path as format}}`: a value to be drawn in; the plan replaces it.
    case value(path: String, format: String?)
    case softBreak
    case lineBreak
    /// HTML as it was written. Only ever in a tree that was parsed to keep it.
    case html(String)
  }

  package var kind: Kind
  package let place: Place

  package init(_ kind: Kind, at place: Place) {
    self.kind = kind
    self.place = place
  }
}

/// Where a link leads: as the author wrote it, until the plan has found out what is meant.
package enum Destination: Sendable, Hashable {
  case written(String)
  /// A file of the site, by its address, and a part of it.
  case site(String, fragment: String?)
  /// A place in the same document, by its id.
  case here(String)
  /// Somewhere else: a web address, an email address, a telephone number.
  case elsewhere(String)
  /// Nowhere that could be found. A writer prints the words without a link.
  case nowhere
}

extension [Inline] {
  /// The words alone.
  package var plainText: String {
    map { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
        .subscript(let inner), .abbreviation(_, let inner), .passage(_, let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        inner.plainText
      case .softBreak, .lineBreak: " "
      case .footnote, .value, .html: ""
      }
    }.joined()
  }
}
