internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// What lots say that is not the same for all. What does not differ is said once, for the tender.

extension PackComposer {
  /// A column of a table of lots: what it is called, and its cell for each lot.
  private typealias Column = (title: String, cell: (Lot) -> [Inline])

  private func column(_ title: String, _ words: @escaping (Lot) -> String?) -> Column {
    (title, { writing.text(orNotYet(words($0))) })
  }

  /// The same where lots differ in it, or else nothing.
  private func column(_ title: String, whereLotsDiffer value: @escaping (ContractFacts) -> String?) -> Column? {
    tender.differs(value) ? column(title) { value($0.contract) } : nil
  }

  private func table(_ caption: String, _ columns: [Column]) -> Block {
    writing.table(
      caption, ["Lot"] + columns.map(\.title),
      tender.lots.map { lot in [writing.text(lot.title)] + columns.map { $0.cell(lot) } })
  }

  // MARK: The summary

  /// The lots beside each other.
  var lotsInShort: Document {
    guard !tender.lots.isEmpty else { return Document() }
    let columns = [
      value, column("Length", whereLotsDiffer: \.termWords),
      column("Deadline", whereLotsDiffer: { $0.dates[.deadline]?.value.words }),
      weights, asked,
    ].compactMap(\.self)
    return Document(blocks: [writing.heading("The lots", id: "lots"), table("The lots", columns)])
  }

  /// A lot's own. What the tender is worth is no lot's.
  private var value: Column? {
    guard tender.lots.contains(where: { $0.facts.contract.value.isWritten }) else { return nil }
    return column("Value") { lot in
      let own = lot.facts.contract.value
      let extensions = own.extensionsIncluded.value.map { $0 ? ", with extensions" : ", without extensions" }
      return own.value.flatMap { Tender.ContractValue($0).words }.map { $0 + (extensions ?? "") }
    }
  }

  private var weights: Column? {
    guard tender.criteriaSets.count > 1 else { return nil }
    return column("What counts") { lot in
      let words = lot.criteria.map { "\($0.title) \($0.weight?.value.number ?? notWrittenYet)" }
      return words.isEmpty ? nil : words.joinedInWords
    }
  }

  private var asked: Column? {
    guard !tender.questions.isEmpty else { return nil }
    return (
      "What is asked",
      { lot in
        let effort = tender.effort(for: lot)
        guard let length = effort.length.words else { return writing.text("No answers") }
        return link(effort.questions.counting("answer"), to: .questions) + writing.text(", \(length)")
      }
    )
  }

  // MARK: The timetable

  /// The dates of lots that have their own, with a line of time each.
  var lotDates: [Block] {
    let own = tender.lots.map { ($0, Timetable(own: $0, of: tender).entries) }.filter { !$0.1.isEmpty }
    let rows = tender.lots.flatMap { lot in
      Timetable(own: lot, of: tender).entries.map { [lot.title, $0.title, $0.moment.words] }
        + tender.breakPoints(own: lot).compactMap { point in point.when.map { [lot.title, point.title, $0] } }
    }
    guard !rows.isEmpty else { return [] }
    return [
      writing.heading("Dates of single lots", id: "lot-dates"),
      writing.paragraph("A date that is not here is the same for all lots."),
      writing.table("Dates of single lots", ["Lot", "What", "When"], rows),
    ] + own.map { lot, _ in writing.block(.figure(Figures.timetable(Timetable(lot.contract).entries, of: lot))) }
  }

  // MARK: The contract

  var lots: [Block] {
    guard !tender.lots.isEmpty else { return [] }
    let rules = tender.facts.lotRules
    let words = [
      rules.bidFor.value.map { "You may bid for: \($0.withStop)" },
      rules.win.value.map { "You may win: \($0.withStop)" },
    ].compactMap(\.self)
    let agreed = [
      budget, column("Length", whereLotsDiffer: \.termWords),
      column("Starts", whereLotsDiffer: { $0.dates[.start]?.value.day.shortWords }),
      column("Ends", whereLotsDiffer: { $0.dates[.end]?.value.day.shortWords }),
    ].compactMap(\.self)
    let wanted = [value, outcomesOfLots, questionsOfLots].compactMap(\.self)
    return [writing.heading("Lots", id: "lots")]
      + (wanted.isEmpty ? [writing.list(tender.lots.map(\.title))] : [table("Lots", wanted)])
      + (words.isEmpty ? [] : [writing.paragraph(words.joined(separator: " "))])
      + (agreed.isEmpty ? [] : [table("What is agreed for each lot", agreed)])
  }

  /// What may be spent on a lot, and why.
  private var budget: Column? {
    guard tender.lots.contains(where: { $0.facts.contract.budget.isWritten }) else { return nil }
    return column("Budget") { lot in
      let own = lot.facts.contract
      guard own.budget.isWritten else { return "As for the whole" }
      let said = [own.budgetWords, own.budget.reason.value].compactMap(\.self)
      return said.isEmpty ? nil : said.joined(separator: ". ")
    }
  }

  private var outcomesOfLots: Column? {
    guard tender.lots.contains(where: { $0.facts.contract.outcomes.isWritten }) else { return nil }
    return (
      "Outcomes",
      { lot in
        let picked = lot.contract.outcomes.items.compactMap { choice in
          choice.id.value.flatMap { tender.outcomes[id: $0] }.map { (choice, $0) }
        }
        return picked.enumerated().flatMap { index, picked in
          let (choice, outcome) = picked
          let level = choice.level.value.flatMap { $0 == outcome.level ? nil : "as a \($0.rawValue) outcome" }
          let own = [level, choice.baseline.value.map { "before: \($0)" }].compactMap(\.self)
          return writing.text(index == 0 ? "" : "; ") + link(outcome.title, to: .outcomes, outcome.id)
            + writing.text(own.isEmpty ? "" : " (\(own.joined(separator: "; ")))")
        }
      }
    )
  }

  private var questionsOfLots: Column? {
    guard !tender.questions.isEmpty else { return nil }
    return (
      "Questions",
      { lot in
        let asked = tender.questions.filter { $0.isFor(lot.id) }
        return asked.isEmpty ? writing.text("None yet") : links(to: asked)
      }
    )
  }
}
