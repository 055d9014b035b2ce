internal import Diagnostics

/// One outcome, followed from where it comes from to where the contract looks at it again. Commissioners call this the
/// golden thread: where it breaks, something is asked for that nobody wanted, or wanted and never looked at.
package struct GoldenThread: Sendable {
  package let outcome: Outcome
  /// The questions that are about it.
  package let questions: [Question]
  /// The contract's measures of its indicators, each with the aim, where one is written.
  package let measures: [(indicator: Outcome.Indicator, aim: String?)]
  /// When both sides look at it again, as people read it: “Months 6 and 18”.
  package let reviews: String?

  /// What of it is not there yet, in the order of the thread.
  package var missing: [String] {
    [
      ("no strategy or talk that it comes from", outcome.sources.isEmpty),
      ("no indicator", outcome.indicators.isEmpty), ("no question", questions.isEmpty),
      ("no measure in the contract", measures.isEmpty), ("no day on which it is looked at again", reviews == nil),
    ].filter(\.1).map(\.0)
  }
}

extension Tender {
  /// A thread for each outcome that the tender picked, in its order.
  package var threads: [GoldenThread] {
    let reviews = reviewWords
    let measures = facts.measures.items.compactMap { measure in
      measure.indicator.value.flatMap { indicator($0) }.map { ($0, measure.target.value) }
    }
    let (asked, measured) = (questionsByOutcome, Dictionary(grouping: measures) { $0.0.outcome.id })
    return outcomes.map { outcome in
      GoldenThread(
        outcome: outcome, questions: asked[outcome.id] ?? [],
        measures: (measured[outcome.id] ?? []).map { ($0.0.indicator, $0.1) }, reviews: reviews)
    }
  }

  /// The questions about each outcome, by its id, in the order in which they are asked.
  package var questionsByOutcome: [String: [Question]] {
    questions.reduce(into: [:]) { byOutcome, question in
      for id in Set(question.outcomes.map(\.id)) { byOutcome[id, default: []].append(question) }
    }
  }

  /// When the contract stops to look: its break points, by months or by dates.
  package var reviewWords: String? {
    let points = facts.breakPoints.items
    let months = points.compactMap(\.month.value).map(String.init)
    let days = points.compactMap { $0.date.value?.day.shortWords }
    let all = months.isEmpty ? days : ["\(months.count == 1 ? "Month" : "Months") \(months.joinedInWords)"] + days
    return all.isEmpty ? nil : all.joinedInWords
  }
}
