internal import Diagnostics
internal import Tenders

extension Rule {
  /// What bidders are asked for stands in proportion to what they could win.
  static let tooMuchToWrite = Rule(
    "T06", "too-much-to-write", .warning, source: Source.workbook,
    thresholds: [.effortWordsMost, .effortQuestionsMost, .effortLongAnswer, .effortModestValue]
  ) { tender, context in
    let (lot, effort) = tender.hardestEffort
    let most = context.limit(.effortWordsMost)
    guard effort.words > most.value else { return [] }
    let asked =
      "bidders\(lot.map { " for “\($0.title)”" } ?? "") write up to \(effort.words.grouped) words in "
      + "\(effort.questions.counting("answer")), \(effort.daysWords.loweringFirst)"
    let modest = effort.excess(context)
    return [
      context.finding(
        asked + (modest?.words ?? "; more than \(most.words) is a lot for a small bidder"), modest == nil ? .note : nil,
        value: effort.words.counting("word"), at: lot.flatMap(\.valuePlace) ?? tender.valuePlace ?? tender.titlePlace,
        against: modest?.limits ?? [most],
        help: modest == nil
          ? "Ask for less: leave out what would not change who wins."
          : "Halve the number of questions, then halve their length: ask only what would change who wins.",
        related: tender.longest(for: lot))
    ]
  }
}

extension BidEffort {
  /// What a warning says of a tender whose value does not bear the work; nil where it does, or where it is not known.
  fileprivate func excess(_ context: RuleContext) -> (words: String, limits: [Limit])? {
    let (questions, length) = (context.limit(.effortQuestionsMost), context.limit(.effortLongAnswer))
    let value = context.limit(.effortModestValue)
    guard let perYear, perYear < value.money, words > questions.value * length.value else { return nil }
    let time = daysAllowed.map { ", within \($0.counting("day"))" } ?? ""
    return (
      "\(time), for \(perYear.words) a year; below \(value.words) a year, \(questions.words) answers of \(length.words) are the most",
      [questions, length, value]
    )
  }
}

extension Tender {
  fileprivate var valuePlace: Place? { contract.value.perYear.keyPlace }

  /// The three answers that may be longest.
  fileprivate func longest(for lot: Lot?) -> [Diagnostic.Related] {
    let asked = questions.filter { $0.isFor(lot?.id) && $0.limit != nil }
    let longest = asked.sorted { ($0.limit?.inWords ?? 0) > ($1.limit?.inWords ?? 0) }.prefix(3)
    return longest.map { .init("“\($0.title)”: \($0.limit?.words ?? "")", at: $0.facts.limit.keyPlace) }
  }
}

extension Lot {
  fileprivate var valuePlace: Place? { contract.value.perYear.keyPlace }
}
