internal import Diagnostics
internal import Tenders

extension Rule {
  /// What co-production means here: in local words, with examples, and with what it is not.
  static let coProductionNotDefined = Rule(
    "Q02", "co-production-not-defined", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard let own = tender.qualityCharacteristics.first(where: { $0.id == "co-production" }) else {
      // The bare beginning of a draft names no quality characteristic yet.
      guard tender.stage != .draft || !tender.qualityCharacteristics.isEmpty else { return [] }
      return [
        context.finding(
          "this tender does not say what co-production means here", value: "not there",
          at: tender.facts.qualityCharacteristics.isWritten
            ? tender.facts.qualityCharacteristics.keyPlace : tender.titlePlace,
          help:
            "Describe it in quality-characteristics/co-production.md, with people who use the service, and name it in tender.md."
        )
      ]
    }
    let missing = [
      own.file.hasText ? nil : "a meaning in words of your own", own.examples.isEmpty ? "examples" : nil,
      own.isNot.isEmpty ? "what it is not" : nil,
    ].compactMap(\.self)
    guard !missing.isEmpty else { return [] }
    return [
      context.finding(
        "the description of co-production lacks \(missing.joinedInWords)", value: missing.joined(separator: ", "),
        at: own.titlePlace,
        help: "Ask people who use the service what it looks like when power is shared, and when it only seems to be.")
    ]
  }
}
