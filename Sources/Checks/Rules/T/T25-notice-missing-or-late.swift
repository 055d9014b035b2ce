internal import Diagnostics
internal import Tenders

extension Rule {
  /// The notices of the Act come out, each before what it must precede. Whether the details are overdue depends on the day.
  static let noticeMissingOrLate = Rule(
    "T25", "notice-missing-or-late", .warning, source: Source.notices, until: .published, asksToday: true
  ) { tender, context in
    // Below the threshold other duties hold, which our sources do not say well enough.
    guard context.isUnderAct(tender), [.full, .lightTouch].contains(tender.facts.regime.value) else { return [] }
    let one = [missing(tender, context), engagement(tender, context), details(tender, context)].compactMap(\.self)
    return one
      + tender.latecomers.map { notice in
        context.finding(
          "the notice \(notice.code) is dated \(notice.date.value.day.shortWords), after \(notice.before) (\(notice.limit.shortWords)), which it must come before",
          value: "\(notice.code), \(notice.date.value.day.iso)", at: notice.date.place,
          help: "Correct the date that is wrong. If both are right, ask your legal team what follows.")
      }
  }

  /// What must have been published for the tender to stand where it stands.
  private static func missing(_ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    guard let stage = tender.facts.stage.located, let (code, name) = tender.noticeDue, tender.notices(code).isEmpty
    else {
      return nil
    }
    return context.finding(
      "the stage is “\(stage.value.rawValue)”, and no \(name) (\(code)) is listed", value: "no \(code)",
      at: stage.place, help: "Publish it if you have not, and write it under notices with its date.")
  }

  /// Meeting providers before the tender is market engagement, and so is helping them to be able to bid.
  private static func engagement(_ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    guard Until.deadline.holds(for: tender), tender.notices("UK2").isEmpty,
      let issued = tender.moments(.issued).first,
      let event = tender.facts.events.items.first(where: { $0.from.value?.isBefore(issued.value) ?? false })
    else { return nil }
    return context.finding(
      "“\(event.title.value ?? "an event")” comes before the tender is published, and no market engagement notice (UK2) is listed",
      value: "no UK2", at: event.from.place,
      help: "Write UK2 under notices. Or say in the tender notice why there is none, and accept this with that reason.")
  }

  private static func details(_ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    guard let today = context.subject.today, tender.notices("UK7").isEmpty,
      let signed = tender.awards.compactMap(\.signed.located).min(by: { $0.value.isBefore($1.value) })
    else { return nil }
    let most: Threshold = tender.facts.regime.value == .full ? .detailsDaysMost : .detailsDaysMostLightTouch
    guard today.ordinal - signed.value.day.ordinal > most.usual else { return nil }
    return context.finding(
      "the contract was signed on \(signed.value.day.shortWords), and no contract details notice (UK7) is listed \(most.usualWords) later",
      value: "no UK7", at: signed.place,
      help: "Publish it if you have not, and write it under notices. Today was taken to be \(today.shortWords).")
  }
}

/// A notice that is dated after what it must come before.
private struct Latecomer {
  let code: String
  let date: Located<Moment>
  let before: String
  let limit: Day
}

extension Tender {
  /// The notice that the tender's stage rests on. A notice named in every award may be the award notice.
  fileprivate var noticeDue: (code: String, name: String)? {
    switch stage {
    case .draft, .planned: nil
    case .open, .evaluating: ("UK4", "tender notice")
    case .awarded: awards.allSatisfy(\.notice.isWritten) ? nil : ("UK6", "contract award notice")
    case .stopped: notices("UK4").isEmpty ? nil : ("UK12", "procurement termination notice")
    }
  }

  /// Each kind of notice that comes too late, and what it comes after: the first of its kind, since one that corrects
  /// another is later. Two notices may be of the same day.
  fileprivate var latecomers: [Latecomer] {
    let issued = moments(.issued).first?.value.day
    let tender = notices("UK4").compactMap { $0.date.value?.day }.max() ?? issued
    let signed = awards.compactMap { $0.signed.value?.day }.max()
    let details = notices("UK7").compactMap { $0.date.value?.day }.max()
    let order: [(code: String, before: String, limit: Day?)] = [
      ("UK2", "the tender notice", tender), ("UK3", "the tender notice", tender),
      ("UK4", "the tender's first day", issued),
      ("UK6", "the signature", signed), ("UK6", "the contract details notice", details),
    ]
    return order.compactMap { code, before, limit in
      let dates = notices(code).compactMap(\.date.located)
      guard let limit, let date = dates.min(by: { $0.value.day < $1.value.day }), limit < date.value.day else {
        return nil
      }
      return Latecomer(code: code, date: date, before: before, limit: limit)
    }
  }
}
