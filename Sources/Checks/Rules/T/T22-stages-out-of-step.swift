internal import Diagnostics
internal import Tenders

extension Rule {
  /// The stages of a tender come in their order, between its first day and the decision, and bids get their six weeks.
  static let stagesOutOfStep = Rule(
    "T22", "stages-out-of-step", .error, source: Source.arithmetic + "; " + Source.guide,
    thresholds: [.tenderDaysLeast], until: .published
  ) { tender, context in
    let stages = tender.timedStages
    let order = zip(stages, stages.dropFirst()).compactMap { earlier, later -> Diagnostic? in
      guard later.deadline.value.isBefore(earlier.deadline.value) else { return nil }
      return context.finding(
        "“\(later.title)” ends \(later.deadline.value.inSentence), before the stage that it follows, “\(earlier.title)” (\(earlier.deadline.value.words))",
        value: later.deadline.value.iso, at: later.deadline.place,
        help: "Change one of the two dates, or the order of the stages.",
        related: [.init("the stage before ends here", at: earlier.deadline.place)])
    }
    let frame = stages.compactMap { outside($0, tender, context) }
    let faults = order.isEmpty ? frame : order
    guard Until.deadline.holds(for: tender), faults.isEmpty else { return faults }
    return [unmet(stages, tender, context), hurried(stages, tender, context)].compactMap(\.self)
  }

  /// A stage that ends before the tender is out, or after it has been decided: for every lot.
  private static func outside(_ stage: TimedStage, _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let ends = stage.deadline
    if let issued = tender.moments(.issued).first, ends.value.isBefore(issued.value) {
      return context.finding(
        "the stage “\(stage.title)” ends \(ends.value.inSentence), before the tender is published (\(issued.value.words))",
        value: ends.value.iso, at: ends.place, help: "Change one of the two dates.",
        related: [.init("the other date is here", at: issued.place)])
    }
    guard let decision = tender.moments(.decision).last, decision.value.isBefore(ends.value) else { return nil }
    return context.finding(
      "the stage “\(stage.title)” ends \(ends.value.inSentence), after the decision (\(decision.value.words))",
      value: ends.value.iso, at: ends.place, help: "Change one of the two dates.",
      related: [.init("the other date is here", at: decision.place)])
  }

  /// A deadline for bids at which no stage ends, where every stage says when it ends.
  private static func unmet(_ stages: [TimedStage], _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let deadlines = tender.moments(.deadline)
    guard stages.count == tender.facts.stages.items.count, let last = stages.last, let deadline = deadlines.first,
      !stages.contains(where: { stage in deadlines.contains { stage.endsAt($0.value) } })
    else { return nil }
    return context.finding(
      "the deadline for bids is \(deadline.value.words), and no stage ends then", .warning,
      value: deadline.value.iso, at: deadline.place,
      help: "Give the stage in which bids are sent the same day and hour.",
      related: [.init("“\(last.title)” ends here", at: last.deadline.place)])
  }

  /// Whoever is chosen for the stage of the bids knows it no sooner than the stage before has ended.
  private static func hurried(_ stages: [TimedStage], _ tender: Tender, _ context: RuleContext) -> Diagnostic? {
    let (least, deadlines) = (context.limit(.tenderDaysLeast), tender.moments(.deadline))
    return zip(stages, stages.dropFirst()).lazy.compactMap { earlier, later -> Diagnostic? in
      let days = later.deadline.value.day.ordinal - earlier.deadline.value.day.ordinal
      guard days < least.value, deadlines.contains(where: { later.endsAt($0.value) }) else { return nil }
      return context.finding(
        "from the end of “\(earlier.title)” to the deadline of “\(later.title)” there are \(days.counting("day")), and those who write a bid should have \(least.words)",
        .warning, value: days.counting("day"), at: later.deadline.place, against: [least],
        help: "Move the later deadline, or ask for less in that stage.",
        related: [.init("the stage before ends here", at: earlier.deadline.place)])
    }.first
  }
}

/// A stage that says when it ends.
private struct TimedStage {
  let title: String
  let deadline: Located<Moment>

  /// Whether a deadline is its own; one without an hour is any of its day.
  func endsAt(_ moment: Moment) -> Bool {
    let (mine, other) = (deadline.value, moment)
    return !mine.isBefore(other) && !other.isBefore(mine)
  }
}

extension Tender {
  fileprivate var timedStages: [TimedStage] {
    facts.stages.items.compactMap { stage in
      stage.deadline.located.map { TimedStage(title: stage.title.value ?? "", deadline: $0) }
    }
  }
}
