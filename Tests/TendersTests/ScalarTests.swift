import Tenders
import Testing

struct ScalarTests {
  @Test func `weights are exact`() {
    #expect(["33.3333", "33.3333", "33.3334"].compactMap { Weight($0) }.sum == .whole)
    #expect(Weight("0.1").map { $0 + $0 + $0 } == Weight("0.3"))
    #expect(["20", "20%", "20.0"].map { Weight($0)?.words } == ["20%", "20%", "20%"])
    #expect(Weight("12.5")?.number == "12.5")
    #expect(["-1", "100.1", "1e2", "", ".", "5.", "1.23456", "٣", "twenty"].allSatisfy { Weight($0) == nil })
  }

  @Test func `money is exact and reads as money`() {
    #expect(
      ["350000", "£350,000", "350000.5", "0", "1,234,567.89"].map { Money($0)?.words } == [
        "£350,000", "£350,000", "£350,000.50", "£0", "£1,234,567.89",
      ])
    #expect(["35,00", "£", "1.234", "-5", "350k", "1,2345", ",100"].allSatisfy { Money($0) == nil })
  }

  @Test func `days are those of the calendar`() {
    #expect(Day("2027-03-12")?.words == "Friday 12 March 2027")
    #expect(Day("2028-02-29")?.weekday == 1)
    #expect(Day("2000-01-01")?.words == "Saturday 1 January 2000")
    #expect(
      ["2027-02-29", "2027-13-01", "2027-00-10", "27-01-01", "2027-1-1", "2027/01/01", "1800-01-01"].allSatisfy {
        Day($0) == nil
      })
  }

  @Test(arguments: [
    ("2027-03-12T12:00", "noon on Friday 12 March 2027", "2027-03-12T12:00Z"),
    ("2027-07-01T17:00", "5pm on Thursday 1 July 2027", "2027-07-01T17:00+01:00"),
    ("2027-07-01 09:05:00", "9:05am on Thursday 1 July 2027", "2027-07-01T09:05+01:00"),
    ("2027-07-01T00:00", "midnight on Thursday 1 July 2027", "2027-07-01T00:00+01:00"),
    ("2027-01-05T14:30Z", "2:30pm (Greenwich time) on Tuesday 5 January 2027", "2027-01-05T14:30Z"),
    ("2027-01-05T14:30+02:00", "2:30pm (UTC+02:00) on Tuesday 5 January 2027", "2027-01-05T14:30+02:00"),
    ("2027-01-05", "Tuesday 5 January 2027", "2027-01-05"),
  ])
  func `moments read as people say them`(written: String, words: String, iso: String) {
    #expect(Moment(written)?.words == words)
    #expect(Moment(written)?.iso == iso)
  }

  @Test func `British Summer Time begins and ends at one in the morning in Greenwich`() {
    let times = ["2027-03-28T00:59", "2027-03-28T02:00", "2027-10-31T00:59", "2027-10-31T02:00"]
    let ends = times.map { String(Moment($0)?.iso.suffix(6) ?? "") }
    #expect(ends == ["00:59Z", "+01:00", "+01:00", "02:00Z"])
  }

  @Test(arguments: ["2027-03-28T01:00", "2027-03-28T01:59", "2026-03-29T01:30"])
  func `a time that no clock in the UK shows is none, unless it says its zone`(text: String) {
    #expect(Moment(text) == nil)
    #expect(Moment(text + "Z") != nil)
  }

  @Test(arguments: ["2027-03-28T00:59", "2027-03-28T02:00", "2027-03-27T01:30", "2027-10-31T01:30"])
  func `the hours around it are times`(text: String) {
    #expect(Moment(text) != nil)
  }

  @Test func `moments are compared across zones, and days as days`() throws {
    let noon = try #require(Moment("2027-07-01T12:00"))
    #expect(try #require(Moment("2027-07-01T10:59Z")).isBefore(noon))
    #expect(try !#require(Moment("2027-07-01T11:00Z")).isBefore(noon))
    #expect(try !#require(Moment("2027-07-01")).isBefore(noon))
    #expect(try #require(Moment("2027-06-30")).isBefore(noon))
    #expect(
      ["2027-07-01T24:00", "2027-07-01T12", "2027-07-01T12:60", "2027-07-01Tnoon", "2027-07-01T12:00:30"].allSatisfy {
        Moment($0) == nil
      })
  }
}
