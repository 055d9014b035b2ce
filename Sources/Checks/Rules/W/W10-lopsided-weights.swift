internal import Diagnostics
internal import Tenders

extension Rule {
  /// No question is too small to matter, and none so large that the others do not.
  static let lopsidedWeights = Rule(
    "W10", "lopsided-weights", .note, source: Source.ours, thresholds: [.questionWeightLeast, .questionWeightMost]
  ) { tender, context in
    let (least, most) = (context.limit(.questionWeightLeast), context.limit(.questionWeightMost))
    return tender.questions.compactMap { question in
      guard let weight = question.weight, weight.value > .zero else { return nil }
      if weight.value < least.weight {
        return context.finding(
          "this question counts for \(weight.value.words), and below \(least.words) an answer hardly changes who wins",
          value: weight.value.words, at: weight.place, against: [least],
          help: "Join it to another question, or make it a gate.")
      }
      guard weight.value > most.weight else { return nil }
      return context.finding(
        "this question counts for \(weight.value.words), and above \(most.words) one answer decides the tender",
        value: weight.value.words, at: weight.place, against: [most],
        help: "Divide it, so that bidders can see what makes a good answer.")
    }
  }
}
