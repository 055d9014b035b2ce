internal import Diagnostics

extension Code {
  static let unknownKey = Code("F10", "unknown-key")
  static let missingKey = Code("F11", "missing-key")
  static let wrongType = Code("F12", "wrong-type")
  static let badName = Code("F13", "bad-file-name")
  static let noKindHere = Code("F14", "no-kind-here")
  static let noTender = Code("F15", "folder-without-tender")
  static let repeatedID = Code("F16", "repeated-id")
  static let valueInFrontMatter = Code("F18", "value-in-front-matter")
  static let unknownReference = Code("R01", "unknown-reference")
}

extension Diagnostic {
  /// `others` are the keys beside it.
  static func unknownKey(_ key: Located<String>, in schema: Schema, beside others: Set<String>) -> Diagnostic {
    let near = schema.meant(by: key.value)
    return Diagnostic(
      .unknownKey, "there is no key “\(key.value)” in \(schema.name)", at: key.place,
      help: near.map { "Did you mean “\($0)”?" }
        ?? "Take it out, or put it under extra. The keys are: \(schema.keys.map(\.name).joined(separator: ", "))."
    ).meaning(near, for: key.value) { $0.isSlip(of: $1) && !others.contains($1) }
  }

  static func missingKey(_ key: Key, in schema: Schema, _ severity: Severity, at place: Place) -> Diagnostic {
    let message =
      severity == .warning ? "“\(key.name)” is not written yet" : "“\(key.name)” is missing in \(schema.name)"
    return Diagnostic(.missingKey, severity, message, at: place, help: "Write \(key.name): and \(key.shape.words).")
  }

  static func wrongType(of key: String, shape: Shape, written: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      .wrongType, "the value of “\(key)” is not what it should be", at: place,
      help: written.flatMap { shape.advice(for: $0) } ?? "This should be \(shape.words)."
    ).meaning(written.flatMap { shape.meant(by: $0) }, for: written ?? "") { written, near in
      // 12/3/2027 is not the same day everywhere.
      written.contains(where: \.isLetter) && (written.isSlip(of: near) || Day(inWords: written)?.iso == near)
    }
  }

  static func unknownAffected(_ path: Located<String>, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unknownReference, "a pack has no page “\(path.value)”", at: path.place,
      help: nearest.map { "Did you mean “\($0)”?" }
        ?? "Write the name of a page's file without .md, such as specification."
    ).meaning(nearest, for: path.value)
  }

  static func valueInFrontMatter(of key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .valueInFrontMatter, "“\(key)” holds a value in braces, and front matter draws none in", at: place,
      help: "Write the words out, or say it in the text below the front matter.")
  }

  static func titleWithValue(at place: Place) -> Diagnostic {
    Diagnostic(
      .valueInFrontMatter, "this heading becomes the page's title, and a title holds only words", at: place,
      help: "Write title: in the front matter, and take the value or the note out of the heading.")
  }

  static func sameFileID(_ id: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .repeatedID, "two files have the id “\(id)”", at: place, help: "Give one of them another name.",
      related: [.init("the other is here", at: first)])
  }

  static func badName(_ name: String, better: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .badName, "the name “\(name)” cannot be an address", at: place,
      help: "Use lower case letters, digits and hyphens, such as “\(better)”, and change the links to it.")
  }

  static func noKindHere(at place: Place) -> Diagnostic {
    Diagnostic(
      .noKindHere, .warning, "nothing is made from a file in this place", at: place,
      help: "Move it to \(Holder.libraryFolders.joined(separator: ", ")) or a folder of \(Holder.tenders).")
  }

  static func noTender(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .noTender, "the folder of the tender “\(id)” has no file tender.md", at: place,
      help: "Write tenders/\(id)/tender.md, or move this file.")
  }

  static func repeatedID(_ id: Located<String>, first: Place) -> Diagnostic {
    Diagnostic(
      .repeatedID, "the id “\(id.value)” is used twice", at: id.place,
      help: "Give each its own id, and each outcome once.",
      related: [.init("it was first used here", at: first)])
  }

  static func doubleTerm(_ term: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .repeatedID, "the glossary explains “\(term)” twice", at: place, help: "Make one entry of the two.",
      related: [.init("the other entry is here", at: first)])
  }

  static func unknownLot(_ id: Located<String>, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unknownReference, "the tender has no lot “\(id.value)”", at: id.place,
      help: nearest.map { "Did you mean “\($0)”?" } ?? "Write the lot in tender.md, or take the id out."
    ).meaning(nearest, for: id.value)
  }

  static func unknownCriterion(_ path: Located<String>, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unknownReference, "the tender has no criterion “\(path.value)”", at: path.place,
      help: nearest.map { "Did you mean “\($0)”?" }
        ?? "Write the id of a criterion, or of one of its parts as criterion/part."
    ).meaning(nearest, for: path.value)
  }

  static func unknownIndicator(_ path: Located<String>, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unknownReference, "no outcome of the tender has an indicator “\(path.value)”", at: path.place,
      help: nearest.map { "Did you mean “\($0)”?" } ?? "Write it as outcome/indicator, with the ids of both."
    ).meaning(nearest, for: path.value)
  }

  static func notPicked(_ id: Located<String>, of kind: Kind) -> Diagnostic {
    Diagnostic(
      .unknownReference, "“\(id.value)” is \(kind.words) \(kind.wordsForUnshown)", at: id.place,
      help: "\(kind.adviceToShow(id.value)), or take it out here.")
  }

  static func unknownReference(_ id: Located<String>, to kind: Kind, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unknownReference, "there is no file for \(kind.words) named “\(id.value)”", at: id.place,
      help: nearest.map { "Did you mean “\($0)”?" } ?? "Write the file, or take the id out."
    ).meaning(nearest, for: id.value)
  }
}

extension Shape {
  /// What somebody meant who wrote something else, where that can be guessed.
  fileprivate func meant(by written: String) -> String? {
    switch self {
    case .oneOf(let words): words.nearest(to: written.lowercased())
    case .moment where !Day.looksRight(written): Day(inWords: written)?.iso
    case .moment, .id, .reference, .text, .whole, .weight, .money, .flag, .webAddress, .email, .language, .list,
      .record,
      .short, .anything:
      nil
    }
  }

  /// What to write for what somebody wrote, where that can be guessed.
  fileprivate func advice(for written: String) -> String? {
    switch self {
    case .oneOf(let words):
      words.nearest(to: written.lowercased()).map {
        "Did you mean “\($0)”? It should be one of: \(words.joined(separator: ", "))."
      }
    case .id, .reference:
      "Write the name of its file: lower case letters, digits and hyphens, such as \(written.asID)."
    case .moment where Day.looksRight(written): "There is no such day or time in the calendar. Look at the numbers."
    case .moment: Day(inWords: written).map { "Write \($0.iso)." }
    case .text, .whole, .weight, .money, .flag, .webAddress, .email, .language, .list, .record, .short, .anything:
      nil
    }
  }
}
