internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A least score is one that the scale has, and scores are said out of what the scale goes up to.
  static let minimumOutOfReach = Rule("W17", "minimum-out-of-reach", .error, source: Source.arithmetic) {
    tender, context in
    let above = tender.questions.compactMap { question -> Diagnostic? in
      guard let minimum = question.facts.minimum.located, let top = question.scale?.top, top < minimum.value else {
        return nil
      }
      return context.finding(
        "an answer must reach \(minimum.value.number), and its scale ends at \(top.number)", tender.unfinished,
        value: "\(minimum.value.number) of \(top.number)", at: minimum.place,
        help: "Write a score of the scale, or choose another scale.")
    }
    return above + [tender.facts.assessment.minimum.located.flatMap { words($0, tender, context) }].compactMap(\.self)
  }

  /// The least of all answers, which is said in words: “At least 1 out of 4 for every answer”.
  private static func words(_ minimum: Located<String>, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let tops = Set(tender.scales.compactMap(\.top))
    guard !tops.isEmpty else { return nil }
    for match in minimum.value.matches(of: /(\d+(?:\.\d+)?)(?: out of |\/| of )(\d+(?:\.\d+)?)\b/) {
      guard let score = Weight(String(match.1)), let whole = Weight(String(match.2)) else { continue }
      let isKnown = tops.contains(whole) || tender.weighs(whole)
      guard !isKnown || whole < score else { continue }
      let ends = tops.sorted().map(\.number).joinedInWords
      return context.finding(
        isKnown
          ? "“\(match.0)” is more than there is"
          : "“\(match.0)” counts up to \(whole.number), and the \(tops.count == 1 ? "scale ends" : "scales end") at \(ends)",
        .warning, value: String(match.0), at: minimum.place,
        help: "Write the least score as the scale has it, such as “at least 1 out of \(ends)”.")
    }
    return nil
  }
}

extension Scale {
  fileprivate var top: Weight? { levels.map(\.score).max() }
}

extension Tender {
  /// Whether some marks come to a number: all of them, or those of a criterion, a part or a question.
  fileprivate func weighs(_ number: Weight) -> Bool {
    let all = criteria + lots.flatMap(\.criteria)
    return number == .whole
      || all.contains { $0.weight?.value == number || $0.parts.contains { $0.weight?.value == number } }
      || questions.contains { $0.weight?.value == number }
  }
}
