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
    return answersWords + (answerLengthWords.map { ", \($0)" } ?? "")
  }

  /// “9 answers”, “8 or 9 answers”.
  package var answersWords: String {
    let counts = questionCounts
    return counts.max() == 1 ? 1.counting("answer") : "\(Self.range(counts)) answers"
  }

  /// “9”, “8 or 9”, “8 to 11”.
  package var questionCountWords: String { Self.range(questionCounts) }

  /// “3,600 words and 4 pages at most (1 answer has no limit)”; nil where nothing is asked.
  package var answerLengthWords: String? {
    let asked = lots.isEmpty ? [Array(questions)] : lots.map { lot in questions.filter { $0.isFor(lot.id) } }
    return AnswerLength.words(of: asked.map { AnswerLength(of: $0) })
  }

  /// “74 days”, “102 or 109 days”: from the day of issue to the deadline.
  package var daysAllowedWords: String? {
    let days = awardUnits.compactMap { effort(for: $0.lot).daysAllowed }
    return days.isEmpty ? nil : AnswerLength.counted(days, "day")
  }

  private var questionCounts: [Int] {
    lots.isEmpty ? [questions.count] : lots.map { lot in questions.count { $0.isFor(lot.id) } }
  }

  fileprivate static func range(_ counts: [Int]) -> String {
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

/// How long the answers of a bid may be together, each in what it is limited in.
package struct AnswerLength: Sendable, Hashable {
  private let limits: [LimitUnit: Int]
  package let withoutLimit: Int
  private let answers: Int

  init(of questions: [Question]) {
    let written = questions.compactMap(\.limit)
    limits = written.reduce(into: [:]) { $0[$1.unit, default: 0] += $1.count }
    withoutLimit = questions.count - written.count
    answers = questions.count
  }

  /// Whether no answer is limited in anything but words.
  package var isInWords: Bool { limits.keys.allSatisfy { $0 == .words } }

  /// “3,600 words and 4 pages at most (1 answer has no limit)”; nil where nothing is asked.
  package var words: String? { Self.words(of: [self]) }

  /// The same for lots that may differ: “3,400 or 3,600 words at most”.
  static func words(of lengths: [AnswerLength]) -> String? {
    guard lengths.contains(where: { $0.answers > 0 }) else { return nil }
    let parts = LimitUnit.allCases.compactMap { unit -> String? in
      let counts = lengths.map { $0.limits[unit] ?? 0 }
      return counts.max() == 0 ? nil : counted(counts, String(unit.rawValue.dropLast()))
    }
    guard !parts.isEmpty else { return "with no limit of length" }
    let open = lengths.map(\.withoutLimit)
    let rest = open.max() == 0 ? "" : " (\(counted(open, "answer")) \(open.max() == 1 ? "has" : "have") no limit)"
    return "\(parts.joinedInWords) at most\(rest)"
  }

  fileprivate static func counted(_ counts: [Int], _ noun: String) -> String {
    "\(Tender.range(counts)) \(noun)\(counts.max() == 1 ? "" : "s")"
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
