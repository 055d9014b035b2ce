internal import Checks
package import Diagnostics
internal import Markdown

/// What a code means, for the person who met it in a report.
package struct Explanation {
  private let style: TextStyle

  package init(style: TextStyle) { self.style = style }

  /// The page of a rule, or what is known about another code; nil for what is no code.
  package func text(_ code: String) -> String? {
    let code = code.uppercased()
    if let page = Rule.page(code)
      ?? Rule.all.first(where: { $0.code.name == code.lowercased() }).flatMap({
        Rule.page($0.code.id)
      })
    {
      return head(page) + TerminalText(style: style).text(page.document)
    }
    let digits = code.dropFirst()
    guard let letter = CodeGroup.all.first(where: { code.hasPrefix($0.letter) }), digits.count <= 2,
      digits.allSatisfy(\.isNumber)
    else { return nil }
    let rules = Rule.all.filter { $0.code.id.hasPrefix(letter.letter) }
    return "\(style.paint(code, .strong))  Codes with \(letter.letter) are about \(letter.about).\n\n"
      + (letter.isOfRules
        ? list(rules) : wrapped(letter.more) + (rules.isEmpty ? "" : "\nThese have a page:\n\n" + list(rules)))
  }

  /// Every rule by its letter, and what the other letters mean.
  package var list: String {
    let groups = CodeGroup.all.filter(\.isOfRules).compactMap { letter -> String? in
      let rules = Rule.all.filter { $0.code.id.hasPrefix(letter.letter) }
      return rules.isEmpty ? nil : style.paint(letter.title, .strong) + "\n\n" + list(rules)
    }
    let others = CodeGroup.all.filter { !$0.isOfRules }.map { "  \($0.letter)  \($0.about)\n" }.joined()
    let thresholds = Rule.thresholds.map { "  \($0.name): \($0.usual)\n      \($0.meaning): \($0.usualWords)\n" }
      .joined()
    return groups.joined(separator: "\n")
      + "\n\(style.paint("Other codes", .strong))\n\n\(others)"
      + "\n\(style.paint("Thresholds, which site.yml may change under thresholds:", .strong))\n\n\(thresholds)"
      + "\nFor the page of a rule: tenderpress explain W01\n"
  }

  private func list(_ rules: [Rule]) -> String {
    rules.compactMap { Rule.page($0.code.id) }.map { "  \($0.rule.code.id)  \($0.title)\n" }.joined()
  }

  private func head(_ page: RulePage) -> String {
    style.paint("\(page.rule.code.id)  \(page.title)", .strong) + "\n\n" + page.facts.map(wrapped).joined() + "\n"
  }

  private func wrapped(_ text: String) -> String {
    TerminalText(style: style).wrapped(text).map { $0 + "\n" }.joined()
  }
}
