internal import Diagnostics
internal import Tenders

extension Rule {
  /// Conditions ask whether a bidder could do the work, and not how large or how old it is.
  static let hurdlesOfSize = Rule(
    "T10", "hurdles-of-size", .warning, source: Source.guide, thresholds: [.turnoverMost]
  ) { tender, context in
    return turnover(tender, context) + accounts(tender, context) + insurance(tender, context)
  }

  private static func turnover(_ tender: Tender, _ context: RuleContext) -> [Diagnostic] {
    let phrases = [
      "annual turnover", "yearly turnover", "minimum turnover", "turnover of at least", "turnover of £*",
      "turnover of more", "turnover above", "turnover over £*",
    ]
    let most = context.limit(.turnoverMost)
    let perYear = tender.effort().perYear
    return tender.asks(for: phrases).withoutOverlap.map { asked in
      let amount = asked.sentence.money
      let ceiling = perYear.map { Money(pence: $0.pence / 100 * min(most.value, 1_000) * 100) }
      let isHigh = amount.flatMap { amount in ceiling.map { $0 < amount } } ?? false
      let value = amount.map { "a turnover of \($0.words)" } ?? "turnover"
      return context.finding(
        isHigh
          ? "bidders need \(value): more than \(most.words) the \(perYear?.words ?? "") that the contract is worth in a year"
          : "bidders are asked for \(amount == nil ? "their turnover" : value)",
        value: value, at: asked.place, against: isHigh ? [most] : [],
        help: "Ask instead how they would pay wages and bills in the first months, and pay in advance if you can.")
    }
  }

  private static func accounts(_ tender: Tender, _ context: RuleContext) -> [Diagnostic] {
    let phrases = [
      "audited accounts", "years of accounts", "years accounts", "years of audited", "years audited",
      "years of financial", "years financial accounts", "sets of accounts", "years trading",
    ]
    return tender.asks(for: phrases).withoutOverlap.filter { !$0.sentence.offersAnother }.map { asked in
      context.finding(
        "bidders are asked for accounts of past years, which a young or a small organisation may not have",
        value: asked.phrase, at: asked.place,
        help: "Take any proof that money is in hand: a budget, a letter from a bank, the accounts of a partner.")
    }
  }

  private static func insurance(_ tender: Tender, _ context: RuleContext) -> [Diagnostic] {
    let phrases = [
      "in place", "already have", "already hold", "currently have", "currently hold", "with your bid", "when you bid",
    ]
    return tender.asks(for: phrases).filter { $0.sentence.isAboutInsurance && !$0.sentence.waitsForTheContract }
      .map { asked in
        context.finding(
          "bidders are asked to have insurance before they have won", value: "insurance \(asked.phrase)",
          at: asked.place, help: "Ask whether they would have it on the day on which the contract starts.")
      }
  }
}

extension [RequestedEvidence] {
  /// Of phrases that stand in one sentence, the first.
  fileprivate var withoutOverlap: [RequestedEvidence] {
    var seen: Set<String> = []
    return filter { seen.insert($0.place.file + $0.sentence).inserted }
  }
}

extension String {
  /// Whether other proof will do as well.
  fileprivate var offersAnother: Bool { lowercased().split { !$0.isLetter }.contains("or") }

  fileprivate var isAboutInsurance: Bool {
    lowercased().split { !$0.isLetter }.contains { $0.hasPrefix("insur") || $0 == "indemnity" }
  }

  fileprivate var waitsForTheContract: Bool {
    lowercased().split { !$0.isLetter }.contains { word in
      ["start", "begin", "award", "win", "won", "chosen", "choose", "commit", "promise", "will", "would", "contract"]
        .contains { word.hasPrefix($0) }
    }
  }

  /// The first sum of money in it: `£900,000`, `£1.5m`, `£2 million`.
  fileprivate var money: Money? {
    guard let sign = firstIndex(of: "£") else { return nil }
    let number = self[sign...].dropFirst().prefix { $0.isNumber || ",.".contains($0) }
    let unit = self[number.endIndex...].drop { $0 == " " }.prefix { $0.isLetter }.lowercased()
    let digits = String(number).trimming(",.")
    guard let money = Money(digits) else { return nil }
    let times = ["m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "k": 1_000, "thousand": 1_000][unit] ?? 1
    return money.pence < 100_000_000_000 ? Money(pence: money.pence * times) : money
  }

  private func trimming(_ marks: String) -> String {
    var text = self
    while let last = text.last, marks.contains(last) { text.removeLast() }
    return text
  }
}
