internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// Who bids, for which lots and at what price.
struct BiddersSheet {
  let sheet: Sheet
  private let top: Int
  private let lots: [String]
  private let pricesByContest: [Int: Int]

  static let yes = "Yes"

  init(_ tender: Tender, name: String) {
    let awardUnits = tender.awardUnits
    lots = tender.lots.map(\.id)
    var titles = ["No.", "Bidder"]
    var (widths, prices) = ([5.0, 44], [Int: Int]())
    for (index, unit) in awardUnits.enumerated() {
      if let lot = unit.lot {
        titles.append("Bids for \(lot.title)")
        widths.append(16)
      }
      if unit.asksForPrice {
        prices[index] = titles.count
        titles.append(unit.lot.map { "Price for \($0.title)" } ?? "Price")
        widths.append(20)
      }
    }
    pricesByContest = prices
    var sheet = Sheet(name, columns: widths)
    sheet.append(.text("Bidders", .title))
    sheet.append(.text(tender.byline, .line))
    sheet.append(
      .text(
        awardUnits.count == 1
          ? awardUnits[0].basis ?? "" : "Prices as each lot compares them; see the sheets with points.",
        .line))
    sheet.appendHead(titles)
    top = sheet.rows.count
    for number in 1...ScoringWorkbook.room {
      sheet.append(
        [.number(Double(number)), .blank(.inputText)]
          + titles.indices.dropFirst(2).map { .blank(prices.values.contains($0) ? .inputMoney : .inputChoice) })
    }
    let rows = top..<top + ScoringWorkbook.room
    for column in prices.values {
      sheet.accept(
        sheet.area(rows, column), .number(0...10_000_000_000), "Price", "Write the price that is compared, as a number."
      )
    }
    if !lots.isEmpty {
      sheet.append(.blank(.line))
      sheet.append(.blank(.line), .text("The answers to choose from: ", .line))
      let list = sheet.append(.blank(.line), .text(Self.yes))
      sheet.append(.blank(.line), .text("No"))
      for column in titles.indices.dropFirst(2) where !prices.values.contains(column) {
        sheet.accept(
          sheet.area(rows, column), .list(sheet.area(list..<list + 2, 1), othersAllowed: false), "Yes or No",
          "Choose Yes where this bidder bids for the lot.")
      }
    }
    self.sheet = sheet
  }

  /// The cell with a bidder's name.
  func name(_ bidder: Int) -> Area { sheet.area(top + bidder, 1) }

  /// The cell that says whether a bidder bids for a lot.
  func bids(_ bidder: Int, for lot: Int) -> Area {
    let before = (0..<lot).count { pricesByContest[$0] != nil }
    return sheet.area(top + bidder, 2 + lot + before)
  }

  /// The cell with a bidder's price; nil where none is asked for.
  func price(_ bidder: Int, unit: Int) -> Area? { pricesByContest[unit].map { sheet.area(top + bidder, $0) } }

  /// True where a bidder has a name and bids for one of these lots; no lots stand for the whole contract.
  func takesPart(_ bidder: Int, in lots: [Int]) -> Formula {
    let isNamed = Formula.isWritten(.area(name(bidder)))
    guard !lots.isEmpty else { return isNamed }
    let bids = lots.map { Formula.infix(.area(self.bids(bidder, for: $0)), .equals, .text(Self.yes)) }
    return .call(.all, [isNamed, .call(.any, bids)])
  }

  /// The lots that a question is asked for alone, by their places; none where it is for all.
  func lots(of question: Question) -> [Int] {
    question.lots.compactMap { lots.firstIndex(of: $0.id) }
  }
}

extension AwardUnit {
  /// Whether bidders name a price.
  var asksForPrice: Bool { priceCriterion != nil || comparesPrices || contract.price.schedule.isWritten }

  var basis: String? { contract.price.basis.value }
}

/// Gates and conditions: whether each bid passes, and why.
struct HurdlesSheet {
  let sheet: Sheet
  private let summary: Int

  static let passes = "Passes"
  static let fails = "Does not pass"

  /// Nil where a tender has none.
  init?(_ tender: Tender, _ bidders: BiddersSheet, names: inout SheetNames) {
    let hurdles = tender.hurdles
    guard !hurdles.isEmpty else { return nil }
    var sheet = Sheet(names.name("Gates"), columns: [30, 18, 80, 18])
    sheet.append(.text("Gates and conditions", .title))
    sheet.append(.text("A bid passes or does not. Nothing here is scored.", .line))
    sheet.append(.text("The answers to choose from:", .line))
    let list = sheet.append(.text(Self.passes))
    sheet.append(.text(Self.fails))
    sheet.append(.blank(.line))
    sheet.appendHead(["Bidder", "Result", "Reason", "To do"])
    summary = sheet.rows.count + 1
    sheet.append(.text("All gates and conditions", .heading))
    let first = summary + ScoringWorkbook.room
    for bidder in 0..<ScoringWorkbook.room {
      let results = hurdles.indices.map { hurdle in
        Formula.area(sheet.area(first + hurdle * Self.height + 2 + bidder, 1))
      }
      sheet.append(
        .formula(.shown(bidders.name(bidder)), .label),
        .formula(Self.verdict(results, bidders.takesPart(bidder, in: [])), .strong), .blank(), .blank(.line))
    }
    for hurdle in hurdles {
      sheet.append(.text("\(hurdle.kind.rawValue) \(hurdle.number). \(hurdle.name.onOneLine)", .heading))
      let facts = [hurdle.asks, hurdle.minimum, hurdle.consequence].compactMap(\.value).filter { $0 != hurdle.name }
      sheet.append(.blank(.line), .blank(.line), .text(facts.joined(separator: " "), .note))
      Self.appendBidders(bidders, to: &sheet)
    }
    let results = sheet.area(first..<sheet.rows.count, 1)
    for hurdle in hurdles.indices {
      let top = first + hurdle * Self.height + 2
      sheet.accept(
        sheet.area(top..<top + ScoringWorkbook.room, 1), .list(sheet.area(list..<list + 2, 0), othersAllowed: false),
        "Result", "Choose “\(Self.passes)” or “\(Self.fails)”, and write why.")
    }
    sheet.highlights += [
      Highlight(sheet.area(summary..<sheet.rows.count, 1), Self.fails, .alert),
      Highlight(results, Self.passes, .good),
      Highlight(sheet.area(first..<sheet.rows.count, 3), "Give a reason", .alert),
    ]
    self.sheet = sheet
  }

  /// The cell that says whether a bid passes everything.
  func verdict(_ bidder: Int) -> Area { sheet.area(summary + bidder, 1) }

  /// A heading, what is asked, and the bidders.
  private static let height = 2 + ScoringWorkbook.room

  private static func appendBidders(_ bidders: BiddersSheet, to sheet: inout Sheet) {
    for bidder in 0..<ScoringWorkbook.room {
      let row = sheet.rows.count
      let (result, reason) = (sheet.area(row, 1), sheet.area(row, 2))
      sheet.append(
        .formula(.shown(bidders.name(bidder)), .label), .blank(.inputChoice), .blank(.inputText),
        .formula(
          .toDo(bidders.takesPart(bidder, in: []), choice: result, reason: reason, asked: "Decide"), .label))
    }
  }

  private static func verdict(_ results: [Formula], _ takesPart: Formula) -> Formula {
    let failed = Formula.call(.any, results.map { .infix($0, .equals, .text(fails)) })
    let passed = Formula.call(.all, results.map { .infix($0, .equals, .text(passes)) })
    return .when(
      takesPart,
      .when(failed, .text(fails), else: .when(passed, .text(passes), else: .text("Not decided yet"))), else: .empty)
  }
}

extension Formula {
  /// What is left to do where something is chosen and a reason is asked for.
  static func toDo(_ takesPart: Formula, choice: Area, reason: Area, asked: String) -> Formula {
    .when(
      takesPart,
      .when(
        .isEmpty(.area(choice)), .text(asked),
        else: .when(.isEmpty(.area(reason)), .text("Give a reason"), else: .empty)),
      else: .empty)
  }
}
