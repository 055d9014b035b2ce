internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// The scales with what each level means, best first.
struct ScalesSheet {
  let sheet: Sheet
  private let levels: [String: Levels]

  /// The levels of a scale: what they are, and where they stand on the sheet.
  struct Levels {
    let title: String
    let scores: Area
    let titles: Area
    let best: Double
    let least: Double
    /// `4 Excellent, 3 Good`.
    let words: String
  }

  init(_ tender: Tender, name: String) {
    var sheet = Sheet(name, columns: [10, 24, 100])
    var levels: [String: Levels] = [:]
    sheet.append(.text("Scales", .title))
    sheet.append(.text("Give the level whose words fit best.", .line))
    for scale in tender.scales where !scale.levels.isEmpty {
      let ordered = scale.levels.sorted { $0.score > $1.score }
      sheet.append(.blank(.line))
      sheet.append(.text(scale.title.onOneLine, .heading))
      sheet.append(["Score", "Level", "What it means"].map { .text($0, .column) })
      let top = sheet.rows.count
      for level in ordered {
        sheet.append(.number(level.score.value), .text(level.title, .strong), .text(level.descriptor ?? ""))
      }
      let rows = top..<sheet.rows.count
      levels[scale.id] = Levels(
        title: scale.title, scores: sheet.area(rows, 0), titles: sheet.area(rows, 1),
        best: ordered[0].score.value, least: ordered[ordered.count - 1].score.value,
        words: ordered.map { "\($0.score.number) \($0.title)" }.joined(separator: ", "))
    }
    if levels.isEmpty {
      sheet.append(.blank(.line))
      sheet.append(.text("The tender names no scale. Give each answer points from 0 to its weight.", .line))
    }
    self.sheet = sheet
    self.levels = levels
  }

  /// The levels that a question is scored by; nil where it has none, and its points are given at once.
  func levels(of question: Question) -> Levels? { question.scale.flatMap { levels[$0.id] } }

  /// The best score that an answer can have; nil while neither a scale nor a weight is written.
  func best(of question: Question) -> Double? {
    levels(of: question)?.best ?? question.weight.map { $0.value.value }
  }
}

/// A graded guide, and room for the panel to mark where each bid stands.
struct MatrixSheet {
  let sheet: Sheet

  init(_ matrix: Matrix, _ bidders: BiddersSheet, name: String) {
    let count = matrix.columns.count
    var sheet = Sheet(name, columns: [36] + Array(repeating: 38, count: max(1, count)))
    sheet.append(.text(matrix.title.onOneLine, .title))
    sheet.append(.text("Read along each row and find the words that come closest.", .line))
    let head = sheet.appendHead(["Principle"] + matrix.columns)
    for row in matrix.rows {
      let principle = [row.principle, row.question ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
      sheet.append(
        [.text(principle, .strong)]
          + (0..<count).map { .text(row.levels.indices.contains($0) ? row.levels[$0] : "") })
    }
    sheet.append(.blank(.line))
    sheet.append(.text("Where each bid stands", .heading))
    sheet.append(
      .text("Choose for each principle, so that you can talk about it. This is not scored by itself.", .line))
    for bidder in 0..<ScoringWorkbook.room {
      sheet.append(
        .formula(
          .when(
            .isEmpty(.area(bidders.name(bidder))), .text("Bidder \(bidder + 1)"), else: .area(bidders.name(bidder))),
          .subheading), .text("Level", .subheading), .text("Where the bid shows it", .subheading))
      for row in matrix.rows {
        let place = sheet.append(.text(row.principle), .blank(.inputChoice), .blank(.inputText))
        guard count > 0 else { continue }
        let list = Area(sheet: name, top: head, left: 1, bottom: head, right: count)
        sheet.accept(
          sheet.area(place, 1), .list(list, othersAllowed: false), "Level",
          "Choose the column whose words come closest.")
      }
    }
    self.sheet = sheet
  }
}
