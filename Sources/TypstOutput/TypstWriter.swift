package import Diagnostics
internal import Escaping
internal import Markdown
package import Planning
internal import Tenders

/// Writes a booklet for the typesetter: one function over its tree, like every writer.
package struct TypstWriter: Sendable {
  private let look: PrintLook
  private let signs: GlyphCoverage
  private let pictures: Pictures

  package init(look: PrintLook, signs: GlyphCoverage, pictures: Pictures) {
    (self.look, self.signs, self.pictures) = (look, signs, pictures)
  }

  /// The source of a document. What cannot be printed as it is written is told at its place.
  package func source(of booklet: Booklet, findings: inout [Diagnostic]) -> TypstSource {
    var setting = Setting(booklet, signs: signs, pictures: pictures)
    setting.booklet(booklet)
    findings += setting.findings
    return TypstSource(
      lines: setting.lines, files: look.files.merging(setting.files) { $1 }, ownLook: look.own,
      date: booklet.printedDate.seconds, place: booklet.place)
  }
}

/// The parts of a day that the typesetter asks for.
private struct DocumentDate {
  let year: Int
  let month: Int
  let day: Int
  /// Since 1970, at midnight.
  let seconds: Int
}

extension Booklet {
  /// An archive's file must have a date. What has none gets the same one on every machine.
  fileprivate var printedDate: DocumentDate {
    guard let date else { return DocumentDate(year: 2000, month: 1, day: 1, seconds: 946_684_800) }
    return DocumentDate(
      year: date.year, month: date.month, day: date.day, seconds: (date.ordinal - 719_468) * 86_400)
  }
}

extension Setting {
  mutating func booklet(_ booklet: Booklet) {
    line("#import \"print.typ\": *")
    line("#import \"print-forms.typ\": *")
    settings(booklet)
    cover(booklet)
    line("#{")
    if let depth = booklet.depthOfContents { line("contents(depth: \(depth))") }
    for (index, chapter) in booklet.chapters.enumerated() {
      self.chapter(chapter, follows: booklet.isForm && index > 0)
    }
    if !booklet.terms.isEmpty { terms(booklet.terms) }
    // The engine is asked for this.
    line("context [#metadata(here().page())<all-pages>]")
    line("}")
  }

  private mutating func settings(_ booklet: Booklet) {
    let keywords = [booklet.part, booklet.reference ?? "", booklet.organisation].filter { !$0.isEmpty }
    line("#show: booklet.with(")
    line("title: \(string(booklet.title)),")
    // A file without a title is refused.
    let titles = [booklet.fullTitle, booklet.organisation, "Document"]
    line("full-title: \(string(titles.first { !$0.allSatisfy(\.isWhitespace) } ?? "")),")
    line("organisation: \(string(booklet.organisation)),")
    line("summary: \(optional(booklet.summary)),")
    line("reference: \(optional(booklet.reference)),")
    line("version: \(optional(booklet.version)),")
    line("keywords: (\(keywords.map { string($0) + "," }.joined(separator: " "))),")
    let date = booklet.printedDate
    line("date: datetime(year: \(date.year), month: \(date.month), day: \(date.day)),")
    if let language = LanguageTag(booklet.language) {
      line("lang: \(language.code.typstString), region: \(language.region?.typstString ?? "none"),")
    }
    line("colour: \(booklet.accent?.hex.typstString ?? "none"),")
    line("draft: \(booklet.isForReview),")
    line("phase: \(optional(booklet.phase?.tag)),")
    line(")")
  }

  private mutating func cover(_ booklet: Booklet) {
    line("#cover(")
    line("organisation: \(string(booklet.organisation)),")
    line("part: \(string(booklet.part)),")
    line("name: \(string(booklet.title)),")
    line("summary: \(optional(booklet.summary)),")
    line("draft: \(booklet.isForReview),")
    line("imprint: (\(booklet.imprint.map { string($0) + "," }.joined(separator: " "))),")
    line("reference: \(optional(booklet.reference)),")
    line("version: \(optional(booklet.version)),")
    for fact in booklet.facts { line("(\(string(fact.name)), \(string(fact.words))),") }
    line(")")
  }

  private mutating func chapter(_ chapter: Booklet.Chapter, follows: Bool) {
    open(chapter)
    let language = chapter.language.flatMap(LanguageTag.init)
    if let language { line("passage(\(language.arguments), {") }
    turn(orientations(of: chapter.document.blocks).first ?? false)
    line("chapter(\(label(chapter.id)), follows: \(follows), summary: \(optional(chapter.summary)),")
    line("\(string(chapter.title)))")
    level = 1
    flow(chapter.document.blocks)
    turn(false)
    if language != nil { line("})") }
  }

  private mutating func terms(_ terms: [Booklet.Term]) {
    line("words-list(")
    for term in terms {
      line("(\(label(term.id)), \(string(term.term)), {[]")
      inlines(term.definition)
      line("}),")
    }
    line(")")
  }

  private mutating func optional(_ text: String?) -> String { text.map { string($0) } ?? "none" }
}

extension Booklet {
  /// How deep the list of contents goes: nil where there is too little to look for, and chapters alone where more would
  /// fill pages.
  fileprivate var depthOfContents: Int? {
    let sections = chapters.flatMap(\.document.headings).count { $0.level == 2 }
    if chapters.count < 2, sections < 4 { return nil }
    return chapters.count + sections > 90 ? 1 : 2
  }
}
