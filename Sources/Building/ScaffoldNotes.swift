internal import Tenders

/// An example of a file, with notes from what its keys are declared to be: above each key what to write, and below the last
/// one what else there may be. So a new key is in every new file as soon as it is declared.
struct ScaffoldNotes {
  private let schema: Schema
  /// The groups that the lines are in, each with the column at which its keys begin.
  private var groups: [(column: Int, schema: Schema)]
  private var last: Key?
  private var lines: [String] = []
  private var named: Set<String> = []
  /// Of several groups of a list, the first alone has notes.
  private var told: Set<String> = []

  /// `front` is front matter without its fences. A line that begins with # waits for its author.
  static func annotate(_ front: String, _ schema: Schema, listsOthers: Bool = true) -> String {
    var notes = ScaffoldNotes(schema)
    let all = front.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in all.enumerated() { notes.add(line, before: all[(index + 1)...]) }
    if listsOthers { notes.listOthers() }
    return notes.lines.joined(separator: "\n")
  }

  private init(_ schema: Schema) { (self.schema, groups) = (schema, [(0, schema)]) }

  private mutating func add(_ line: String, before rest: ArraySlice<String>) {
    defer { lines.append(line) }
    guard let (column, name) = line.key else { return }
    while groups.count > 1, let group = groups.last, group.column > column { groups.removeLast() }
    if let group = groups.last, group.column < column, let inner = last?.shape.group { groups.append((column, inner)) }
    guard let group = groups.last, group.column == column, let key = group.schema[name] else { return }
    last = key
    if groups.count == 1 { named.insert(name) }
    let note = groups.count == 1 ? key.note(without: Self.keys(in: rest, below: column)) : key.shape.choices
    guard let note, told.insert(note).inserted else { return }
    // Of a group that waits, a note waits too; of an item in a list, it stands above the item.
    let indent = String(repeating: " ", count: column - (line.beginsItem ? 2 : 0))
    lines.append((line.isWaiting && !indent.isEmpty ? "# " : "") + indent + "## " + note)
  }

  /// The names of the keys in the group that begins here.
  private static func keys(in rest: ArraySlice<String>, below column: Int) -> Set<String> {
    Set(rest.prefix { line in line.key.map { $0.column > column } ?? true }.compactMap { $0.key?.name })
  }

  private mutating func listOthers() {
    let common = Kind.home.schema
    let others = schema.keys.filter { !named.contains($0.name) }
    let own = others.filter { common[$0.name]?.sentence != $0.sentence }
    if !own.isEmpty { lines.append("## You may also write:") }
    lines += own.map { "##   \($0.name): \($0.sentence)\($0.shape.choices.map { " \($0)" } ?? "")" }
    let shared = others.filter { common[$0.name]?.sentence == $0.sentence }.map(\.name)
    if !shared.isEmpty { lines.append("## Any file may also have: \(shared.joined(separator: ", ")).") }
  }
}

extension Key {
  /// What to write, and what else the group may hold beside the keys that are there.
  fileprivate func note(without there: Set<String>) -> String {
    let others = there.isEmpty ? [] : shape.group?.keys.map(\.name).filter { !there.contains($0) } ?? []
    let more = others.isEmpty ? nil : "More keys: \(others.joined(separator: ", "))."
    let when: String?
    switch need {
    case .published: when = "Needed before it is published."
    case .optional, .always: when = nil
    }
    return [sentence, shape.choices, more, when].compactMap(\.self).joined(separator: " ")
  }
}

extension Shape {
  /// The words to choose from.
  fileprivate var choices: String? {
    switch self {
    case .oneOf(let words): "One of: \(words.joined(separator: ", "))."
    case .list(.oneOf(let words)): "Any of: \(words.joined(separator: ", "))."
    case .text, .id, .whole, .weight, .money, .moment, .flag, .webAddress, .email, .language, .reference, .list,
      .record, .short, .anything:
      nil
    }
  }
}

extension String {
  fileprivate var isWaiting: Bool { hasPrefix("# ") && !hasPrefix("## ") }

  /// The line as it is when it waits no longer.
  private var awake: String { isWaiting ? String(dropFirst(2)) : self }

  fileprivate var beginsItem: Bool { awake.drop { $0 == " " }.hasPrefix("- ") }

  /// The key that a line begins with, and its column.
  fileprivate var key: (column: Int, name: String)? {
    var rest = awake.drop { $0 == " " }
    if rest.hasPrefix("- ") { rest = rest.dropFirst(2) }
    let name = rest.prefix { ("a"..."z").contains($0) || $0 == "-" }
    let behind = rest.dropFirst(name.count)
    guard !name.isEmpty, behind == ":" || behind.hasPrefix(": ") else { return nil }
    return (awake.count - rest.count, String(name))
  }
}
