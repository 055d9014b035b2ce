internal import Content
internal import Diagnostics
internal import Tenders

/// What is bid for by itself: the contract, or one of its lots.
struct Contest {
  let lot: Lot?
  /// The tender's facts as they are for it.
  let record: Record
  let criteria: [Criterion]

  var price: Record? { record.record("price") }

  /// The criterion that price is scored by.
  var priceCriterion: Criterion? { criteria.first { $0.share == .price } }

  /// Whether the lowest price gets all the points, and another its share of them.
  var comparesPrices: Bool { price?.text("formula")?.value == "lowest-over-bid" }

  /// The years of the contract, where it has whole years and no more of them than a person can see at once.
  var years: Int? {
    guard let months = record.record("term")?.whole("months"), months > 0, months.isMultiple(of: 12), months <= 240
    else { return nil }
    return months / 12
  }
}

extension Tender {
  /// The contract, or each of its lots.
  var contests: [Contest] {
    guard !lots.isEmpty else { return [Contest(lot: nil, record: record, criteria: criteria)] }
    return lots.map { Contest(lot: $0, record: $0.record, criteria: $0.criteria) }
  }
}

/// What a budget says.
struct BudgetWords {
  let words: String?

  init(_ budget: Record) {
    let (from, to) = (budget.money("from")?.value.words, budget.money("to")?.value.words)
    words =
      switch budget.text("kind")?.value {
      case "fixed": (to ?? from).map { "fixed at \($0)" }
      case "range": from.flatMap { from in to.map { "from \(from) to \($0)" } }
      case "ceiling": (to ?? from).map { "at most \($0)" }
      default: nil
      }
  }
}
