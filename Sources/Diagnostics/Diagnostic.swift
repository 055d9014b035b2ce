/// The name of a fault: short and stable, so that people can look it up, accept it and talk about it.
package struct Code: Sendable, Hashable {
  /// A letter for the kind (F front matter, M Markdown, R references and links, X templates, S system; W, O, Q, T, C
  /// and L for the rules of commissioning) and two digits.
  package let id: String
  /// The bad thing, in kebab case.
  package let name: String
  /// Where the demand comes from, when it is not ours: a law, a guide.
  package let source: String?

  package init(_ id: String, _ name: String, source: String? = nil) {
    self.id = id
    self.name = name
    self.source = source
  }
}

package enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  case error, warning, note

  /// The word that people read.
  package var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// Something that was noticed: what is wrong, where, and what to do about it.
///
/// Only data. The text of the files and the looks belong to the renderers. By habit the message is in lower case
/// without a full stop, says what is so, and quotes the words it means in “ ”; only the help says what to do, in a
/// whole sentence.
package struct Diagnostic: Sendable, Hashable {
  /// Another place that belongs to the fault, such as the first of two keys.
  package struct Related: Sendable, Hashable {
    package let place: Place
    package let words: String

    package init(_ words: String, at place: Place) {
      self.place = place
      self.words = words.withShortQuotations
    }
  }

  package var code: Code
  package var severity: Severity
  package var message: String
  /// Nil only where no file is to blame.
  package var place: Place?
  package var help: String?
  package var related: [Related]
  /// What it turns on, in a few words, where it can be accepted: as long as it stays the same, an acceptance holds.
  package var value: String?
  /// What would put it right, where that is known.
  package var edit: Edit?
  /// How many faults this one stands for. What is wrong in the same way all over a file is told once, at its first place.
  package var occurrences: Int

  package init(
    _ code: Code, _ severity: Severity, _ message: String, at place: Place? = nil, help: String? = nil,
    related: [Related] = [], occurrences: Int = 1
  ) {
    self.code = code
    self.severity = severity
    self.message = message.withShortQuotations
    self.place = place
    self.help = help?.withShortQuotations
    self.related = related
    self.occurrences = occurrences
  }

  /// An error, which most findings are.
  package init(
    _ code: Code, _ message: String, at place: Place? = nil, help: String? = nil, related: [Related] = []
  ) {
    self.init(code, .error, message, at: place, help: help, related: related)
  }
}

extension Diagnostic {
  /// The message, with the number of times where there are many.
  package var fullMessage: String { occurrences > 1 ? "\(message) (\(occurrences) times)" : message }
}

extension Sequence<Diagnostic> {
  /// Each finding once, in the order that people read: by file, by place, worst first.
  package func inReadingOrder() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }.sorted { left, right in
      let (first, second) = (left.readingKey, right.readingKey)
      return first < second
    }
  }

  package func count(of severity: Severity) -> Int { count { $0.severity == severity } }

  /// “2 errors and 1 warning”; nil for none.
  package var countWords: String? {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = count(of: severity)
      return count == 0 ? nil : "\(count) \(severity.word)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? nil : counts.joinedInWords
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }
}

extension Diagnostic {
  fileprivate var readingKey: (String, Int, Int, String, String) {
    (place?.file ?? "", place?.range.lowerBound ?? 0, severity.rawValue, code.id, message)
  }
}

extension String {
  /// With the beginning of each long value that it quotes, and how long that is: a picture pasted as an address is a value
  /// of thousands of letters.
  fileprivate var withShortQuotations: String {
    let (longest, shown) = (200, 80)
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "“"), let close = rest[open...].firstIndex(of: "”") {
      let value = rest[rest.index(after: open)..<close]
      let isLong = value.count > longest
      result += rest[...open] + (isLong ? value.prefix(shown) + "…” (\(value.count) characters)" : value + "”")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
