import Diagnostics
import Planning
import Tenders
import TestSupport
import Testing

@testable import Checks

/// Every number that a rule measures by: what lies on the limit, and what lies just beyond it.
struct BoundaryTests {
  @Test func `the pack that the limits are tried on is sound`() throws {
    let pack = try BoundaryPack([])
    #expect(Rule.all.flatMap { pack.findings(of: $0) }.map(\.code.id) == [])
  }

  @Test func `every threshold is tried on its limit and beyond it`() {
    let tried = Set(Self.cases.map(\.code))
    for rule in Rule.all where !rule.thresholds.isEmpty {
      #expect(tried.contains(rule.code.id), "\(rule.code.id) \(rule.code.name)")
    }
  }

  @Test(arguments: cases)
  func `a rule finds what lies beyond its limit, and nothing on it`(limit: LimitCase) throws {
    let pack = try BoundaryPack(limit.changes)
    let rule = try #require(Rule.all.first { $0.code.id == limit.code })
    let found = pack.findings(of: rule)
    #expect(found.compactMap(\.value) == limit.found)
    if let severity = limit.severity { #expect(found.allSatisfy { $0.severity == severity }) }
  }

  @Test(arguments: [
    ("£900,000", "bidders are asked for a turnover of £900,000"),
    ("£900,001", "bidders need a turnover of £900,001: more than 2 times the £450,000 that"),
    ("£900k", "bidders are asked for a turnover of £900,000"),
    ("£1 million", "bidders need a turnover of £1,000,000: more than 2 times the £450,000 that"),
  ])
  func `a turnover is high above twice the value of a year`(amount: String, message: String) throws {
    let minimum = "No ground for leaving you out."
    let pack = try BoundaryPack([.tender(minimum, "An annual turnover of \(amount).")])
    let rule = try #require(Rule.all.first { $0.code.id == "T10" })
    #expect(pack.findings(of: rule).map { $0.message.hasPrefix(message) } == [true])
  }

  /// A sentence scores what the formula says: ten words of a syllable each make 206.835 - 10.15 - 84.6 = 112.
  @Test(arguments: [(112, 8, []), (113, 8, ["1 hard, 112"]), (113, 7, [])])
  func `a section is hard below the least reading ease, from the least number of words`(
    least: Int, sentences: Int, found: [String]
  ) throws {
    let text = Array(repeating: "We make the bread and eat it with our friends.", count: sentences)
    let pack = try BoundaryPack([
      .vision("## Bread\n\n" + text.joined(separator: " ")),
      .init("site.yml", "nation: england", "nation: england\nthresholds: {reading-ease-least: \(least)}"),
    ])
    #expect(pack.findings(of: .hardToRead).compactMap(\.value) == found)
  }

  @Test(arguments: [
    ("2027-01-10", ["open, issued 2027-01-11"]), ("2027-01-11", []), ("2027-03-10", []),
    ("2027-03-11", ["open, deadline 2027-03-10"]),
  ])
  func `an open tender is out of step on the day before it is issued, and after its deadline`(
    today: String, found: [String]
  ) throws {
    #expect(try BoundaryPack([]).findings(of: .stageBehindItsDates, on: today).compactMap(\.value) == found)
  }

  @Test(arguments: [
    ("planned", "2027-01-11", []), ("planned", "2027-01-12", ["planned, issued 2027-01-11"]),
    ("evaluating", "2027-03-09", ["evaluating, deadline 2027-03-10"]), ("evaluating", "2027-03-10", []),
    ("evaluating", "2027-04-22", []), ("evaluating", "2027-04-23", ["evaluating, decision 2027-04-22"]),
    ("awarded", "2027-04-23", []),
  ])
  func `each stage fits its dates`(stage: String, today: String, found: [String]) throws {
    let pack = try BoundaryPack([.tender("stage: open", "stage: \(stage)")])
    #expect(pack.findings(of: .stageBehindItsDates, on: today).compactMap(\.value) == found)
  }

  @Test(arguments: [("2027-06-01", []), ("2027-06-02", ["2027-06-01"])])
  func `a text is overdue from the day after the one on which it was to be looked at`(
    today: String, found: [String]
  ) throws {
    let pack = try BoundaryPack([
      .init("tenders/day-service/vision.md", "title: Vision", "title: Vision\nreview-by: 2027-06-01")
    ])
    #expect(pack.findings(of: .reviewOverdue, on: today).compactMap(\.value) == found)
  }

  @Test func `a council's own number takes the place of the usual one, and is named`() throws {
    let own = try BoundaryPack([
      .init("site.yml", "nation: england", "nation: england\nthresholds: {price-weight-most: 19}")
    ]).findings(of: .priceTooHeavy)
    #expect(own.compactMap(\.value) == ["20%"])
    #expect(own.first?.message.contains("your site.yml sets 19% for price-weight-most; the usual is 40%") == true)
    let same = try BoundaryPack([
      .init("site.yml", "nation: england", "nation: england\nthresholds: {price-weight-most: 40}"),
      .tender("title: Price, weight: 20", "title: Price, weight: 41"),
    ]).findings(of: .priceTooHeavy)
    #expect(same.first?.message.contains("site.yml") == false)
  }

  // MARK: The limits

  private static let cases: [LimitCase] = weights + frameworks + times + stages + efforts + contracts + values + words

  private static let weights = [
    price("40", []), price("40.01", ["40.01%"]),
    coProduction("2", []), coProduction("1.99", ["9.99%"]), coProduction("0", ["8%"]),
    LimitCase("W06", ["none"], [who("weight: 0"), made("weight: 0")], .warning),
    knowing("2", []), knowing("1.99", ["1.99%"]), knowing("0", []), knowing("40", []), knowing("40.01", ["40.01%"]),
    moving("225000", []), moving("225000.01", ["50%"]), moving("450000", []), moving("450001", []),
    LimitCase("W16", [], [.tender("from: 200000", "from: 420000"), .tender("lowest-over-bid", "fixed-budget")]),
    LimitCase("W16", [], [.tender("from: 200000", "from: 420000"), .tender("Price, weight: 20", "Price, weight: 0")]),
    minimum("4", []), minimum("4.5", ["4.5 of 4"], .error),
    LimitCase("W17", ["5 of 4"], [minimum("5"), .tender("stage: open", "stage: draft")], .warning),
    least("1 of 4", []), least("5/4", ["5/4"]), least("3 out of 5", ["3 out of 5"]), least("60 of 100", []),
    least("35 of 70", []), least("80 out of 70", ["80 out of 70"]), least("2 points", []),
    tieBreak("The panel votes.", ["The panel votes."]), tieBreak("We draw lots", ["We draw lots"]),
    tieBreak("The lower price wins.", []), tieBreak("The cheaper bid wins.", []),
    tieBreak("More points for question 2", []),
    tieBreak("The higher score on well-being and company", []), tieBreak("What has the most weight decides", []),
    LimitCase(
      "W19", ["The cheaper bid wins."],
      [
        .tender("The bid with more points for co-production wins.", "The cheaper bid wins."),
        .tender("Price, weight: 20, kind: price", "Cookery, weight: 20, kind: quality"),
      ]),
    community("10", []), community("9.99", ["9.99%"]), community("0", []),
  ]

  private static let frameworks = [
    LimitCase("O01", [], []),
    LimitCase("O01", ["7"], [.tender(outcome, "")]),
    LimitCase("O01", [], [.tender(outcome, outcome + moreOutcomes(4))]),
    LimitCase("O01", ["13"], [.tender(outcome, outcome + moreOutcomes(5))]),
    LimitCase("O02", [], []),
    LimitCase("O02", ["2"], [.skills(indicator, "")], .note),
    LimitCase("O02", [], [.skills(indicator, indicator + moreIndicators(3))]),
    LimitCase("O02", ["7"], [.skills(indicator, indicator + moreIndicators(4))], .note),
    LimitCase("Q05", [], []),
    LimitCase("Q05", ["3", "3"], [.init("matrices/co-production.md", "Not there, Basic", "Basic")]),
  ]

  private static let times = [
    window("T01", "2027-02-22T12:00", []), window("T01", "2027-02-21T12:00", ["41 days"]),
    window("T02", "2027-02-05T12:00", []), window("T02", "2027-02-04T12:00", ["24 days"], .note),
    window("T02", "2027-02-05T12:00", [], more: [full]),
    window("T02", "2027-02-04T12:00", ["24 days"], .warning, more: [full]),
    // A planned procurement notice, between 40 days and a year and a day before.
    window("T02", "2027-01-21T12:00", [], more: [full, planned("2026-12-02")]),
    window("T02", "2027-01-20T12:00", ["9 days"], more: [full, planned("2026-12-02")]),
    window("T02", "2027-02-04T12:00", ["24 days"], more: [full, planned("2026-12-03")]),
    window("T02", "2027-02-04T12:00", [], more: [full, planned("2026-01-10")]),
    window("T02", "2027-02-04T12:00", ["24 days"], more: [full, planned("2026-01-09")]),
    // It counts for nothing in the light-touch regime, and neither does another notice in the full one.
    window("T02", "2027-02-04T12:00", ["24 days"], more: [planned("2026-12-02")]),
    window("T02", "2027-02-04T12:00", ["24 days"], more: [full, .tender("date: 2026-09-01", "date: 2026-12-02")]),
    window("T02", "2027-02-04T12:00", [], more: [.init("site.yml", "england", "scotland")]),
    LimitCase("T03", [], [.tender("answers-by: 2027-02-19", "answers-by: 2027-02-12")]),
    LimitCase("T03", ["answers-by"], [.tender("answers-by: 2027-02-19", "answers-by: 2027-02-11")]),
    LimitCase("T03", [], [.tender("standstill-ends: 2027-05-05", "standstill-ends: 2027-04-22")]),
    LimitCase("T03", ["standstill-ends"], [.tender("standstill-ends: 2027-05-05", "standstill-ends: 2027-04-21")]),
    LimitCase("T03", [], [.tender("start: 2027-07-01", "start: 2027-05-06")]),
    LimitCase("T03", ["start"], [.tender("start: 2027-07-01", "start: 2027-05-05")]),
    LimitCase("T04", [], [.tender("answers-by: 2027-02-19", "answers-by: 2027-03-03")]),
    LimitCase("T04", ["6 days"], [.tender("answers-by: 2027-02-19", "answers-by: 2027-03-04")]),
    LimitCase("T04", ["0 days"], [.tender("answers-by: 2027-02-19", "answers-by: 2027-03-10")]),
    LimitCase("T04", [], [.tender("answers-by: 2027-02-19", "answers-by: 2027-03-11")]),
    window("T05", "2027-03-08T12:00", []), window("T05", "2027-03-08T11:59", ["2027-03-08"]),
    window("T05", "2027-03-05T12:00", []), window("T05", "2027-03-06T12:00", ["2027-03-06"]),
    window("T05", "2027-03-07T12:00", ["2027-03-07"]),
    window("T05", "2028-12-19T12:00", []), window("T05", "2028-12-20T12:00", ["2028-12-20"]),
    window("T05", "2029-01-02T12:00", ["2029-01-02"]), window("T05", "2029-01-03T12:00", []),
    // Good Friday and Easter Monday lie within six weeks from the first of March.
    window("T05", "2027-04-09T12:00", [], from: "2027-03-01"),
    window("T05", "2027-04-12T12:00", ["28 working days"], .note, from: "2027-03-01"),
    window("T05", "2027-04-13T12:00", ["29 working days"], .note, from: "2027-03-01"),
    window("T05", "2027-04-14T12:00", [], from: "2027-03-01"),
  ]

  private static let stages = [
    said("Friday 12 March 2027", []), said("Friday, 12th March 2027", []), said("Fri 12/3/2027", []),
    said("Thursday 12 March 2027", ["Thursday, 2027-03-12"]), said("Thu 12/03/27", ["Thursday, 2027-03-12"]),
    said("Tuesday the 29th of February 2028", []), said("Monday 29 February 2027", []), said("Thursday 12 March", []),
    said("a Thursday. 12 March 2027", []),
    window("T20", "2027-03-10T00:01", []), window("T20", "2027-03-10T12:00Z", []),
    window("T20", "2027-03-10", ["2027-03-10"]),
    event("2027-02-12T17:00", "2027-02-12T17:00", []),
    event("2027-02-12T17:00", "2027-02-12T16:59", ["2027-02-12T16:59Z"], .error),
    // An hour later by the clock, and earlier by the sun.
    event("2027-02-11T17:00", "2027-02-11T17:30+01:00", ["2027-02-11T17:30+01:00"], .error),
    event("2027-02-11T17:00+01:00", "2027-02-11T16:30", []), event("2027-02-11", "2027-02-11T09:00", []),
    event("2027-02-12T17:01", "2027-02-12T18:00", ["2027-02-12T17:01Z"], .note),
    event("2027-03-10T11:59", "2027-03-10T13:00", ["2027-03-10T11:59Z"], .note),
    event("2027-03-10T12:00", "2027-03-10T13:00", []),
    // Before or on the first day, and on the day of the decision; and two that end together.
    stages("2027-03-10T12:00", ["2027-01-10"], .error, first: "2027-01-10"),
    stages("2027-04-22T12:00", [], first: "2027-03-10T12:00"),
    stages("2027-04-23", ["2027-04-23"], .error, first: "2027-03-10T12:00"),
    stages("2027-03-10T12:00", ["0 days"], .warning, first: "2027-03-10T12:00"),
    stages("2027-03-10T11:59", ["2027-03-10T11:59Z"], .error, first: "2027-03-10T12:00"),
    // Six weeks from one to the next, and bids when no stage ends.
    stages("2027-03-10T12:00", [], first: "2027-01-27T12:00"),
    stages("2027-03-10T12:00", ["41 days"], .warning, first: "2027-01-28T12:00"),
    stages("2027-03-10", [], first: "2027-01-27T12:00"),
    stages("2027-03-10T12:01", ["2027-03-10T12:00Z"], .warning, first: "2027-01-27T12:00"),
    standstill("2027-05-04", []), standstill("2027-05-03", ["7 working days"], .warning),
    standstill("2027-05-05T00:00", []), standstill("2027-05-04T00:00", ["7 working days"], .warning),
    standstill("2027-04-30", ["7 working days"], .error),
    standstill("2027-04-30", ["7 working days"], .warning, more: [.tender("stage: open", "stage: draft")]),
    standstill("2027-04-30", ["7 working days"], .note, regime: "light-touch"),
    standstill("2027-04-30", [], regime: "below-threshold"),
    standstill("2027-04-30", [], more: [.tender("procedure: open", "procedure: grant")]),
    standstill("2027-04-30", [], more: [.init("site.yml", "england", "scotland")]),
    // The Act leaves out the holidays of every nation: St Andrew's Day is one.
    standstill("2027-12-08", [], decision: "2027-11-26"),
    standstill("2027-12-07", ["7 working days"], .warning, decision: "2027-11-26"),
    signed("2027-05-06", []), signed("2027-05-05", ["2027-05-05"], .warning),
    signed("2027-05-04", ["2027-05-04"], .error),
    LimitCase("T24", [], [.tender("decision: 2027-04-22", "decision: 2027-05-06")]),
    LimitCase("T24", ["55 days"], [.tender("decision: 2027-04-22", "decision: 2027-05-07")]),
    LimitCase("T24", [], [.tender("decision: 2027-04-22", "decision: 2027-07-01")]),
    LimitCase(
      "T24", [], [.tender("decision: 2027-04-22", "decision: 2027-05-07"), .tender("tupe: applies", "tupe: not-known")]),
    notices("{code: uk2}, {code: UK4 tender notice}", []), notices("{code: UK2}, {code: UK40}", ["no UK4"]),
    notices("{code: UK2}", ["no UK4"]), notices("{code: UK2}", [], [.tender("stage: open", "stage: planned")]),
    notices("{code: UK2}", [], [.tender("regime: light-touch", "regime: below-threshold")]),
    notices("{code: UK2}", [], [.tender("procedure: open", "procedure: grant")]),
    notices("{code: UK2}", [], [.init("site.yml", "england", "scotland")]),
    notices("{code: UK4, date: 2027-01-12}, {code: UK4, date: 2027-01-11}", []),
    notices("{code: UK4, date: 2027-01-12}", ["UK4, 2027-01-12"]),
    notices("{code: UK2, date: 2027-01-11}, {code: UK4, date: 2027-01-11}", []),
    notices("{code: UK2, date: 2027-01-12}, {code: UK4}", ["UK2, 2027-01-12"]),
    notices("{code: UK4}", [], [early("2027-01-11T09:00")]), notices("{code: UK4}", ["no UK2"], [early("2027-01-10")]),
    notices("{code: UK4}", ["no UK6"], [awarded("signed: 2026-09-17")]),
    notices("{code: UK4}", ["no UK7"], [awarded("signed: 2026-09-16, notice: A")]),
    notices("{code: UK4}", [], [awarded("signed: 2026-09-17, notice: A")]),
    notices("{code: UK4}", ["no UK7"], [awarded("signed: 2026-12-15, notice: A"), full]),
    notices("{code: UK4}", [], [awarded("signed: 2026-12-16, notice: A"), full]),
    notices("{code: UK6, date: 2026-12-17}", ["UK6, 2026-12-17"], [awarded("signed: 2026-12-16")]),
    notices("{code: UK6, date: 2026-12-16}", [], [awarded("signed: 2026-12-16")]),
    notices("{code: UK4}", ["no UK12"], [.tender("stage: open", "stage: stopped")]),
    notices("{code: UK1}", [], [.tender("stage: open", "stage: stopped")]),
  ]

  private static let efforts = [
    effort(3_800, []), effort(3_801, ["5,001 words"], .note),
    effort(8_800, ["10,000 words"], .note, perYear: "399999"),
    effort(8_801, ["10,001 words"], .warning, perYear: "399999"),
    effort(8_801, ["10,001 words"], .note, perYear: "400000"),
    LimitCase("T08", [], [town("limit: {words: 300}", "limit: {words: 800}")]),
    LimitCase("T08", ["80 words against 20 words"], [town("limit: {words: 300}", "limit: {words: 801}")]),
    LimitCase("T10", [], []),
    LimitCase("T10", ["turnover"], [.tender("asks: What is your share code", "asks: What is your annual turnover")]),
  ]

  private static let contracts = [
    breakPoint([], months: 12, []), breakPoint([], months: 13, ["none"]),
    breakPoint([18], months: 36, []), breakPoint([17], months: 36, ["19 months"]),
    breakPoint([19], months: 36, ["19 months"]), breakPoint([1], months: 19, []),
    breakPoint([1], months: 20, ["19 months"]),
    // On the first and the last day nothing can be changed.
    breakPoint([0], months: 18, ["none"]), breakPoint([18], months: 18, ["none"]),
    // Lots that last for the same time have the same fault.
    LimitCase("C01", ["none"], endless("{id: n, title: N}, {id: s, title: S}")),
    LimitCase("C01", ["none", "none"], endless("{id: n, title: N, term: {months: 24}}, {id: s, title: S}")),
    LimitCase("C01", ["none"], endless("{id: n, title: N, term: {months: 12}}, {id: s, title: S}")),
    LimitCase("C03", [], [measure("own-say/count"), counted]),
    LimitCase("C03", ["2 of 3"], [measure("own-say/count", "own-say/count-again"), counted]),
    LimitCase("C03", ["1 of 1"], [measure("own-say/count", keeping: 0), counted]),
    breakAt("month: 60", []), breakAt("month: 61", ["in month 61"]), breakAt("month: 0", []),
    breakAt("date: 2027-07-01", []), breakAt("date: 2027-06-30", ["on 30 June 2027"]),
    breakAt("date: 2032-07-01", []), breakAt("date: 2032-07-02", ["on 2 July 2032"]),
    // One lot is enough for it to come; without a first day nothing is known of a date, nor without a length.
    breakAt("month: 61", [], [divided("{id: n, title: N, term: {months: 72}}, {id: s, title: S}")]),
    breakAt("month: 61", ["in month 61"], [divided("{id: n, title: N}, {id: s, title: S}")]),
    breakAt("date: 2027-06-30", [], [.tender("  start: 2027-07-01\n", "")]),
    ended("award: [{supplier: A, value: 2250005}]", []),
    ended("award: [{supplier: A, value: 2250005.01}]", ["£2,250,005.01"], [], .warning),
    ended("award: [{supplier: A, value: 1350000}]", [], [.tender("to: 450000", "to: 1350000")]),
    ended(
      "award: [{supplier: A, value: 1350000.01}]", ["£1,350,000.01"], [.tender("to: 450000", "to: 1350000")], .warning),
    ended("award: []", ["no award"], [], .error),
    ended("award: [{supplier: A, value: 9000000}]", [], [.tender("  per-year: 450000\n", "")]),
    ended("award: [{lot: n, supplier: A, value: 9}]", ["s"], [divided("{id: n, title: N}, {id: s, title: S}")]),
    ended("award: [{supplier: A, value: 9}]", [], [divided("{id: n, title: N}, {id: s, title: S}")]),
    // What a lot shares with others is not its own to exceed.
    ended("award: [{lot: n, supplier: A, value: 9000000}]", [], [divided("{id: n, title: N}")]),
    keyMeasures("5000000", []), keyMeasures("5000000.01", ["2"]),
    LimitCase("C04", [], [full, .tender("total: 1350000", "total: 6000000"), measure("skills/say-so", keeping: 2)]),
    mutual("60", "0", []), mutual("61", "0", ["61 months"], .error), mutual("36", "24", []),
    mutual("36", "25", ["61 months"], .warning), mutual("60", "1", ["61 months"], .warning),
  ]

  private static let values = [
    LimitCase("W18", [], [.tender("to: 450000", "to: 450000.01")]),
    LimitCase("W18", ["£449,999.99"], [.tender("to: 450000", "to: 449999.99")], .warning),
    example("2250005", []), example("2250005.01", ["£2,250,005.01"]),
    LimitCase("W18", [], [.tender("extensions: [24]", "extensions: [24, 12]")]),
    LimitCase("W18", ["36 and 37"], [.tender("extensions: [24]", "extensions: [24, 13]")], .note),
    // A pound a year may be lost in rounding, and one more.
    LimitCase("C06", [], [.tender("total: 1350000", "total: 1350004")]),
    LimitCase("C06", ["£1,350,004.01"], [.tender("total: 1350000", "total: 1350004.01")]),
    LimitCase("C06", [], [.tender("total: 1350000", "total: 1349996")]),
    LimitCase("C06", ["£1,349,995.99"], [.tender("total: 1350000", "total: 1349995.99")]),
    // With extensions the years are five.
    LimitCase(
      "C06", [],
      [.tender("total: 1350000", "total: 2250006"), .tender("extensions-included: no", "extensions-included: yes")]),
    LimitCase(
      "C06", ["£1,350,000"], [.tender("extensions-included: no", "extensions-included: yes")]),
    LimitCase("C06", [], [.tender("total: 1350000", "total: 2250000"), .tender("  extensions-included: no\n", "")]),
    LimitCase("C06", [], [.tender("end: 2030-06-30", "end: 2030-07-01")]),
    LimitCase("C06", ["2030-07-02"], [.tender("end: 2030-06-30", "end: 2030-07-02")]),
    LimitCase("C06", ["2030-06-29"], [.tender("end: 2030-06-30", "end: 2030-06-29")]),
    schedule("5", []), schedule("6", ["6"]), schedule("99", ["99"]), schedule("100", []),
    schedule("6", [], unit: "weeks"), schedule("6", ["6"], unit: "Years"), schedule("6", ["6"], unit: "per year"),
    // Eleven months beyond the whole years are a year begun.
    schedule("6", ["6"], extension: "24"), schedule("6", [], extension: "25"),
    regime("light-touch", "663540", []), regime("light-touch", "663539.99", ["£663,539"]),
    regime("light-touch", "552950", [], vat: "before"), regime("light-touch", "552949", ["£663,538"], vat: "before"),
    regime("light-touch", "331770", [], extension: "36", included: "no"),
    regime("light-touch", "331769", ["£663,538"], extension: "36", included: "no"),
    regime("below-threshold", "663539.99", []), regime("below-threshold", "663540", ["£663,540"]),
    regime("below-threshold", "663540", [], cpv: "45210000"),
    regime("below-threshold", "999999999.99", ["£999,999,999.99"]), regime("below-threshold", "1000000000", []),
    LimitCase("C06", ["£2,700,000, £1,350,000"], [lots("1350000", "1350000")]),
    LimitCase("C06", [], [lots("350000.01", "999999.99")]),
    LimitCase("C06", ["£1,350,000.01, £1,350,000"], [lots("350000.01", "1000000")]),
    LimitCase("F19", [], [.init("site.yml", "#0b5d66", "#767676")]),
    LimitCase("F19", ["#777777"], [.init("site.yml", "#0b5d66", "#777777")]),
  ]

  private static let words = [
    LimitCase("L04", [], [.vision(sentence(25))]),
    LimitCase("L04", ["1 long, 26 words"], [.vision(sentence(26))]),
    LimitCase("L06", [], [.vision("![\(said(40))](map.svg)")]),
    LimitCase("L06", ["41 words"], [.vision("![\(said(41))](map.svg)")]),
    LimitCase("L09", [], [.summary(said(700) + ".")]),
    LimitCase("L09", ["701 words"], [.summary(said(701) + ".")]),
    LimitCase("L05", [], [.vision("## Two\n\n### Three\n\n## Two again")]),
    LimitCase("L05", ["Three"], [.vision("### Three")]),
    LimitCase("L05", [], [.vision("[www.testham.example](https://www.testham.example)")]),
    LimitCase("L05", ["www.testham.example/a"], [.vision("[www.testham.example/a](https://www.testham.example/a)")]),
    LimitCase("L05", [], [.vision("|  | A |\n| - | - |\n| b | c |")]),
    LimitCase("L05", ["1 without heading"], [.vision("| A |  |\n| - | - |\n| b | c |")]),
    LimitCase("L06", [], [.vision("| A | B |\n| - | - |\n| **b** |  |")]),
    LimitCase("L06", ["b"], [.vision("| A | B | C |\n| - | - | - |\n| **b** |  |  |\n| **c** |  |  |")]),
    LimitCase("L06", ["one column"], [.vision("| A |\n| - |\n| b |")]),
  ]

  // MARK: How they are reached

  private static func price(_ weight: String, _ found: [String]) -> LimitCase {
    LimitCase("W02", found, [.tender("title: Price, weight: 20", "title: Price, weight: \(weight)")])
  }

  private static func moving(_ from: String, _ found: [String]) -> LimitCase {
    LimitCase("W16", found, [.tender("from: 200000", "from: \(from)")], .note)
  }

  private static func minimum(_ score: String) -> TextChange {
    .init("tenders/day-service/questions/knowing.md", "weight: 20", "weight: 20\nminimum: \(score)")
  }

  private static func minimum(_ score: String, _ found: [String], _ severity: Severity? = nil) -> LimitCase {
    LimitCase("W17", found, [minimum(score)], severity)
  }

  private static func least(_ words: String, _ found: [String]) -> LimitCase {
    LimitCase("W17", found, [.tender("At least 1 out of 4 for every answer", "At least \(words)")], .warning)
  }

  private static func tieBreak(_ words: String, _ found: [String]) -> LimitCase {
    LimitCase("W19", found, [.tender("The bid with more points for co-production wins.", words)])
  }

  private static func example(_ price: String, _ found: [String]) -> LimitCase {
    LimitCase(
      "W18", found,
      [.tender("  schedule:\n", "  example: [{bidder: A, price: 400000}, {bidder: B, price: \(price)}]\n  schedule:\n")]
    )
  }

  private static func breakAt(_ when: String, _ found: [String], _ more: [TextChange] = []) -> LimitCase {
    LimitCase("C12", found, [.tender("month: 30", when)] + more)
  }

  /// A tender that was awarded; found is what is said of its end.
  private static func ended(
    _ award: String, _ found: [String], _ more: [TextChange] = [], _ severity: Severity? = nil
  ) -> LimitCase {
    LimitCase("C11", found, [.tender("stage: open", "stage: awarded\n\(award)")] + more, severity)
  }

  private static func divided(_ lots: String) -> TextChange {
    .tender("attachments: []", "attachments: []\nlots: [\(lots)]")
  }

  /// Together with 8% for another question.
  private static func coProduction(_ weight: String, _ found: [String]) -> LimitCase {
    LimitCase("W06", found, [who("weight: \(weight)")], .note)
  }

  private static func who(_ weight: String) -> TextChange {
    .init("tenders/day-service/questions/who-decides.md", "weight: 12", weight)
  }

  private static func made(_ weight: String) -> TextChange {
    .init("tenders/day-service/questions/made-together.md", "weight: 8", weight)
  }

  private static func knowing(_ weight: String, _ found: [String]) -> LimitCase {
    LimitCase("W10", found, [.init("tenders/day-service/questions/knowing.md", "weight: 20", "weight: \(weight)")])
  }

  private static func community(_ weight: String, _ found: [String]) -> LimitCase {
    LimitCase("W12", found, [.tender("outcomes, weight: 10", "outcomes, weight: \(weight)")])
  }

  private static func town(_ old: String, _ new: String) -> TextChange {
    .init("tenders/day-service/questions/good-for-the-town.md", old, new)
  }

  private static let outcome = "  - {id: welcoming-town, baseline: Two employers have asked for advice}\n"

  private static func moreOutcomes(_ count: Int) -> String {
    (1...count).map { "  - {id: more-\($0), baseline: Nobody knows}\n" }.joined()
  }

  private static let indicator =
    "  - id: still-there\n    text: It is still true a year later\n    kind: subjective\n    measure: A second talk\n    by: Peer workers\n    how-often: Once a year\n"

  private static func moreIndicators(_ count: Int) -> String {
    (1...count).map { "  - {id: more-\($0), text: People say so \($0), kind: subjective}\n" }.joined()
  }

  private static let full = TextChange.tender("regime: light-touch", "regime: full")

  private static func planned(_ date: String) -> TextChange {
    .tender(
      "code: UK2\n    reference: TEST-1\n    date: 2026-09-01", "code: UK3\n    reference: TEST-1\n    date: \(date)")
  }

  /// A deadline, and a day of issue if it is not the usual one, 11 January 2027.
  private static func window(
    _ code: String, _ deadline: String, _ found: [String], _ severity: Severity? = nil,
    from issued: String = "2027-01-11",
    more: [TextChange] = []
  ) -> LimitCase {
    LimitCase(
      code, found,
      [
        .tender("deadline: 2027-03-10T12:00", "deadline: \(deadline)"),
        .tender("issued: 2027-01-11", "issued: \(issued)"),
      ] + more, severity)
  }

  private static let eventTimes = "from: 2027-01-20T13:00\n    to: 2027-01-20T15:00"

  private static func said(_ day: String, _ found: [String]) -> LimitCase {
    LimitCase("T19", found, [.tender("basis: We compare", "basis: From \(day) we compare")])
  }

  private static func event(_ from: String, _ to: String, _ found: [String], _ severity: Severity? = nil) -> LimitCase {
    LimitCase("T21", found, [.tender(eventTimes, "from: \(from)\n    to: \(to)")], severity)
  }

  private static func early(_ from: String) -> TextChange { .tender(eventTimes, "from: \(from)") }

  /// Two stages, the first of which ends early.
  private static func stages(
    _ second: String, _ found: [String], _ severity: Severity? = nil, first: String
  ) -> LimitCase {
    let written = "stages: [{id: a, title: First, deadline: \(first)}, {id: b, title: Second, deadline: \(second)}]\n"
    return LimitCase("T22", found, [.tender("term:\n", written + "term:\n")], severity)
  }

  private static func standstill(
    _ ends: String, _ found: [String], _ severity: Severity? = nil, decision: String = "2027-04-22",
    regime: String = "full", more: [TextChange] = []
  ) -> LimitCase {
    LimitCase(
      "T23", found,
      [
        .tender("regime: light-touch", "regime: \(regime)"), .tender("decision: 2027-04-22", "decision: \(decision)"),
        .tender("standstill-ends: 2027-05-05", "standstill-ends: \(ends)"),
      ] + more, severity)
  }

  private static func awarded(_ facts: String) -> TextChange {
    .tender("stage: open", "stage: awarded\naward: [{supplier: Testham Together, \(facts)}]")
  }

  private static func signed(_ day: String, _ found: [String], _ severity: Severity? = nil) -> LimitCase {
    LimitCase("T23", found, [awarded("signed: \(day)")], severity)
  }

  private static func notices(_ written: String, _ found: [String], _ more: [TextChange] = []) -> LimitCase {
    let all =
      "\n  - code: UK2\n    reference: TEST-1\n    date: 2026-09-01\n  - code: UK4\n    reference: TEST-2\n    date: 2027-01-11\n"
    return LimitCase("T25", found, [.tender("notices:\(all)", "notices: [\(written)]\n")] + more)
  }

  /// The longest answer, with 1,200 words in four others.
  private static func effort(
    _ words: Int, _ found: [String], _ severity: Severity? = nil, perYear: String = "450000"
  ) -> LimitCase {
    LimitCase(
      "T06", found,
      [
        .init("tenders/day-service/questions/well-and-company.md", "limit: {words: 700}", "limit: {words: \(words)}"),
        .tender("per-year: 450000", "per-year: \(perYear)"),
      ], severity)
  }

  private static let breakPoints =
    "  - month: 6\n    what: We agree the activities and the first figures.\n  - month: 18\n    what: We change what has not helped, and decide whether to go on.\n  - month: 30\n    what: We decide how to go on or how to end well.\n"

  private static func breakPoint(_ points: [Int], months: Int, _ found: [String]) -> LimitCase {
    let written = points.map { "  - month: \($0)\n    what: We look at everything.\n" }.joined()
    return LimitCase(
      "C01", found,
      [
        .tender("break-points:\n\(breakPoints)", written.isEmpty ? "" : "break-points:\n\(written)"),
        .tender("months: 36", "months: \(months)"),
      ])
  }

  /// Lots, and no break point.
  private static func endless(_ lots: String) -> [TextChange] {
    [.tender("break-points:\n\(breakPoints)", ""), .tender("attachments: []", "attachments: []\nlots: [\(lots)]")]
  }

  /// Two indicators that count what is done.
  private static let counted = TextChange(
    "outcomes/own-say.md", "indicators:\n",
    "indicators:\n  - {id: count, text: The number of sessions, kind: output}\n  - {id: count-again, text: The number of leaflets, kind: output}\n"
  )

  /// Measures by some indicators, after those that are there.
  private static func measure(_ indicators: String..., keeping count: Int = 1) -> TextChange {
    let all = [
      "  - indicator: keeping-well/say-so\n    baseline: 41 of 96 people\n    target: More people each year\n    how-often: Every three months\n    by: People who use the service\n",
      "  - indicator: welcoming-town/say-so\n    baseline: 33 of 96 people\n    target: More people each year\n    how-often: Once a year\n    by: Peer workers\n",
    ]
    let more = indicators.map { "  - {indicator: \($0), baseline: None, target: More, how-often: Once, by: Us}\n" }
    return .tender("measures:\n" + all.joined(), "measures:\n" + (all.prefix(count) + more).joined())
  }

  private static func keyMeasures(_ total: String, _ found: [String]) -> LimitCase {
    LimitCase("C04", found, [full, .tender("total: 1350000", "total: \(total)")])
  }

  private static func mutual(
    _ months: String, _ extensions: String, _ found: [String], _ severity: Severity? = nil
  ) -> LimitCase {
    LimitCase(
      "C09", found,
      [
        .tender("term:\n", "reserved: {to: public service mutuals, reason: Staff wish to run it.}\nterm:\n"),
        .tender("months: 36", "months: \(months)"), .tender("extensions: [24]", "extensions: [\(extensions)]"),
      ], severity)
  }

  private static func schedule(
    _ quantity: String, _ found: [String], unit: String = "year", extension months: String = "24"
  ) -> LimitCase {
    LimitCase(
      "C06", found,
      [
        .tender(
          "{line: Paid staff, unit: year, quantity: \"3\"}",
          "{line: Paid staff, unit: \(unit), quantity: \"\(quantity)\"}"),
        .tender("extensions: [24]", "extensions: [\(months)]"),
      ], found.isEmpty ? nil : .warning)
  }

  private static func regime(
    _ regime: String, _ total: String, _ found: [String], vat: String = "including", extension months: String = "24",
    included: String = "yes", cpv: String = "85312000"
  ) -> LimitCase {
    LimitCase(
      "C06", found,
      [
        .tender("regime: light-touch", "regime: \(regime)"), .tender("total: 1350000", "total: \(total)"),
        .tender("  per-year: 450000\n", ""), .tender("vat: before", "vat: \(vat)"),
        .tender("extensions-included: no", "extensions-included: \(included)"), .tender("85312000", cpv),
        .tender("extensions: [24]", "extensions: [\(months)]"),
      ], found.isEmpty ? nil : .warning)
  }

  private static func lots(_ first: String, _ second: String) -> TextChange {
    .tender(
      "attachments: []",
      "attachments: []\nlots:\n  - {id: north, title: North, value: {total: \(first), vat: before}}\n  - {id: south, title: South, value: {total: \(second), vat: before}}\n"
    )
  }

  private static func said(_ count: Int) -> String { Array(repeating: "so", count: count).joined(separator: " ") }

  private static func sentence(_ count: Int) -> String { "It is " + said(count - 2) + "." }
}

/// Until when, and for what, a decision to live with a finding holds.
struct AcceptanceTests {
  private static func accepts(_ rule: String, _ value: String) -> String {
    "accepts: [{rule: \(rule), value: \"\(value)\", reason: We tried., by: Lead, date: 2027-01-01}]\n"
  }

  private func judgement(
    _ changes: [TextChange], rule: String, _ value: String, in file: String = "tenders/day-service/tender.md",
    today: String? = "2027-01-15", profiles: Set<Profile>? = nil
  ) throws -> (accepted: [String], told: [String], related: [String]) {
    let pack = try BoundaryPack(changes + [.init(file, "---\ntitle:", "---\n\(Self.accepts(rule, value))title:")])
    let subject = Subject(model: pack.model, profiles: profiles, today: today.flatMap { Day($0) })
    let judgement = subject.judgement(of: subject.rules.flatMap { subject.findings(of: $0) })
    let told = judgement.findings.filter { $0.code.id == "F22" || $0.code.id == rule }
    return (judgement.accepted.map(\.finding.code.id), told.map(\.code.id), told.flatMap(\.related).map(\.words))
  }

  private static let heavy = TextChange.tender("title: Price, weight: 20", "title: Price, weight: 41")

  @Test func `a finding of the same value is accepted, and one of another value comes back`() throws {
    let held = try judgement([Self.heavy], rule: "W02", "41%")
    #expect(held.accepted == ["W02"] && held.told == [])
    let changed = try judgement([Self.heavy], rule: "W02", "42%")
    #expect(changed.accepted == [] && changed.told == ["W02"])
    #expect(
      changed.related.map {
        $0.contains("“42%” was accepted by Lead on 1 January 2027, and that is no longer what it is")
      } == [true])
  }

  @Test func `an error cannot be accepted`() throws {
    let error = try judgement([.tender("title: Quality, weight: 70", "title: Quality, weight: 60")], rule: "W01", "90%")
    #expect(error.accepted == [] && error.related.contains("an error cannot be accepted, so this has no effect"))
  }

  @Test(arguments: [
    ("open", "tenders/day-service/tender.md", ["F22"]), ("evaluating", "tenders/day-service/tender.md", []),
    ("open", "outcomes/skills.md", ["F22"]), ("evaluating", "outcomes/skills.md", []),
  ])
  func `what is accepted for nothing is told, as long as its rule can speak`(
    stage: String, file: String, told: [String]
  ) throws {
    #expect(try judgement([.tender("stage: open", "stage: \(stage)")], rule: "W02", "41%", in: file).told == told)
  }

  @Test func `nothing is told of a rule that was not run, and of one that there is not it is`() throws {
    #expect(try judgement([], rule: "F25", "x").told == ["F22"])
    #expect(try judgement([], rule: "F25", "x", today: nil).told == [])
    #expect(try judgement([], rule: "W02", "x", profiles: [.core]).told == [])
    #expect(try judgement([], rule: "W99", "x", profiles: [.core]).told == ["F22"])
    let broken = TextChange.init("outcomes/skills.md", "level: service", "level: [service")
    #expect(try judgement([broken], rule: "W02", "x").told == [])
  }
}

/// A rule, what of the pack is changed, and the values of what it finds then.
struct LimitCase: Sendable, CustomTestStringConvertible {
  let code: String
  let found: [String]
  fileprivate let changes: [TextChange]
  let severity: Severity?

  fileprivate init(_ code: String, _ found: [String], _ changes: [TextChange], _ severity: Severity? = nil) {
    (self.code, self.found, self.changes, self.severity) = (code, found, changes, severity)
  }

  var testDescription: String {
    "\(code) \(found): \(changes.map { String($0.new.prefix(60)) }.joined(separator: ", "))"
  }
}

/// Words of the sound pack, and others in their place.
private struct TextChange: Sendable {
  let file: String
  let old: String
  let new: String

  init(_ file: String, _ old: String, _ new: String) { (self.file, self.old, self.new) = (file, old, new) }

  static func tender(_ old: String, _ new: String) -> TextChange { .init("tenders/day-service/tender.md", old, new) }

  static func skills(_ old: String, _ new: String) -> TextChange { .init("outcomes/skills.md", old, new) }

  /// Another text on a page of the pack.
  static func vision(_ text: String) -> TextChange {
    .init(
      "tenders/day-service/vision.md", "because people still went home to a silent flat.\n", "as you see.\n\n\(text)\n")
  }

  /// Another text for the summary.
  static func summary(_ text: String) -> TextChange {
    .tender(
      "We say what should change. You say how, with the people it is for. Read the\n[specification](specification.md) first.\n\nBids must reach us before {{dates.deadline}}. Price counts for {{criteria.price.weight}}.\n",
      text + "\n")
  }
}

/// The sound pack with some of its words changed, as the rules read it.
private struct BoundaryPack {
  let model: Model

  init(_ changes: [TextChange]) throws {
    var pack = try Pack.sound
    for change in changes { pack = try pack.changing([change.file: [change.old: change.new]]) }
    var findings: [Diagnostic] = []
    model = pack.model(&findings)
  }

  func findings(of rule: Rule, on today: String = "2027-01-15") -> [Diagnostic] {
    Subject(model: model, today: Day(today)).findings(of: rule)
  }
}
