internal import Diagnostics

// What is said once for all lots of a tender, or lot by lot where they differ.

extension Lot {
  /// What is added to a tender's value where some lot has another.
  package static let unlessOwn = ", unless your lot has its own"
}

extension Tender {
  /// Whether a value is another in some lot than in the tender, or in one lot than in another.
  package func differs(_ value: (ContractFacts) -> String?) -> Bool {
    Set([value(contract)] + lots.map { value($0.contract) }).count > 1
  }

  /// The tender's own words, with what is added where some lot has others; nil where it has none.
  package func sharedWords(_ value: (ContractFacts) -> String?) -> String? {
    value(contract).map { $0 + (differs(value) ? Lot.unlessOwn : "") }
  }

  /// “noon on Friday 12 March 2027”; where lots differ, each deadline with the lots that it is for.
  package func deadlineWords(_ words: (Moment) -> String = \.words) -> String? {
    let deadlines = awardUnits.compactMap { unit in
      unit.contract.dates[.deadline].map { (unit.lot?.title, words($0.value)) }
    }
    let different = deadlines.grouped(by: \.1)
    guard different.count > 1 else { return different.first?.key }
    return different.map { "\($0.key) (\($0.items.compactMap(\.0).joinedInWords))" }.joinedInWords
  }

  /// The deadline where there is one for all.
  package var soleDeadline: Moment? {
    let deadlines = Set(awardUnits.compactMap { $0.contract.dates[.deadline]?.value })
    return deadlines.count == 1 ? deadlines.first : nil
  }

  /// The first deadline of any lot.
  package var firstDeadline: Moment? {
    awardUnits.compactMap { $0.contract.dates[.deadline]?.value }.min { $0.isBefore($1) }
  }

  /// Whether the lots are asked for different answers, or score them by criteria of their own.
  package var asksLotsDifferently: Bool {
    !lots.isEmpty
      && (questions.contains { !$0.lots.isEmpty } || lots.contains(where: \.facts.contract.criteria.isWritten))
  }

  // MARK: What is asked

  /// “8 answers, 3,600 words at most”; of lots that ask for more or fewer “8 or 9 answers”. Nil where nothing is asked.
  package var askedWords: String? {
    guard !questions.isEmpty else { return nil }
    let words = Self.range(lots.isEmpty ? [wordsAsked(nil)] : lots.map(wordsAsked))
    return answersWords + (words == "0" ? "" : ", \(words) words at most")
  }

  /// “9 answers”, “8 or 9 answers”.
  package var answersWords: String {
    let counts = questionCounts
    return counts.max() == 1 ? 1.counting("answer") : "\(Self.range(counts)) answers"
  }

  /// “9”, “8 or 9”, “8 to 11”.
  package var questionCountWords: String { Self.range(questionCounts) }

  /// “3,600”, “3,400 or 3,600”; nil where no question is limited in words.
  package var wordsAskedWords: String? {
    let words = Self.range(lots.isEmpty ? [wordsAsked(nil)] : lots.map(wordsAsked))
    return words == "0" ? nil : words
  }

  private var questionCounts: [Int] {
    lots.isEmpty ? [questions.count] : lots.map { lot in questions.count { $0.isFor(lot.id) } }
  }

  /// How many words a bid may have, for a lot or for the whole, where questions are limited in words.
  package func wordsAsked(_ lot: Lot?) -> Int {
    questions.filter { $0.isFor(lot?.id) }.compactMap { $0.limit?.unit == .words ? $0.limit?.count : nil }.reduce(0, +)
  }

  private static func range(_ counts: [Int]) -> String {
    guard let least = counts.min(), let most = counts.max(), least < most else { return (counts.first ?? 0).grouped }
    return "\(least.grouped) \(Set(counts).count == 2 ? "or" : "to") \(most.grouped)"
  }

  // MARK: Price

  /// The prices that are asked for, each with the lots that share it: none where the tender has none.
  package var prices: [(units: [AwardUnit], price: PriceFacts)] {
    let priced = awardUnits.compactMap { unit in unit.contract.price.value.map { (unit: unit, price: $0) } }
    return priced.grouped(by: \.price.said).compactMap { group in
      group.items.first.map { (group.items.map(\.unit), $0.price) }
    }
  }
}

extension PriceFacts {
  /// All that it says.
  fileprivate var said: [String?] {
    [formula.value?.rawValue, basis.value]
      + schedule.items.flatMap { ["line", $0.line.value, $0.unit.value, $0.quantity.value] }
      + example.items.flatMap { ["example", $0.bidder.value, $0.price.value?.words, $0.points.value] }
  }
}

extension [AwardUnit] {
  /// “North and South”; nil for a tender that is not divided.
  package var lotTitles: String? {
    let titles = compactMap(\.lot?.title)
    return titles.isEmpty ? nil : titles.joinedInWords
  }
}
