internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// What is scored is also part of what is bought: the specification speaks of co-production.
  static let coProductionNotBought = Rule(
    "Q03", "co-production-not-bought", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, look in
    guard let question = tender.questions.first(where: \.isAboutCoProduction) else { return [] }
    let page = tender.page(.specification)
    // A draft's specification may not be written yet.
    guard tender.stage != .draft || page != nil else { return [] }
    let names =
      ["co-produc", "coproduc", "quality-characteristics"] + look.subject.model.namesOfCoProduction(in: tender)
    let text = tender.specificationFile.writtenText
    guard !names.contains(where: { text.contains($0) }) else { return [] }
    let what = page == nil ? "the summary, which stands in for a specification," : "the specification"
    return [
      look.finding(
        "bidders are asked about co-production, and \(what) does not say that it is part of the service",
        value: "not in the specification", at: page == nil ? tender.titlePlace : tender.place(of: .specification),
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
