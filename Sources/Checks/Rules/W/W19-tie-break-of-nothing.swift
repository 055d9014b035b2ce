internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Two bids that are level are parted by something that is scored.
  static let tieBreakOfNothing = Rule("W19", "tie-break-of-nothing", .warning, source: Source.act23) {
    tender, context in
    guard let tieBreak = tender.facts.assessment.tieBreak.located, !tender.criteriaSets.isEmpty else { return [] }
    let words = tieBreak.value.stems
    let names = tender.scoredNames.flatMap(\.stems)
    guard !words.contains(where: { word in names.contains { word.hasPrefix($0) || $0.hasPrefix(word) } }) else {
      return []
    }
    return [
      context.finding(
        "the tie-break names nothing that is scored: “\(tieBreak.value)”", value: tieBreak.value, at: tieBreak.place,
        help:
          "Name the criterion, the part or the question whose points decide, and a second one in case those are level."
      )
    ]
  }
}

extension Tender {
  /// What points are given for, by all its names.
  fileprivate var scoredNames: [String] {
    let all = criteria + lots.flatMap(\.criteria)
    let titles = all.flatMap { [$0.title, $0.id] + $0.parts.flatMap { [$0.title, $0.id] } }
    let asked = questions.flatMap {
      [$0.title, $0.group == .other ? "" : $0.group.words] + $0.qualityCharacteristics.map(\.title)
    }
    let shares = all.map { $0.share == .price ? "price cost cheaper cheapest money" : $0.share.rawValue }
    // A question by its number, or whatever has the most weight.
    return titles + asked + shares + ["question", "criterion", "criteria", "weight"]
  }
}

extension String {
  /// The words that may name something, without those that every sentence about points has.
  fileprivate var stems: [Substring] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 4 && !Self.common.contains($0) }
  }

  private static let common: Set<Substring> = [
    "bids", "bidder", "bidders", "tender", "tenders", "point", "points", "score", "scores", "scored", "marks", "wins",
    "winner", "highest", "higher", "lowest", "lower", "more", "most", "best", "better", "level", "with", "that", "this",
    "will", "would", "have", "they", "them", "what", "which", "your", "from", "when", "than", "first", "second", "good",
    "their", "people", "council", "panel", "decide", "decides", "between",
  ]
}
