extension Schema {
  /// tender.md. The whole contract, so that no key that a council may write is ever “unknown”.
  static let tender = Schema("tender.md", tenderKeys + page().keys.filter { $0.name != "title" })

  private static let tenderKeys: [Key] = [
    Key("title", .text, .published), Key("reference", .text, .published), Key("buyer", .text, .published),
    Key("contact", .record(contact), .published), Key("stage", .oneOf(Stage.allCases.map(\.rawValue)), .always),
    Key("procedure", .oneOf(["open", "flexible", "below-threshold", "provider-selection", "grant"]), .published),
    Key(
      "regime", .oneOf(["full", "light-touch", "below-threshold", "provider-selection", "none"]), .published),
    Key("regime-reason", .text), Key("reserved", .record(group("reserved", "to", "reason"))),
    Key("cpv", .list(.text)), Key("notices", .list(.record(notice))), Key("ocid", .text),
    Key("submit", .record(submit), .published), Key("value", .record(value), .published),
    Key("budget", .record(budget)), Key("dates", .record(dates), .published), Key("events", .list(.record(event))),
    Key("stages", .list(.record(shortlist))), Key("term", .record(contractTerm)),
    Key("break-points", .list(.record(breakPoint))),
    Key("lots", .list(.record(lot))), Key("lot-rules", .record(group("lot-rules", "bid-for", "win"))),
    Key("lots-reason", .text), Key("outcomes", .list(chosenOutcome)),
    Key("quality-characteristics", .list(.reference(.qualityCharacteristic))),
    Key("criteria", .list(.record(criterion))),
    Key("gates", .list(.record(gate))), Key("conditions", .list(.record(condition))), Key("price", .record(price)),
    Key("assessment", .record(assessment)), Key("evaluators", .list(.record(evaluator))),
    Key("measures", .list(.record(measure))), Key("tupe", .oneOf(["applies", "does-not-apply", "not-known"])),
    Key("attachments", .list(.record(attachment))), Key("award", .list(.record(award))),
    Key("stopped", .record(Schema("stopped", [Key("date", .moment, .always), Key("reason", .text, .always)]))),
  ]

  private static func group(_ name: String, _ texts: String...) -> Schema {
    Schema(name, texts.map { Key($0, .text) })
  }

  private static let contact = Schema(
    "contact",
    [Key("role", .text, .always), Key("email", .email, .always), Key("phone", .text), Key("access", .text)])

  private static let notice = Schema(
    "a notice", [Key("code", .text, .always), Key("reference", .text), Key("url", .webAddress), Key("date", .moment)])

  private static let submit = Schema(
    "submit",
    [
      Key("how", .oneOf(["portal", "email", "upload"]), .always), Key("where", .text), Key("url", .webAddress),
      Key("account", .flag),
    ])

  private static let value = Schema(
    "value",
    [
      Key("total", .money), Key("per-year", .money), Key("vat", .oneOf(["before", "including", "exempt"])),
      Key("extensions-included", .flag),
    ])

  private static let budget = Schema(
    "budget",
    [
      Key("kind", .oneOf(["fixed", "range", "ceiling", "open"]), .always), Key("from", .money), Key("to", .money),
      Key("reason", .text),
    ])

  private static let dates = Schema(
    "dates",
    [
      Key("issued", .moment), Key("questions-close", .moment), Key("answers-by", .moment), Key("deadline", .moment),
      Key("interviews", .list(.moment)), Key("decision", .moment), Key("standstill-ends", .moment),
      Key("start", .moment), Key("end", .moment),
    ])

  private static let event = Schema(
    "an event",
    [
      Key("title", .text, .always), Key("from", .moment, .always), Key("to", .moment), Key("where", .text),
      Key("for", .text),
    ])

  private static let shortlist = Schema(
    "a stage",
    [
      Key("id", .id, .always), Key("title", .text, .always), Key("shortlist", .text), Key("deadline", .moment),
    ])

  private static let contractTerm = Schema("term", [Key("months", .whole, .always), Key("extensions", .list(.whole))])

  private static let breakPoint = Schema(
    "a break point", [Key("date", .moment), Key("month", .whole), Key("what", .text, .always)])

  private static let lot = Schema(
    "a lot",
    [
      Key("id", .id, .always), Key("title", .text, .always), Key("value", .record(value)),
      Key("budget", .record(budget)), Key("dates", .record(dates)), Key("outcomes", .list(chosenOutcome)),
      Key("criteria", .list(.record(criterion))), Key("term", .record(contractTerm)), Key("price", .record(price)),
    ])

  private static let chosenOutcome = Shape.short(
    Schema(
      "an outcome of the tender",
      [
        Key("id", .reference(.outcome), .always), Key("level", .oneOf(["service", "community"])),
        Key("baseline", .text),
      ]), key: "id")

  private static let criterion = Schema(
    "a criterion",
    [
      Key("id", .id, .always), Key("title", .text, .always), Key("weight", .weight, .published),
      Key("kind", .oneOf(["quality", "community", "price"]), .always),
      Key(
        "parts",
        .list(
          .record(
            Schema(
              "a part of a criterion",
              [Key("id", .id, .always), Key("title", .text, .always), Key("weight", .weight, .published)])))),
    ])

  private static let gate = Schema(
    "a gate",
    [
      Key("id", .id, .always), Key("title", .text, .always), Key("asks", .text), Key("consequence", .text),
    ])

  private static let condition = Schema(
    "a condition",
    [
      Key("id", .id, .always), Key("kind", .oneOf(["legal-financial", "technical"])), Key("asks", .text),
      Key("minimum", .text), Key("evidence", .text), Key("consequence", .text),
    ])

  private static let price = Schema(
    "price",
    [
      Key("formula", .oneOf(["lowest-over-bid", "fixed-budget", "none"])), Key("basis", .text),
      Key(
        "schedule",
        .list(
          .record(
            Schema("a line of the schedule", [Key("line", .text, .always), Key("unit", .text), Key("quantity", .text)]))
        )),
      Key(
        "example",
        .list(
          .record(
            Schema(
              "a line of the example",
              [Key("bidder", .text, .always), Key("price", .money, .always), Key("points", .text)])))),
    ])

  private static let assessment = Schema(
    "assessment",
    [
      Key("method", .oneOf(["agreed", "mean"])), Key("moderation", .text), Key("rounding", .text),
      Key("tie-break", .text), Key("minimum", .text), Key("consequence", .text),
    ])

  private static let evaluator = Schema(
    "an evaluator", [Key("role", .text, .always), Key("lived-experience", .flag)])

  private static let measure = Schema(
    "a measure",
    [
      Key("indicator", .text, .always), Key("baseline", .text), Key("target", .text), Key("how-often", .text),
      Key("by", .text),
    ])

  private static let attachment = Schema(
    "an attachment",
    [
      Key("file", .text, .always), Key("title", .text, .always), Key("for", .oneOf(["read", "fill-in", "sign"])),
      Key("issued-by", .text), Key("accessible", .flag), Key("instead", .text),
    ])

  private static let award = Schema(
    "an award",
    [
      Key("lot", .id), Key("supplier", .text, .always), Key("value", .money), Key("signed", .moment),
      Key("bids", .whole), Key("notice", .text),
    ])
}
