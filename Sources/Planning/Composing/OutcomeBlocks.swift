internal import Diagnostics
internal import Markdown
internal import Tenders

/// Tables and lists made from data, as parts of the document tree, so that every writer can print them.
struct DataTables {
  let tender: Tender?
  let model: Model
  let frameworks: [String?: Address]
  let place: Place

  func outcomes(level: Level?) -> [Block] {
    let chosen = outcomes.filter { level == nil || $0.level == level }
    let rows = chosen.map { outcome in
      [link(to: outcome), text(outcome.bottomLines.map(\.words).joinedInWords), text(String(outcome.indicators.count))]
    }
    let table = Table(
      caption: text(level.map { "\($0.words) outcomes" } ?? "Outcomes"), alignments: [nil, nil, .end],
      header: [text("Outcome"), text("Bottom line"), text("Indicators")], rows: rows, namesRows: true)
    return [block(.table(table))]
  }

  var outcomeList: [Block] {
    let items = outcomes.map { List.Item(blocks: [block(.paragraph(link(to: $0)))]) }
    return [block(.list(List(items: items)))]
  }

  func criteria(of tender: Tender) -> [Block] {
    [Writing(place: place).weights(tender.criteria, caption: "Criteria and their weights, in parts of 100")]
  }

  func timetable(of tender: Tender) -> [Block] {
    let rows = Timetable(tender).entries.map { [text($0.title), text($0.moment.words)] }
    let table = Table(
      caption: text("Timetable"), alignments: [nil, nil], header: [text("What"), text("When")], rows: rows,
      namesRows: true)
    return [block(.table(table))]
  }

  private var outcomes: [Outcome] { tender?.outcomes ?? model.outcomes }

  private func link(to outcome: Outcome) -> [Inline] {
    guard let address = frameworks[tender?.id] ?? frameworks[nil] else { return text(outcome.title) }
    return [
      Inline(.link(.site(address.path, fragment: outcome.id), title: nil, text(outcome.title)), at: place)
    ]
  }

  private func text(_ words: String) -> [Inline] { words.isEmpty ? [] : [Inline(.text(words), at: place)] }

  private func block(_ kind: Block.Kind) -> Block { Block(kind, at: place) }
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

extension String {
  var loweringFirst: String { prefix(1).lowercased() + dropFirst() }
}
