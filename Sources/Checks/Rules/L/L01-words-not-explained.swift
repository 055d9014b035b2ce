internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// The five words on which everything turns are in the glossary, if the pack uses them.
  static let wordsNotExplained = Rule(
    "L01", "words-not-explained", .warning, source: Source.guide, profiles: [.outcomes], until: .published
  ) { tender, context in
    let defined = Set((context.subject.model.terms + tender.terms).flatMap { [$0.term] + $0.also }.map(\.joined))
    return words.compactMap { word in
      guard !word.forms.contains(where: { defined.contains($0.joined) }), let place = tender.firstUse(of: word) else {
        return nil
      }
      return context.finding(
        "the pack speaks of “\(word.name)”, and no glossary says what it means", value: word.name, at: place,
        help: "Write glossary/\(word.name).md: what it means in two sentences, and an example.")
    }
  }

  fileprivate struct KeyWord {
    let name: String
    let forms: [String]
    /// Whether the outcomes of a tender put it on a page.
    var isOfOutcomes = false
  }

  private static let words = [
    KeyWord(name: "outcome", forms: ["outcome", "outcomes"], isOfOutcomes: true),
    KeyWord(name: "indicator", forms: ["indicator", "indicators"], isOfOutcomes: true),
    KeyWord(name: "output", forms: ["output", "outputs"]),
    KeyWord(
      name: "co-production", forms: ["co-production", "coproduction", "co-produce", "co-produced", "co-producing"]),
    KeyWord(name: "well-being", forms: ["well-being", "wellbeing"]),
  ]
}

extension Tender {
  fileprivate func firstUse(of word: Rule.KeyWord) -> Place? {
    let wordings = Wordings(word.forms)
    let used = files.lazy.compactMap { $0.uses(of: wordings).first }.first
    return used ?? (word.isOfOutcomes && !outcomes.isEmpty ? contract.outcomes.keyPlace : nil)
  }
}

extension String {
  /// In lower case and without hyphens, so that well-being is wellbeing.
  fileprivate var joined: String { lowercased().filter { $0 != "-" && $0 != " " } }
}
