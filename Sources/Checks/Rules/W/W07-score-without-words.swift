internal import Diagnostics
internal import Tenders

extension Rule {
  /// Every answer is scored by a scale, and every score has words that say when it is given.
  static let scoreWithoutWords = Rule("W07", "score-without-words", .warning, source: Source.act23) { tender, context in
    let priced = Set(tender.criteriaSets.flatMap(\.criteria).filter { $0.share == .price }.map(\.id))
    let unscaled = tender.questions.filter { question in
      !question.facts.scale.isWritten && question.weight?.value != .zero
        && !priced.contains(question.criterion?.criterion ?? "")
    }
    let levels = tender.scales.flatMap { scale in scale.levels.filter { ($0.descriptor ?? "").isEmpty } }
    return unscaled.map { question in
      context.finding(
        "nothing says which scores the answer to “\(question.title)” can get", value: "no scale",
        at: question.titlePlace,
        help: "Write scale: and the name of a file in the folder scales, in which every score has its words.")
    }
      + levels.map { level in
        context.finding(
          "score \(level.score.number), “\(level.title)”, has no words that say when it is given",
          value: level.score.number, at: level.place,
          help: "Write a descriptor: what an answer shows that gets this score and not the one below.")
      }
  }
}
