internal import Diagnostics
internal import Tenders

extension Rule {
  /// Those who did not win have eight working days before anything is signed. That is law in the full regime, so no site
  /// can set another number.
  static let standstillTooShort = Rule(
    "T23", "standstill-too-short", .error, source: Source.act51, until: .published
  ) { tender, context in
    let signed = tender.awards.compactMap { signedInside($0, tender, context) }
    guard context.isUnderAct(tender), tender.isUnderStandstill else { return signed }
    return tender.times.compactMap { length($0, tender, context) } + signed
  }

  /// Too few days from Monday to Friday are too few whatever the calendar of holidays says.
  private static func length(_ times: Times, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    guard let ends = times.moment(.standstillEnds), let first = tender.standstillBegins(times), first <= ends.value.day
    else { return nil }
    let (least, isLight) = (Threshold.standstillDaysLeast, tender.facts.regime.value == .lightTouch)
    let weekdays = ends.value.workingDays(from: first)
    let holidays = Holidays.ofAnyNation.lost(after: first.before, to: ends.value.lastWholeDay)
    let days = weekdays - holidays.count
    guard days < least.usual else { return nil }
    let severity: Severity = isLight ? .note : weekdays < least.usual ? tender.unfinished : .warning
    let names = holidays.compactMap { day in Holidays.ofAnyNation.name(of: day).map { "\($0), \(day.shortWords)" } }
    return context.finding(
      "the standstill\(times.words) has \(days.counting("working day")), counted from \(first.shortWords), and "
        + (isLight ? "one that is chosen should be no shorter than the full regime's" : "the law asks for")
        + " \(least.usual)" + (names.isEmpty ? "" : " (a public holiday: \(names.joined(separator: "; ")))"),
      severity, value: days.counting("working day"), at: ends.place,
      help: "Let it end on a later day. The day of the award notice counts as the first.")
  }

  private static func signedInside(_ award: AwardFacts, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let dates = award.lot.value.flatMap { tender.lots[id: $0] }?.contract.dates ?? tender.contract.dates
    guard let signed = award.signed.located, let ends = dates[.standstillEnds], signed.value.day <= ends.value.day,
      !(signed.value.day == ends.value.day && ends.value.isBefore(signed.value))
    else { return nil }
    return context.finding(
      "the contract was signed on \(signed.value.day.shortWords), and the standstill ends on \(ends.value.day.shortWords)",
      signed.value.day < ends.value.day ? .error : .warning, value: signed.value.iso, at: signed.place,
      help: "Correct the date that is wrong. If both are right, ask your legal team what follows.",
      related: [.init("the standstill ends here", at: ends.place)])
  }
}

extension Tender {
  /// Where the Act has a standstill: by duty in the full regime, by choice in the light-touch one.
  fileprivate var isUnderStandstill: Bool {
    switch facts.regime.value {
    case .full, .lightTouch: true
    case .belowThreshold, .providerSelection, .some(.none), nil: false
    }
  }

  /// The day of the first award notice, or that of the decision, since no notice comes before it.
  fileprivate func standstillBegins(_ times: Times) -> Day? {
    notices("UK6").compactMap { $0.date.value?.day }.min() ?? times.moment(.decision)?.value.day
  }
}

extension Moment {
  /// The last day that it leaves whole: midnight at its beginning ends the day before.
  fileprivate var lastWholeDay: Day { minutes == 0 ? day.before : day }

  /// How many days from Monday to Friday end by it, the first day among them.
  fileprivate func workingDays(from first: Day) -> Int { Day.workingDays(after: first.before, to: lastWholeDay) }
}

extension Day {
  /// The day before; the first day that is known has none.
  fileprivate var before: Day { moved(by: -1) ?? self }
}
