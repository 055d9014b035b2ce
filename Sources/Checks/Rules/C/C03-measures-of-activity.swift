internal import Diagnostics
internal import Tenders

extension Rule {
  /// What the contract is measured by comes from the outcomes, and not from a list of what was done.
  static let measuresOfActivity = Rule(
    "C03", "measures-of-activity", .warning, source: Source.guide, profiles: [.outcomes],
    thresholds: [.outcomeMeasuresLeast], until: .contract
  ) { tender, context in
    let least = context.limit(.outcomeMeasuresLeast)
    // A measure of an indicator that is not there has been reported as a broken reference.
    let measures = tender.facts.measures.items.compactMap { measure in
      measure.indicator.located.flatMap { path in
        tender.indicator(path.value).map {
          (counts: $0.indicator.countsActivity, text: $0.indicator.text, place: path.place)
        }
      }
    }
    let counting = measures.filter(\.counts)
    let share = measures.count - counting.count
    guard let first = counting.first, share * 100 < least.value * measures.count else { return [] }
    return [
      context.finding(
        "\(share == 0 ? "all" : "\(counting.count) of \(measures.count)") contract measures count what the service does, such as “\(first.text)”; at least \(least.words) should be about what changes",
        value: "\(counting.count) of \(measures.count)", at: first.place, against: [least],
        help: "Take measures from the subjective and objective indicators of the outcomes.",
        related: counting.dropFirst().map { .init("and this one", at: $0.place) })
    ]
  }
}
