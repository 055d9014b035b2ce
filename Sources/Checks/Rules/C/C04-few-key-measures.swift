internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// In the full regime, a large contract has key performance indicators. The light-touch regime does not ask for them.
  static let fewKeyMeasures = Rule(
    "C04", "few-key-measures", .note, source: Source.act52, profiles: [.full],
    thresholds: [.keyMeasuresValue, .keyMeasuresLeast], until: .contract
  ) { tender, context in
    let (value, least) = (context.limit(.keyMeasuresValue), context.limit(.keyMeasuresLeast))
    let count = tender.facts.measures.items.count
    guard context.isUnderAct(tender), count < least.value else { return [] }
    let valued = tender.parties(to: \.value)
    return (valued.count == 1 ? valued : Array(valued.dropFirst())).compactMap { unit in
      guard let total = unit.contract.value.total.located, total.value > value.money else { return nil }
      return context.finding(
        "a contract of \(total.value.words)\(unit.lot.words) has \(count) measure\(count == 1 ? "" : "s"); above \(value.words), as far as we could find out, the Act asks for at least \(least.words) key performance indicators",
        value: "\(count)", at: tender.facts.measures.isWritten ? tender.facts.measures.keyPlace : total.place,
        against: [value, least],
        help: "Name three measures that show best whether the contract works. Ask your lawyer if you mean to have none."
      )
    }
  }
}
