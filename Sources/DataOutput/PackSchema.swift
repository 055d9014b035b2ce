internal import Diagnostics
internal import Tenders

/// The JSON Schema of pack.json, made from the schemas of the content.
package struct PackSchema {
  package init() {}

  package var text: String {
    var properties: [(key: String, value: JSON)] = [("id", Self.id)]
    for key in Self.tenderKeys {
      switch key.name {
      case "outcomes": properties.append(("outcomes", Self.list(of: Self.outcome)))
      case "lots": properties.append(("lots", Self.list(of: Self.object(Self.lotKeys, required: ["id"]))))
      default: properties.append((key.name, Self.json(key.shape)))
      }
    }
    properties += [
      ("text", Self.type("string")), ("questions", Self.list(of: Self.question)),
      ("glossary", Self.list(of: Self.term)),
      ("documents", Self.list(of: Self.document)),
    ]
    let schema = Self.object(
      properties, required: ["id", "stage", "outcomes", "text", "questions", "glossary", "documents"])
    let head: [(key: String, value: JSON)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("A tender pack, as pack.json holds it")),
    ]
    guard case .object(let members) = schema else { return "" }
    return JSON.object(head + members).text() + "\n"
  }

  // MARK: Keys

  /// What a file says about itself, and not about what is in it. What has been accepted is the council's own business.
  private static let ofTheFile: Set<String> = ["accepts", "aliases", "draft", "order", "owner", "review-by"]

  private static func keys(of kind: Kind) -> [Key] { kind.schema.keys.filter { !ofTheFile.contains($0.name) } }

  static let tenderKeys = keys(of: .tender)
  static let outcomeKeys = keys(of: .outcome)
  static let questionKeys = keys(of: .question)
  static let termKeys = keys(of: .term)

  static let lotKeys = items(of: "lots", in: tenderKeys)

  /// The keys of the groups that a list holds.
  private static func items(of name: String, in keys: [Key]) -> [Key] {
    guard let key = keys.first(where: { $0.name == name }), case .list(.record(let schema)) = key.shape else {
      return []
    }
    return schema.keys
  }

  // MARK: Parts

  private static let id = JSON.object([("type", .text("string")), ("pattern", .text("^[a-z0-9]+(-[a-z0-9]+)*$"))])

  private static var outcome: JSON {
    object(
      [("id", id)] + properties(outcomeKeys) + [("baseline", type("string")), ("text", type("string"))],
      required: ["id", "title", "level", "text"])
  }

  private static var question: JSON {
    object(
      [("id", id), ("number", .object([("type", .text("integer")), ("minimum", .number("1"))]))]
        + properties(questionKeys) + [("text", type("string"))], required: ["id", "number", "text"])
  }

  private static var term: JSON {
    object([("id", id)] + properties(termKeys) + [("text", type("string"))], required: ["id", "text"])
  }

  private static var document: JSON {
    object(
      [
        ("name", type("string")), ("title", type("string")), ("for", type("string")),
        ("size", .object([("type", .text("integer")), ("minimum", .number("0"))])),
        ("sha256", .object([("type", .text("string")), ("pattern", .text("^[0-9a-f]{64}$"))])),
      ], required: ["name", "title"])
  }

  // MARK: Shapes

  private static func json(_ shape: Shape) -> JSON {
    switch shape {
    case .text, .webAddress, .email, .language: type("string")
    case .id, .reference: id
    case .whole: .object([("type", .text("integer")), ("minimum", .number("0"))])
    case .weight: .object([("type", .text("number")), ("minimum", .number("0")), ("maximum", .number("100"))])
    case .money: .object([("type", .text("number")), ("minimum", .number("0"))])
    case .moment:
      .object([
        ("type", .text("string")), ("pattern", .text("^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2}))?$")),
      ])
    case .flag: type("boolean")
    case .oneOf(let words): .object([("enum", .list(words.map { .text($0) }))])
    case .list(let item): list(of: json(item))
    case .record(let schema), .short(let schema, _):
      object(schema.keys, required: schema.keys.filter { $0.need == .always }.map(\.name))
    case .anything: .object([])
    }
  }

  private static func type(_ name: String) -> JSON { .object([("type", .text(name))]) }

  private static func list(of item: JSON) -> JSON { .object([("type", .text("array")), ("items", item)]) }

  private static func properties(_ keys: [Key]) -> [(key: String, value: JSON)] {
    keys.map { ($0.name, json($0.shape)) }
  }

  private static func object(_ keys: [Key], required: [String]) -> JSON { object(properties(keys), required: required) }

  private static func object(_ properties: [(key: String, value: JSON)], required: [String]) -> JSON {
    .object([
      ("type", .text("object")), ("properties", .object(properties)),
      ("required", .list(required.map { .text($0) })), ("additionalProperties", .flag(false)),
    ])
  }
}
