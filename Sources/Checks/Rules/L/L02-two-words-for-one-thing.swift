internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// One word for one thing: the glossary's, where it names words to avoid, and else one for those who use a service.
  static let twoWordsForOneThing = Rule("L02", "two-words-for-one-thing", .warning, source: Source.workbook) {
    tender, context in
    let texts = tender.files.map { (file: $0, sentences: $0.sections.flatMap(\.sentences).map(\.own)) }
    let own = Set(tender.terms.map(\.id))
    let terms = context.subject.model.terms.filter { !own.contains($0.id) } + tender.terms
    let index = OwnWordsIndex(texts.flatMap(\.sentences))
    let avoided = terms.flatMap { term in
      term.avoid.compactMap { finding(at: index.uses(of: $0), in: texts, insteadOf: term.term, context) }
    }
    let known = Set(terms.flatMap(\.avoid).map { $0.lowercased() })
    return avoided + mixed(texts, besides: known, context)
  }

  /// Ways to name the people whom a service is for. Customers may be those of a shop, so one mention is not enough.
  private static let people = [
    (forms: ["service user", "service users"], least: 1), (forms: ["client", "clients"], least: 1),
    (forms: ["customer", "customers"], least: 2),
  ]

  private static func mixed(_ texts: Texts, besides known: Set<String>, _ context: RuleContext) -> [Diagnostic] {
    let counts = people.filter { known.isDisjoint(with: $0.forms) }.map { way in
      (way: way, count: texts.map { $0.sentences.uses(of: Wordings(way.forms)).count }.reduce(0, +))
    }.filter { $0.count >= $0.way.least }
    guard counts.count > 1, let preferred = counts.max(by: { $0.count < $1.count }) else { return [] }
    return counts.filter { $0.way.forms != preferred.way.forms }.compactMap { other in
      let places = texts.flatMap { $0.sentences.uses(of: Wordings(other.way.forms)) }
      return finding(at: places, in: texts, insteadOf: preferred.way.forms[1], context)
    }
  }

  private typealias Texts = [(file: ContentFile, sentences: [OwnWords])]

  /// What is said of words that stand for a term, told once, at the first of them.
  private static func finding(
    at places: [Place], in texts: Texts, insteadOf term: String, _ context: RuleContext
  ) -> Diagnostic? {
    guard let first = places.first, let text = texts.first(where: { $0.file.source.name == first.file }) else {
      return nil
    }
    let word = text.file.source.text(in: first.range).lowercased()
    var finding = context.finding(
      "“\(word)” stands for what is called “\(term)” elsewhere", value: word, at: first,
      help: "Use one word all the way through: “\(term)”.")
    finding.occurrences = places.count
    return finding
  }
}
