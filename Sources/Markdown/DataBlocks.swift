// Groups of blocks, and what authors do not write and data puts into a document: figures and forms.

/// Blocks that belong together.
package enum Group: Sendable, Hashable {
  /// One of several of a kind, such as a question: with its id, and its number where it has one.
  case entry(id: String, number: String?)
  /// Somebody's words, and who said them.
  case voice(by: String?)
  /// What is of use on a screen only, such as words to copy. Documents leave it out.
  case screenOnly
  /// Words in another language than those around, such as the labels of a form.
  case passage(language: String)
  /// What a reader is to notice: `> [!IMPORTANT]`, as code hosts know it. Its first block says which kind it is.
  case alert(Alert)
}

/// How much it matters that something is read. Each name is what authors write between `[!` and `]`, in capitals.
package enum Alert: String, Sendable, Hashable, CaseIterable {
  case note, tip, important, warning, caution
}

extension Table {
  /// What it is called: its caption, or the words of the heading that names it.
  package var name: String { (heading?.content ?? caption).plainText }
}

extension Document {
  /// Without the captions that only say the heading of their section again: the heading names the table.
  package var withTablesNamedByHeadings: Document {
    var heading: Heading?
    return mapBlocks { block in
      switch block.kind {
      case .heading(let next): heading = next
      case .table(var table) where !table.caption.isEmpty && table.caption.plainText == heading?.content.plainText:
        (table.caption, table.heading) = ([], heading)
        return [Block(.table(table), at: block.place)]
      default: break
      }
      return nil
    }
  }
}

/// A drawing made from data. What it shows is said in words too, in its description or beside it.
package struct Figure: Sendable, Hashable {
  package let title: String
  /// The same in words.
  package let description: String
  /// In em.
  package let height: Double
  package let shapes: [Shape]
  package let caption: String?
  /// True for a drawing that needs the width of a page. Where there is none its words stand in for it.
  package let isWide: Bool

  package init(
    title: String, description: String, height: Double, shapes: [Shape], caption: String? = nil, isWide: Bool = false
  ) {
    (self.title, self.description, self.height, self.shapes) = (title, description, height, shapes)
    (self.caption, self.isWide) = (caption, isWide)
  }

  /// A shape: across in per cent of the width, down in em, so that type keeps its size on every screen.
  package enum Shape: Sendable, Hashable {
    /// A filled bar of a shade from 0 (strong) to 2 (open).
    case bar(x: Double, y: Double, width: Double, height: Double, shade: Int)
    case line(x1: Double, y1: Double, x2: Double, y2: Double, weight: Weight)
    case mark(x: Double, y: Double, Mark)
    case text(x: Double, y: Double, String, Style)
  }

  package enum Weight: String, Sendable, Hashable {
    case hair, thin, thick
  }

  package enum Mark: String, Sendable, Hashable {
    case stop, full, last
  }

  /// How a text is set, and which way it runs from its point.
  package struct Style: Sendable, Hashable {
    package var isStrong = false
    package var isQuiet = false
    package var isDue = false
    /// On a filled bar.
    package var isReversed = false
    package var endsAtPoint = false

    package init(
      strong: Bool = false, quiet: Bool = false, due: Bool = false, reversed: Bool = false, endsAtPoint: Bool = false
    ) {
      (isStrong, isQuiet, isDue) = (strong, quiet, due)
      (isReversed, self.endsAtPoint) = (reversed, endsAtPoint)
    }
  }
}

/// Something to be filled in, defined once for every output. Its ids stay the same for ever: saved answers point at them.
package struct Form: Sendable, Hashable {
  package struct Section: Sendable, Hashable {
    package let title: String
    package var fields: [Field]

    package init(title: String, fields: [Field]) {
      self.title = title
      self.fields = fields
    }
  }

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case text, number, choice, date
    case yesNo = "yes-no"
    case declaration, table
  }

  package struct Field: Sendable, Hashable {
    package let id: String
    package let kind: Kind
    package let label: String
    /// What helps to answer, such as the weight of a question.
    package var hint: String?
    /// As people read it: `at most 500 words`.
    package var limit: String?
    /// What is asked, in full, where the form stands away from the page that asks it.
    package var asked: [Block] = []
    package var choices: [String] = []
    package var columns: [String] = []
    /// Cells that are filled in already; nil for one to be filled in.
    package var rows: [[String?]] = []
    package var isRequired = true

    package init(id: String, kind: Kind, label: String) {
      (self.id, self.kind, self.label) = (id, kind, label)
    }

    /// Whether it is a table that needs a page on its side.
    package var isWide: Bool { kind == .table && columns.count > 4 }
  }

  package let id: String
  package let title: String
  package var sections: [Section]

  package init(id: String, title: String, sections: [Section]) {
    (self.id, self.title, self.sections) = (id, title, sections)
  }
}
