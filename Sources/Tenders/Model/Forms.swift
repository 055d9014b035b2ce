internal import Diagnostics
package import Markdown

// The forms that follow from a tender's data. Defined once; every output prints or fills in the same.

extension Tender {
  /// The table that links what a bidder would do to what would change: one for the people who use the service, one for
  /// the community around it. The outcomes stand in it already; free rows follow.
  package var impactMapForm: Form {
    let titles = impactColumns
    var freeRows = 2
    if let count = page(.impactMap)?.impactMap?.freeRows.value { freeRows = min(count, 50) }
    let sections = Level.allCases.compactMap { level -> Form.Section? in
      let chosen = outcomes.filter { $0.level == level }
      guard !chosen.isEmpty else { return nil }
      var field = Form.Field(
        id: "impact-map-\(level.rawValue)", kind: .table,
        label: level == .service ? "For the people who use the service" : "For the community around it")
      field.columns = titles
      let empty = [String?](repeating: nil, count: titles.count)
      field.rows =
        chosen.map { outcome in
          var row = empty
          if let column = ImpactColumn.allCases.firstIndex(of: .outcome), row.indices.contains(column) {
            row[column] = outcome.title
          }
          return row
        } + Array(repeating: empty, count: freeRows)
      return Form.Section(title: level == .service ? "Service outcomes" : "Community outcomes", fields: [field])
    }
    return Form(id: "impact-map", title: "Impact map", sections: sections)
  }

  /// All that a bid says: who bids, an answer to each condition and question, a yes or no to each gate, and a signature. A
  /// field's id is that of what it answers.
  package var responseForm: Form {
    func text(_ id: String, _ label: String) -> Form.Field { Form.Field(id: id, kind: .text, label: label) }
    var sections = lotSections
    sections.append(
      Form.Section(
        title: "Who bids",
        fields: [
          Form.Field(id: "bidder", kind: .text, label: "Name of your organisation, and of those who bid with you"),
          Form.Field(id: "bidder-contact", kind: .text, label: "Whom we may write to, and how"),
        ]))
    let conditions = facts.conditions.items.compactMap { condition in
      condition.id.value.map { id in
        var field = text("condition-\(id)", condition.asks.value ?? id)
        field.hint = condition.minimum.value.map { "Enough: \($0)" }
        return field
      }
    }
    if !conditions.isEmpty { sections.append(Form.Section(title: "About you", fields: conditions)) }
    for group in QuestionGroup.allCases {
      let fields = questions.enumerated().filter { $0.element.group == group }.map { index, question in
        var field = text(question.id, "\(index + 1). \(question.title)")
        let lots = question.lots.isEmpty ? "" : question.lots.map(\.title).joinedInWords
        let hints = [
          question.weight.map { "Weight \($0.value.number) of 100" },
          lots.isEmpty ? nil : "Only if you bid for \(lots)",
        ].compactMap(\.self)
        field.hint = hints.isEmpty ? nil : hints.joined(separator: ". ")
        field.limit = question.limit?.words
        return field
      }
      if !fields.isEmpty { sections.append(Form.Section(title: group.words, fields: fields)) }
    }
    let gates = facts.gates.items.compactMap { gate in
      gate.id.value.map { id in
        Form.Field(id: "gate-\(id)", kind: .yesNo, label: gate.asks.value ?? gate.title.value ?? id)
      }
    }
    if !gates.isEmpty { sections.append(Form.Section(title: "Gates", fields: gates)) }
    let word = Form.Field(
      id: "declaration", kind: .declaration, label: "What is written here is true, as far as we know.")
    sections.append(Form.Section(title: "Your word", fields: [word]))
    return Form(id: "response", title: "Response form", sections: sections)
  }

  /// Which lots a bid is for, and in which order, where more than one may be won.
  private var lotSections: [Form.Section] {
    guard !lots.isEmpty else { return [] }
    var fields = lots.map { Form.Field(id: "lot-\($0.id)", kind: .yesNo, label: "Do you bid for \($0.title)?") }
    let rules = facts.lotRules
    let may = [rules.bidFor.value.map { "You may bid for: \($0)" }, rules.win.value.map { "You may win: \($0)" }]
    let words = may.compactMap(\.self).joined(separator: ". ")
    if !words.isEmpty { fields[0].hint = words }
    if lots.count > 1, rules.bidFor.value?.meansOneAlone != true {
      var order = Form.Field(
        id: "lots-order", kind: .text, label: "In which order would you like to have them? The best first")
      order.isRequired = false
      fields.append(order)
    }
    return [Form.Section(title: "Which lots do you bid for?", fields: fields)]
  }

  /// What the columns of the impact map are called.
  package var impactColumns: [String] {
    let own = page(.impactMap)?.impactMap?.columns.value
    return ImpactColumn.allCases.map { own?[$0] ?? $0.title }
  }

  /// What the service would cost, line by line: a form for the contract, or one for each lot.
  package var priceForms: [Form] { awardUnits.compactMap { priceForm(of: $0) } }

  /// The same for a part of the tender that is awarded by itself; nil where no line is written.
  package func priceForm(of unit: AwardUnit) -> Form? {
    let lines = unit.contract.price.schedule.items
    guard !lines.isEmpty else { return nil }
    let (ending, lot) = (unit.lot.map { "-\($0.id)" } ?? "", unit.lot.map { ": \($0.title)" } ?? "")
    var field = Form.Field(id: "price-schedule\(ending)", kind: .table, label: "What the service would cost\(lot)")
    field.columns = ["What", "Unit", "How many", "Price of one", "In all"]
    field.rows =
      lines.map { [$0.line.value, $0.unit.value, $0.quantity.value?.groupingThousands, nil, nil] }
      + [["Total", nil, nil, nil, nil]]
    let title = "Price schedule\(lot)"
    return Form(id: "price\(ending)", title: title, sections: [Form.Section(title: title, fields: [field])])
  }

  /// What provider and council fill in together at each review.
  package var monitoringForm: Form {
    func field(_ id: String, _ label: String) -> Form.Field { Form.Field(id: id, kind: .text, label: label) }
    var period = Form.Field(id: "review-date", kind: .date, label: "Date of this review")
    period.hint = "And who was there, among them people who use the service"
    var table = Form.Field(id: "review-measures", kind: .table, label: "What was measured")
    table.columns = ["Indicator", "Before", "Now", "What people say about it"]
    table.rows = facts.measures.items.map { measure in
      let id = measure.indicator.value ?? ""
      return [indicator(id)?.indicator.text ?? id, measure.baseline.value, nil, nil]
    }
    return Form(
      id: "monitoring", title: "Review of the service",
      sections: [
        Form.Section(title: "This review", fields: [period, table]),
        Form.Section(
          title: "What changed",
          fields: [
            field("review-changed", "What has changed for people, and how do you know?"),
            field("review-why", "What did the service do that brought it about, and what else did?"),
            field("review-next", "What will you do in another way from now on, and who decided it with you?"),
          ]),
      ])
  }

  /// An indicator by `outcome/indicator`, or by its own id where only one outcome has it.
  package func indicator(_ path: String) -> (outcome: Outcome, indicator: Outcome.Indicator)? {
    let steps = path.split(separator: "/").map(String.init)
    func named(_ outcome: Outcome) -> (outcome: Outcome, indicator: Outcome.Indicator)? {
      outcome.indicators.first { $0.id == steps.last }.map { (outcome, $0) }
    }
    return steps.count == 1
      ? outcomes.lazy.compactMap(named).first : steps.first.flatMap { outcomes[id: $0] }.flatMap(named)
  }
}

extension ContractFacts {
  /// “3 years, and up to 24 months more”.
  package var termWords: String? {
    guard let months = term.months.value else { return nil }
    let extensions = term.extensions.items.map(\.value)
    let steps = extensions.count > 1 ? " (\(extensions.map(Self.length).joined(separator: ", then ")))" : ""
    let more = extensions.isEmpty ? "" : ", and up to \(Self.length(extensions.reduce(0, +))) more\(steps)"
    return Self.length(months) + more
  }

  private static func length(_ months: Int) -> String {
    let (count, unit) = months >= 12 && months.isMultiple(of: 12) ? (months / 12, "year") : (months, "month")
    return "\(count) \(unit)\(count == 1 ? "" : "s")"
  }

  package var budgetWords: String? {
    let (from, to) = (budget.from.value?.words, budget.to.value?.words)
    let span = from.map { from in to.map { $0 == from ? from : "\(from) to \($0)" } ?? from } ?? to
    return switch budget.kind.value {
    case .fixed: span.map { "Fixed: \($0)" }
    case .range: span
    case .ceiling:
      to.map { to in "At most \(to)" + (from.map { ", and at least \($0)" } ?? "") } ?? from.map { "At most \($0)" }
    case .open: "Open: bids name a price" + (span.map { ". We expect \($0)" } ?? "")
    case nil: nil
    }
  }
}

extension Tender {
  package var termWords: String? { contract.termWords }

  package var budgetWords: String? { contract.budgetWords }

  /// Whether bidders name a price: where one is scored, or a schedule is there to fill in.
  package var asksForPrice: Bool {
    !prices.isEmpty || (criteria + lots.flatMap(\.criteria)).contains { $0.share == .price }
  }

  /// Who may bid: everyone, unless the tender is reserved.
  package var whoMayBid: String? { facts.reserved.to.value.map { "Only \($0)" } ?? "Anyone" }

  package var tupeWords: String? { facts.staffTransfer.value?.words }
}

extension String {
  /// Whether it says that there is one and no more: “One”, “one lot”, “Only one”.
  fileprivate var meansOneAlone: Bool {
    let words = lowercased().split { !($0.isLetter || $0.isNumber) }.filter {
      !["a", "the", "lot", "of", "lots"].contains($0)
    }
    return [["one"], ["1"], ["only", "one"], ["one", "only"], ["only", "1"], ["1", "only"]].contains(words)
  }

  /// `52,000` for `52000`: a number in digits alone, as money is written. Any other words stay as they are.
  fileprivate var groupingThousands: String {
    guard first != "0", allSatisfy({ $0.isASCII && $0.isNumber }) else { return self }
    return Int(self)?.grouped ?? self
  }
}
