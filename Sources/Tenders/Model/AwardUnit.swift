/// What is bid for and awarded by itself: the contract as a whole, or one of its lots.
package struct AwardUnit: Sendable {
  /// Nil where the tender is not divided.
  package let lot: Lot?
  /// What is agreed for it.
  package let contract: ContractFacts
  package let criteria: Indexed<Criterion>

  /// The criterion that price is scored by.
  package var priceCriterion: Criterion? { criteria.first { $0.share == .price } }

  /// Whether the lowest price gets all the points, and another its share of them.
  package var comparesPrices: Bool { contract.price.formula.value == .lowestOverBid }

  /// The years of the contract, where it has whole years and no more of them than a person can see at once.
  package var years: Int? {
    guard let months = contract.term.months.value, months > 0, months.isMultiple(of: 12), months <= 240
    else { return nil }
    return months / 12
  }
}

extension Tender {
  /// The tender as one whole.
  package var whole: AwardUnit { AwardUnit(lot: nil, contract: contract, criteria: criteria) }

  /// The contract, or each of its lots.
  package var awardUnits: [AwardUnit] { lots.isEmpty ? [whole] : lots.map(\.awardUnit) }
}

extension Lot {
  package var awardUnit: AwardUnit { AwardUnit(lot: self, contract: contract, criteria: criteria) }
}
