internal import Diagnostics
internal import Markdown
internal import Tenders

// The golden thread of a pack: one table, and what is missing in it.

extension PackComposer {
  var threads: [Block] {
    let threads = tender.threads
    guard !threads.isEmpty else { return [] }
    return [
      writing.heading("From strategy to contract", id: "thread"),
      writing.paragraph(
        """
        Each outcome runs through the whole pack: somebody asked for it, indicators show it, questions ask how you would \
        reach it, and the contract measures it and looks at it again.
        """),
    ] + gaps(threads) + [
      writing.table(
        "Each outcome, step by step",
        ["Outcome", "Comes from", "Indicators", "Asked in", "Measured in the contract", "Looked at again"],
        threads.map(row))
    ]
  }

  private func row(_ thread: GoldenThread) -> [[Inline]] {
    let outcome = thread.outcome
    return [
      link(outcome.title, to: .outcomes, outcome.id),
      orNone(outcome.sources.map { writing.text($0.title) }),
      writing.text(outcome.indicators.isEmpty ? none : "\(outcome.indicators.count)"),
      orNone(
        thread.questions.map { links(to: [$0]) + writing.text($0.weight.map { " (weight \($0.value.number))" } ?? "") }),
      orNone(
        thread.measures.map { measure in
          link(measure.indicator.text, to: .monitoring, "Measures")
            + writing.text(measure.aim.map { ": \($0)" } ?? "")
        }),
      writing.text(thread.reviews ?? none),
    ]
  }

  private var none: String { "None yet" }

  private func orNone(_ parts: [[Inline]]) -> [Inline] {
    guard let first = parts.first else { return writing.text(none) }
    return first + parts.dropFirst().flatMap { writing.text("; ") + $0 }
  }

  /// Said before the table, so that nobody has to search it.
  private func gaps(_ threads: [GoldenThread]) -> [Block] {
    let broken = threads.filter { !$0.missing.isEmpty }
    guard !broken.isEmpty else { return [] }
    let lines = broken.map {
      link($0.outcome.title, to: .outcomes, $0.outcome.id) + writing.text(": \($0.missing.joinedInWords).")
    }
    return [writing.paragraph("Still missing:"), writing.list(lines)]
  }
}
