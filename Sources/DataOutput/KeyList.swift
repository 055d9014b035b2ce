internal import Tenders

/// docs/keys.md: every key that an author may write, made from the declarations that the program itself reads by.
package struct KeyList {
  package init() {}

  package var text: String {
    let intro = """
      # All keys

      Made by the program from what it reads by: `tenderpress schema keys`. A key that is not here is an error.
      “Needed” says when a key must be there: always, or from the moment that a tender is no draft any more. The last column
      says where readers meet what you write. What they never meet steers the program, and it says so.

      """
    return intro + Kind.allCases.filter { $0 != .plain }.map(section).joined(separator: "\n")
  }

  private static let common = Kind.home.schema.keys

  /// What any file may say is listed once, with the home page.
  private func section(_ kind: Kind) -> String {
    let keys = kind.schemaForEditors.keys
    let own = kind == .home ? keys : keys.filter { key in !Self.common.contains { $0.sentence == key.sentence } }
    let more = kind == .home || keys.count == own.count ? "" : "What any file may say is listed under “A home page”.\n"
    let head = "| key | what it is | needed | what to write | where it is met |\n|---|---|---|---|---|\n"
    let table = own.isEmpty ? "" : head + rows(own, below: "").joined() + (more.isEmpty ? "" : "\n")
    return
      "\n## \(kind.words.withCapital)\n\n\(kind.paths.map { "`\($0)`" }.joined(separator: ", or for one tender "))\n\n\(table)\(more)"
  }

  /// A row for each key, and below it those of its group.
  private func rows(_ keys: [Key], below path: String) -> [String] {
    keys.flatMap { key -> [String] in
      let name = path + key.name
      let row = "| `\(name)` | \(words(key.shape)) | \(key.need.words) | \(key.sentence) | \(key.shown.words) |\n"
      return [row] + (key.shape.group.map { rows($0.keys, below: "\(name)\(key.shape.isList ? "[]" : "").") } ?? [])
    }
  }

  private func words(_ shape: Shape) -> String {
    switch shape {
    case .record: "a group"
    case .short(let schema, let key): "\(schema[key]?.shape.words ?? key), or a group"
    case .list(let item): "a list: \(words(item))"
    case .text, .id, .whole, .weight, .money, .moment, .flag, .webAddress, .email, .language, .oneOf, .reference,
      .anything:
      String(shape.words.prefix { $0 != "," || shape.isChoice })
    }
  }
}

extension Shape {
  fileprivate var isChoice: Bool { if case .oneOf = self { true } else { false } }

  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}

extension Key.Need {
  fileprivate var words: String {
    switch self {
    case .optional: ""
    case .always: "always"
    case .published: "once published"
    }
  }
}

extension String {
  fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
