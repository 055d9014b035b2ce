internal import Content
internal import Diagnostics
internal import Tenders

/// All scores side by side, and the one that counts: agreed by the panel, or their mean.
struct ModerationSheet {
  let sheet: Sheet
  private let scoreColumn: Int

  init(
    _ scores: [ScoreSheet], _ tender: Tender, _ rules: ScoringRules, _ bidders: BiddersSheet, _ scales: ScalesSheet,
    name: String
  ) {
    let count = scores.count
    scoreColumn = count + 3
    var sheet = Sheet(name, columns: [30] + Array(repeating: 14, count: count) + [10, 10, 12, 60, 22])
    sheet.inputHeight = 30
    sheet.append(.text("Moderation", .title))
    sheet.append(
      .text(
        "Each person's score counts as much as anybody else's. “Apart” is how far the highest and the lowest are from each other: talk about the widest first.",
        .line))
    sheet.append(
      .text(
        rules.usesMean
          ? "The score is the mean of all, and is worked out when everyone has scored."
          : "Agree one score for each answer, and write the reason that the bidder will read.", .line))
    let heads = scores.map { $0.scorer.name + ($0.scorer.hasLivedExperience ? " (lived experience)" : "") }
    sheet.appendHead(
      ["Bidder"] + heads + [
        "Middle", "Apart", rules.usesMean ? "Mean" : "Agreed score", "Reason for the bidder", "To do",
      ])
    sheet.frozenColumns = 1
    for (index, question) in tender.questions.enumerated() {
      sheet.append(Blocks.heading(question, number: index + 1))
      sheet.append(Blocks.facts(question, scales, tender))
      for bidder in 0..<ScoringWorkbook.room {
        let takesPart = bidders.takesPart(bidder, in: bidders.lots(of: question))
        let given = scores.map { $0.score(index, bidder) }
        Self.append(given, bidders.name(bidder), takesPart, question.minimum, rules, to: &sheet)
      }
      if !rules.usesMean { Self.limit(question, sheet.area(Blocks.rows(index), scoreColumn), scales, in: &sheet) }
    }
    let all = sheet.area(Blocks.all(tender.questions.count), count + 5)
    sheet.highlights = [
      Highlight(all, "Give a reason", .alert), Highlight(all, Self.below, .alert),
    ]
    self.sheet = sheet
  }

  /// The cell with the score that counts.
  func score(_ question: Int, _ bidder: Int) -> Area { sheet.area(Blocks.row(question, bidder), scoreColumn) }

  private static let below = "Below the minimum"

  private static func append(
    _ given: [Area], _ name: Area, _ takesPart: Formula, _ minimum: Weight?, _ rules: ScoringRules,
    to sheet: inout Sheet
  ) {
    let (row, count) = (sheet.rows.count, given.count)
    let own = Formula.area(
      Area(sheet: sheet.name, top: row, left: 1, bottom: row, right: count))
    let scored = Formula.call(.count, [own])
    func worked(_ formula: Formula) -> Formula { .when(.infix(scored, .equals, .number(0)), .empty, else: formula) }
    let everyone = Formula.infix(scored, .equals, .number(Double(count)))
    let (score, reason) = (sheet.area(row, count + 3), sheet.area(row, count + 4))
    let waiting = Formula.when(everyone, .text("Agree a score"), else: .text("Scores to come"))
    let isBelow = minimum.map { Formula.infix(.area(score), .isLess, .number($0.value)) }
    let done = isBelow.map { Formula.when($0, .text(below), else: .empty) } ?? .empty
    let toDo = Formula.when(
      takesPart,
      .when(
        .isEmpty(.area(score)), waiting,
        else: .when(.isEmpty(.area(reason)), .text("Give a reason"), else: done)), else: .empty)
    let mean = Formula.when(everyone, .call(.mean, [own]), else: .empty)
    sheet.append(
      [.formula(.shown(name), .label)] + given.map { .formula(.shown($0), .number) }
        + [
          .formula(worked(.call(.median, [own])), .number),
          .formula(worked(.infix(.call(.most, [own]), .minus, .call(.least, [own]))), .number),
          rules.usesMean ? .formula(mean, .strongPoints) : .blank(.inputNumber), .blank(.inputText),
          .formula(toDo, .label),
        ])
  }

  private static func limit(_ question: Question, _ area: Area, _ scales: ScalesSheet, in sheet: inout Sheet) {
    let levels = scales.levels(of: question)
    let most = levels?.best ?? (question.weight?.value ?? .whole).value
    let least = min(levels?.least ?? 0, most)
    sheet.accept(
      area, .number(least...most), "Agreed score",
      "Write the score that you have agreed, from \(least.plain) to \(most.plain).")
  }
}
