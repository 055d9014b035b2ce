internal import Diagnostics
internal import Tenders

extension Rule {
  /// A tender has lots, or says why it has none.
  static let noWordAboutLots = Rule("T14", "no-word-about-lots", .warning, source: Source.act) { tender, context in
    guard !tender.isGrant, tender.lots.isEmpty, tender.facts.lotsReason.located == nil else {
      return []
    }
    return [
      context.finding(
        "the tender is one contract, and does not say why it is not divided into lots", value: "no lots",
        at: tender.titlePlace, help: "Add `lots-reason:` with the reason in a sentence, or divide the tender into lots."
      )
    ]
  }
}
