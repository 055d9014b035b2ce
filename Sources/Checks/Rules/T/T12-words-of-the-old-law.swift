internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A pack speaks of the law as it is now. Each old word is told once a file.
  static let wordsOfTheOldLaw = Rule("T12", "words-of-the-old-law", .warning, source: Source.act) { tender, context in
    guard context.subject.model.site.isUnderTheAct else { return [] }
    return (tender.files + tender.formFiles).flatMap { file -> [Diagnostic] in
      let passages = file.frontMatterPassages + file.passages
      return words.compactMap { word in
        let places = passages.places(ofAny: word.phrases).map(\.place)
          .filter { !word.isCapital || file.source.text(in: $0.range).isInCapitals }
        guard let first = places.first else { return nil }
        var finding = context.finding(
          "“\(file.source.text(in: first.range))” comes from the law before February 2025", value: word.phrases[0],
          at: first, help: "Write \(word.now).")
        finding.occurrences = places.count
        return finding
      }
    }
  }

  private struct OldWord {
    let phrases: [String]
    let now: String
    /// True for one that is another word in small letters.
    var isCapital = false
  }

  private static let words = [
    OldWord(
      phrases: ["pqq*", "pre-qualification questionnaire*", "prequalification questionnaire*"],
      now: "“conditions of participation”, or “Procurement Specific Questionnaire” for the form"),
    OldWord(phrases: ["meat"], now: "“the most advantageous tender”", isCapital: true),
    OldWord(phrases: ["most economically advantageous"], now: "“the most advantageous tender”"),
    OldWord(
      phrases: ["ojeu", "official journal of the european", "tenders electronic daily"], now: "“Find a Tender”"),
    OldWord(phrases: ["eu threshold*"], now: "“the threshold”, with the sum"),
    OldWord(
      phrases: ["pcr 2015", "public contracts regulations 2015", "public contracts regulations"],
      now: "“the Procurement Act 2023”"),
  ]
}

extension String {
  fileprivate var isInCapitals: Bool { allSatisfy { !$0.isLetter || $0.isUppercase } }
}
