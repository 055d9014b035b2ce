internal import Diagnostics
internal import Tenders

extension Rule {
  /// What a supplier's share code on Find a Tender tells is not asked again.
  static let askedTwice = Rule(
    "T11", "asked-twice", .warning, source: Source.questionnaire, profiles: [.full, .lightTouch]
  ) { tender, context in
    guard context.subject.model.site.isUnderTheAct else { return [] }
    return tender.asks(for: Array(facts.keys)).map { asked in
      let fact = facts[asked.phrase] ?? asked.phrase
      return context.finding(
        "bidders are asked for \(fact), which their share code on Find a Tender gives", value: fact, at: asked.place,
        help: "Ask for the share code, and take this out.")
    }
  }

  /// Phrases by which questionnaires ask for what the register holds, and what each is.
  private static let facts = [
    "company registration number": "a company number", "company number": "a company number",
    "registered company number": "a company number", "companies house number": "a company number",
    "charity registration number": "a charity number", "registered charity number": "a charity number",
    "charity number": "a charity number", "vat registration number": "a VAT number", "vat number": "a VAT number",
    "registered office": "a registered address", "registered address": "a registered address",
    "date of incorporation": "the day of registration", "date of registration": "the day of registration",
    "persons with significant control": "people with significant control",
    "people with significant control": "people with significant control", "beneficial owner*": "who owns them",
    "ultimate parent company": "who owns them",
  ]
}
