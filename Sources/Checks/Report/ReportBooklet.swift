internal import Content
internal import Diagnostics
internal import Markdown
package import Planning
internal import Tenders

extension CheckReport {
  /// What the report is called.
  static let part = "What the checks found"

  /// The report before it has a format.
  package var booklet: Booklet {
    Booklet(
      title: tender.title, part: Self.part, summary: nil, organisation: site.organisation,
      reference: tender.reference, version: tender.version.words, date: day ?? tender.version.day, facts: facts,
      access: nil, language: site.language, accent: site.colour, chapters: chapters, terms: [], isForm: false,
      isForReview: false, place: tender.file.place)
  }

  var writing: Writing { Writing(place: tender.file.place) }

  private var facts: [Booklet.Fact] {
    let facts = [
      ("Found", findings.countWords ?? "Nothing"),
      ("Left as it is", accepted.isEmpty ? "Nothing" : accepted.count.counting("finding")),
      ("Day of the check", day?.words ?? "Not given"),
      ("Rules", "\(rules.count), of \(RuleEdition.day)"),
    ]
    return facts.map { Booklet.Fact(name: $0.0, words: $0.1) }
  }

  private var chapters: [Booklet.Chapter] {
    let chapters = [
      chapter("In-short", "In short", inShort), chapter("To-look-at", "What to look at", whatToLookAt),
      chapter("Left", "What is left as it is", whatIsLeft), chapter("Checklist", "Before you publish", checklist),
      chapter("Looked-at", "What was looked at", whatWasLookedAt),
    ]
    return chapters.filter { !$0.document.isEmpty }
  }

  private func chapter(_ id: String, _ title: String, _ blocks: [Block]) -> Booklet.Chapter {
    Booklet.Chapter(id: id, title: title, summary: nil, language: nil, document: Document(blocks: blocks))
  }

  /// A rule by its code, as a link where the site shows its rules.
  func link(to code: String) -> [Inline] {
    site.publishesRules ? writing.link(code, at: RuleText.address(of: code)) : writing.text(code)
  }
}
