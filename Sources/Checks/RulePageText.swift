internal import Diagnostics
internal import Markdown
package import Planning

extension RulePage {
  /// The page as a site shows it: its words, above each example the file that it is a part of, and the facts.
  package var text: RuleText {
    let code = rule.code
    let place = Place.start(of: "\(code.id)-\(code.name).md")
    let writing = Writing(place: place)
    let words = document.mapBlocks { block in
      guard case .code(let path?, let text) = block.kind else { return nil }
      let file = Inline(.code(path), at: block.place)
      guard !text.isEmpty else {
        return [writing.paragraph(writing.text("There is no ") + [file] + writing.text("."))]
      }
      return [
        writing.paragraph(writing.text("In ") + [file] + writing.text(":")),
        Block(.code(language: nil, text), at: block.place),
      ]
    }
    return RuleText(
      code: code.id, name: "\(code.id)-\(code.name)", title: title, group: CodeGroup.of(code.id)?.title ?? "",
      detail: detail,
      document: Document(
        blocks: words.blocks + [writing.heading("About this rule", id: "About"), writing.list(facts)],
        footnotes: words.footnotes))
  }
}

extension RulePage {
  /// “A warning. Source: Procurement Act 2023.”
  private var detail: String {
    let severity = rule.severity == .error ? "An error." : "A \(rule.severity.word)."
    return severity + (rule.code.source.map { " Source: \($0)." } ?? "")
  }
}

extension Rule {
  /// The pages of all rules, by the order of their letters.
  package static var texts: [RuleText] {
    let pages = pages
    return CodeGroup.all.flatMap { letter in pages.filter { $0.rule.code.id.hasPrefix(letter.letter) }.map(\.text) }
  }
}
