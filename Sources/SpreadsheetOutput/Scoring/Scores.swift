internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// How the sheets with scores are laid out, all alike: a heading and the facts of each question, then its bidders.
enum Blocks {
  private static let top = 4
  private static let height = 2 + ScoringWorkbook.room

  /// The row of a bidder below a question.
  static func row(_ question: Int, _ bidder: Int) -> Int { top + question * height + 2 + bidder }

  /// The rows of all bidders below a question.
  static func rows(_ question: Int) -> Range<Int> { row(question, 0)..<row(question, ScoringWorkbook.room) }

  /// All rows below the head.
  static func all(_ questions: Int) -> Range<Int> { top..<max(top + 1, top + questions * height) }

  static func heading(_ question: Question, number: Int) -> Cell {
    .text("\(number). \(question.title.onOneLine)", .heading)
  }

  /// `Weight 12 of 100. At least 2. Five levels: 4 Excellent, 3 Good …`
  static func facts(_ question: Question, _ scales: ScalesSheet, _ tender: Tender) -> Cell {
    let weight = "Weight \(question.weight?.value.number ?? notWrittenYet.lowercased()) of 100."
    let scale = scales.levels(of: question).map { "\($0.title.onOneLine): \($0.words.onOneLine.withStop)" }
    let lots = question.lots.map(\.title)
    let facts = [
      weight, question.minimum.map { "At least \($0.number)." },
      lots.isEmpty ? nil : "Only for \(lots.joined(separator: ", ")).",
      scale ?? "Points from 0 to its weight.", question.matrix == nil ? nil : "See the guide on its own sheet.",
    ]
    return .text(facts.compactMap(\.self).joined(separator: " "), .line)
  }
}

/// The scores of one person, with the reasons.
struct ScoreSheet {
  let sheet: Sheet
  let scorer: Scorer

  private static let toDo = 4

  init(_ scorer: Scorer, _ tender: Tender, _ bidders: BiddersSheet, _ scales: ScalesSheet) {
    self.scorer = scorer
    var sheet = Sheet(scorer.name, columns: [30, 9, 18, 80, 20])
    let lived = scorer.hasLivedExperience ? " (lived experience)" : ""
    sheet.append(.text(scorer.role.onOneLine + lived, .title))
    sheet.inputHeight = 30
    sheet.append(
      .text(
        "Score alone. Choose a score for each answer, and write down why. Where nothing is left under “To do”, you are done.",
        .line))
    let rest = Formula.call(.countIf, [.area(sheet.area(Blocks.all(tender.questions.count), Self.toDo)), .text("?*")])
    sheet.append(.formula(.infix(.text("Left to do: "), .joined, rest), .line))
    sheet.appendHead(["Bidder", "Score", "Level", "Reason", "To do"])
    for (index, question) in tender.questions.enumerated() {
      sheet.append(Blocks.heading(question, number: index + 1))
      sheet.append(Blocks.facts(question, scales, tender))
      for bidder in 0..<ScoringWorkbook.room {
        Self.append(bidder, question, bidders, scales.levels(of: question), to: &sheet)
      }
      Self.limit(question, Blocks.rows(index), scales, in: &sheet)
    }
    let all = Blocks.all(tender.questions.count)
    sheet.highlights = [Highlight(sheet.area(all, Self.toDo), "Give a reason", .alert)]
    self.sheet = sheet
  }

  /// The cell with the score of a bidder for a question.
  func score(_ question: Int, _ bidder: Int) -> Area { sheet.area(Blocks.row(question, bidder), 1) }

  private static func append(
    _ bidder: Int, _ question: Question, _ bidders: BiddersSheet, _ levels: ScalesSheet.Levels?, to sheet: inout Sheet
  ) {
    let row = sheet.rows.count
    let (score, reason) = (sheet.area(row, 1), sheet.area(row, 3))
    let level = levels.map { levels in
      Formula.when(
        .isEmpty(.area(score)), .empty,
        else: .call(
          .ifFault,
          [
            .call(.index, [.area(levels.titles), .call(.match, [.area(score), .area(levels.scores), .number(0)])]),
            .text("Not on the scale"),
          ]))
    }
    let takesPart = bidders.takesPart(bidder, in: bidders.lots(of: question))
    sheet.append(
      .formula(.shown(bidders.name(bidder)), .label), .blank(.inputNumber),
      level.map { .formula($0, .label) } ?? .blank(), .blank(.inputText),
      .formula(.toDo(takesPart, choice: score, reason: reason, asked: "Score"), .label))
  }

  private static func limit(_ question: Question, _ rows: Range<Int>, _ scales: ScalesSheet, in sheet: inout Sheet) {
    let area = sheet.area(rows, 1)
    if let levels = scales.levels(of: question) {
      sheet.accept(
        area, .list(levels.scores, othersAllowed: false), "Score",
        "Choose: \(levels.words). The sheet Scales says what each means.")
    } else {
      let most = question.weight?.value ?? .whole
      sheet.accept(area, .number(0...most.value), "Points", "Write a number from 0 to \(most.number).")
    }
  }
}
