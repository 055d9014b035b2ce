internal import Escaping
package import Tenders

/// The keys of a kind of content as a JSON Schema, so that editors complete and check them as people type.
package struct JSONSchema {
  private let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  package var text: String {
    let members = [
      ("$schema", "\"https://json-schema.org/draft/2020-12/schema\""),
      ("title", "The keys of \(kind.words)".jsonString),
    ]
    return object(members + record(kind.schemaForEditors), depth: 0) + "\n"
  }

  private func record(_ schema: Schema) -> [(String, String)] {
    let required = schema.keys.filter { $0.need == .always }.map { $0.name.jsonString }
    let properties = schema.keys.map { key in
      let said = ("description", "\(key.sentence) \(key.shape.sentence)".jsonString)
      return (key.name, object(shape(key.shape).filter { $0.0 != "description" } + [said], depth: 1))
    }
    var members = [
      ("type", "\"object\""), ("properties", object(properties, depth: 1)), ("additionalProperties", "false"),
    ]
    if !required.isEmpty { members.append(("required", "[\(required.joined(separator: ", "))]")) }
    return members
  }

  private func shape(_ shape: Shape) -> [(String, String)] {
    let said = ("description", shape.sentence.jsonString)
    switch shape {
    case .text, .webAddress, .email, .language: return [("type", "[\"string\", \"number\"]"), said]
    case .id, .reference: return [("type", "\"string\""), ("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$".jsonString), said]
    case .whole: return [("type", "\"integer\""), ("minimum", "0"), said]
    case .weight: return [("type", "[\"number\", \"string\"]"), said]
    case .money: return [("type", "[\"number\", \"string\"]"), said]
    case .moment: return [("type", "\"string\""), ("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}".jsonString), said]
    case .flag: return [("enum", "[true, false, \"yes\", \"no\"]"), said]
    case .oneOf(let words): return [("enum", "[\(words.map(\.jsonString).joined(separator: ", "))]")]
    case .list(let item): return [("type", "\"array\""), ("items", object(self.shape(item), depth: 2))]
    case .record(let schema): return record(schema)
    case .short(let schema, let key):
      let short = schema[key].map { object(self.shape($0.shape), depth: 2) } ?? "true"
      return [("anyOf", "[\(short), \(object(record(schema), depth: 2))]")]
    case .anything: return [said]
    }
  }

  private func object(_ members: [(String, String)], depth: Int) -> String {
    guard !members.isEmpty else { return "{}" }
    let indent = String(repeating: "  ", count: depth + 1)
    let lines = members.map { "\(indent)\($0.jsonString): \($1)" }
    return "{\n\(lines.joined(separator: ",\n"))\n\(String(repeating: "  ", count: depth))}"
  }
}

extension Shape {
  /// What it asks for; nothing where the schema says it better.
  fileprivate var sentence: String {
    switch self {
    case .record, .short, .list, .oneOf, .anything: ""
    case .text, .id, .whole, .weight, .money, .moment, .flag, .webAddress, .email, .language, .reference:
      "This should be \(words)."
    }
  }
}
