import Tenders
import Testing

@testable import Checks

/// The files of public holidays, held against the law that makes them: fixed days, Mondays, Easter, and the days that stand
/// in for those at a weekend.
struct HolidayTests {
  @Test(arguments: ["england", "wales", "scotland", "northern-ireland"])
  func `a file has the days that the law makes, and no others`(nation: String) throws {
    let text = try #require(holidayTexts.first { $0.name == "\(nation).txt" }).text
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    for year in 2025...2030 {
      let days = lines.filter { $0.hasPrefix("\(year)-") }.map { String($0.prefix(10)) }
      #expect(try days == Calendar(year: year).days(in: nation).map(\.iso), "\(nation) \(year)")
    }
  }

  /// As anybody can look them up.
  @Test(arguments: [(2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")])
  func `Easter is found`(year: Int, sunday: String) throws {
    #expect(try Calendar(year: year).easterSunday().iso == sunday)
  }

  @Test func `a day at a weekend is made good on the next working day that is free`() throws {
    // Christmas Day of 2022 was a Sunday: Boxing Day kept its Monday, and Tuesday stood in for Christmas Day.
    #expect(try Calendar(year: 2022).days(in: "england").suffix(2).map(\.iso) == ["2022-12-26", "2022-12-27"])
    #expect(try Calendar(year: 2028).days(in: "scotland").prefix(2).map(\.iso) == ["2028-01-03", "2028-01-04"])
  }
}

/// The public holidays of a year, reckoned from the rules alone.
private struct Calendar {
  let year: Int

  func days(in nation: String) throws -> [Day] {
    let fixed: [(Int, Int)] =
      switch nation {
      case "scotland": [(1, 1), (1, 2), (11, 30), (12, 25), (12, 26)]
      case "northern-ireland": [(1, 1), (3, 17), (7, 12), (12, 25), (12, 26)]
      default: [(1, 1), (12, 25), (12, 26)]
      }
    let isScottish = nation == "scotland"
    let easter = try easterSunday()
    let aroundEaster = [easter.after(days: -2)] + (isScottish ? [] : [easter.after(days: 1)])
    let mondays = [
      try firstMonday(of: 5), try lastMonday(of: 5), try isScottish ? firstMonday(of: 8) : lastMonday(of: 8),
    ]
    return try (madeGood(fixed.map(day)) + aroundEaster.compactMap(\.self) + mondays + proclaimed(in: nation)).sorted()
  }

  /// After the first match of Scotland's men in a World Cup since 1998.
  private func proclaimed(in nation: String) throws -> [Day] {
    nation == "scotland" && year == 2026 ? [try day(6, 15)] : []
  }

  /// The rule for Easter in the calendar of Gregory, as almanacs give it.
  func easterSunday() throws -> Day {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let sum = moon + weekday - 7 * ((golden + 11 * moon + 22 * weekday) / 451) + 114
    return try day(sum / 31, sum % 31 + 1)
  }

  private func day(_ month: Int, _ day: Int) throws -> Day { try #require(Day(year: year, month: month, day: day)) }

  private func firstMonday(of month: Int) throws -> Day {
    try #require(try (1...7).map { try day(month, $0) }.first { $0.weekday == 0 })
  }

  private func lastMonday(of month: Int) throws -> Day {
    try #require((25...31).compactMap { Day(year: year, month: month, day: $0) }.last { $0.weekday == 0 })
  }

  /// Days on working days stay. Each of the others moves to the next working day that is not taken.
  private func madeGood(_ days: [Day]) throws -> [Day] {
    var taken = days.filter { !$0.isAtWeekend }
    for lost in days where lost.isAtWeekend {
      taken.append(
        try #require((1...7).compactMap { lost.after(days: $0) }.first { !$0.isAtWeekend && !taken.contains($0) }))
    }
    return taken
  }
}
