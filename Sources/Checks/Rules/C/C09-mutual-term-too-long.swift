internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A contract that is reserved to mutuals lasts five years at most. That is law, so no site can set another number.
  static let mutualTermTooLong = Rule("C09", "mutual-term-too-long", .error, source: Source.act33, until: .contract) {
    tender, context in
    let reserved = tender.record.record("reserved")
    guard context.isUnderAct(tender), let to = reserved?.text("to"), to.value.lowercased().contains("mutual") else {
      return []
    }
    let most = Threshold.mutualTermMost
    return tender.contracts.compactMap { lot, facts in
      let term = facts["term"] == nil ? to.place : facts.place(of: "term")
      guard let months = facts.months else {
        return context.finding(
          "this tender is reserved to mutuals, and nothing says how long the contract\(lot.words) lasts", .note,
          value: "no term", at: term, help: "Write term: with the months. It may be \(most.usualWords) at most.")
      }
      let all = months + facts.extensionMonths
      guard all > most.usual else { return nil }
      let isLongItself = months > most.usual
      return context.finding(
        "this tender is reserved to mutuals, and the contract\(lot.words) lasts \(isLongItself ? "" : "up to ")\(isLongItself ? months : all) months\(isLongItself ? "" : " with its extensions"); the law allows \(most.usualWords)",
        isLongItself ? .error : .warning, value: "\(all) months", at: term,
        help: "Make it \(most.usualWords) or less, or open the tender to everyone.")
    }
  }
}
