import Diagnostics
import Tenders
import TestSupport
import Testing

/// What is just still a value, and what is none any more.
struct LimitTests {
  @Test(arguments: [
    ("0", "0%"), ("100", "100%"), ("100.0000", "100%"), ("100.0001", nil), ("0.0001", "0.0001%"), ("0.00001", nil),
    ("1.5%%", nil), ("1.2.3", nil), ("+1", nil), (" 1", nil),
  ])
  func `a weight lies between nothing and all, in four places`(written: String, words: String?) {
    #expect(Weight(written)?.words == words)
  }

  @Test(arguments: [
    ("0.01", "£0.01"), ("0.001", nil), ("999999999999", "£999,999,999,999"), ("1000000000000", nil),
    ("1,000", "£1,000"),
    ("1,00", nil), ("1000,000", nil), ("1,0000", nil), ("£1,000.05", "£1,000.05"), ("££1", nil), ("1.", nil),
    (".5", nil),
  ])
  func `money has pence, and commas before every three digits`(written: String, words: String?) {
    #expect(Money(written)?.words == words)
  }

  @Test func `sums below each other have pence all or none`() {
    #expect(Money.column([Money("1"), nil, Money("2.50")]) == ["£1.00", "", "£2.50"])
    #expect(Money.column([Money("1"), Money("2")]) == ["£1", "£2"])
  }

  @Test(arguments: [
    ("1900-01-01", true), ("1899-12-31", false), ("2199-12-31", true), ("2200-01-01", false), ("2027-12-31", true),
    ("2027-12-32", false), ("2027-04-31", false), ("2027-01-00", false), ("2000-02-29", true), ("2100-02-29", false),
    ("2028-02-29", true), ("2027-02-29", false), ("+027-01-01", false),
  ])
  func `a day is one of the calendar, in three centuries`(written: String, isThere: Bool) {
    #expect((Day(written) != nil) == isThere)
  }

  @Test(arguments: [
    ("2027-01-31", 1, "2027-02-28"), ("2027-01-31", 0, "2027-01-31"), ("2027-12-15", 1, "2028-01-15"),
    ("2028-01-31", 1, "2028-02-29"), ("2027-01-01", 2_064, "2199-01-01"), ("2027-01-01", 2_076, nil),
    ("2027-01-01", -1, nil),
  ])
  func `months are counted from a day to the same day, or to the last of the month`(
    day: String, months: Int, later: String?
  ) {
    #expect(Day(day)?.adding(months: months)?.iso == later)
  }

  @Test(arguments: [
    ("2027-02-28", 1, "2027-03-01"), ("2027-12-31", 1, "2028-01-01"), ("2027-03-01", -1, "2027-02-28"),
    ("2028-03-01", -1, "2028-02-29"), ("2027-01-01", -1, "2026-12-31"), ("2027-01-15", 0, "2027-01-15"),
    ("2027-01-15", 2, nil),
  ])
  func `the day before and the day after`(day: String, days: Int, other: String?) {
    #expect(Day(day)?.moved(by: days)?.iso == other)
  }

  @Test(arguments: [
    ("T23:59", "11:59pm"), ("T24:00", nil), ("T00:60", nil), ("T00:01", "12:01am"), ("T12:01", "12:01pm"),
    ("T1:00", nil),
    ("T+5:30", nil), ("T-0:30", nil), ("T05:+3", nil), ("T01:00+14:00", "1am (UTC+14:00)"), ("T01:00+14:01", nil),
    ("T01:00-05:00", "1am (UTC-05:00)"), ("T01:00:00", "1am"), ("T01:00:01", nil), ("T", nil),
  ])
  func `a time has two digits for hours and for minutes, and a zone that there is`(time: String, words: String?) {
    #expect(Moment("2027-01-15\(time)")?.time == words)
    #expect((Moment("2027-01-15\(time)") == nil) == (words == nil))
  }

  @Test(arguments: [
    ("2027-03-28T02:00", "20270328T010000Z"), ("2027-03-28T00:59", "20270328T005900Z"),
    ("2027-10-31T01:59", "20271031T005900Z"),
    ("2027-10-31T02:00", "20271031T020000Z"), ("2027-07-01T00:30", "20270630T233000Z"),
    ("2027-01-01T00:30+02:00", "20261231T223000Z"), ("2027-12-31T23:30-01:00", "20280101T003000Z"),
  ])
  func `a time is told in Greenwich time`(written: String, greenwich: String) {
    #expect(Moment(written)?.inGreenwich == greenwich)
  }

  @Test(arguments: [
    ("#0b5d66", true), ("#0B5D66", true), ("0b5d66", false), ("#0b5d6", false), ("#0b5d666", false), ("#0b5d6g", false),
    ("#٣٣٣٣٣٣", false),
  ])
  func `a colour has six digits`(written: String, isThere: Bool) {
    #expect((Colour(written) != nil) == isThere)
  }

  @Test func `contrast goes from 1 to 21`() {
    #expect(Colour("#ffffff").map { Int(($0.contrastOnWhite * 100).rounded()) } == 100)
    #expect(Colour("#000000").map { Int(($0.contrastOnWhite * 100).rounded()) } == 2100)
    #expect(Colour("#767676").map { Int(($0.contrastOnWhite * 100).rounded()) } == 454)
    #expect(Colour("#0a0a0a").map { Int(($0.contrastOnWhite * 100).rounded()) } == 1980)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (999_999, "999,999"), (1_000_000, "1,000,000")])
  func `thousands are grouped`(number: Int, words: String) {
    #expect(number.grouped == words)
  }

  @Test(arguments: [
    ("email", "a@b", true), ("email", "a@b@c", false), ("email", "@b", false), ("email", "a@", false),
    ("email", "a b@c", false),
    ("email", "o'a+b_c-d.e@f.g", true), ("base-url", "https://x.example", true), ("base-url", "HTTPS://x", true),
    ("base-url", "ftp://x", false), ("base-url", "https://", false), ("base-url", "https:///a", false),
    ("base-url", "https://x/a b", false), ("base-url", "https://x/\\\"", false), ("base-url", "https://x_y:1@z/", true),
    ("base-url", "https://x!y", false), ("languages", "[cy]", true), ("languages", "[en-GB]", true),
    ("languages", "[e]", false), ("languages", "[engl]", false), ("languages", "[en-]", false),
    ("languages", "[e1]", false),
    ("languages", "[en-abcdefgh]", true), ("languages", "[en-abcdefghi]", false),
  ])
  func `addresses and languages are what they look like`(key: String, value: String, isGood: Bool) {
    let written = value.hasPrefix("[") ? value : "\"\(value)\""
    var findings: [Diagnostic] = []
    _ = Read.model(["site.yml": "title: S\norganisation: C\n\(key): \(written)\n"], findings: &findings)
    #expect(findings.map(\.code.id) == (isGood ? [] : ["F12"]))
  }

  @Test(arguments: [
    ("a", true), ("a-b1", true), ("", false), ("-a", false), ("a-", false), ("a--b", false), ("A", false), ("ä", false),
    ("a_b", false),
  ])
  func `an id has lower case letters, digits and single hyphens`(text: String, isGood: Bool) {
    #expect(isID(text) == isGood)
  }

  private func effort(_ words: [String], _ keys: String = "") throws -> BidEffort {
    var texts = [
      "site.yml": "title: S\norganisation: C\n", "tenders/t/tender.md": "---\nstage: draft\n\(keys)\n---\n",
    ]
    for (index, limit) in words.enumerated() {
      texts["tenders/t/questions/q\(index).md"] = "---\ntitle: Q\n\(limit)\n---\nWhy?\n"
    }
    return try Read.tender("t", texts).effort()
  }

  @Test(arguments: [
    (["limit: {words: 1000}"], 1_000, 3), (["limit: {words: 750}"], 750, 2), (["limit: {words: 751}"], 751, 3),
    (["limit: {pages: 2}"], 1_000, 3), (["limit: {characters: 599}"], 99, 2), ([""], 0, 2), ([], 0, 1),
  ])
  func `work to bid is a day, a day for each thousand words, and quarters, rounded up`(
    limits: [String], words: Int, days: Int
  ) throws {
    let effort = try effort(limits)
    #expect(effort.words == words && effort.questions == limits.count && effort.days == days)
    #expect(effort.signatures == (limits.isEmpty ? 0 : 1))
  }

  @Test func `what is to be filled in, signed and proved is counted`() throws {
    let effort = try effort(
      [],
      "attachments: [{file: a, title: A, for: fill-in}, {file: b, title: B, for: sign}, {file: c, title: C, for: read}, {file: d, title: D}]\nconditions: [{id: c, asks: Who?}]\nvalue: {total: 100}\nterm: {months: 24}\ndates: {issued: 2027-01-11, deadline: 2027-01-12}"
    )
    #expect(effort.documents == 2 && effort.signatures == 1 && effort.proofs == 1)
    #expect(effort.restWords == "2 documents to fill in, 1 proof and 1 signature")
    #expect(effort.perYear?.words == "£50" && effort.daysAllowed == 1)
    #expect(try self.effort([], "dates: {issued: 2027-01-11, deadline: 2027-01-11}").daysAllowed == nil)
    #expect(try self.effort([]).restWords == nil)
  }
}
