import Tenders
import Testing

@testable import Checks

struct TimeTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func `each nation has its own holidays`() throws {
    let (monday, boyne) = (try day("2027-03-29"), try day("2027-07-12"))
    #expect(Holidays(nation: .england).name(of: monday) == "Easter Monday")
    #expect(Holidays(nation: .scotland).name(of: monday) == nil)
    #expect(Holidays(nation: .northernIreland).name(of: boyne) != nil)
    #expect(Holidays(nation: .wales).name(of: boyne) == nil)
    #expect(Holidays(nation: nil).name(of: monday) == nil)
    #expect(Holidays(nation: nil).name(of: try day("2028-12-25")) == "Christmas Day")
  }

  @Test(arguments: ["england", "wales", "scotland", "northern-ireland"])
  func `every line of a file is a working day, and every year has eight at least`(nation: String) throws {
    let text = try #require(holidayTexts.first { $0.name == "\(nation).txt" }).text
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let days = lines.compactMap { Day(String($0.prefix(10))) }
    #expect(days.count == lines.count && days == days.sorted() && Set(days).count == days.count)
    #expect(days.allSatisfy { !$0.isAtWeekend })
    for year in 2025...2030 { #expect(days.count { $0.year == year } >= 8, "\(year)") }
  }

  @Test(
    arguments: [
      ("2027-01-11", "2027-01-12", 1), ("2027-01-08", "2027-01-11", 1), ("2027-01-08", "2027-01-10", 0),
      ("2027-01-09", "2027-01-11", 1), ("2027-01-11", "2027-02-22", 30), ("2027-01-11", "2027-01-11", 0),
      ("2027-01-12", "2027-01-11", 0),
    ] as [(String, String, Int)])
  func `working days are counted from the day after`(first: String, last: String, count: Int) throws {
    #expect(Day.workingDays(after: try day(first), to: try day(last)) == count)
  }

  @Test(arguments: [("2027-01-11", 42, "2027-02-22"), ("2027-12-31", 1, "2028-01-01"), ("2028-02-28", 1, "2028-02-29")])
  func `days later are found over months and years`(first: String, days: Int, last: String) throws {
    #expect(try day(first).after(days: days)?.iso == last)
    #expect(try day(first).after(days: 999_999_999) == nil)
  }
}
