internal import Diagnostics
internal import Tenders

extension Rule {
  /// The pack says whether organisations may bid together, pay others, and rely on what others can do.
  static let biddingTogetherUnsaid = Rule("T13", "bidding-together-unsaid", .warning, source: Source.guide) {
    tender, context in
    guard !tender.covers(.consortia) else { return [] }
    return [
      context.finding(
        "no page says whether organisations may bid together", value: "consortia", at: tender.titlePlace,
        help: "Say it on a page, such as the specification, and add `covers: [consortia]` to that page.")
    ]
  }
}
