internal import Diagnostics
internal import Tenders

extension Rule {
  /// The contract says that activities and indicators may change.
  static let noRoomToChange = Rule(
    "C02", "no-room-to-change", .warning, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    let page = tender.page(.contract)
    // A draft's contract may not be written yet.
    guard tender.stage != .draft || page != nil, !tender.covers(.activityReview) else { return [] }
    return [
      context.finding(
        "no page says that activities and indicators may be changed at a review", value: "not said",
        at: tender.place(of: .contract),
        help: "Say in contract.md who may change them and how, and write covers: [activity-review] in its front matter."
      )
    ]
  }
}
