internal import Diagnostics
internal import Tenders

extension Rule {
  /// A service for people is not asked for the papers of a building site.
  static let policiesForOtherTrades = Rule(
    "T09", "policies-for-other-trades", .warning, source: Source.guide
  ) { tender, context in
    let codes = tender.facts.cpv.items.map(\.value)
    guard !codes.isEmpty, codes.allSatisfy({ $0.hasPrefix("85") }) else { return [] }
    return tender.asks(for: Array(trades.keys)).map { asked in
      context.finding(
        "bidders for a health or social service are asked about \(trades[asked.phrase] ?? asked.phrase)",
        value: trades[asked.phrase] ?? asked.phrase, at: asked.place,
        help: "Take it out, unless somebody on the panel can say what a good answer would change for people.")
    }
  }

  /// Phrases that no service for people has a use for, and what each is about.
  private static let trades = [
    "hard hat*": "hard hats", "hard-hat*": "hard hats", "asbestos": "asbestos", "fleet policy": "a fleet of vehicles",
    "fleet management": "a fleet of vehicles", "vehicle fleet": "a fleet of vehicles",
    "fleet operator*": "a fleet of vehicles", "structural steel*": "steel", "steel procur*": "steel",
    "steel suppl*": "steel", "steel plan*": "steel", "iso 14001*": "ISO 14001", "iso14001*": "ISO 14001",
    "iso 27001*": "ISO 27001", "iso27001*": "ISO 27001", "iso/iec 27001*": "ISO 27001",
  ]
}
