internal import Diagnostics
internal import Tenders

// The dates of the timetable, and how long the contract lasts.

extension Tender {
  var timeData: [Datum] { dateData + [termDatum, extensionDatum, breakPointDatum].compactMap(\.self) }

  private var dateData: [Datum] {
    let labels: [(key: String, Naming)] = [
      ("deadline", .deadline), ("questions-close", .questionsClose), ("answers-by", .answersBy),
      ("interviews", .interviews),
      ("decision", .decision), ("standstill-ends", .standstillEnds), ("start", .start), ("end", .end),
      ("issued", .issued),
    ]
    return labels.map { key, naming in
      Datum(
        kind: .date, naming: naming, stretch: Self.stretch(key), isNamedFirst: key == "start",
        facts: facts(key) + (key == "deadline" ? stageFacts : []))
    }
  }

  private static func stretch(_ key: String) -> Datum.Stretch? {
    switch key {
    case "start", "end": .contract
    case "issued", "deadline": .tender
    default: nil
    }
  }

  /// Of the tender, and of the lots that have dates of their own.
  private func facts(_ key: String) -> [Datum.Fact] {
    let ofLots = lots.flatMap { fact(key, in: $0.record.record("dates"), "lots.\($0.id).dates", $0.title) }
    return fact(key, in: dates, "dates", nil) + ofLots
  }

  private func fact(_ key: String, in dates: Record?, _ path: String, _ lot: String?) -> [Datum.Fact] {
    guard let dates, let place = dates[key]?.place else { return [] }
    let listed = dates.list(key).compactMap { if case .moment(let moment) = $0.kind { moment } else { nil } }
    let moments = dates.moment(key).map { [$0.value] } ?? listed
    guard let first = moments.first else { return [] }
    let value: Datum.Fact.Value =
      switch key {
      case "start", "issued": .start(first)
      case "end", "deadline", "questions-close", "standstill-ends": .end(first)
      default: .moments(moments)
      }
    return [
      .init(value: value, place: place, words: moments.map(\.words).joinedInWords, path: "\(path).\(key)", lot: lot)
    ]
  }

  /// Where there are stages, each has its deadline.
  private var stageFacts: [Datum.Fact] {
    record.records("stages").compactMap { stage in
      stage.moment("deadline").map { deadline in
        .init(
          value: .end(deadline.value), place: deadline.place, words: deadline.value.words,
          path: stage.text("id").map { "stages.\($0.value).deadline" })
      }
    }
  }

  // MARK: How long

  private var termDatum: Datum? {
    func fact(_ record: Record, _ path: String, _ lot: String?) -> Datum.Fact? {
      guard let term = record.record("term"), let months = term.whole("months"), let place = term["months"]?.place
      else {
        return nil
      }
      return .init(
        value: .term(months, extensions: term.extensions.reduce(0, +)), place: place, words: "\(months) months",
        path: path + "term.months", lot: lot)
    }
    let ofLots = lots.compactMap { fact($0.record, "lots.\($0.id).", $0.title) }
    return Datum(kind: .term, naming: .term, facts: [fact(record, "", nil)].compactMap(\.self) + ofLots)
  }

  /// Each extension, all of them, and how long the contract would last with them.
  private var extensionDatum: Datum? {
    guard let term = record.record("term"), let months = term.whole("months"), let place = term["extensions"]?.place
    else {
      return nil
    }
    let extensions = term.extensions
    guard !extensions.isEmpty else { return nil }
    let all = extensions.reduce(0, +)
    return Datum(
      kind: .term, naming: .extensions, isNamedFirst: true,
      facts: [
        .init(
          value: .months(extensions + [all, months + all]), place: place,
          words: extensions.map { "\($0) months" }.joinedInWords, path: "term.extensions")
      ])
  }

  private var breakPointDatum: Datum? {
    let points = record.records("break-points")
    let months = points.compactMap { $0.whole("month") }
    guard !months.isEmpty, months.count == points.count else { return nil }
    return Datum(
      kind: .term, naming: .breakPoints,
      facts: [
        .init(
          value: .months(months), place: record.place(of: "break-points"),
          words: months.map(String.init).joinedInWords + " months")
      ])
  }
}

extension Record {
  /// Of a term, each in months.
  fileprivate var extensions: [Int] {
    list("extensions").compactMap { if case .whole(let count) = $0.kind { count } else { nil } }
  }
}
