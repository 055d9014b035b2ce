internal import Diagnostics
internal import Tenders

extension Tender {
  /// The tender's timetable, and that of each lot that has dates of its own.
  var times: [Times] {
    let own = lots.filter(\.facts.contract.dates.isWritten)
    return [Times(lot: nil, own: contract.dates, tender: contract.dates)]
      + own.map { Times(lot: $0, own: $0.contract.dates, tender: contract.dates) }
  }

  /// Every time by which bidders must have sent something, each once.
  var deadlines: [Located<Moment>] {
    var seen: Set<Moment> = []
    let all = times.compactMap { $0.moment(.deadline) } + facts.stages.items.compactMap { $0.deadline.located }
    return all.filter { seen.insert($0.value).inserted }
  }

  /// A date of the tender and its lots, the earliest first.
  func moments(_ key: DateKey) -> [Located<Moment>] {
    times.compactMap { $0.moment(key) }.sorted { $0.value.isBefore($1.value) }
  }

  /// The notices of a kind: UK4, however it is written.
  func notices(_ code: String) -> [NoticeFacts] {
    facts.notices.items.filter { notice in
      let written = (notice.code.value ?? "").uppercased().filter { $0.isLetter || $0.isNumber }
      return written.hasPrefix(code) && !(written.dropFirst(code.count).first?.isNumber ?? false)
    }
  }
}

/// When things happen in a tender or one of its lots.
struct Times {
  let lot: Lot?
  fileprivate let own: Written<DatesFacts>
  fileprivate let tender: Written<DatesFacts>

  fileprivate init(lot: Lot?, own: Written<DatesFacts>, tender: Written<DatesFacts>) {
    (self.lot, self.own, self.tender) = (lot, own, tender)
  }

  /// A date of the lot, or else of the tender.
  func moment(_ key: DateKey) -> Located<Moment>? { own[key] ?? tender[key] }

  /// What a message adds for a lot: “ for “North””.
  var words: String { lot.map { " for “\($0.title)”" } ?? "" }

  /// The days that bidders have, from the day of issue to the deadline, with the deadline.
  var window: (first: Day, last: Located<Moment>, days: Int)? {
    guard let issued = moment(.issued), let deadline = moment(.deadline), issued.value.isBefore(deadline.value)
    else { return nil }
    return (issued.value.day, deadline, deadline.value.day.ordinal - issued.value.day.ordinal)
  }
}

extension Moment {
  /// “at noon on Friday 12 March 2027”, “on Friday 12 March 2027”.
  var inSentence: String { "\(minutes == nil ? "on" : "at") \(words)" }
}

extension Day {
  /// The day that many days later, as far as years are known.
  func after(days: Int) -> Day? {
    let target = ordinal + days
    let years = (year...min(year + days / 365 + 1, 2199)).lazy
    return years.flatMap { year in (1...12).lazy.compactMap { Day(year: year, month: $0, day: 1) } }
      .last { $0.ordinal <= target }
      .flatMap { Day(year: $0.year, month: $0.month, day: target - $0.ordinal + 1) }
  }
}

extension Site {
  /// The Procurement Act 2023 holds in England, Wales and Northern Ireland. Scotland keeps rules of its own.
  var isUnderTheAct: Bool { facts.nation.value != .scotland }
}
