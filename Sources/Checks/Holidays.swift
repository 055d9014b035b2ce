internal import Diagnostics
internal import Tenders

/// The public holidays of a nation, from Checks/Holidays. The files say until when they reach; later days are not known.
struct Holidays {
  private let names: [Day: String]

  /// Of a nation as site.yml names it. Where it names none, the days that all four have.
  init(nation: Nation?) {
    let files = holidayTexts.filter { nation == nil || $0.name == "\(nation?.rawValue ?? "").txt" }.map {
      Self.read($0.text)
    }
    let first = files.first ?? [:]
    names = first.filter { day, _ in files.allSatisfy { $0[day] != nil } }
  }

  /// Those of every nation of the United Kingdom together: what the Act takes out of its working days.
  static let ofAnyNation = Holidays(
    names: holidayTexts.map { read($0.text) }.reduce(into: [:]) { all, file in all.merge(file) { first, _ in first } })

  private init(names: [Day: String]) { self.names = names }

  /// What a day is called, if it is a holiday.
  func name(of day: Day) -> String? { names[day] }

  /// Whether the files say anything of a day's year or a later one.
  func reach(_ day: Day) -> Bool { names.keys.contains { $0.year >= day.year } }

  /// Holidays that fall on working days between two days, the first of which does not count.
  func lost(after first: Day, to last: Day) -> [Day] {
    names.keys.filter { first < $0 && $0 <= last && $0.weekday < 5 }.sorted()
  }

  /// `2026-12-25 Christmas Day`, a line each; lines that begin with `#` are for people.
  private static func read(_ text: String) -> [Day: String] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let days = lines.compactMap { line in
      Day(String(line.prefix(10))).map { ($0, String(line.dropFirst(11))) }
    }
    return Dictionary(days) { first, _ in first }
  }
}

extension Day {
  var isAtWeekend: Bool { weekday >= 5 }

  /// From 20 December to 2 January, when few offices are staffed.
  var isAtChristmas: Bool { (month == 12 && day >= 20) || (month == 1 && day <= 2) }

  /// How many days from Monday to Friday lie between two days, the first of which does not count.
  static func workingDays(after first: Day, to last: Day) -> Int {
    func count(_ ordinal: Int, _ weekday: Int) -> Int { (ordinal - weekday) / 7 * 5 + min(weekday, 5) }
    guard first < last else { return 0 }
    let (start, end) = (count(first.ordinal, first.weekday), count(last.ordinal, last.weekday))
    return end - start + (last.weekday < 5 ? 1 : 0) - (first.weekday < 5 ? 1 : 0)
  }
}
