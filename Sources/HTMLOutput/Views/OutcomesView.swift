internal import Content
internal import Diagnostics
internal import Planning
internal import Tenders

extension PageRenderer {
  /// A tender's framework, or without a tender the library.
  func framework(of tender: Tender?, _ page: PlannedPage) -> [Name: View] {
    let outcomes = tender?.outcomes ?? model.outcomes
    let numbers = Dictionary(zip(outcomes.map(\.id), 1...)) { first, _ in first }
    let opening = tender?.page(.outcomes)
    return [
      .summary: .words(opening?.summary), .body: body(of: page),
      .tender: .words(tender?.title), .count: .text(String(outcomes.count)),
      .rows: .list(BottomLine.allCases.map { row($0, outcomes, numbers) }),
      .groups: .list(
        Level.allCases.compactMap { level in
          let chosen = outcomes.filter { $0.level == level }
          guard !chosen.isEmpty else { return nil }
          return .record([
            .id: .text("Level-\(level.rawValue)"), .label: .text("\(level.words) outcomes"),
            .outcomes: .list(chosen.map { outcome($0, numbers[$0.id] ?? 0, tender, page) }),
          ])
        }),
    ]
  }

  /// One bottom line of the table that shows the framework at a glance.
  private func row(_ bottomLine: BottomLine, _ outcomes: [Outcome], _ numbers: [String: Int]) -> View {
    let cells = Level.allCases.map { level -> View in
      let here = outcomes.filter { $0.level == level && $0.bottomLines.contains(bottomLine) }
      let links = here.map { outcome in
        View.record([
          .href: .text("#" + outcome.id.percentEncoded), .label: .text(outcome.title),
          .number: .text("\(numbers[outcome.id] ?? 0)"),
        ])
      }
      return .record([.hasItems: .flag(!links.isEmpty), .links: .list(links)])
    }
    return .record([.mark: .text(bottomLine.rawValue), .label: .text(bottomLine.words), .cells: .list(cells)])
  }

  private func outcome(_ outcome: Outcome, _ number: Int, _ tender: Tender?, _ page: PlannedPage) -> View {
    .record([
      .id: .text(outcome.id), .number: .text(String(number)), .label: .text(outcome.title),
      .level: .text(outcome.level.words), .baseline: .words(outcome.baseline),
      .bottomLines: .list(
        outcome.bottomLines.map { .record([.mark: .text($0.rawValue), .label: .text($0.words)]) }),
      .body: body(of: outcome.id, outcome.file.path, in: tender?.id, on: page, below: 3),
      .indicators: outcome.indicators.isEmpty
        ? .absent : .record([.items: .list(outcome.indicators.map(indicator))]),
      .voices: .list(outcome.voices.map { .record([.words: .text($0.words), .role: .words($0.role)]) }),
      .sources: outcome.sources.isEmpty
        ? .absent
        : .record([
          .items: .list(
            outcome.sources.map { source in
              .record([.label: .text(source.title), .detail: .words(source.reference)])
            })
        ]),
    ])
  }

  private func indicator(_ indicator: Outcome.Indicator) -> View {
    let measure = [indicator.measure, indicator.howOften].compactMap(\.self).joined(separator: ". ")
    return .record([
      .label: .text(indicator.text), .evidence: .text(indicator.evidence?.words ?? notWrittenYet),
      .measure: .text(measure.isEmpty ? notWrittenYet : measure), .role: .words(indicator.measuredBy),
    ])
  }
}

extension Outcome.Evidence {
  fileprivate var words: String {
    switch self {
    case .subjective: "Felt"
    case .objective: "Seen or counted"
    case .output: "Counted: what was done"
    }
  }
}
