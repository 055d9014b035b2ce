extension Location {
  /// The keys that a file in this place may have.
  var schema: Schema {
    kind == .packPage ? .packPage(PackPage(rawValue: id)) : kind.schema
  }
}

extension Kind {
  /// The keys that a file of this kind may have.
  package var schema: Schema {
    switch self {
    case .site: .site
    case .home, .guidance, .shared, .packPage, .plain: .page(also: pageKeys)
    case .scale: .scale
    case .matrix: .matrix
    case .caseStudy: .caseStudy
    case .question: .question
    case .clarification: .clarification
    case .amendment: .amendment
    case .form: .form
    case .term: .term
    case .outcome: .outcome
    case .qualityCharacteristic: .qualityCharacteristic
    case .tender: .tender
    }
  }

  private var pageKeys: [Key] {
    switch self {
    case .guidance: [Key("audience", .oneOf(Audience.allCases.map(\.rawValue)))]
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
          "next-involvement", "tupe",
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
      Key("publish", .list(.text)), Key("publish-checks", .flag), Key("publish-rules", .flag),
      Key("thresholds", .anything), Key("extra", .anything),
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

  static let scale = kind(
    "a scale",
    [
      Key("title", .text, .always),
      Key(
        "levels",
        .list(
          .record(
            Schema(
              "a level of a scale",
              [Key("score", .weight, .always), Key("title", .text, .always), Key("descriptor", .text)]))), .always),
    ])

  static let matrix = kind(
    "a matrix",
    [
      Key("title", .text, .always), Key("columns", .list(.text), .always),
      Key(
        "rows",
        .list(
          .record(
            Schema(
              "a row of a matrix",
              [
                Key("principle", .text, .always), Key("question", .text), Key("levels", .list(.text), .always),
              ]))), .always),
    ])

  static let caseStudy = kind(
    "a case study",
    [
      Key("title", .text, .always), Key("worked", .list(.text)), Key("better", .list(.text)), Key("source", .text),
    ])

  static let question = kind(
    "a question",
    [
      Key("title", .text), Key("criterion", .text, .always), Key("weight", .weight, .published),
      Key("limit", .record(limit)),
      Key("group", .oneOf(QuestionGroup.allCases.map(\.rawValue))),
      Key(
        "about",
        .record(
          Schema(
            "about",
            [
              Key("outcomes", .list(.reference(.outcome))),
              Key("quality-characteristics", .list(.reference(.qualityCharacteristic))),
            ]))),
      Key("asks", .text), Key("lots", .list(.id)), Key("scale", .reference(.scale)), Key("matrix", .reference(.matrix)),
      Key("minimum", .weight),
    ])

  private static let limit = Schema(
    "limit", [Key("words", .whole), Key("characters", .whole), Key("pages", .whole)])

  static let clarification = kind(
    "a clarification",
    [
      Key("asked", .moment, .always), Key("answered", .moment), Key("material", .flag), Key("affects", .list(.text)),
    ])

  static let amendment = kind(
    "an amendment",
    [Key("date", .moment, .always), Key("material", .flag), Key("affects", .list(.text))])

  static let form = kind(
    "a form",
    [
      Key("title", .text, .always),
      Key(
        "sections",
        .list(
          .record(
            Schema(
              "a section of a form",
              [
                Key("title", .text, .always),
                Key(
                  "fields",
                  .list(
                    .record(
                      Schema(
                        "a field",
                        [
                          Key("id", .id, .always),
                          Key(
                            "kind", .oneOf(["text", "number", "choice", "date", "yes-no", "declaration", "table"]),
                            .always),
                          Key("label", .text, .always), Key("limit", .record(limit)), Key("choices", .list(.text)),
                          Key("columns", .list(.text)), Key("required", .flag),
                        ])))),
              ]))), .always),
    ])

  /// Some pages of a pack have keys of their own.
  static func packPage(_ page: PackPage?) -> Schema {
    switch page {
    case .impactMap: .page(also: impactMapKeys)
    case .engagement:
      .page(also: [
        Key(
          "events",
          .list(
            .record(
              Schema(
                "an event",
                [
                  Key("date", .moment), Key("who", .text, .always), Key("said", .text, .always), Key("changed", .text),
                ]))))
      ])
    case .insight:
      .page(also: [
        Key(
          "assets",
          .list(
            .record(
              Schema(
                "an asset",
                [Key("name", .text, .always), Key("kind", .text), Key("where", .text), Key("offers", .text)]))))
      ])
    default: .page()
    }
  }

  private static let impactMapKeys: [Key] = [
    Key("columns", .record(Schema("columns", ImpactColumn.allCases.map { Key($0.rawValue, .text) }))),
    Key(
      "example",
      .list(.record(Schema("a row of the example", ImpactColumn.allCases.map { Key($0.rawValue, .text) })))),
    Key("free-rows", .whole),
  ]
}
