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
    guard let letter = Letter.all.first(where: { code.hasPrefix($0.letter) }), digits.count <= 2,
      digits.allSatisfy(\.isNumber)
    else { return nil }
    let rules = Rule.all.filter { $0.code.id.hasPrefix(letter.letter) }
    return "\(style.paint(code, .strong))  Codes with \(letter.letter) are about \(letter.about).\n\n"
      + (letter.isOfRules
        ? list(rules) : wrapped(letter.more) + (rules.isEmpty ? "" : "\nThese have a page:\n\n" + list(rules)))
  }

  /// Every rule by its letter, and what the other letters mean.
  package var list: String {
    let groups = Letter.all.filter(\.isOfRules).compactMap { letter -> String? in
      let rules = Rule.all.filter { $0.code.id.hasPrefix(letter.letter) }
      return rules.isEmpty ? nil : style.paint(letter.about.capitalisedFirst, .strong) + "\n\n" + list(rules)
    }
    let others = Letter.all.filter { !$0.isOfRules }.map { "  \($0.letter)  \($0.about)\n" }.joined()
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

/// What the letter of a code stands for.
private struct Letter {
  let letter: String
  let about: String
  /// Where to look, for codes that have no pages; empty for the rules of commissioning.
  let more: String

  var isOfRules: Bool { more.isEmpty }

  private init(_ letter: String, _ about: String, _ more: String = "") {
    (self.letter, self.about, self.more) = (letter, about, more)
  }

  static let all = [
    Letter("W", "scoring and weights"), Letter("O", "the outcomes framework"),
    Letter("Q", "quality characteristics and co-production"), Letter("T", "fairness, effort and the timetable"),
    Letter("C", "contract, monitoring and value"), Letter("L", "language, access and publication"),
    Letter(
      "F", "front matter and files",
      "The lines between --- and --- at the top of a file, and site.yml: a key that is not known, a value of the wrong kind, a file that nothing is made from. The finding names the key and what it may be; `tenderpress schema tender` prints every key of a tender."
    ),
    Letter(
      "M", "Markdown",
      "Something in a text would not come out as its author meant: a mark that another program uses, a tag that is not allowed, a footnote without its note."
    ),
    Letter(
      "R", "references and links",
      "Something is named that is not there: a page, a heading, a file, an id, or a value in braces. The finding offers the nearest name that exists."
    ),
    Letter(
      "X", "templates",
      "A template of your own has a name or a tag that the program does not know. The built-in ones have none of these."
    ),
    Letter(
      "D", "documents",
      "Something stands in the way of a PDF, a word processor's document or a spreadsheet. The finding names the page and the words that it comes from."
    ),
    Letter(
      "S", "the system",
      "The machine refused something: a file that cannot be read, a folder that cannot be written, a program that is missing. Nothing is wrong with your words."
    ),
  ]
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
