internal import Diagnostics

/// What a provider asks about a tender first.
package struct KeyFact: Sendable {
  package let name: String
  /// Nil while it is not written yet.
  package let words: String?
  package let detail: String?

  fileprivate init(_ name: String, _ words: String?, _ detail: String? = nil) {
    (self.name, self.words, self.detail) = (name, words, detail)
  }
}

extension Tender {
  package var keyFacts: [KeyFact] {
    let days = [date(.start), date(.end)].compactMap(\.self).map(\.day.shortWords)
    let asked = askedWords
    let period = days.count == 2 ? "\(days[0]) to \(days[1])" : nil
    let own = [DateKey.start, .end].contains { key in differs { $0.dates[key]?.value.iso } } ? Lot.unlessOwn : ""
    return [
      KeyFact("Value", value?.words, budgetWords.map { "Budget: \($0)" }),
      KeyFact(
        "Contract", sharedWords(\.termWords) ?? days.first.map { "From \($0)\(own)" }, period.map { $0 + own }),
      KeyFact(
        "Who may bid", whoMayBid,
        [facts.reserved.reason.value?.withStop, divided].compactMap(\.self).joined(separator: " ")),
      KeyFact("What you send", asked ?? submission?.words, asked == nil ? nil : howAndHowLong),
      KeyFact(
        "Questions until", date(.questionsClose)?.wordsWithZone,
        date(.answersBy).map { "Answered for everyone by \($0.words)" }),
      KeyFact("Who to ask", contact?.role, contact?.email),
    ]
  }

  private var divided: String {
    lots.isEmpty ? "One contract, not divided" : "\(lots.count) lots: " + lots.map(\.title).joinedInWords
  }

  /// “By email. About 8 days of one person's work”.
  private var howAndHowLong: String {
    [submission?.words, hardestEffort.effort.daysWords].compactMap(\.self).joined(separator: ". ")
  }
}

extension Tender.Submission {
  /// “By email”.
  package var words: String { how.words }
}
