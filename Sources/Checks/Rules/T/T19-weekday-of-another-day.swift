internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A weekday beside a date is the weekday of that date.
  static let weekdayOfAnotherDay = Rule(
    "T19", "weekday-of-another-day", .warning, source: Source.arithmetic, until: .published
  ) { tender, context in
    let notices = (tender.clarifications + tender.amendments).map(\.file)
    return (tender.files + tender.formFiles + notices).flatMap { file in
      file.frontMatterScalars.flatMap { text in
        file.source.lexemes(of: text).wrongWeekdays.map { wrong in
          context.finding(
            "\(wrong.day.shortWords) is a \(wrong.day.weekdayName), and a \(wrong.name) is written beside it",
            value: "\(wrong.name), \(wrong.day.iso)", at: wrong.place, help: "Change the weekday or the date.")
        }
      }
    }
  }
}

extension [Lexeme] {
  /// Whole dates with a weekday before them that is another one.
  fileprivate var wrongWeekdays: [(day: Day, name: String, place: Place)] {
    indices.compactMap { index in
      guard let (dates, end) = days(at: index), let written = dates.written.first, dates.written.count == 1,
        let weekday = written.weekday, let year = written.year, let number = written.day,
        let day = Day(year: year, month: written.month, day: number), day.weekday != weekday
      else { return nil }
      let (first, last) = (self[index].place, self[end - 1].place)
      let range = first.range.lowerBound..<Swift.max(first.range.upperBound, last.range.upperBound)
      return (day, Day.weekdayNames[weekday], Place(file: first.file, range: range))
    }
  }
}
