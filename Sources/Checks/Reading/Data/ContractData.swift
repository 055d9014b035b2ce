internal import Content
internal import Diagnostics
internal import Tenders

// What the contract is worth, and how many there are of things that can be counted.

extension Tender {
  var contractData: [Datum] { [moneyDatum] + countData }

  // MARK: Money

  private var moneyDatum: Datum {
    let ofLots = lots.flatMap { sums(of: $0.contract, "lots.\($0.id).", $0.title) }
    return Datum(
      kind: .money, naming: .money.unless(otherVAT).called(namesOfLots), facts: sums(of: contract, "", nil) + ofLots)
  }

  /// `North Testham: £140,000 a year`, and the same in brackets.
  private var namesOfLots: [Phrase] {
    lots.enumerated().flatMap { index, lot in
      [":", "("].map { Phrase(title: lot.title, before: $0) } + [Phrase("lot \(index + 1) is? :|(|worth|has")]
    }
  }

  /// Words that say that a sum has VAT in it where ours has not, or the other way round.
  private var otherVAT: Set<String> {
    switch contract.value.vat.value {
    case .before: .words("including inclusive included incl gross")
    case .including: .words("before excluding exclusive ex excl plus net without")
    case .exempt, nil: []
    }
  }

  private func sums(of contract: ContractFacts, _ path: String, _ lot: String?) -> [Datum.Fact] {
    func fact(_ path: String, _ written: [Written<Money>], _ per: Sum.Per, drawnAs key: String?) -> Datum.Fact? {
      let sums = written.compactMap(\.located)
      guard let first = sums.first, sums.count == written.count else { return nil }
      let words = sums.map(\.value.words).joined(separator: " to ") + (per == .year ? " a year" : "")
      return .init(
        value: .pounds(sums.map { Double($0.value.pence) / 100 }, per), place: first.place, words: words,
        path: key.map { path + $0 }, lot: lot)
    }
    let (value, budget) = (contract.value, contract.budget)
    // A budget is for a year where it is nearer to the value of a year.
    let most = budget.to.located ?? budget.from.located
    let isYearly = value.perYear.located.map { year in (most?.value.pence ?? 0) <= year.value.pence * 2 } ?? false
    let per: Sum.Per = isYearly ? .year : .whole
    return [
      fact(path, [value.perYear], .year, drawnAs: "value.per-year"),
      fact(path, [value.total], .whole, drawnAs: "value.total"),
      fact(path, [budget.to], per, drawnAs: "budget.to"), fact(path, [budget.from], per, drawnAs: "budget.from"),
      fact(path, [budget.from, budget.to], per, drawnAs: nil),
    ].compactMap(\.self)
  }

  // MARK: Counts

  private var countData: [Datum] {
    func datum(_ naming: Naming, _ numbers: [Int], at place: Place?) -> Datum {
      let facts =
        place.map { place in numbers.map { Datum.Fact(value: .count($0), place: place, words: "\($0)") } } ?? []
      return Datum(kind: .count, naming: naming, facts: numbers.contains(0) ? [] : facts)
    }
    let (framework, points) = (contract.outcomes.keyPlace, facts.breakPoints.items)
    let ofLots = lots.map { lot in questions.count { $0.isFor(lot.id) } }
    // A lot may place an outcome elsewhere, so that levels count only where there are none.
    let levels = Level.allCases.map { level in lots.isEmpty ? outcomes.count { $0.level == level } : 0 }
    return [
      datum(.questions, [questions.count] + ofLots, at: questions.first?.file.place),
      datum(Naming.outcomes[0], [outcomes.count] + lots.map(\.outcomes.count), at: framework),
      datum(Naming.outcomes[1], [levels[0]], at: framework), datum(Naming.outcomes[2], [levels[1]], at: framework),
      datum(.lots, [lots.count], at: facts.lots.keyPlace),
      datum(.criteria, numbersOfCriteria, at: contract.criteria.keyPlace),
      datum(.countedBreakPoints, [points.count], at: facts.breakPoints.keyPlace),
      datum(.gates, [facts.gates.items.count], at: facts.gates.keyPlace),
      datum(
        .qualityCharacteristics, [qualityCharacteristics.count], at: facts.qualityCharacteristics.keyPlace),
    ]
  }

  /// People count a criterion with parts as one, or its parts, or both.
  private var numbersOfCriteria: [Int] {
    ([criteria] + criteriaSets.map(\.criteria)).flatMap { set -> [Int] in
      let parts = set.map(\.parts.count)
      return [set.count, parts.reduce(0) { $0 + max($1, 1) }, parts.reduce(0) { $0 + $1 + 1 }]
    }
  }
}
