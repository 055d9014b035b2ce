internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// Weights of criteria and questions, limits of answers, and the least scores.

extension Tender {
  /// The data of scoring.
  var scoringData: [Datum] {
    let titles = Set(
      criteriaSets.flatMap(\.criteria).flatMap { [$0.title] + $0.parts.map(\.title) }.map { $0.lowercased() })
    let ofQuestions = questions.enumerated().flatMap { index, question in
      questionData(question, number: index + 1, isCriterion: titles.contains(question.title.lowercased()))
    }
    return criteriaData + ofQuestions + [limitOfAll, wordsInAll].compactMap(\.self)
  }

  // MARK: Criteria

  /// One for each title, with all weights that it has: of a criterion, a part or a question, and in each lot.
  private var criteriaData: [Datum] {
    var facts: [(title: String, fact: Datum.Fact)] = []
    for (lot, criteria) in criteriaSets {
      for criterion in criteria {
        let path = (lot.map { "lots.\($0.id)." } ?? "") + "criteria.\(criterion.id)"
        facts += fact(criterion.title, criterion.weight, path, lot)
        if let kind = everydayName(of: criterion, among: criteria) { facts += fact(kind, criterion.weight, path, lot) }
        for part in criterion.parts { facts += fact(part.title, part.weight, "\(path).parts.\(part.id)", lot) }
      }
    }
    let titles = Set(facts.map { $0.title.lowercased() })
    for question in questions where titles.contains(question.title.lowercased()) {
      facts += fact(question.title, question.weight, nil, nil)
    }
    return facts.grouped { $0.title.lowercased() }.sorted { $0.key < $1.key }.map { key, facts in
      let words = key.contains(" ") ? "“\(facts[0].title)”" : key
      return Datum(
        kind: .weight, naming: .weight.of("\(words) counts for", names: [Phrase(title: key)]),
        facts: facts.map(\.fact))
    }
  }

  private func fact(
    _ title: String, _ weight: Located<Weight>?, _ path: String?, _ lot: Lot?
  ) -> [(title: String, fact: Datum.Fact)] {
    guard let weight, !title.isEmpty else { return [] }
    return [
      (
        title,
        Datum.Fact(
          value: .weight(weight.value), place: weight.place, words: weight.value.number,
          path: path.map { "\($0).weight" }, lot: lot?.title)
      )
    ]
  }

  /// “Price” is clear where there is one criterion of that kind, whatever its title.
  private func everydayName(of criterion: Criterion, among criteria: Indexed<Criterion>) -> String? {
    let name = criterion.share.rawValue
    let isOnlyOne = criteria.count { $0.share == criterion.share } == 1
    return isOnlyOne && criterion.share != .community && criterion.title.lowercased() != name ? name : nil
  }

  // MARK: Questions

  /// The weight of a question that is called as a criterion is among the criterion's.
  private func questionData(_ question: Question, number: Int, isCriterion: Bool) -> [Datum] {
    let written = "question \(number), “\(question.title)”,"
    // Each lot numbers its questions by itself.
    let numbered: [Phrase] = lots.isEmpty ? Phrase.numbered(number) : []
    let names = [Phrase(title: question.title), Phrase(title: "question " + question.title)] + numbered
    func datum(_ kind: Datum.Kind, _ naming: Naming, _ fact: Datum.Fact?) -> Datum {
      Datum(kind: kind, naming: naming, question: question.file.path, facts: [fact].compactMap(\.self))
    }
    return [
      datum(
        .weight, .weight.of("\(written) counts for", names: names),
        isCriterion ? nil : fact(question.title, question.weight, nil, nil).first?.fact),
      datum(
        .limit, .limit.of("the answer to \(written) may have", names: names),
        question.limit.map { .init(value: .limit($0), place: question.facts.limit.keyPlace, words: $0.words) }),
      datum(
        .score, .score.of("\(written) needs a score of at least", names: names),
        question.minimum.map { .init(value: .score($0), place: question.facts.minimum.keyPlace, words: $0.number) }
      ),
    ]
  }

  /// Where every answer has the same limit, “each answer” names it.
  private var limitOfAll: Datum? {
    let limits = questions.map { $0.limit?.words }
    guard let limit = questions.first?.limit, questions.count > 1, Set(limits).count == 1 else { return nil }
    let place = questions[0].facts.limit.keyPlace
    return Datum(
      kind: .limit, naming: .eachAnswer, facts: [.init(value: .limit(limit), place: place, words: limit.words)])
  }

  private var wordsInAll: Datum? {
    let limits = questions.compactMap(\.limit).filter { $0.unit == .words }
    guard limits.count == questions.count, questions.count > 1 else { return nil }
    let limit = AnswerLimit(count: limits.reduce(0) { $0 + $1.count }, unit: .words)
    let place = questions[0].facts.limit.keyPlace
    return Datum(
      kind: .limit, naming: .allAnswers,
      facts: [.init(value: .limit(limit), place: place, words: limit.words + ", added up")])
  }
}

extension Datum.Kind {
  /// What a question's own page calls what is the question's.
  var namesOnOwnPage: [Phrase] {
    switch self {
    case .weight, .score: Self.thisQuestion
    case .limit: Self.thisQuestion + Self.bareLimit
    case .money, .date, .term, .count: []
    }
  }

  private static let thisQuestion = ["this question", "your|this|the answer"].map { Phrase($0) }
  private static let bareLimit = ["limit", "answer", "write", "use", "you have|may", "keep to?"].map { Phrase($0) }
}

extension Phrase {
  /// The words of a title, as a sentence would have them.
  init(title: String, before mark: String? = nil) {
    let words = Lexer.lexemes(of: title, in: "").map(\.text)
    let isSentence = words.last.map { ["?", ".", "!"].contains($0) } ?? false
    self.init(words: (isSentence ? words.dropLast() : words) + [mark].compactMap(\.self))
  }

  /// `question 3`, `question three`, `question no 3`, `Q3`.
  fileprivate static func numbered(_ number: Int) -> [Phrase] {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    let word = words.indices.contains(number - 1) ? "|\(words[number - 1])" : ""
    return [Phrase("question no|number? \(number)\(word)"), Phrase("q\(number)"), Phrase("q \(number)")]
  }
}
