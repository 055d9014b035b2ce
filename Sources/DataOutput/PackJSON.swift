internal import Content
internal import Diagnostics
internal import Markdown
package import Planning
package import Tenders

/// pack.json: all that a tender says, as data, under the keys that its author wrote. Numbers are exact, times carry their
/// zone, and keys stand in the order of the schema. `PackSchema` describes it.
package struct PackJSON {
  private let tender: Tender
  private let model: Model
  private let plan: Plan

  /// The plan knows the texts as they stand on the pages, and the documents that have been made.
  package init(_ tender: Tender, model: Model, plan: Plan) {
    (self.tender, self.model, self.plan) = (tender, model, plan)
  }

  package var text: String {
    var members: [(key: String, value: JSON)] = [("id", .text(tender.id))]
    for key in PackSchema.tenderKeys {
      switch key.name {
      case "outcomes": members.append(("outcomes", .list(tender.outcomes.map(json))))
      case "stage": members.append(("stage", .text(tender.stage.rawValue)))
      case "lots": if !tender.lots.isEmpty { members.append(("lots", .list(tender.lots.map(json)))) }
      default: if let value = tender.record[key.name] { members.append((key.name, JSON(value, key.shape))) }
      }
    }
    members.append(("text", .text(words(of: tender.file))))
    members.append(("questions", .list(tender.questions.enumerated().map { json($0.offset + 1, $0.element) })))
    members.append(("glossary", .list(terms.map(json))))
    members.append(("documents", .list(documents)))
    return JSON.object(members).text() + "\n"
  }

  // MARK: Parts

  /// A lot's facts, those of the tender among them where it has none of its own.
  private func json(_ lot: Lot) -> JSON {
    .object(
      PackSchema.lotKeys.compactMap { key in
        lot.record[key.name].map { (key.name, JSON($0, key.shape)) }
      })
  }

  private func json(_ outcome: Outcome) -> JSON {
    let record = outcome.file.record(as: .outcome)
    let placed: [String: JSON] = ["level": .text(outcome.level.rawValue)]
    var members: [(key: String, value: JSON)] = [("id", .text(outcome.id))]
    members += JSON.members(of: record, PackSchema.outcomeKeys).map { ($0.key, placed[$0.key] ?? $0.value) }
    // What somebody said stays out unless they agreed.
    if let index = members.firstIndex(where: { $0.key == "voices" }) {
      let voices = record.records("voices").filter { $0.flag("consent") == true }
      members[index].value = .list(voices.map { .object(JSON.members(of: $0, PackSchema.voiceKeys)) })
    }
    if let baseline = outcome.baseline { members.append(("baseline", .text(baseline))) }
    return .object(members + [("text", .text(words(of: outcome.file)))])
  }

  private func json(_ number: Int, _ question: Question) -> JSON {
    .object(
      [("id", .text(question.id)), ("number", .number(String(number)))]
        + JSON.members(of: question.record, PackSchema.questionKeys) + [("text", .text(words(of: question.file)))])
  }

  private func json(_ term: Term) -> JSON {
    .object(
      [("id", .text(term.id))] + JSON.members(of: term.file.record(as: .term), PackSchema.termKeys)
        + [("text", .text(words(of: term.file)))])
  }

  /// The library's terms with the tender's own in their place, in the order of their words.
  private var terms: [Term] {
    let own = Set(tender.terms.map(\.id))
    return (model.terms.filter { !own.contains($0.id) } + tender.terms).sorted {
      ($0.term.lowercased(), $0.id) < ($1.term.lowercased(), $1.id)
    }
  }

  private var documents: [JSON] {
    plan.artefacts.of(tender: tender.id).compactMap { artefact in
      guard case .document(_, let document, _) = artefact.recipe, !document.isPrivate,
        let name = artefact.address.path.split(separator: "/").last
      else { return nil }
      var members: [(key: String, value: JSON)] = [("name", .text(String(name))), ("title", .text(document.title))]
      members.append(("for", .text(document.purpose)))
      if let facts = plan.facts[artefact.address] {
        members += [("size", .number(String(facts.size))), ("sha256", .text(facts.sha256))]
      }
      return .object(members)
    }
  }

  /// A text as it stands on the page, without marks.
  private func words(of file: ContentFile) -> String {
    let own = plan.prose(file.path, in: tender.id)
    let text = own.isEmpty ? plan.prose(file.path) : own
    return text.blocks.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension JSON {
  /// A value of front matter. Groups have their keys in the order of the schema.
  init(_ value: Value, _ shape: Shape) {
    switch (value.kind, shape) {
    case (.text(let text), _): self = .text(text)
    case (.whole(let number), _): self = .number(String(number))
    case (.weight(let weight), _): self = .number(weight.number)
    case (.money(let money), _): self = .number(money.decimal)
    case (.moment(let moment), _): self = .text(moment.iso)
    case (.flag(let flag), _): self = .flag(flag)
    case (.list(let items), let shape): self = .list(items.map { JSON($0, shape.item) })
    case (.record(let record), .record(let schema)), (.record(let record), .short(let schema, _)):
      self = .object(JSON.members(of: record, schema.keys))
    case (.record(let record), _):
      self = .object(record.fields.map { ($0.key.value, JSON($0.value, .anything)) })
    }
  }

  static func members(of record: Record, _ keys: [Key]) -> [(key: String, value: JSON)] {
    keys.compactMap { key in record[key.name].map { (key.name, JSON($0, key.shape)) } }
  }
}

extension Shape {
  /// What each item of a list is.
  var item: Shape { if case .list(let item) = self { item } else { .anything } }
}

extension Money {
  /// `350000`, or `350000.50`.
  fileprivate var decimal: String {
    let rest = pence % 100
    return "\(pence / 100)" + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
  }
}
