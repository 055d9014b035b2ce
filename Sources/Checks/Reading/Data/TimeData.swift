internal import Diagnostics
internal import Tenders

// The dates of the timetable, and how long the contract lasts.

extension Tender {
  var timeData: [Datum] { dateData + [termDatum, extensionDatum, breakPointDatum].compactMap(\.self) }

  private var dateData: [Datum] {
    let labels: [(key: DateKey, Naming)] = [
      (.deadline, .deadline), (.questionsClose, .questionsClose), (.answersBy, .answersBy),
      (.interviews, .interviews), (.decision, .decision), (.standstillEnds, .standstillEnds), (.start, .start),
      (.end, .end), (.issued, .issued),
    ]
    return labels.map { key, naming in
      Datum(
        kind: .date, naming: naming, stretch: Self.stretch(key), isNamedFirst: key == .start,
        facts: facts(key) + (key == .deadline ? stageFacts : []))
    }
  }

  private static func stretch(_ key: DateKey) -> Datum.Stretch? {
    switch key {
    case .start, .end: .contract
    case .issued, .deadline: .tender
    case .questionsClose, .answersBy, .interviews, .decision, .standstillEnds: nil
    }
  }

  /// Of the tender, and of the lots that have dates of their own.
  private func facts(_ key: DateKey) -> [Datum.Fact] {
    let ofLots = lots.flatMap { fact(key, in: $0.contract.dates, "lots.\($0.id).dates", $0.title) }
    return fact(key, in: contract.dates, "dates", nil) + ofLots
  }

  private func fact(_ key: DateKey, in dates: Written<DatesFacts>, _ path: String, _ lot: String?) -> [Datum.Fact] {
    let moments = (dates.value?.all(key) ?? []).map(\.value)
    guard let first = moments.first else { return [] }
    let place = key == .interviews ? dates.interviews.place : dates[key]?.place ?? dates.place
    let value: Datum.Fact.Value =
      switch key {
      case .start, .issued: .start(first)
      case .end, .deadline, .questionsClose, .standstillEnds: .end(first)
      case .answersBy, .interviews, .decision: .moments(moments)
      }
    return [
      .init(
        value: value, place: place, words: moments.map(\.words).joinedInWords, path: "\(path).\(key.rawValue)", lot: lot
      )
    ]
  }

  /// Where there are stages, each has its deadline.
  private var stageFacts: [Datum.Fact] {
    facts.stages.items.compactMap { stage in
      stage.deadline.located.map { deadline in
        .init(
          value: .end(deadline.value), place: deadline.place, words: deadline.value.words,
          path: stage.id.located.map { "stages.\($0.value).deadline" })
      }
    }
  }

  // MARK: How long

  private var termDatum: Datum? {
    func fact(_ contract: ContractFacts, _ path: String, _ lot: String?) -> Datum.Fact? {
      let extensions = contract.term.extensions.items.map(\.value).reduce(0, +)
      return contract.term.months.located.map { months in
        .init(
          value: .term(months.value, extensions: extensions), place: months.place,
          words: months.value.counting("month"),
          path: path + "term.months", lot: lot)
      }
    }
    let ofLots = lots.compactMap { fact($0.contract, "lots.\($0.id).", $0.title) }
    return Datum(kind: .term, naming: .term, facts: [fact(contract, "", nil)].compactMap(\.self) + ofLots)
  }

  /// Each extension, all of them, and how long the contract would last with them.
  private var extensionDatum: Datum? {
    let extensions = contract.term.extensions.items.map(\.value)
    guard let months = contract.term.months.value, !extensions.isEmpty else { return nil }
    let all = extensions.reduce(0, +)
    return Datum(
      kind: .term, naming: .extensions, isNamedFirst: true,
      facts: [
        .init(
          value: .months(extensions + [all, months + all]), place: contract.term.extensions.place,
          words: extensions.map { $0.counting("month") }.joinedInWords, path: "term.extensions")
      ])
  }

  private var breakPointDatum: Datum? {
    let points = facts.breakPoints.items
    let months = points.compactMap { $0.month.value }
    guard !months.isEmpty, months.count == points.count else { return nil }
    return Datum(
      kind: .term, naming: .breakPoints,
      facts: [
        .init(
          value: .months(months), place: facts.breakPoints.keyPlace,
          words: months.map(String.init).joinedInWords + " months")
      ])
  }
}
