internal import Diagnostics
internal import Tenders

extension Rule {
  /// There is a monitoring form, and those who use the service have a part in the monitoring. The form of the pack asks
  /// the questions about outcomes by itself; it is made as soon as there are measures.
  static let monitoringWithoutPeople = Rule(
    "C05", "monitoring-without-people", .warning, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    let measures = tender.facts.measures.items
    guard let first = measures.first else {
      // The bare beginning of a draft has no measures yet.
      guard tender.stage != .draft, !tender.outcomes.isEmpty else { return [] }
      return [
        context.finding(
          "no measure is agreed, so the pack has no monitoring form that asks what has changed", value: "no measures",
          at: tender.facts.measures.isWritten ? tender.facts.measures.keyPlace : tender.titlePlace,
          help: "Write measures: with the indicators that you would look at together.")
      ]
    }
    let lookers = measures.compactMap { $0.by.located }
    guard lookers.allSatisfy({ $0.value.namesOnlyOfficials }) else { return [] }
    return [
      context.finding(
        "nobody who uses the service has a part in the measuring, as far as the \(measures.count == 1 ? "only measure says" : "\(measures.count) measures say")",
        value: lookers.isEmpty ? "nobody" : lookers.map(\.value).joined(separator: "; "),
        at: lookers.first?.place ?? first.place,
        help: "Let people who use the service ask some of the questions, and say so in by:.")
    ]
  }
}

extension String {
  /// “Provider”, “The council and the provider”: nobody else is named.
  fileprivate var namesOnlyOfficials: Bool {
    lowercased().split { !$0.isLetter && $0 != "-" }.allSatisfy { Self.officials.contains(String($0)) }
  }

  private static let officials: Set = [
    "the", "a", "our", "your", "and", "or", "with", "of", "by", "provider", "providers", "council", "councils",
    "commissioner", "commissioners", "commissioning", "contract", "manager", "managers", "officer", "officers", "staff",
    "team", "lead", "contractor", "supplier", "you", "we",
  ]
}
