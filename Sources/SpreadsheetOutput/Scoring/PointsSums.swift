internal import Content
internal import Diagnostics
internal import Tenders

// The price, the sum, and what must hold besides.

extension PointsSheet {
  // MARK: Price

  /// Prices and their points. Where a formula compares them it is worked out; otherwise the panel gives the points.
  mutating func appendPrice(_ criterion: Criterion) -> Int {
    let (bidders, weight, places) = (bidders, criterion.weight?.value, rules.placesEach)
    let contestIndex = lot ?? 0
    let hurdles = hurdles
    guard unit.comparesPrices, let weight else { return appendGivenPrice(criterion) }
    let compared = append("Price that is compared", .label, .money) { bidder in
      guard let price = bidders.price(bidder, unit: contestIndex) else { return .empty }
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

  mutating func appendGivenPrice(_ criterion: Criterion) -> Int {
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

  mutating func appendSum(_ rows: [Int]) {
    let (name, places) = (sheet.name, rules.places)
    guard !rows.isEmpty else { return }
    let weights = unit.criteria.compactMap { $0.weight?.value }
    let whole = weights.count == unit.criteria.count ? weights.sum : nil
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
  mutating func appendMinimums() {
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

  mutating func appendWords() {
    let words = rules.words.filter { $0.name != "Moderation" } + (unit.basis.map { [("Price", $0)] } ?? [])
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
