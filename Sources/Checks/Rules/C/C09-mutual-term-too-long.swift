internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A contract that is reserved to mutuals lasts five years at most. That is law, so no site can set another number.
  static let mutualTermTooLong = Rule("C09", "mutual-term-too-long", .error, source: Source.act33, until: .contract) {
    tender, context in
    let reserved = tender.facts.reserved
    guard context.isUnderAct(tender), let to = reserved.to.located, to.value.lowercased().contains("mutual") else {
      return []
    }
    let most = Threshold.mutualTermMost
    return tender.awardUnits.compactMap { unit in
      let (lot, contract) = (unit.lot, unit.contract)
      let term = contract.term.isWritten ? contract.term.keyPlace : to.place
      guard let months = contract.months else {
        return context.finding(
          "this tender is reserved to mutuals, and nothing says how long the contract\(lot.words) lasts", .note,
          value: "no term", at: term, help: "Write term: with the months. It may be \(most.usualWords) at most.")
      }
      let all = months + contract.extensionMonths
      guard all > most.usual else { return nil }
      let isLongItself = months > most.usual
      return context.finding(
        "this tender is reserved to mutuals, and the contract\(lot.words) lasts \(isLongItself ? "" : "up to ")\(isLongItself ? months : all) months\(isLongItself ? "" : " with its extensions"); the law allows \(most.usualWords)",
        isLongItself ? .error : .warning, value: "\(all) months", at: term,
        help: "Make it \(most.usualWords) or less, or open the tender to everyone.")
    }
  }
}
