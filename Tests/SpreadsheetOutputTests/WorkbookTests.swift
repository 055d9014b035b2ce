import Diagnostics
import Foundation
import SpreadsheetOutput
import Tenders
import TestSupport
import Testing

/// What the three workbooks say.
struct WorkbookTests {
  private func scoring(_ tender: Tender) -> Workbook {
    var findings: [Diagnostic] = []
    return ScoringWorkbook(tender).workbook(findings: &findings)
  }

  /// The points for the prices of a tender's worked example, as its workbook works them out.
  private func pricePoints(_ tender: Tender, prices: [Money], column: Int, lot: Int?, sheet: String) -> [Double?] {
    var workbook = scoring(tender)
    for (index, price) in prices.enumerated() {
      workbook["Bidders", 4 + index, 1] = .text("Bidder \(index)")
      workbook["Bidders", 4 + index, column] = .number(Double(price.pence) / 100)
      if let lot { workbook["Bidders", 4 + index, lot] = .text("Yes") }
    }
    let row = workbook.row("Price", on: sheet) ?? 0
    return prices.indices.map { workbook.value(at: Area(sheet, row, 3 + $0)).asNumber }
  }

  @Test func `prices get the points that the tender's own example gives them`() throws {
    func example(_ contract: ContractFacts) -> (prices: [Money], points: [Double?]) {
      let lines = contract.price.example.items
      return (lines.compactMap(\.price.value), lines.map { $0.points.value.flatMap(Double.init) })
    }
    let everytown = try Read.example()
    let one = example(everytown.contract)
    #expect(one.points == [18.67, 19.53, 20])
    #expect(pricePoints(everytown, prices: one.prices, column: 2, lot: nil, sheet: "Points") == one.points)
    let testham = try Read.twoLots()
    for (index, name) in ["Points North Testham", "Points South Testham"].enumerated() {
      let lot = example(testham.lots[index].contract)
      let points = pricePoints(testham, prices: lot.prices, column: 3 + 2 * index, lot: 2 + 2 * index, sheet: name)
      #expect(points == lot.points)
      #expect(points.count == 3)
    }
  }

  @Test func `a bid that does not pass a gate is left out when prices are compared`() throws {
    let tender = try Read.example()
    var workbook = scoring(tender)
    for (row, price) in [(4, 1_260_000.0), (5, 1_350_000)] {
      workbook["Bidders", row, 1] = .text("Bidder \(row)")
      workbook["Bidders", row, 2] = .number(price)
    }
    let points = try #require(workbook.row("Price", on: "Points"))
    #expect(workbook.value(at: Area("Points", points, 4)) == .number(18.67))
    let gate = try #require(workbook.row("Gate 1. The bid is whole", on: "Gates"))
    workbook["Gates", gate + 2, 1] = .text("Does not pass")
    #expect(workbook.value(at: Area("Points", points, 3)) == .text(""))
    #expect(workbook.value(at: Area("Points", points, 4)) == .number(20))
    let verdict = try #require(workbook.row("Gates and conditions", on: "Points"))
    #expect(workbook.value(at: Area("Points", verdict, 3)) == .text("Does not pass"))
    #expect(workbook.value(at: Area("Points", verdict, 4)) == .text("Not decided yet"))
  }

  @Test func `an agreed score becomes points, and a reason is asked for until it is there`() throws {
    var workbook = scoring(try Read.example())
    workbook["Bidders", 4, 1] = .text("Mill Lane Together")
    let heading = try #require(workbook.row("8. Who decides", on: "Moderation"))
    let row = heading + 2
    let names = workbook.sheets.map(\.name).filter { $0.first?.isNumber == true }
    #expect(names.count == 7, "three people of one role are three")
    for (index, name) in names.enumerated() { workbook[name, row, 1] = .number(Double(index % 4)) }
    #expect(workbook.value(at: Area(names[0], row, 2)) == .text("No answer"))
    #expect(workbook.value(at: Area(names[0], row, 4)) == .text("Give a reason"))
    workbook[names[0], row, 3] = .text("Nothing was said about money")
    #expect(workbook.value(at: Area(names[0], row, 4)) == .text(""))
    // 0 1 2 3 0 1 2
    #expect(workbook.value(at: Area("Moderation", row, 8)) == .number(1))
    #expect(workbook.value(at: Area("Moderation", row, 9)) == .number(3))
    #expect(workbook.value(at: Area("Moderation", row, 12)) == .text("Agree a score"))
    workbook["Moderation", row, 10] = .number(1)
    #expect(workbook.value(at: Area("Moderation", row, 12)) == .text("Give a reason"))
    workbook["Moderation", row, 11] = .text("It names no decision")
    #expect(workbook.value(at: Area("Moderation", row, 12)) == .text("Below the minimum"))
    let points = try #require(workbook.row("8. Who decides", on: "Points"))
    #expect(workbook.value(at: Area("Points", points, 3)) == .number(3))
    let least = try #require(workbook.row("Questions with a minimum reach it", on: "Points"))
    #expect(workbook.value(at: Area("Points", least, 3)) == .text("No"))
  }

  @Test func `where the tender says so the score is the mean, once everyone has scored`() throws {
    var workbook = scoring(try Read.tender("advice", in: "Tests/tenderpressTests/Packs/awarded"))
    workbook["Bidders", 4, 1] = .text("Otherham Advice Together")
    let names = workbook.sheets.map(\.name).filter { $0.first?.isNumber == true }
    #expect(names == ["1 Head of advice", "2 Person who has had debts"])
    workbook[names[0], 6, 1] = .number(3)
    #expect(workbook.value(at: Area("Moderation", 6, 5)) == .text(""))
    workbook[names[1], 6, 1] = .number(4)
    #expect(workbook.value(at: Area("Moderation", 6, 5)) == .number(3.5))
    #expect(workbook.sheet("Moderation")?.rows[6][5].style.isInput == false)
  }

  @Test func `each lot has its own questions, weights and prices`() throws {
    let tender = try Read.twoLots()
    let workbook = scoring(tender)
    for (name, wanted) in [("Points North Testham", "Price 20 / 100"), ("Points South Testham", "Price 30 / 100")] {
      let row = try #require(workbook.row("Price", on: name))
      let all = try #require(workbook.row("All points", on: name))
      let weights = [row, all].map { workbook.value(at: Area(name, $0, 1)).words }
      #expect("Price \(weights[0]) / \(weights[1])" == wanted)
    }
    let north = workbook.sheet("Points North Testham")?.rows.map { $0[0] } ?? []
    let only = tender.questions.filter { $0.lots.map(\.id) == ["south"] }.map(\.title)
    #expect(!only.isEmpty)
    for title in only { #expect(!north.contains { $0.content.words.hasSuffix(title) }) }
  }

  @Test func `the price schedule adds up and says whether it keeps to the budget`() throws {
    var findings: [Diagnostic] = []
    var workbook = PriceWorkbook(try Read.example()).workbook(findings: &findings)
    #expect(findings.isEmpty)
    let first = try #require(workbook.row("Paid staff, with pensions and time to learn", on: "Price"))
    let total = try #require(workbook.names["Total_price"])
    let verdict = try #require(workbook.row("Budget: from £420,000 to £450,000 a year", on: "Price")) + 1
    func type(_ staff: Double) {
      for row in first..<first + 8 { workbook["Price", row, 3] = .number(row == first ? staff : 10_000.10) }
      workbook["Price", first + 8, 3] = .number(5_000)
    }
    type(360_000)
    let sum: Double = 3 * 360_000 + 21 * 10_000.10 + 5_000
    #expect(workbook.value(at: total) == .number(sum))
    #expect(workbook.value(at: Area("Price", verdict, 0)) == .text("Within the budget."))
    type(380_000)
    #expect(workbook.value(at: Area("Price", verdict, 0)) == .text("Above the budget, which ends at £450,000 a year."))
    type(300_000)
    #expect(
      workbook.value(at: Area("Price", verdict, 0)) == .text("Below the budget, which begins at £420,000 a year."))
  }

  @Test func `the impact map offers each outcome its own indicators, and locks what the council wrote`() throws {
    var findings: [Diagnostic] = []
    let tender = try Read.example()
    let workbook = ImpactMapWorkbook(tender).workbook(findings: &findings)
    #expect(workbook.sheets.map(\.name) == ["Read me", "Service outcomes", "Community outcomes", "Lists"])
    let sheet = try #require(workbook.sheet("Service outcomes"))
    let outcome = try #require(tender.outcomes.first)
    let row = try #require(sheet.rows.firstIndex { $0.contains { $0.content == .text(outcome.title) } })
    #expect(sheet.rows[row].map(\.style.isInput) == [false, true, true, false, true, true])
    let list = try #require(sheet.validations.compactMap { $0.area.top == row ? $0.rule : nil }.first)
    guard case .list(let area, true) = list else { throw Office.Failure(command: "list") }
    let offered = (area.top...area.bottom).map { workbook.value(at: Area(area.sheet, $0, area.left)) }
    #expect(offered == outcome.indicators.filter { $0.evidence != .output }.map { .text($0.text) })
    #expect(sheet.rows.count - row == 6 + 3, "six outcomes and three free rows")
  }

  @Test func `the same workbook has the same bytes in every zone and at every time`() throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let workbook = ScoringWorkbook(try Read.twoLots()).workbook(findings: &findings)
    let first = try office.write(workbook)
    let zone = ProcessInfo.processInfo.environment["TZ"]
    setenv("TZ", "Pacific/Kiritimati", 1)
    tzset()
    defer {
      if let zone { setenv("TZ", zone, 1) } else { unsetenv("TZ") }
      tzset()
    }
    // Two seconds are the least that a ZIP file tells apart.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try office.write(workbook) == first)
    #expect(try office.parts()["docProps/core.xml"]?.contains("2027-01-11T00:00:00Z") == true)
  }

  @Test func `several workbooks written at once are each what they are alone`() async throws {
    let office = try Office()
    var findings: [Diagnostic] = []
    let workbooks = [
      ImpactMapWorkbook(try Read.twoLots()).workbook(findings: &findings),
      ImpactMapWorkbook(try Read.example()).workbook(findings: &findings),
    ]
    let alone = try workbooks.map { try office.write($0) }
    let folder = office.folder
    let together = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask {
          let file = folder.appending(path: "\(number).xlsx")
          try SpreadsheetOutput.write(workbooks[number % 2], to: file.path)
          return try Data(contentsOf: file) == alone[number % 2]
        }
      }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(together)
  }

  @Test func `a folder that is not there is a fault`() throws {
    let workbook = Workbook(properties: .init(title: "", subject: "", author: "", created: nil))
    #expect(throws: SpreadsheetFault.self) { try write(workbook, to: "/nowhere/at/all.xlsx") }
  }
}

extension CellValue {
  fileprivate var words: String { asNumber.map { String(Int($0)) } ?? "" }
}

extension Cell.Content {
  var words: String { if case .text(let text) = self { text } else { "" } }
}
