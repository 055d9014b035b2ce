internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// How bids are scored.

extension PackComposer {
  var scoring: Document {
    Document(
      blocks: weights + questionWeights + price + gates + conditions + scales + matrices + assessment + evaluators)
  }

  /// Each set of weights as a bar and as a table: one for the tender, or one a lot where lots differ.
  private var weights: [Block] {
    let sets = tender.criteriaSets
    guard !sets.isEmpty else { return [] }
    return [writing.heading("Weights", id: "weights")]
      + sets.flatMap { lot, criteria -> [Block] in
        let name = lot.map { "\($0.title): weights" } ?? "Weights"
        let heading = lot.map { writing.heading($0.title, level: 3, id: "weights-\($0.id)") }
        return [heading].compactMap(\.self) + [
          writing.block(.figure(Figures.weights(criteria, title: name))),
          writing.weights(criteria, caption: "\(name), in parts of 100"),
        ]
      }
  }

  private var questionWeights: [Block] {
    guard !tender.questions.isEmpty else { return [] }
    let rows = tender.questions.map { question in
      [
        link("\(number(of: question)). \(question.title)", to: .questions, question.id),
        writing.text(criterionTitle(of: question)), writing.text(question.weight?.value.number ?? orNotYet(nil)),
      ]
    }
    return [
      writing.heading("What each question counts", id: "question-weights"),
      writing.table("Questions and their weights", ["Question", "Criterion", "Weight"], rows, numbers: [2]),
    ]
  }

  private func criterionTitle(of question: Question) -> String {
    let all = tender.criteria + tender.lots.flatMap(\.criteria)
    guard let criterion = all.first(where: { $0.id == question.path.criterion }) else { return orNotYet(nil) }
    let part = question.path.part.flatMap { id in criterion.parts.first { $0.id == id } }
    return criterion.title + (part.map { ": \($0.title)" } ?? "")
  }

  // MARK: Price

  private var price: [Block] {
    guard let price = tender.contract.price.value else { return [] }
    var blocks = [writing.heading("Price", id: "price")]
    switch price.formula.value {
    case .lowestOverBid:
      blocks.append(
        writing.paragraph(
          "The lowest price gets all the marks for price. Another price gets the lowest price, divided by itself, times those marks."
        ))
    case .fixedBudget:
      blocks.append(
        writing.paragraph("The budget is fixed, so price is not compared. Bids say what they would do with it."))
    case .some(.none), nil: break
    }
    if let basis = price.basis.value { blocks.append(writing.paragraph(basis)) }
    if let form = tender.priceForm {
      blocks += [
        writing.heading("Price schedule", level: 3, id: "price-schedule"),
        writing.block(.form(form)),
      ]
    }
    let example = price.example.items
    if !example.isEmpty {
      blocks.append(
        writing.table(
          "A worked example", ["Bidder", "Price", "Marks"],
          example.map { row in
            [row.bidder.value ?? "", row.price.value?.words ?? "", row.points.value ?? ""]
          }, numbers: [1, 2]))
    }
    return blocks
  }

  // MARK: Gates and conditions

  private var gates: [Block] {
    let gates = tender.facts.gates.items
    guard !gates.isEmpty else { return [] }
    return [
      writing.heading("Gates", id: "gates"),
      writing.paragraph("A bid either passes a gate or does not. Gates are not scored."),
      writing.table(
        "Gates", ["Gate", "What we ask", "If a bid does not pass"],
        gates.map { gate in
          [
            gate.title.value ?? "", orNotYet(gate.asks.value),
            orNotYet(gate.consequence.value),
          ]
        }),
    ]
  }

  private var conditions: [Block] {
    let conditions = tender.facts.conditions.items
    guard !conditions.isEmpty else { return [] }
    return [
      writing.heading("Conditions for bidders", id: "conditions"),
      writing.paragraph("Conditions are about the organisation that bids, not about its bid."),
      writing.table(
        "Conditions", ["What we ask", "At least", "How to show it", "If not"],
        conditions.map { condition in
          [condition.asks, condition.minimum, condition.evidence, condition.consequence].map { $0.value ?? "" }
        }),
    ]
  }

  // MARK: Scales and people

  private var scales: [Block] {
    tender.scales.flatMap { scale -> [Block] in
      [
        writing.heading(scale.title, id: "scale-\(scale.id)"),
        writing.table(
          scale.title, ["Score", "Level", "What it means"],
          scale.levels.map { [$0.score.number, $0.title, $0.descriptor ?? ""] }),
      ]
    }
  }

  private var matrices: [Block] {
    tender.matrices.flatMap { matrix -> [Block] in
      [
        writing.heading(matrix.title, id: "matrix-\(matrix.id)"),
        writing.table(
          matrix.title, ["Principle"] + matrix.columns,
          matrix.rows.map { row in [row.principle + (row.question.map { ": \($0)" } ?? "")] + row.levels }),
        writing.block(.figure(Figures.ladder)),
      ]
    }
  }

  private var assessment: [Block] {
    guard let assessment = tender.facts.assessment.value else { return [] }
    let method: String? =
      switch assessment.method.value {
      case .agreed: "Evaluators read alone first, then agree on one score together."
      case .mean: "Each evaluator scores alone. The score is the mean of theirs."
      case nil: nil
      }
    let facts: [(String, String?)] = [
      ("How a score is reached", method), ("Moderation", assessment.moderation.value),
      ("Rounding", assessment.rounding.value), ("If two bids are equal", assessment.tieBreak.value),
      ("The least that a bid must reach", assessment.minimum.value),
      ("If it does not", assessment.consequence.value),
    ]
    return [
      writing.heading("How scores are reached", id: "assessment"),
      writing.table(
        "How scores are reached", ["What", "How"], facts.compactMap { term, value in value.map { [term, $0] } }),
    ]
  }

  private var evaluators: [Block] {
    let evaluators = tender.facts.evaluators.items
    guard !evaluators.isEmpty else { return [] }
    let rows = evaluators.map { evaluator in
      [evaluator.role.value ?? "", evaluator.livedExperience.value == true ? "Yes" : "No"]
    }
    return [
      writing.heading("Who scores", id: "evaluators"),
      writing.table("Who scores the bids", ["Role", "Has used such a service"], rows),
    ]
  }
}

extension Writing {
  /// Criteria and their parts with their weights. Parts have a column of their own, so that nobody adds them twice.
  func weights(_ criteria: [Criterion], caption: String) -> Block {
    func words(_ weight: Located<Weight>?) -> String { weight?.value.number ?? notWrittenYet }
    let rows = criteria.enumerated().flatMap { index, criterion in
      let letter = index < Figures.letters.count ? Figures.letters[index] + " " : ""
      return [[letter + criterion.title, "", words(criterion.weight)]]
        + criterion.parts.map { ["\(criterion.title): \($0.title)", words($0.weight), ""] }
    }
    return table(caption, ["Criterion", "Part", "Weight"], rows, numbers: [1, 2])
  }
}
