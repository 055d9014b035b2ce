internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Long sentences, hard sections, short forms that nobody spelled out, and words to avoid. At most one note of each
  /// for a tender, with the three worst places.
  static let hardToRead = Rule(
    "L04", "hard-to-read", .note, source: Source.accessibleDocuments,
    thresholds: [.sentenceWordsMost, .readingEaseLeast, .sectionWordsLeast]
  ) { tender, context in
    let english = tender.files.filter { ($0.language ?? context.subject.model.site.language).hasPrefix("en") }
    let sections = english.flatMap(\.sections)
    return [
      longSentences(sections, context), hardSections(sections, context), unexplained(tender, sections, context),
      wordsToAvoid(sections, context),
    ].compactMap(\.self)
  }

  private static func longSentences(_ sections: [TextSection], _ context: RuleContext) -> Diagnostic? {
    let most = context.limit(.sentenceWordsMost)
    let long = sections.flatMap(\.sentences).map { (place: $0.place, count: $0.words.count) }
      .filter { $0.count > most.value }.sorted { $0.count > $1.count }
    guard let worst = long.first else { return nil }
    let what = long.count == 1 ? "one sentence has" : "\(long.count) sentences have"
    return context.finding(
      "\(what) more than \(most.words); the longest has \(worst.count)",
      value: "\(long.count) long, \(worst.count) words",
      at: worst.place, against: [most], help: "Make two of it. One idea in each is easiest to read.",
      related: long.dropFirst().prefix(2).map { .init("\($0.count) words", at: $0.place) })
  }

  private static func hardSections(_ sections: [TextSection], _ context: RuleContext) -> Diagnostic? {
    let (least, length) = (context.limit(.readingEaseLeast), context.limit(.sectionWordsLeast))
    let hard = sections.compactMap { section in ReadingEase(section.sentences).map { (section: section, ease: $0) } }
      .filter { $0.ease.words >= length.value && $0.ease.rounded < least.value }.sorted {
        $0.ease.score < $1.ease.score
      }
    guard let worst = hard.first else { return nil }
    func words(_ hard: (section: TextSection, ease: ReadingEase)) -> String {
      "\(hard.section.title.map { "“\($0)”" } ?? "the beginning") scores \(hard.ease.rounded)"
    }
    let count = hard.count == 1 ? "one section is" : "\(hard.count) sections are"
    return context.finding(
      "\(count) hard to read: \(words(worst)) for Flesch reading ease, where \(least.words) is plain enough",
      value: "\(hard.count) hard, \(worst.ease.rounded)", at: worst.section.place, against: [least, length],
      help: "Use shorter sentences and everyday words, and read it aloud to somebody.",
      related: hard.dropFirst().prefix(2).map { .init(words($0), at: $0.section.place) })
  }

  /// Short forms in capitals that no page and no glossary term of the pack spells out.
  private static func unexplained(_ tender: Tender, _ sections: [TextSection], _ context: RuleContext) -> Diagnostic? {
    let terms = (context.subject.model.terms + tender.terms).flatMap { [$0.term] + $0.also }
    let known = ShortForms.common.union(ShortForms.reportedElsewhere).union(
      tender.files.flatMap { ShortForms.explained(in: $0) }
    )
    .union(terms.flatMap(ShortForms.inside))
    // A word in capitals for effect is a word: it stands in small letters elsewhere.
    let plain = Set(sections.flatMap(\.sentences).flatMap(\.tokens).map(\.bare.text))
    var seen: Set<String> = []
    let places = sections.flatMap(\.sentences).flatMap { sentence in
      sentence.tokens.enumerated().compactMap { index, token -> (form: String, place: Place)? in
        let isNumbered = index + 1 < sentence.tokens.count && sentence.tokens[index + 1].text.first?.isNumber == true
        guard let form = ShortForms.read(token.text), !isNumbered, !known.contains(form),
          !plain.contains(form.lowercased()), seen.insert(form).inserted
        else { return nil }
        return (form, Place(file: sentence.file, range: token.bare.range))
      }
    }
    guard let first = places.first else { return nil }
    let forms = places.prefix(3).map(\.form).joinedInWords
    let more = places.count > 3 ? ", and \(places.count - 3) more" : ""
    return context.finding(
      "\(places.count == 1 ? "a short form is" : "short forms are") never spelled out: \(forms)\(more)",
      value: places.map(\.form).joined(separator: ", "), at: first.place,
      help: "Spell it out where it first stands, with the short form behind it in brackets.",
      related: places.dropFirst().prefix(2).map { .init($0.form, at: $0.place) })
  }

  private static func wordsToAvoid(_ sections: [TextSection], _ context: RuleContext) -> Diagnostic? {
    let found = sections.flatMap(\.sentences).flatMap { sentence in
      OfficeWords.places(in: sentence).map { (word: $0.word, better: $0.better, place: $0.place) }
    }
    guard let first = found.first else { return nil }
    let others = found.dropFirst().prefix(2)
    let what = found.count == 1 ? "there is an office word" : "there are \(found.count) office words"
    return context.finding(
      "\(what): “\(first.word)”" + (others.isEmpty ? "" : ", " + others.map { "“\($0.word)”" }.joined(separator: ", ")),
      value: "\(found.count) from “\(first.word)”", at: first.place, help: "Write \(first.better).",
      related: others.map { .init("“\($0.word)”: write \($0.better)", at: $0.place) })
  }
}
