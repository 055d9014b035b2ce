internal import Diagnostics
internal import Tenders

extension Rule {
  /// Answers about co-production are read against a guide that says what each level looks like.
  static let noGradedGuide = Rule(
    "Q05", "no-graded-guide", .warning, source: Source.guide, profiles: [.outcomes], thresholds: [.guideLevelsLeast]
  ) { tender, context in
    let least = context.limit(.guideLevelsLeast)
    return tender.questions.filter { $0.isAboutCoProduction && $0.weight?.value != .zero }.compactMap { question in
      guard let written = question.facts.matrix.located else {
        return context.finding(
          "“\(question.title)” is about co-production, and no graded guide says what a weak and a strong answer look like",
          value: "no matrix", at: question.titlePlace,
          help: "Write matrix: with the name of a guide in matrices, such as co-production.")
      }
      // A guide that is not there has been reported as a broken reference.
      guard let guide = question.matrix, guide.columns.count < least.value else { return nil }
      return context.finding(
        "“\(question.title)” is read by a guide with \(guide.columns.count) level\(guide.columns.count == 1 ? "" : "s"), and \(least.words) are usual",
        value: "\(guide.columns.count)", at: written.place, against: [least],
        help: "Give the guide a level for each step from not there to excellent.")
    }
  }
}
