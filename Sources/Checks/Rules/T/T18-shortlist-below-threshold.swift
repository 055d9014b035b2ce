internal import Diagnostics
internal import Tenders

extension Rule {
  /// Below the threshold nobody is shortlisted by who they are.
  static let shortlistBelowThreshold = Rule(
    "T18", "shortlist-below-threshold", .warning, source: Source.act85, profiles: [.belowThreshold]
  ) { tender, context in
    guard context.subject.model.site.isUnderTheAct else { return [] }
    let stages = tender.facts.stages.items.dropLast().compactMap { stage in
      stage.shortlist.located.map {
        (text: $0, what: "the stage “\(stage.title.value ?? "")” shortlists bidders")
      }
    }
    let conditions = tender.facts.conditions.items.compactMap { condition in
      condition.consequence.located.flatMap { text in
        text.value.shortlists ? (text: text, what: "a condition decides who goes on to the next stage") : nil
      }
    }
    return (stages + conditions).map { found in
      context.finding(
        "\(found.what), and guidance says that a tender below the threshold may not choose whose bids it reads",
        value: found.text.value, at: found.text.place,
        help: "Read every bid in one stage, and ask your legal team before you do otherwise.")
    }
  }
}

extension String {
  fileprivate var shortlists: Bool {
    let text = lowercased()
    return ["shortlist", "second stage", "next stage", "not invited"].contains { text.contains($0) }
  }
}
