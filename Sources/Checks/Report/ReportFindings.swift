internal import Diagnostics
internal import Markdown
internal import Planning

extension CheckReport {
  /// Each finding in words: what is so, where, what to do and where the rule comes from.
  var whatToLookAt: [Block] {
    Severity.allCases.flatMap { severity -> [Block] in
      let own = matters.filter { $0.severity == severity }
      guard !own.isEmpty else { return [] }
      let word = severity.word.prefix(1).uppercased() + severity.word.dropFirst()
      return [writing.heading("\(word)s", id: "\(word)s")] + own.flatMap(blocks)
    }
  }

  private func blocks(_ matter: Matter) -> [Block] {
    let id = "Found-\(matter.severity.word)-\(matter.code.id)"
    let helps = Set(matter.findings.map(\.help))
    let sharedHelp = helps.count == 1 ? matter.findings.first?.help : nil
    let said = matter.findings.map { sentences($0, help: helps.count > 1) }
    let words = said.count == 1 ? said[0].map(writing.paragraph) : [list(said)]
    return [writing.heading("\(matter.code.id): \(title(of: matter.code))", level: 3, id: id)] + words
      + (sharedHelp.map { [writing.paragraph(writing.strong("What to do: ") + writing.text($0))] } ?? [])
      + [writing.paragraph(rule(of: matter))]
  }

  private func list(_ items: [[[Inline]]]) -> Block {
    writing.block(.list(List(tight: false, items: items.map { List.Item(blocks: $0.map(writing.paragraph)) })))
  }

  /// What is so and where, and what to do where each place needs something else.
  private func sentences(_ finding: Diagnostic, help: Bool) -> [[Inline]] {
    let place = finding.place.map { " It is in \(words(of: $0))." } ?? ""
    let related = finding.related.map { writing.text("\($0.words.asSentence) That is \(words(of: $0.place)).") }
    let advice = help ? finding.help.map { writing.strong("What to do: ") + writing.text($0) } : nil
    return [writing.text(finding.fullMessage.asSentence + place)] + related + [advice].compactMap(\.self)
  }

  /// “Rule W02, as it stood on 22 November 2026. Source: …”
  private func rule(of matter: Matter) -> [Inline] {
    guard titles[matter.code.id] != nil else {
      return writing.text("Checked by the program itself, under the code \(matter.code.id) (\(matter.code.name)).")
    }
    let source = matter.code.source.map { " Source: \($0)." } ?? ""
    return writing.text("Checked against rule ") + link(to: matter.code.id)
      + writing.text(", as it stood on \(RuleEdition.day).\(source)")
  }
}
