extension Kind {
  /// The keys that a file of this kind may have.
  package var schema: Schema {
    switch self {
    case .site: .site
    case .home, .guidance, .shared, .packPage, .plain: .page(also: pageKeys)
    case .term: .term
    case .outcome: .outcome
    case .qualityCharacteristic: .qualityCharacteristic
    case .tender: .tender
    }
  }

  private var pageKeys: [Key] {
    switch self {
    case .guidance: [Key("audience", .oneOf(["providers", "commissioners", "councillors"]))]
    default: []
    }
  }
}

extension Schema {
  /// What any file may say about itself.
  private static let common: [Key] = [
    Key("title", .text), Key("summary", .text), Key("lang", .language), Key("order", .whole),
    Key("published", .moment), Key("updated", .moment), Key("review-by", .moment), Key("owner", .text),
    Key("draft", .flag), Key("aliases", .list(.text)),
    Key(
      "covers",
      .list(
        .oneOf([
          "consortia", "safeguarding", "equality", "data-protection", "activity-review", "why-outcomes", "scrutiny",
          "next-involvement",
        ]))),
    Key("extra", .anything),
    Key(
      "accepts",
      .list(
        .record(
          Schema(
            "accepts",
            [
              Key("rule", .text, .always), Key("value", .text, .always), Key("reason", .text, .always),
              Key("by", .text, .always), Key("date", .moment, .always),
            ])))),
  ]

  static func page(also keys: [Key] = []) -> Schema { kind("a page", keys) }

  /// The keys of a kind come before what any file may say, and may be stricter.
  private static func kind(_ name: String, _ keys: [Key]) -> Schema {
    Schema(name, keys + common.filter { common in !keys.contains { $0.name == common.name } })
  }

  static let site = Schema(
    "site.yml",
    [
      Key("title", .text, .always), Key("organisation", .text, .always), Key("base-url", .webAddress),
      Key("nation", .oneOf(["england", "wales", "scotland", "northern-ireland"])), Key("languages", .list(.language)),
      Key("email", .email), Key("accent", .text), Key("logo", .text), Key("licence", .text),
      Key("publish-checks", .flag), Key("thresholds", .anything), Key("extra", .anything),
    ])

  static let term = kind(
    "a glossary term",
    [
      Key("term", .text, .always), Key("also", .list(.text)), Key("avoid", .list(.text)), Key("source", .text),
    ])

  static let outcome = kind(
    "an outcome",
    [
      Key("title", .text, .always), Key("level", .oneOf(["service", "community"]), .always),
      Key("bottom-lines", .list(.oneOf(["social", "economic", "environmental"]))),
      Key(
        "indicators",
        .list(
          .record(
            Schema(
              "an indicator",
              [
                Key("id", .id, .always), Key("text", .text, .always),
                Key("kind", .oneOf(["subjective", "objective", "output"])), Key("measure", .text), Key("by", .text),
                Key("how-often", .text),
              ])))),
      Key("sources", .list(.record(Schema("a source", [Key("title", .text, .always), Key("reference", .text)])))),
      Key("data-collected", .text), Key("well-being", .list(.text)), Key("five-ways", .list(.text)),
      Key("prevention", .text),
      Key(
        "voices",
        .list(
          .record(
            Schema("a voice", [Key("words", .text, .always), Key("role", .text), Key("consent", .flag)])))),
      Key(
        "proxies",
        .list(
          .record(
            Schema(
              "a proxy",
              [
                Key("id", .id, .always), Key("value", .money), Key("unit", .text), Key("year", .whole),
                Key("source", .text), Key("accrues-to", .text), Key("includes", .list(.text)),
              ])))),
    ])

  static let qualityCharacteristic = kind(
    "a quality characteristic",
    [
      Key("title", .text, .always), Key("features", .list(.text)), Key("examples", .list(.text)),
      Key("not", .list(.text)),
    ])
}
