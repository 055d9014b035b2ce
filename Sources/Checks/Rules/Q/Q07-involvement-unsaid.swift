internal import Diagnostics
internal import Tenders

extension Rule {
  /// The pack says who was talked to before it was written, and when people will be asked next.
  static let involvementUnsaid = Rule(
    "Q07", "involvement-unsaid", .note, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    let page = tender.page(.engagement)
    // A draft's record of talks may not be written yet.
    guard tender.stage != .draft || page != nil else { return [] }
    let missing = [
      page == nil ? "who was involved so far" : nil,
      tender.covers(.nextInvolvement) ? nil : "when people will be involved next",
    ].compactMap(\.self)
    guard !missing.isEmpty else { return [] }
    return [
      context.finding(
        "the pack does not say \(missing.joinedInWords)", value: missing.joined(separator: ", "),
        at: tender.place(of: .engagement),
        help: page == nil
          ? "Write engagement.md: who you talked to, what they said and what you changed, and how you go on."
          : "Say it on a page of the pack, and write covers: [next-involvement] in that page's front matter.")
    ]
  }
}
