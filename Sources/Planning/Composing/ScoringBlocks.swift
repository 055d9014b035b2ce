internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// How bids are scored.

extension PackComposer {
  var scoring: Document {
    var document = Document(blocks: weights + questionWeights + price + gates + conditions)
    for scale in tender.scales { document.append(entry(of: scale)) }
    for matrix in tender.matrices { document.append(entry(of: matrix)) }
    document.blocks += assessment + evaluators
    return document
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

  /// What each question counts: once, or for each lot where lots are asked differently, so that the sum is the lot's own.
  private var questionWeights: [Block] {
    guard !tender.questions.isEmpty else { return [] }
    let heading = writing.heading("What each question counts", id: "question-weights")
    guard tender.asksLotsDifferently else {
      return [heading, questionWeights("What each question counts", Array(tender.questions), tender.whole)]
    }
    return [heading]
      + tender.lots.flatMap { lot -> [Block] in
        let asked = tender.questions.filter { $0.isFor(lot.id) }
        guard !asked.isEmpty else { return [] }
        return [
          writing.heading(lot.title, level: 3, id: "question-weights-\(lot.id)"),
          questionWeights("\(lot.title): questions and their weights", asked, lot.awardUnit, sums: true),
        ]
      }
  }

  private func questionWeights(
    _ caption: String, _ asked: [Question], _ unit: AwardUnit, sums: Bool = false
  ) -> Block {
    let rows = asked.map { question in
      [
        link("\(number(of: question)). \(question.title)", to: .questions, question.id),
        writing.text(criterionTitle(of: question, in: unit)),
        writing.text(question.weight?.value.number ?? orNotYet(nil)),
      ]
    }
    let sum = asked.compactMap(\.weight?.value).sum.number
    let all = ["All questions together", "", sum].map(writing.text)
    return writing.table(caption, ["Question", "Criterion", "Weight"], rows + (sums ? [all] : []), numbers: [2])
  }

  private func criterionTitle(of question: Question, in unit: AwardUnit) -> String {
    guard let path = question.criterion else { return orNotYet(nil) }
    let ofLots = tender.lots.lazy.compactMap { $0.criteria[id: path.criterion] }
    guard
      let criterion = unit.criteria[id: path.criterion] ?? tender.criteria[id: path.criterion] ?? ofLots.first
    else { return orNotYet(nil) }
    let part = path.part.flatMap { criterion.parts[id: $0] }
    return criterion.title + (part.map { ": \($0.title)" } ?? "")
  }

  // MARK: Price

  /// What is priced and how points follow from it: once, or for each lot that has its own.
  private var price: [Block] {
    let prices = tender.prices
    guard !prices.isEmpty else { return [] }
    let isOne = prices.count == 1
    return [writing.heading("Price", id: "price")]
      + prices.flatMap { units, price -> [Block] in
        let lots = isOne ? nil : units.lotTitles
        let id = lots == nil ? "" : units.compactMap(\.lot).map { "-\($0.id)" }.joined()
        return (lots.map { [writing.heading($0, level: 3, id: "price\(id)")] } ?? [])
          + points(price) + schedule(units, ending: id, level: lots == nil ? 3 : 4) + example(price, lots)
      }
  }

  private func points(_ price: PriceFacts) -> [Block] {
    let formula: String? =
      switch price.formula.value {
      case .lowestOverBid:
        "The lowest price gets all the marks for price. Another price gets the lowest price, divided by itself, times those marks."
      case .fixedBudget: "The budget is fixed, so price is not compared. Bids say what they would do with it."
      case .some(.none), nil: nil
      }
    return [formula, price.basis.value].compactMap { $0.map { writing.paragraph($0) } }
  }

  /// The lines to price. Lots that share them are shown them once; each is priced in a form of its own.
  private func schedule(_ units: [AwardUnit], ending: String, level: Int) -> [Block] {
    guard let form = units.first.flatMap({ tender.priceForm(of: $0) }) else { return [] }
    var shown = form
    if units.count > 1, let lots = units.lotTitles {
      shown.sections = [
        Form.Section(
          title: "Price schedule",
          fields: form.sections.flatMap(\.fields).map { field in
            var shared = Form.Field(
              id: "price-schedule", kind: field.kind, label: "What the service would cost, for each of \(lots)")
            (shared.columns, shared.rows) = (field.columns, field.rows)
            return shared
          })
      ]
    }
    return [
      writing.heading("Price schedule", level: level, id: "price-schedule\(ending)"), writing.block(.form(shown)),
    ]
  }

  private func example(_ price: PriceFacts, _ lots: String?) -> [Block] {
    let example = price.example.items
    guard !example.isEmpty else { return [] }
    return [
      writing.table(
        "A worked example\(lots.map { ": \($0)" } ?? "")", ["Bidder", "Price", "Marks"],
        zip(example, Money.column(example.map(\.price.value))).map { row, price in
          [row.bidder.value ?? "", price, row.points.value ?? ""]
        }, numbers: [1, 2])
    ]
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
        "Conditions for bidders", ["What we ask", "At least", "How to show it", "If not"],
        conditions.map { condition in
          let kind = condition.kind.value.map { " (\($0.words))" } ?? ""
          return [(condition.asks.value ?? "") + kind]
            + [condition.minimum, condition.evidence, condition.consequence].map { $0.value ?? "" }
        }),
    ]
  }

  // MARK: Scales and people

  private func entry(of scale: Scale) -> Document {
    let table = writing.table(
      scale.title, ["Score", "Level", "What it means"],
      scale.levels.map { [$0.score.number, $0.title, $0.descriptor ?? ""] })
    return guide(scale.entryID, scale.title, scale.file, [table])
  }

  private func entry(of matrix: Matrix) -> Document {
    let table = writing.table(
      matrix.title, ["Principle"] + matrix.columns,
      matrix.rows.map { row in [row.principle + (row.question.map { ": \($0)" } ?? "")] + row.levels })
    return guide(matrix.entryID, matrix.title, matrix.file, [table, writing.block(.figure(Figures.ladder))])
  }

  /// What scorers go by: its table, and what its author wrote of how it is used.
  private func guide(_ id: String, _ title: String, _ file: ContentFile, _ table: [Block]) -> Document {
    let text = text(file.path).prefixingIDs(with: id)
    return Document(
      blocks: [
        writing.entry(
          id, [writing.heading(title, level: 2, of: id)] + table + text.withHeadings(from: 3).blocks, at: file.place)
      ], footnotes: text.footnotes)
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
      writing.table("Who scores", ["Role", "Has used such a service"], rows),
    ]
  }
}

// Their ids on the scoring page, where a scale and a matrix may have one name.

extension Scale {
  var entryID: String { "Scale-\(id)" }
}

extension Matrix {
  var entryID: String { "Matrix-\(id)" }
}

extension Writing {
  /// Criteria and their parts with their weights. Parts have a column of their own, so that nobody adds them twice.
  func weights(_ criteria: Indexed<Criterion>, caption: String) -> Block {
    func words(_ weight: Located<Weight>?) -> String { weight?.value.number ?? notWrittenYet }
    let rows = criteria.enumerated().flatMap { index, criterion in
      let letter = index < Figures.letters.count ? Figures.letters[index] + " " : ""
      return [[letter + criterion.title, "", words(criterion.weight)]]
        + criterion.parts.map { ["\(criterion.title): \($0.title)", words($0.weight), ""] }
    }
    return table(caption, ["Criterion", "Part", "Weight"], rows, numbers: [1, 2])
  }
}
