internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// The points of one contract or lot: each question, criterion by criterion, the price, and the sum.
struct PointsSheet {
  var sheet: Sheet
  let unit: AwardUnit
  let tender: Tender
  let rules: ScoringRules
  let bidders: BiddersSheet
  let hurdles: HurdlesSheet?
  let moderation: ModerationSheet
  let scales: ScalesSheet

  /// Criterion or question, weight, best score; then the bidders.
  static let firstBidder = 3

  init(
    _ unit: AwardUnit, _ tender: Tender, _ rules: ScoringRules, _ bidders: BiddersSheet, _ hurdles: HurdlesSheet?,
    _ moderation: ModerationSheet, _ scales: ScalesSheet, name: String
  ) {
    (self.unit, self.tender, self.rules, self.bidders) = (unit, tender, rules, bidders)
    (self.hurdles, self.moderation, self.scales) = (hurdles, moderation, scales)
    sheet = Sheet(name, columns: [48, 10, 10] + Array(repeating: 15, count: ScoringWorkbook.room))
    sheet.append(.text(unit.lot.map { "Points: \($0.title.onOneLine)" } ?? "Points", .title))
    sheet.append(.text("\(tender.title.onOneLine). \(tender.byline)", .line))
    sheet.append(
      .text("All of this is worked out. The order of the bids is for the panel to decide and to write down.", .line))
    appendNames()
    if unit.lot != nil { appendBids() }
    if let hurdles { appendVerdicts(hurdles) }
    let summed = appendCriteria()
    appendSum(summed)
    appendMinimums()
    appendWords()
  }

  var lot: Int? { unit.lot.flatMap { tender.lots.position(of: $0.id) } }

  /// The questions of this unit with their places among all.
  var questions: [(index: Int, question: Question)] {
    tender.questions.enumerated().filter { $0.element.isFor(unit.lot?.id) }.map { ($0.offset, $0.element) }
  }

  func takesPart(_ bidder: Int) -> Formula { bidders.takesPart(bidder, in: lot.map { [$0] } ?? []) }

  /// A row with a formula for each bidder, empty for those who do not take part.
  @discardableResult
  mutating func append(
    _ title: String, weight: Weight? = nil, best: Double? = nil, _ name: CellStyle, _ number: CellStyle,
    _ formula: (Int) -> Formula
  ) -> Int {
    sheet.append(
      [
        .text(title, name), weight.map { .number($0.value, name == .label ? .number : .strongNumber) } ?? .blank(name),
        best.map { .number($0) } ?? .blank(name),
      ]
        + (0..<ScoringWorkbook.room).map { bidder in
          .formula(.when(takesPart(bidder), formula(bidder), else: .empty), number)
        })
  }

  // MARK: Who takes part

  mutating func appendNames() {
    let row = sheet.append(
      ["What is scored", "Weight", "Best score"].map { .text($0, .column) }
        + (0..<ScoringWorkbook.room).map { .formula(.shown(bidders.name($0)), .column) })
    sheet.frozenRows = row + 1
    sheet.frozenColumns = 1
    sheet.repeatedRows = row...row
    // Names come later, and the row is locked: it has room for three lines of them.
    sheet.leastHeights[row] = 46
  }

  mutating func appendBids() {
    let bidders = bidders
    guard let lot else { return }
    sheet.append(
      [.text("Bids for this lot"), .blank(), .blank()]
        + (0..<ScoringWorkbook.room).map { .formula(.shown(bidders.bids($0, for: lot)), .label) })
  }

  mutating func appendVerdicts(_ hurdles: HurdlesSheet) {
    let row = append("Gates and conditions", .label, .label) { .area(hurdles.verdict($0)) }
    highlight(row, HurdlesSheet.fails)
  }

  mutating func highlight(_ row: Int, _ words: String) {
    let area = Area(
      sheet: sheet.name, top: row, left: Self.firstBidder, bottom: row,
      right: Self.firstBidder + ScoringWorkbook.room - 1)
    sheet.highlights.append(Highlight(area, words, .alert))
  }

  // MARK: Criteria

  /// The rows of the criteria: they are what the sum is made of.
  mutating func appendCriteria() -> [Int] {
    let byCriterion = Dictionary(grouping: questions) { $0.question.criterion?.criterion ?? "" }
    var rows = unit.criteria.map { criterion in
      let asked = byCriterion[criterion.id] ?? []
      return criterion.share == .price && asked.isEmpty ? appendPrice(criterion) : append(criterion, asked)
    }
    let rest = questions.filter { !unit.criteria.contains(id: $0.question.criterion?.criterion ?? "") }
    if !rest.isEmpty {
      rows.append(appendGroup("Questions without a criterion", nil, .strong, rest, below: []))
    }
    return rows
  }

  mutating func append(_ criterion: Criterion, _ asked: [(index: Int, question: Question)]) -> Int {
    let byPart = Dictionary(grouping: asked) { $0.question.criterion?.part }
    let direct = asked.filter { entry in
      !(entry.question.criterion?.part.map { criterion.parts.contains(id: $0) } ?? false)
    }
    let row = sheet.rows.count
    // What the criterion adds up comes below it, so its row is made when the rows of its parts are known.
    sheet.append(.blank())
    let questions = appendQuestions(direct)
    let parts = criterion.parts.map { part in
      appendGroup(
        "\(criterion.title): \(part.title)", part.weight?.value,
        .subheading, byPart[part.id] ?? [], below: [])
    }
    replace(row, with: criterion.title, criterion.weight?.value, .strong, sum: Array(questions) + parts)
    return row
  }

  mutating func appendGroup(
    _ title: String, _ weight: Weight?, _ style: CellStyle, _ asked: [(index: Int, question: Question)],
    below rows: [Int]
  ) -> Int {
    let row = sheet.rows.count
    sheet.append(.blank())
    replace(row, with: title, weight, style, sum: rows + Array(appendQuestions(asked)))
    return row
  }

  mutating func appendQuestions(_ asked: [(index: Int, question: Question)]) -> Range<Int> {
    let top = sheet.rows.count
    for (index, question) in asked {
      let (best, weight) = (scales.best(of: question), question.weight?.value)
      let title = "\(index + 1). \(question.title)"
      let (moderation, places) = (moderation, rules.placesEach)
      append(title, weight: weight, best: best, .label, .points) { bidder in
        guard let best, best > 0, let weight else { return .empty }
        let score = moderation.score(index, bidder)
        let share = Formula.infix(.infix(.area(score), .over, .number(best)), .times, .number(weight.value))
        return .when(.isEmpty(.area(score)), .empty, else: share.rounded(to: places))
      }
    }
    return top..<sheet.rows.count
  }

  /// A row that sums up others, in the place of one that was kept for it. Empty until one of them has points.
  mutating func replace(_ row: Int, with title: String, _ weight: Weight?, _ style: CellStyle, sum rows: [Int]) {
    let name = sheet.name
    let cells = (0..<ScoringWorkbook.room).map { bidder -> Cell in
      let parts = rows.stretches.map { stretch in
        Formula.area(
          Area(
            sheet: name, top: stretch.lowerBound, left: Self.firstBidder + bidder, bottom: stretch.upperBound,
            right: Self.firstBidder + bidder))
      }
      guard !parts.isEmpty else { return .blank(.strongPoints) }
      let sum = Formula.call(.sum, parts).rounded(to: rules.placesEach)
      return .formula(
        .when(.infix(.call(.count, parts), .equals, .number(0)), .empty, else: sum), .strongPoints)
    }
    sheet.rows[row] =
      [
        .text(title, style), weight.map { .number($0.value, .strongNumber) } ?? .text(notWrittenYet, style),
        .blank(style),
      ]
      + cells
  }
}

extension [Int] {
  /// Rows that follow each other, together.
  fileprivate var stretches: [ClosedRange<Int>] {
    reduce(into: []) { stretches, row in
      if let last = stretches.last, last.upperBound + 1 == row {
        stretches[stretches.count - 1] = last.lowerBound...row
      } else {
        stretches.append(row...row)
      }
    }
  }
}
