internal import Diagnostics
internal import Tenders

extension Rule {
  /// When councillors look at the contract, and how people who use the service take part in it.
  static let scrutinyUnsaid = Rule(
    "C10", "scrutiny-unsaid", .note, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    let page = tender.page(.monitoring)
    // A draft's page about monitoring may not be written yet.
    guard tender.stage != .draft || page != nil, !tender.covers(.scrutiny) else { return [] }
    return [
      context.finding(
        "no page says when councillors will look at this contract, and how people who use the service take part",
        value: "not said", at: tender.place(of: .monitoring),
        help: "Say both in monitoring.md, and write covers: [scrutiny] in its front matter.")
    ]
  }
}
