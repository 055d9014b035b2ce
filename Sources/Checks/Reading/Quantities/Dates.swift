internal import Tenders

// Days as people write them: `Friday 12 March 2027`, `12th March`, `March 12, 2027`, `12/3/27`, `9 and 10 March`,
// `from 1 July 2027 to 30 June 2030`, `July 2027`.

/// Days that stand together, with the time of them.
struct Dates {
  /// What of a day is written; a year or a day may be missing.
  struct Written {
    var year: Int?
    let month: Int
    var day: Int?
    /// Monday is 0.
    var weekday: Int?
  }

  var written: [Written]
  /// Whether it is the time from the first to the last.
  var isSpan = false
  var time: TimeOfDay?
}

extension Lexeme {
  var isMonth: Bool { isCapital && Self.months.contains(text) }

  fileprivate static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}

extension [Lexeme] {
  func dates(at index: Int) -> (Dates, end: Int)? {
    let (time, start) = timeBefore(at: index)
    guard var (dates, end) = days(at: start) else { return nil }
    dates.time = time
    if time == nil, let (later, after) = timeBehind(at: end) { (dates.time, end) = (later, after) }
    let isBetween = text(end) == "and" && text(index - 1) == "between"
    if isBetween || ["to", "until", "till", "–"].contains(text(end)), !dates.isSpan, dates.written.count == 1,
      let (last, after) = day(at: end + 1), last.day != nil, dates.written[0].day != nil
    {
      (dates.written, dates.isSpan, end) = (dates.written + [last], true, after)
    }
    return (dates, end)
  }

  /// Whether a year is that of a day: `12 March 2026`, `March 12, 2026`.
  func isDay(endingWith year: Int) -> Bool {
    (2...4).contains { length in
      guard let (day, end) = day(at: year - length) else { return false }
      return day.day != nil && end == year + 1
    }
  }

  // MARK: Days

  func days(at index: Int) -> (Dates, end: Int)? {
    if let (several, end) = severalDays(at: index) { return (several, end) }
    guard let (first, end) = day(at: index) else { return nil }
    return (Dates(written: [first]), end)
  }

  /// `9 and 10 March 2027`, `9–12 March`: the month stands behind the last.
  private func severalDays(at index: Int) -> (Dates, end: Int)? {
    let firstStart = weekday(at: index) == nil ? index : index + 1
    guard let first = dayNumber(at: firstStart) else { return nil }
    var (numbers, end, isSpan) = ([first], firstStart + 1, text(index - 1) == "between")
    while [",", "and", "&", "or", "to", "–", "until"].contains(text(end)) {
      let isBoth = text(end) == "," && text(end + 1) == "and"
      var next = isBoth ? end + 2 : end + 1
      if weekday(at: next) != nil { next += 1 }
      guard let number = dayNumber(at: next) else { return nil }
      isSpan = isSpan || ["to", "–", "until"].contains(text(end))
      numbers.append(number)
      end = next + 1
    }
    guard numbers.count > 1, let month = month(at: end) else { return nil }
    let year = year(at: end + 1)
    let written = numbers.map { Dates.Written(year: year, month: month, day: $0) }
    return (Dates(written: written, isSpan: isSpan), end + (year == nil ? 1 : 2))
  }

  private func day(at index: Int) -> (Dates.Written, end: Int)? {
    if let weekday = weekday(at: index) {
      let start = [",", "the"].contains(text(index + 1)) ? index + 2 : index + 1
      guard let (found, end) = day(at: start), found.day != nil, self.weekday(at: start) == nil else { return nil }
      var day = found
      day.weekday = weekday
      return (day, end)
    }
    if text(index) == "the", dayNumber(at: index + 1) != nil { return day(at: index + 1) }
    return inFigures(at: index) ?? dayAndMonth(at: index) ?? monthAndDay(at: index)
  }

  /// `2027-03-12`, `12/03/2027`, `12.3.27`: the day first, as it is in this country.
  private func inFigures(at index: Int) -> (Dates.Written, end: Int)? {
    let figures = text(index).split { "-/.".contains($0) }
    let parts = figures.compactMap { Int($0) }
    guard parts.count == 3, figures[2].count != 1, text(index).allSatisfy({ $0.isNumber || "-/.".contains($0) }) else {
      return nil
    }
    let isISO = parts[0] > 999
    let year = isISO ? parts[0] : parts[2] < 100 ? 2000 + parts[2] : parts[2]
    guard let day = Day(year: year, month: parts[1], day: isISO ? parts[2] : parts[0]) else { return nil }
    return (Dates.Written(year: day.year, month: day.month, day: day.day), index + 1)
  }

  private func dayAndMonth(at index: Int) -> (Dates.Written, end: Int)? {
    guard let day = dayNumber(at: index) else { return nil }
    let next = text(index + 1) == "of" ? index + 2 : index + 1
    guard let month = month(at: next) else { return nil }
    let comma = text(next + 1) == "," && year(at: next + 2) != nil ? 1 : 0
    let year = year(at: next + 1 + comma)
    return (Dates.Written(year: year, month: month, day: day), next + (year == nil ? 1 : 2 + comma))
  }

  /// `March 12, 2027`, and `March 2027`.
  private func monthAndDay(at index: Int) -> (Dates.Written, end: Int)? {
    guard let month = month(at: index), self[index].isCapital else { return nil }
    if let year = year(at: index + 1) { return (Dates.Written(year: year, month: month), index + 2) }
    guard let day = dayNumber(at: index + 1) else {
      // `In September`: a month by itself, unless it is a verb.
      let isMonth = ["in", "from", "by", "until", "during"].contains(text(index - 1)) && text(index).count > 3
      return isMonth ? (Dates.Written(month: month), index + 1) : nil
    }
    let comma = text(index + 2) == "," ? 1 : 0
    let year = year(at: index + 2 + comma)
    return (Dates.Written(year: year, month: month, day: day), index + 2 + (year == nil ? 0 : comma + 1))
  }

  private func dayNumber(at index: Int) -> Int? {
    let word = text(index)
    let digits = word.prefix(while: \.isNumber)
    guard (1...2).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count))),
      let day = Int(digits), (1...31).contains(day)
    else { return nil }
    return day
  }

  private func month(at index: Int) -> Int? {
    guard let lexeme = at(index), lexeme.isCapital else { return nil }
    return Lexeme.months.firstIndex {
      $0 == lexeme.text || ($0.prefix(3) == lexeme.text) || (lexeme.text == "sept" && $0 == "september")
    }
    .map { $0 + 1 }
  }

  private func year(at index: Int) -> Int? {
    guard text(index).count == 4, let year = Int(text(index)), (1900...2199).contains(year) else { return nil }
    return year
  }

  private func weekday(at index: Int) -> Int? {
    let word = text(index)
    guard word.count >= 3, at(index)?.isCapital ?? false else { return nil }
    return Self.weekdays.firstIndex { $0 == word || $0.prefix(3) == word || (word.count == 4 && $0.hasPrefix(word)) }
  }

  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}

extension Dates {
  /// Whether it can be what a fact says: its only day, or days of its.
  func agrees(with moments: [Moment]) -> Bool {
    guard isSpan else { return written.allSatisfy { day in moments.contains { agrees(day, with: $0) } } }
    return moments.allSatisfy { moment in
      written.first.map { !$0.isAfter(moment.day) } ?? false && written.last.map { !$0.isBefore(moment.day) } ?? false
    }
  }

  private func agrees(_ day: Written, with moment: Moment) -> Bool {
    guard day.month == moment.day.month, day.year ?? moment.day.year == moment.day.year,
      day.day ?? moment.day.day == moment.day.day, day.weekday ?? moment.day.weekday == moment.day.weekday
    else { return false }
    guard let time, let minutes = moment.minutes else { return true }
    return time.minutes == minutes || (time.isVague && (time.minutes + 720) % 1440 == minutes)
  }
}

extension Dates.Written {
  private func key(_ other: Day) -> (Int, Int) {
    let year = year ?? other.year
    return (year * 10_000 + month * 100 + (day ?? 1), other.year * 10_000 + other.month * 100 + other.day)
  }

  fileprivate func isAfter(_ other: Day) -> Bool { key(other).0 > key(other).1 }

  fileprivate func isBefore(_ other: Day) -> Bool { key(other).0 < key(other).1 }
}
