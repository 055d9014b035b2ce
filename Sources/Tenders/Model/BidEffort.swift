internal import Diagnostics
internal import Markdown

/// What it takes to bid for a tender, or for one of its lots, as a provider counts it before deciding.
package struct BidEffort: Sendable, Hashable {
  package let questions: Int
  /// Words asked for at most. A page counts as 500 and six characters as one; a question without a limit as none.
  package let words: Int
  package let length: AnswerLength
  /// What is to be filled in beside the questions: the impact map, the price schedule, forms, attachments to return.
  package let documents: Int
  /// What is asked for as proof, one for each condition of taking part.
  package let proofs: Int
  package let signatures: Int
  /// What the contract is worth in a year.
  package let perYear: Money?
  /// From the day of issue to the deadline.
  package let daysAllowed: Int?

  /// An estimate in days of one person's work: one to read and decide, one for each 1,000 words of answers, and a
  /// quarter for each document, proof and signature. It is ours, and leaves out the time of people whom a bidder asks.
  package var days: Int {
    let quarters = 4 + (words + 249) / 250 + documents + proofs + signatures
    return (quarters + 3) / 4
  }

  /// “About 8 days of one person's work”.
  package var daysWords: String { "About \(days.counting("day")) of one person's work" }

  /// “2 documents to fill in, 4 proofs and 1 signature”; nil where nothing is asked for but answers.
  package var restWords: String? {
    let parts = [
      documents == 0 ? nil : documents.counting("document") + " to fill in",
      proofs == 0 ? nil : proofs.counting("proof"), signatures == 0 ? nil : signatures.counting("signature"),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joinedInWords
  }

  /// All of it in a sentence: “9 answers, 3,600 words at most, 2 documents to fill in and 1 signature: about 6 days of one
  /// person's work, for £450,000 a year, within 74 days”.
  package var sentence: String {
    let asked = ([questions.counting("answer")] + [length.words].compactMap(\.self)).joined(separator: ", ")
    let stakes = [perYear.map { "for \($0.words) a year" }, daysAllowed.map { "within \($0.counting("day"))" }]
      .compactMap(\.self)
    return ([[asked, restWords].compactMap(\.self).joined(separator: ", ") + ": \(daysWords.loweringFirst)"] + stakes)
      .joined(separator: ", ")
  }

  /// What the estimate rests on, for whoever reads it.
  package var explanation: String {
    let pages = length.isInWords ? "" : " A page counts as 500 words, and six characters as one."
    let open = length.withoutLimit == 0 ? "" : " An answer without a limit counts as no words."
    return """
      Work to bid is an estimate: a day to read and decide, a day for each 1,000 words, and a quarter of a day for each \
      document, proof and signature.\(pages)\(open) The time of the people whom you ask comes on top.
      """
  }
}

extension String {
  /// As it goes on a sentence.
  /// For words of the program alone: whatever an author calls a thing keeps its capital.
  package var loweringFirst: String { prefix(1).lowercased() + dropFirst() }

  /// With a full stop, unless something ends it already.
  package var withStop: String { last.map { ".?!…".contains($0) } ?? true ? self : self + "." }
}

extension Int {
  /// “1 day”, “1,200 days”.
  package func counting(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }
}

extension Tender {
  /// What a bid for a lot takes, or a bid for a tender that has none. Without a lot's name all questions count.
  package func effort(for lot: Lot? = nil) -> BidEffort {
    let asked = questions.filter { $0.isFor(lot?.id) }
    let attachments = facts.attachments.items.map(\.use.value)
    let returned = attachments.count { $0 == .fillIn || $0 == .sign }
    let declarations = forms.flatMap(\.sections).flatMap(\.fields).count { $0.kind == .declaration }
    let maps = [!outcomes.isEmpty, priceForm(of: lot?.awardUnit ?? whole) != nil].count { $0 }
    let contract = lot?.contract ?? contract
    return BidEffort(
      questions: asked.count, words: asked.compactMap(\.limit?.inWords).reduce(0, +),
      length: AnswerLength(of: asked), documents: maps + forms.count + returned, proofs: facts.conditions.items.count,
      // The response form ends with one.
      signatures: (asked.isEmpty ? 0 : 1) + declarations + attachments.count { $0 == .sign },
      perYear: contract.valuePerYear, daysAllowed: contract.daysAllowed(in: self))
  }

  /// The lot that asks for most, and what it takes; the tender as a whole where it has no lots.
  package var hardestEffort: (lot: Lot?, effort: BidEffort) {
    let efforts = lots.map { (lot: Optional($0), effort: effort(for: $0)) }
    return efforts.max { $0.effort.words < $1.effort.words } ?? (nil, effort())
  }
}

extension AnswerLimit {
  /// About how many words it leaves room for.
  package var inWords: Int {
    switch unit {
    case .pages: count * 500
    case .characters: count / 6
    case .words: count
    }
  }
}

extension ContractFacts {
  /// What a contract is worth in a year: as written, or the whole divided by its length.
  fileprivate var valuePerYear: Money? {
    if let year = value.perYear.value { return year }
    guard let total = value.total.value, let months = term.months.value, months > 0 else { return nil }
    return Money(pence: total.pence / months * 12 + total.pence % months * 12 / months)
  }

  fileprivate func daysAllowed(in tender: Tender) -> Int? {
    func day(_ key: DateKey) -> Day? { (dates[key] ?? tender.contract.dates[key])?.value.day }
    guard let issued = day(.issued), let deadline = day(.deadline), issued < deadline else { return nil }
    return deadline.ordinal - issued.ordinal
  }
}
