internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// What is scored is also part of what is bought: the specification speaks of co-production. A pack without one is
  /// another rule's business.
  static let coProductionNotBought = Rule(
    "Q03", "co-production-not-bought", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard let question = tender.questions.first(where: \.isAboutCoProduction),
      let text = tender.page(.specification)?.file.writtenText
    else { return [] }
    let names =
      ["co-produc", "coproduc", "quality-characteristics"] + context.subject.model.namesOfCoProduction(in: tender)
    guard !names.contains(where: { text.contains($0) }) else { return [] }
    return [
      context.finding(
        "bidders are asked about co-production, and the specification does not say that it is part of the service",
        value: "not in the specification", at: tender.place(of: .specification),
        help: "Say in the specification that co-production is part of what you are buying, and what it means here.",
        related: [.init("it is asked about here", at: question.titlePlace)])
    ]
  }
}

extension Model {
  /// What the glossary calls co-production, in whatever language, in lower case.
  fileprivate func namesOfCoProduction(in tender: Tender) -> [String] {
    (terms + tender.terms).filter { $0.id == "co-production" }.flatMap { [$0.term] + $0.also }.map { $0.lowercased() }
  }
}
