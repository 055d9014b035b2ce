internal import Diagnostics
internal import Markdown
internal import Tenders

/// Tables and lists made from data, as parts of the document tree, so that every writer can print them.
struct DataTables {
  let tender: Tender?
  let model: Model
  let frameworks: [String?: Address]
  let writing: Writing

  func outcomes(level: Level?) -> Block {
    let chosen = outcomes.filter { level == nil || $0.level == level }
    let rows = chosen.map { outcome in
      [
        link(to: outcome), writing.text(outcome.bottomLines.map(\.words).joinedInWords),
        writing.text(String(outcome.indicators.count)),
      ]
    }
    return writing.table(
      level.map { "\($0.words) outcomes" } ?? "Outcomes", ["Outcome", "Bottom line", "Indicators"], rows, numbers: [2])
  }

  var outcomeList: Block { writing.list(outcomes.map(link)) }

  func criteria(of tender: Tender) -> Block {
    writing.weights(tender.criteria, caption: "Criteria and their weights, in parts of 100")
  }

  private var outcomes: Indexed<Outcome> { tender?.outcomes ?? model.outcomes }

  private func link(to outcome: Outcome) -> [Inline] {
    guard let address = frameworks[tender?.id] ?? frameworks[nil] else { return writing.text(outcome.title) }
    return writing.link(outcome.title, at: address, outcome.id)
  }
}

extension Level {
  package var words: String {
    switch self {
    case .service: "Service"
    case .community: "Community"
    }
  }
}

extension BottomLine {
  package var words: String {
    switch self {
    case .social: "Social"
    case .economic: "Economic"
    case .environmental: "Environmental"
    }
  }
}
