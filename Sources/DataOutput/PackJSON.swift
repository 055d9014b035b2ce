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
      default: members += tender.data([key]).map(JSON.member)
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
    .object(lot.data(PackSchema.lotKeys).map(JSON.member))
  }

  private func json(_ outcome: Outcome) -> JSON {
    let placed: [String: JSON] = ["level": .text(outcome.level.rawValue)]
    var members: [(key: String, value: JSON)] = [("id", .text(outcome.id))]
    members += outcome.data(PackSchema.outcomeKeys).map { ($0.key, placed[$0.key] ?? JSON($0.value)) }
    if let baseline = outcome.baseline { members.append(("baseline", .text(baseline))) }
    return .object(members + [("text", .text(words(of: outcome.file)))])
  }

  private func json(_ number: Int, _ question: Question) -> JSON {
    .object(
      [("id", .text(question.id)), ("number", .number(String(number)))]
        + question.data(PackSchema.questionKeys).map(JSON.member) + [("text", .text(words(of: question.file)))])
  }

  private func json(_ term: Term) -> JSON {
    .object(
      [("id", .text(term.id))] + term.data(PackSchema.termKeys).map(JSON.member)
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
      if let facts = plan.downloads[artefact.address] {
        members += [("size", .number(String(facts.size))), ("sha256", .text(facts.sha256))]
      }
      return .object(members)
    }
  }

  private func words(of file: ContentFile) -> String { plan.words(of: file, in: tender.id) }
}

extension Plan {
  /// A text as it stands on the pages of a tender, without marks.
  func words(of file: ContentFile, in tender: String) -> String {
    let own = prose(file.path, in: tender)
    let text = own.isEmpty ? prose(file.path) : own
    return text.blocks.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension JSON {
  static func member(_ member: PlainData.Member) -> (key: String, value: JSON) { (member.key, JSON(member.value)) }

  init(_ data: PlainData) {
    self =
      switch data {
      case .text(let text): .text(text)
      case .number(let digits): .number(digits)
      case .flag(let flag): .flag(flag)
      case .list(let items): .list(items.map(JSON.init))
      case .group(let members): .object(members.map(JSON.member))
      }
  }
}
