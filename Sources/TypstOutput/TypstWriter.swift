package import Diagnostics
internal import Markdown
package import Planning
internal import Tenders

/// Writes a booklet for the typesetter: one function over its tree, like every writer.
package struct TypstWriter: Sendable {
  private let look: PrintLook
  private let signs: Signs
  private let pictures: Pictures

  package init(look: PrintLook, signs: Signs, pictures: Pictures) {
    (self.look, self.signs, self.pictures) = (look, signs, pictures)
  }

  /// The source of a document. What cannot be printed as it is written is told at its place.
  package func source(of booklet: Booklet, findings: inout [Diagnostic]) -> TypstSource {
    var setting = Setting(booklet, signs: signs, pictures: pictures)
    setting.booklet(booklet)
    findings += setting.findings
    return TypstSource(
      lines: setting.lines, files: look.files.merging(setting.files) { $1 }, date: booklet.date?.seconds ?? 0,
      place: booklet.place)
  }
}

extension Day {
  /// Since 1970, at midnight.
  fileprivate var seconds: Int { (ordinal - 719_468) * 86_400 }
}

extension Setting {
  mutating func booklet(_ booklet: Booklet) {
    line("#import \"print.typ\": *")
    line("#import \"print-forms.typ\": *")
    settings(booklet)
    cover(booklet)
    line("#{")
    if booklet.needsContents { line("contents()") }
    for chapter in booklet.chapters { self.chapter(chapter) }
    if !booklet.terms.isEmpty { terms(booklet.terms) }
    line("}")
  }

  private mutating func settings(_ booklet: Booklet) {
    let keywords = [booklet.part, booklet.reference ?? "", booklet.organisation].filter { !$0.isEmpty }
    line("#show: booklet.with(")
    line("title: \(string(booklet.title)),")
    line("full-title: \(string(booklet.fullTitle)),")
    line("organisation: \(string(booklet.organisation)),")
    line("summary: \(optional(booklet.summary)),")
    line("reference: \(optional(booklet.reference)),")
    line("version: \(optional(booklet.version)),")
    line("keywords: (\(keywords.map { string($0) + "," }.joined(separator: " "))),")
    line("date: \(booklet.date.map { "datetime(year: \($0.year), month: \($0.month), day: \($0.day))" } ?? "none"),")
    if let language = Language(booklet.language) {
      line("lang: \(language.language.quoted), region: \(language.region?.quoted ?? "none"),")
    }
    line("colour: \(booklet.accent?.hex.quoted ?? "none"),")
    line("draft: \(booklet.isForReview),")
    line(")")
  }

  private mutating func cover(_ booklet: Booklet) {
    line("#cover(")
    line("organisation: \(string(booklet.organisation)),")
    line("part: \(string(booklet.part)),")
    line("name: \(string(booklet.title)),")
    line("summary: \(optional(booklet.summary)),")
    line("draft: \(booklet.isForReview),")
    line("access: \(optional(booklet.access)),")
    line("reference: \(optional(booklet.reference)),")
    line("version: \(optional(booklet.version)),")
    for fact in booklet.facts { line("(\(string(fact.name)), \(string(fact.words))),") }
    line(")")
  }

  private mutating func chapter(_ chapter: Booklet.Chapter) {
    open(chapter)
    let language = chapter.language.flatMap(Language.init)
    if let language { line("passage(\(language.arguments), {") }
    turn(orientations(of: chapter.document.blocks).first ?? false)
    line("chapter(\(label(chapter.id)), summary: \(optional(chapter.summary)), \(string(chapter.title)))")
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
  /// Whether there is enough to look for.
  fileprivate var needsContents: Bool {
    chapters.count > 1 || chapters.flatMap(\.document.headings).count { $0.level == 2 } > 3
  }
}
