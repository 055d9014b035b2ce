internal import Content
internal import Diagnostics
internal import Tenders

/// The points of one contract or lot: each question, criterion by criterion, the price, and the sum.
struct PointsSheet {
  private(set) var sheet: Sheet
  private let contest: Contest
  private let tender: Tender
  private let rules: Rules
  private let bidders: BiddersSheet
  private let hurdles: HurdlesSheet?
  private let moderation: ModerationSheet
  private let scales: ScalesSheet

  /// Criterion or question, weight, best score; then the bidders.
  private static let firstBidder = 3

  init(
    _ contest: Contest, _ tender: Tender, _ rules: Rules, _ bidders: BiddersSheet, _ hurdles: HurdlesSheet?,
    _ moderation: ModerationSheet, _ scales: ScalesSheet, name: String
  ) {
    (self.contest, self.tender, self.rules, self.bidders) = (contest, tender, rules, bidders)
    (self.hurdles, self.moderation, self.scales) = (hurdles, moderation, scales)
    sheet = Sheet(name, columns: [48, 10, 10] + Array(repeating: 15, count: ScoringWorkbook.room))
    sheet.append(.text(contest.lot.map { "Points: \($0.title.onOneLine)" } ?? "Points", .title))
    sheet.append(.text("\(tender.title.onOneLine). \(tender.byline)", .line))
    sheet.append(
      .text("All of this is worked out. The order of the bids is for the panel to decide and to write down.", .line))
    appendNames()
    if contest.lot != nil { appendBids() }
    if let hurdles { appendVerdicts(hurdles) }
    let summed = appendCriteria()
    appendSum(summed)
    appendMinimums()
    appendWords()
  }

  private var lot: Int? { contest.lot.flatMap { lot in tender.lots.firstIndex { $0.id == lot.id } } }

  /// The questions of this contest with their places among all.
  private var questions: [(index: Int, question: Question)] {
    tender.questions.enumerated().filter { $0.element.isFor(contest.lot?.id) }.map { ($0.offset, $0.element) }
  }

  private func takesPart(_ bidder: Int) -> Formula { bidders.takesPart(bidder, in: lot.map { [$0] } ?? []) }

  /// A row with a formula for each bidder, empty for those who do not take part.
  @discardableResult
  private mutating func append(
    _ title: String, weight: Weight? = nil, best: Double? = nil, _ name: Look, _ number: Look,
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

  private mutating func appendNames() {
    let row = sheet.append(
      ["What is scored", "Weight", "Best score"].map { .text($0, .column) }
        + (0..<ScoringWorkbook.room).map { .formula(.shown(bidders.name($0)), .column) })
    sheet.frozenRows = row + 1
    sheet.frozenColumns = 1
    sheet.repeatedRows = row...row
    // Names come later, and the row is locked: it has room for three lines of them.
    sheet.leastHeights[row] = 46
  }

  private mutating func appendBids() {
    let bidders = bidders
    guard let lot else { return }
    sheet.append(
      [.text("Bids for this lot"), .blank(), .blank()]
        + (0..<ScoringWorkbook.room).map { .formula(.shown(bidders.bids($0, for: lot)), .label) })
  }

  private mutating func appendVerdicts(_ hurdles: HurdlesSheet) {
    let row = append("Gates and conditions", .label, .label) { .area(hurdles.verdict($0)) }
    highlight(row, HurdlesSheet.fails)
  }

  private mutating func highlight(_ row: Int, _ words: String) {
    let area = Area(
      sheet: sheet.name, top: row, left: Self.firstBidder, bottom: row,
      right: Self.firstBidder + ScoringWorkbook.room - 1)
    sheet.highlights.append(Highlight(area, words, .alert))
  }

  // MARK: Criteria

  /// The rows of the criteria: they are what the sum is made of.
  private mutating func appendCriteria() -> [Int] {
    var placed: Set<String> = []
    var rows = contest.criteria.map { criterion in
      let asked = questions.filter { $0.question.path.criterion == criterion.id }
      placed.formUnion(asked.map(\.question.id))
      return criterion.share == .price && asked.isEmpty ? appendPrice(criterion) : append(criterion, asked)
    }
    let rest = questions.filter { !placed.contains($0.question.id) }
    if !rest.isEmpty {
      rows.append(appendGroup("Questions without a criterion", nil, .strong, rest, below: []))
    }
    return rows
  }

  private mutating func append(_ criterion: Criterion, _ asked: [(index: Int, question: Question)]) -> Int {
    let ids = criterion.parts.map(\.id)
    let direct = asked.filter { entry in !ids.contains { $0 == entry.question.path.part } }
    let row = sheet.rows.count
    // What the criterion adds up comes below it, so its row is made when the rows of its parts are known.
    sheet.append(.blank())
    let questions = appendQuestions(direct)
    let parts = criterion.parts.map { part in
      appendGroup(
        "\(criterion.title): \(part.title.prefix(1).lowercased() + part.title.dropFirst())", part.weight?.value,
        .subheading, asked.filter { $0.question.path.part == part.id }, below: [])
    }
    replace(row, with: criterion.title, criterion.weight?.value, .strong, sum: Array(questions) + parts)
    return row
  }

  private mutating func appendGroup(
    _ title: String, _ weight: Weight?, _ look: Look, _ asked: [(index: Int, question: Question)], below rows: [Int]
  ) -> Int {
    let row = sheet.rows.count
    sheet.append(.blank())
    replace(row, with: title, weight, look, sum: rows + Array(appendQuestions(asked)))
    return row
  }

  private mutating func appendQuestions(_ asked: [(index: Int, question: Question)]) -> Range<Int> {
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
  private mutating func replace(_ row: Int, with title: String, _ weight: Weight?, _ look: Look, sum rows: [Int]) {
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
      [.text(title, look), weight.map { .number($0.value, .strongNumber) } ?? .text(notWrittenYet, look), .blank(look)]
      + cells
  }

  // MARK: Price

  /// Prices and their points. Where a formula compares them it is worked out; otherwise the panel gives the points.
  private mutating func appendPrice(_ criterion: Criterion) -> Int {
    let (bidders, weight, places) = (bidders, criterion.weight?.value, rules.placesEach)
    let contestIndex = lot ?? 0
    let hurdles = hurdles
    guard contest.comparesPrices, let weight else { return appendGivenPrice(criterion) }
    let compared = append("Price that is compared", .label, .money) { bidder in
      guard let price = bidders.price(bidder, contest: contestIndex) else { return .empty }
      let counts = hurdles.map { Formula.infix(.area($0.verdict(bidder)), .differs, .text(HurdlesSheet.fails)) }
      let isThere = Formula.infix(.area(price), .isMore, .number(0))
      return .when(.call(.all, [isThere] + [counts].compactMap(\.self)), .area(price), else: .empty)
    }
    let all = Formula.area(
      Area(
        sheet: sheet.name, top: compared, left: Self.firstBidder, bottom: compared,
        right: Self.firstBidder + ScoringWorkbook.room - 1))
    let name = sheet.name
    return append(criterion.title, weight: weight, .strong, .strongPoints) { bidder in
      let price = Area(name, compared, Self.firstBidder + bidder)
      let share = Formula.infix(
        .infix(.call(.least, [all]), .over, .area(price)), .times, .number(weight.value))
      return .when(.isEmpty(.area(price)), .empty, else: share.rounded(to: places))
    }
  }

  private mutating func appendGivenPrice(_ criterion: Criterion) -> Int {
    let weight = criterion.weight?.value
    let row = sheet.append(
      [
        .text("\(criterion.title) (the panel gives the points)", .strong),
        weight.map { .number($0.value, .strongNumber) } ?? .text(notWrittenYet, .strong), .blank(.strong),
      ] + (0..<ScoringWorkbook.room).map { _ in .blank(.inputNumber) })
    let area = Area(
      sheet: sheet.name, top: row, left: Self.firstBidder, bottom: row,
      right: Self.firstBidder + ScoringWorkbook.room - 1)
    let most = (weight ?? .whole)
    sheet.accept(
      area, .number(0...most.value), "Points for price", "Write a number from 0 to \(most.number), as the tender says.")
    return row
  }

  // MARK: The sum, and what must hold

  private mutating func appendSum(_ rows: [Int]) {
    let (name, places) = (sheet.name, rules.places)
    guard !rows.isEmpty else { return }
    let weights = contest.criteria.compactMap { $0.weight?.value }
    let whole = weights.count == contest.criteria.count ? weights.sum : nil
    append("All points", weight: whole, .strong, .strongPoints) { bidder in
      let cells = rows.map { Formula.area(Area(name, $0, Self.firstBidder + bidder)) }
      return .when(
        .infix(.call(.count, cells), .equals, .number(0)), .empty, else: Formula.call(.sum, cells).rounded(to: places))
    }
    let questions = questions
    let moderation = moderation
    guard !questions.isEmpty else { return }
    let row = append("Answers still to score", .label, .number) { bidder in
      let scores = questions.map { Formula.area(moderation.score($0.index, bidder)) }
      return .infix(.number(Double(scores.count)), .minus, .counted(scores))
    }
    _ = row
  }

  /// Only where questions name a least score.
  private mutating func appendMinimums() {
    let moderation = moderation
    let least = questions.compactMap { entry in entry.question.minimum.map { (index: entry.index, minimum: $0.value) } }
    guard !least.isEmpty else { return }
    let row = append("Questions with a minimum reach it", .label, .label) { bidder in
      let scores = least.map { Formula.area(moderation.score($0.index, bidder)) }
      let below = zip(least, scores).map { entry, score in
        Formula.call(.all, [.isWritten(score), .infix(score, .isLess, .number(entry.minimum))])
      }
      let isWhole = Formula.infix(.counted(scores), .equals, .number(Double(scores.count)))
      return .when(
        .call(.any, below), .text("No"), else: .when(isWhole, .text("Yes"), else: .text("Not scored yet")))
    }
    highlight(row, "No")
  }

  private mutating func appendWords() {
    let words = rules.words.filter { $0.name != "Moderation" } + (contest.basis.map { [("Price", $0)] } ?? [])
    guard !words.isEmpty else { return }
    sheet.append(.blank(.line))
    sheet.append(.text("What the tender says", .heading))
    for entry in words { sheet.append(.text("\(entry.name): \(entry.words)", .note)) }
  }
}

extension Formula {
  /// How many of some cells hold a number. A function takes 255 things at most.
  fileprivate static func counted(_ cells: [Formula]) -> Formula {
    stride(from: 0, to: cells.count, by: 200).map { start in
      Formula.call(.count, Array(cells[start..<min(start + 200, cells.count)]))
    }.reduce(nil) { sum, part in sum.map { .infix($0, .plus, part) } ?? part } ?? .number(0)
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
