/// A day of the calendar.
package struct Day: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a day that is in no calendar.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `2027-03-12`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `12 March 2027`, `12/3/2027` or `12.3.2027`, as people write days: for advice, never for reading.
  init?(inWords text: String) {
    let parts = text.split { " /.,".contains($0) }.map(String.init)
    guard parts.count == 3, let day = Int(parts[0].prefix(while: \.isNumber)), let year = Int(parts[2]) else {
      return nil
    }
    let named = Self.months.firstIndex { $0.lowercased().hasPrefix(parts[1].lowercased().prefix(3)) }.map { $0 + 1 }
    guard let month = Int(parts[1]) ?? named else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Whether a text has the form of a day, whatever its numbers.
  static func looksRight(_ text: String) -> Bool {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// Days since 1 March of the year 0, a count in which leap days fall at the end of a year.
  package var ordinal: Int {
    let (year, month) = self.month > 2 ? (self.year, self.month - 3) : (self.year - 1, self.month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
  }

  /// Monday is 0.
  package var weekday: Int { (ordinal + 2) % 7 }

  package var iso: String { "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))" }

  /// `Friday 12 March 2027`.
  package var words: String { "\(weekdayName) \(shortWords)" }

  package var weekdayName: String { Self.weekdayNames[weekday] }

  /// `12 March 2027`.
  package var shortWords: String { "\(day) \(Self.months[month - 1]) \(year)" }

  package static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

  /// The day before, the same day, or the day after.
  package func moved(by days: Int) -> Day? {
    switch days {
    case 0: self
    case 1:
      Day(year: year, month: month, day: day + 1) ?? Day(year: year, month: month + 1, day: 1)
        ?? Day(year: year + 1, month: 1, day: 1)
    case -1:
      Day(year: year, month: month, day: day - 1)
        ?? (28...31).lazy.compactMap { Day(year: self.year, month: self.month - 1, day: $0) }.last
        ?? Day(year: year - 1, month: 12, day: 31)
    default: nil
    }
  }

  /// The same day so many months later, or the last of that month where it has no such day.
  package func adding(months: Int) -> Day? {
    guard (0...2400).contains(months) else { return nil }
    let count = month - 1 + months
    let (year, month) = (year + count / 12, count % 12 + 1)
    return Day(year: year, month: month, day: min(day, Self.length(of: month, in: year)))
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The last Sunday of a month that has 31 days.
  static func lastSunday(of month: Int, in year: Int) -> Day? {
    (25...31).lazy.compactMap { Day(year: year, month: month, day: $0) }.first { $0.weekday == 6 }
  }

  /// From Monday.
  package static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// A day, or a time on a day. A time is UK time unless it was written with a zone.
package struct Moment: Sendable, Hashable {
  package let day: Day
  /// Minutes after midnight; nil for the day as a whole.
  package let minutes: Int?
  /// Minutes ahead of Greenwich, where the author wrote a zone.
  package let zone: Int?

  /// `2027-03-12`, `2027-03-12T12:00`, with seconds of zero, with `Z` or `+01:00`.
  package init?(_ text: String) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
    guard let first = parts.first, let day = Day(String(first)) else { return nil }
    self.day = day
    guard parts.count == 2 else {
      (minutes, zone) = (nil, nil)
      return
    }
    guard let clock = Self.clock(String(parts[1])), clock.zone != nil || !Self.isSkipped(clock.minutes, on: day) else {
      return nil
    }
    (minutes, zone) = (clock.minutes, clock.zone)
  }

  /// A day as a whole.
  package init(_ day: Day) { (self.day, minutes, zone) = (day, nil, nil) }

  /// `noon on Friday 12 March 2027`, or the day alone.
  package var words: String { time.map { "\($0) on \(day.words)" } ?? day.words }

  /// As a deadline stands in a list, so that nobody wonders about the zone.
  package var wordsWithZone: String { minutes != nil && zone == nil ? words + ", UK time" : words }

  /// From this to another: `1pm to 3:30pm on Tuesday 15 December 2026` where both are on one day.
  package func words(to end: Moment?) -> String {
    guard let end else { return words }
    guard end.day == day, let time, let until = end.time else { return "\(words) to \(end.words)" }
    return "\(time) to \(until) on \(day.words)"
  }

  /// `noon`, `5pm`, `2:30pm`; nil for a day as a whole.
  package var time: String? {
    guard let minutes else { return nil }
    let words: String
    switch minutes {
    case 0: words = "midnight"
    case 12 * 60: words = "noon"
    default:
      let hour = (minutes / 60 + 11) % 12 + 1
      let rest = minutes % 60 == 0 ? "" : ":" + Day.twoDigits(minutes % 60)
      words = "\(hour)\(rest)\(minutes < 12 * 60 ? "am" : "pm")"
    }
    return words + (zone.map { " (\(Self.zoneName($0)))" } ?? "")
  }

  /// For `datetime`: with the zone wherever there is a time.
  package var iso: String {
    guard let minutes else { return day.iso }
    return
      "\(day.iso)T\(Day.twoDigits(minutes / 60)):\(Day.twoDigits(minutes % 60))\(Self.isoZone(zone ?? summerOffset))"
  }

  /// A time as `20270312T120000Z`, in Greenwich; nil for a day as a whole.
  package var inGreenwich: String? {
    guard let minutes else { return nil }
    let total = day.ordinal * 1440 + minutes - (zone ?? summerOffset)
    let shift = total / 1440 - day.ordinal
    guard let date = day.moved(by: shift) else { return nil }
    let rest = total % 1440
    return "\(date.iso.filter { $0 != "-" })T\(Day.twoDigits(rest / 60))\(Day.twoDigits(rest % 60))00Z"
  }

  /// True when this comes before the other; a day as a whole neither comes before nor after its own hours.
  package func isBefore(_ other: Moment) -> Bool {
    guard let mine = minutes, let others = other.minutes else { return day < other.day }
    return day.ordinal * 1440 + mine - (zone ?? summerOffset)
      < other.day.ordinal * 1440 + others - (other.zone ?? other.summerOffset)
  }

  /// British Summer Time: an hour, from 1am Greenwich on the last Sunday of March to the last Sunday of October.
  private var summerOffset: Int {
    guard let spring = Day.lastSunday(of: 3, in: day.year), let autumn = Day.lastSunday(of: 10, in: day.year) else {
      return 0
    }
    let now = day.ordinal * 1440 + (minutes ?? 12 * 60)
    return now >= spring.ordinal * 1440 + 60 && now < autumn.ordinal * 1440 + 120 ? 60 : 0
  }

  /// Whether clocks in the UK never show a time on a day: from 1am to 2am, where summer time begins.
  private static func isSkipped(_ minutes: Int, on day: Day) -> Bool {
    (60..<120).contains(minutes) && day == .lastSunday(of: 3, in: day.year)
  }

  private static func clock(_ text: String) -> (minutes: Int, zone: Int?)? {
    let mark = text.dropFirst().firstIndex { "Z+-".contains($0) } ?? text.endIndex
    guard let minutes = minutesOfDay(text[..<mark]) else { return nil }
    switch text[mark...] {
    case "": return (minutes, nil)
    case "Z": return (minutes, 0)
    case let zone:
      guard let size = minutesOfDay(zone.dropFirst()), size <= 14 * 60 else { return nil }
      return (minutes, zone.first == "-" ? -size : size)
    }
  }

  /// `17:30` or `17:30:00`.
  private static func minutesOfDay(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute),
      parts.count == 2 || parts[2] == "00"
    else { return nil }
    return hour * 60 + minute
  }

  private static func isoZone(_ minutes: Int) -> String {
    guard minutes != 0 else { return "Z" }
    let size = abs(minutes)
    return "\(minutes < 0 ? "-" : "+")\(Day.twoDigits(size / 60)):\(Day.twoDigits(size % 60))"
  }

  private static func zoneName(_ minutes: Int) -> String { minutes == 0 ? "Greenwich time" : "UTC\(isoZone(minutes))" }
}
