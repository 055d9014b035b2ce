import Tenders

/// A pack in which every key that there is has a value of its own: words that stand nowhere else, and everything else as it
/// may be. What is written follows from the declarations, so that a new key is in it from the moment that it is declared.
struct PlantedPack {
  /// A key with what was written under it.
  struct Plant: Sendable {
    let kind: Kind
    /// The path of the key below its file, such as `contact.phone`.
    let key: String
    let shown: Shown
    let file: String
    /// Nonsense that stands for the value; none for what is no words.
    var words: [String] = []
  }

  /// A value that is no words, and can be another.
  struct Turn: Sendable, CustomStringConvertible {
    let file: String
    let key: String
    let shown: Shown
    /// Its number among those of its file.
    let number: Int

    var description: String { "\(file): \(key)" }
  }

  private(set) var files: [String: String] = [:]
  private(set) var plants: [Plant] = []
  private(set) var turns: [Turn] = []
  private var count = 0
  /// The value that is turned into another.
  private let turned: Turn?
  /// The one key that tenders have beside those that they always need; nil where they have all.
  private let soleKey: String?

  init(turning turned: Turn? = nil, ofTenderOnly soleKey: String? = nil) {
    (self.turned, self.soleKey) = (turned, soleKey)
    for (kind, file) in Self.places { plant(kind, in: file) }
    for id in ["of-the-library", "other"] {
      files["outcomes/\(id).md"] = "---\ntitle: Other\nlevel: service\nindicators: [{id: sign, text: Sign}]\n---\n"
      files["quality-characteristics/\(id).md"] = "---\ntitle: Other\n---\n"
      files["scales/\(id).md"] = "---\ntitle: Other\nlevels: [{score: 1, title: One}]\n---\n"
      files["matrices/\(id).md"] = "---\ntitle: Other\ncolumns: [A]\nrows: [{principle: P, levels: [a]}]\n---\n"
    }
  }

  static let awarded = "awarded"
  static let stopped = "stopped"

  /// A file of each kind. Of what a library and a tender may have, both have one.
  private static let places: [(Kind, String)] =
    [
      (.site, "site.yml"), (.home, "index.md"), (.sitePage, "pages/planted.md"), (.guidance, "guidance/planted.md"),
      (.term, "glossary/library.md"),
      (.outcome, "outcomes/planted.md"), (.qualityCharacteristic, "quality-characteristics/planted.md"),
      (.scale, "scales/planted.md"), (.matrix, "matrices/planted.md"), (.caseStudy, "case-studies/planted.md"),
      (.shared, "shared/planted.md"), (.tender, "tenders/stopped/tender.md"), (.tender, "tenders/awarded/tender.md"),
      (.question, "tenders/awarded/questions/planted.md"),
      (.clarification, "tenders/awarded/clarifications/planted.md"),
      (.amendment, "tenders/awarded/amendments/change.md"), (.form, "tenders/awarded/forms/planted.md"),
      (.term, "tenders/awarded/glossary/own.md"),
    ] + PackPage.allCases.filter(\.canBeWritten).map { (.packPage, "tenders/awarded/\($0.rawValue).md") }

  // MARK: Planting

  private mutating func plant(_ kind: Kind, in file: String) {
    let page = file.split(separator: "/").last.flatMap { PackPage(rawValue: String($0.prefix { $0 != "." })) }
    let keys = kind.schemaForEditors.keys.filter { key in
      if kind == .tender, let soleKey { return key.need == .always || key.name == soleKey }
      // A page of a pack has its own keys, and none of another's.
      guard kind == .packPage, case .on(let other) = key.shown else { return true }
      return other == page
    }
    var turn = 0
    let lines = keys.compactMap { key in
      value(key, Path(kind: kind, file: file, keys: [key.name]), &turn).map { "\(key.name): \($0)" }
    }
    let text = lines.joined(separator: "\n")
    guard kind != .site else {
      files[file] = text
      return
    }
    let words = next()
    plants.append(Plant(kind: kind, key: "its text", shown: .itsPage, file: file, words: [words]))
    let shared = kind == .tender ? "\n```show\ntext: shared/planted.md\n```\n" : ""
    files[file] = "---\n\(text)\n---\nThe text \(words).\n\(shared)"
  }

  private struct Path {
    let kind: Kind
    let file: String
    var keys: [String]
    /// Which of several groups of a list it is in.
    var index = 0

    var words: String { keys.joined(separator: ".") }
  }

  /// A value as it stands in front matter, or nil for a key that is left out.
  private mutating func value(_ key: Key, _ path: Path, _ turn: inout Int) -> String? {
    let name = "\(path.kind.rawValue).\(path.words)"
    // It would keep the file back.
    if path.words == "draft" || Self.leftOut.contains(name) { return nil }
    if name == "tender.stage" { return path.file.contains(Self.stopped) ? "stopped" : "awarded" }
    if let fixed = Self.fixed[name] { return fixed[path.index % fixed.count] }
    return value(key.shape, key, path, &turn)
  }

  private mutating func value(_ shape: Shape, _ key: Key, _ path: Path, _ turn: inout Int) -> String {
    switch shape {
    case .text: return quoted(plant(key, path))
    case .id: return plant(key, path)
    case .webAddress: return quoted("https://\(plant(key, path)).example/")
    case .email: return "\(plant(key, path))@tests.example"
    case .language: return "en-GB"
    case .whole where Self.small.contains(key.name): return either("3", "4", key, path, &turn)
    case .whole: return either("\(unique())", "\(unique())", key, path, &turn)
    case .weight: return either("7", "8", key, path, &turn)
    case .money: return either("\(1000 + unique())", "\(1000 + unique())", key, path, &turn)
    case .moment: return either("2027-03-09", "2028-04-10", key, path, &turn)
    case .flag: return either("yes", "no", key, path, &turn)
    case .oneOf(let words): return either(words[0], words[1], key, path, &turn)
    case .reference: return either("planted", "other", key, path, &turn)
    case .list(let item):
      let items = (0..<(Self.repeats["\(path.kind.rawValue).\(path.words)"] ?? 1)).map { index in
        var path = path
        path.index = index
        return value(item, key, path, &turn)
      }
      return "[\(items.joined(separator: ", "))]"
    case .record(let schema), .short(let schema, _):
      let isSecondLot = path.kind == .tender && path.keys == ["lots"] && path.index == 1
      let keys = schema.keys.filter { !isSecondLot || Self.ofSecondLot.contains($0.name) }
      let fields = keys.compactMap { inner -> String? in
        var path = path
        path.keys.append(inner.name)
        return value(inner, path, &turn).map { "\(inner.name): \($0)" }
      }
      return "{\(fields.joined(separator: ", "))}"
    case .anything: return "{own: \(plant(key, path))}"
    }
  }

  private func quoted(_ words: String) -> String { "\"\(words)\"" }

  private mutating func unique() -> Int {
    count += 1
    return 100 + count
  }

  private mutating func next() -> String { "zq\(unique())x" }

  private mutating func plant(_ key: Key, _ path: Path) -> String {
    let words = next()
    if let index = plants.firstIndex(where: { $0.file == path.file && $0.key == path.words }) {
      plants[index].words.append(words)
    } else {
      plants.append(
        Plant(kind: path.kind, key: path.words, shown: key.shown, file: path.file, words: [words]))
    }
    return words
  }

  private mutating func either(
    _ one: String, _ other: String, _ key: Key, _ path: Path, _ turn: inout Int
  ) -> String {
    turn += 1
    turns.append(Turn(file: path.file, key: path.words, shown: key.shown, number: turn))
    return turned?.file == path.file && turned?.number == turn ? other : one
  }

  // MARK: What is not any value

  /// Where a value must fit to others. One of these for each group of a list, in turn.
  private static let fixed: [String: [String]] = [
    "site.accent": ["\"#0b5d66\""], "site.nation": ["england"], "outcome.indicators.id": ["sign"],
    "tender.criteria.id": ["counts"], "tender.criteria.parts.id": ["part"], "tender.lots.id": ["north", "south"],
    "tender.lots.criteria.id": ["counts"], "tender.lots.criteria.parts.id": ["part"],
    "tender.lots.budget.kind": ["range"], "tender.award.lot": ["north"],
    "site.logo": ["planted.png"], "site.favicon": ["planted.ico"], "site.navigation.page": ["guidance/planted.md"],
    "site.footer.page": ["guidance/planted.md"],
    "tender.measures.indicator": ["planted/sign"], "tender.attachments.file": ["planted.txt"],
    "tender.budget.kind": ["range"], "tender.submit.how": ["portal"], "question.criterion": ["counts/part"],
    "question.lots": ["[north]"], "clarification.affects": ["[tender, questions/planted, scoring]"],
    "amendment.affects": ["[contract]"], "form.sections.fields.kind": ["text", "choice", "table"],
  ]

  /// Counts of what is then made.
  private static let small: Set = ["free-rows"]

  /// Lists in which one group cannot have all keys filled in at once.
  private static let repeats = ["form.sections.fields": 3, "tender.lots": 2]

  /// What the second lot says of itself: for all else the tender's own words hold.
  private static let ofSecondLot: Set = ["id", "title"]

  private static let leftOut: Set = [
    // Files that there are not.
    "site.publish"
  ]
}
