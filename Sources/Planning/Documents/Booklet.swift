package import Diagnostics
package import Markdown
package import Tenders

/// A document for print or for editing, before it has a format: what stands on its cover, and its chapters. Every writer
/// of documents is a function over this, so that all formats say the same.
package struct Booklet: Sendable {
  package struct Chapter: Sendable {
    /// What links to the page that it comes from lead to.
    package let id: String
    package let title: String
    /// The page in a line.
    package let summary: String?
    /// The language, where it is another than the booklet's.
    package let language: String?
    /// Headings begin at level 2; no id stands twice in a booklet. A link leads to a place in it (`here`) or to an
    /// address on the web (`elsewhere`).
    package var document: Document

    package init(id: String, title: String, summary: String?, language: String?, document: Document) {
      (self.id, self.title, self.summary, self.language, self.document) = (id, title, summary, language, document)
    }
  }

  /// A term of the glossary that the chapters use.
  package struct Term: Sendable {
    /// What the term's links lead to.
    package let id: String
    package let term: String
    package let definition: [Inline]
  }

  /// A line of the cover: `Deadline`, `noon on Friday 12 March 2027`.
  package struct Fact: Sendable {
    package let name: String
    package let words: String

    package init(name: String, words: String) { (self.name, self.words) = (name, words) }
  }

  /// What the whole is about: the title of the tender, or of a part of the guidance.
  package let title: String
  /// Which document of it this is: `Specification`.
  package let part: String
  package let summary: String?
  package let organisation: String
  package let reference: String?
  /// `Version 2, 4 December 2026`.
  package let version: String?
  package let date: Day?
  package let facts: [Fact]
  /// How to get it in another form, or help with it.
  package let access: String?
  /// What the site says of all that is in it: its phase, as “Example” and in a sentence, and its licence.
  package var phase: (tag: String?, words: String)?
  package var licence: String?
  package let language: String
  package let accent: Colour?
  package var chapters: [Chapter]
  package let terms: [Term]
  /// Whether it is there to be filled in.
  package let isForm: Bool
  /// Whether it is for comments and no more: marked as a draft, with numbered lines.
  package let isForReview: Bool
  /// What asked for it, for messages.
  package let place: Place

  package init(
    title: String, part: String, summary: String?, organisation: String, reference: String?, version: String?,
    date: Day?, facts: [Fact], access: String?, language: String, accent: Colour?, chapters: [Chapter], terms: [Term],
    isForm: Bool, isForReview: Bool, place: Place
  ) {
    (self.title, self.part, self.summary, self.organisation) = (title, part, summary, organisation)
    (self.reference, self.version, self.date, self.facts) = (reference, version, date, facts)
    (self.access, self.language, self.accent, self.chapters) = (access, language, accent, chapters)
    (self.terms, self.isForm, self.isForReview, self.place) = (terms, isForm, isForReview, place)
  }

  /// Its chapters as one text, as a page shows them: their titles are headings of level 2.
  package var asPage: Document {
    chapters.reduce(into: Document()) { page, chapter in
      let content = [Inline(.text(chapter.title), at: place)]
      page.blocks.append(Block(.heading(Heading(level: 2, id: chapter.id, content: content)), at: place))
      page.append(chapter.document.withHeadings(from: 3))
    }
  }

  /// Lines at the foot of the cover.
  package var imprint: [String] {
    let phase = phase.map { phase in (phase.tag.map { "\($0): " } ?? "") + phase.words }
    return [phase, access, licence.map { "Licence: \($0)" }].compactMap(\.self)
  }

  /// What programs and readers call the file.
  package var fullTitle: String { part.isEmpty ? title : "\(title): \(part.loweringFirst)" }
}

/// Which booklet of a site.
package enum BookletName: Sendable, Hashable {
  case pack(tender: String, PackDocument)
  case guidance(Audience)
  /// What the checks found in a tender's pack.
  case report(tender: String)
}
