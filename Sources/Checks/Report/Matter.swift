internal import Diagnostics
internal import Tenders

/// One thing that was found, wherever in the pack it was found.
struct Matter {
  let code: Code
  let severity: Severity
  let findings: [Diagnostic]
}

extension CheckReport {
  /// The findings by what they are about: the worst first, then in reading order.
  var matters: [Matter] {
    Severity.allCases.flatMap { severity in
      let own = findings.filter { $0.severity == severity }
      return own.grouped(by: \.code).map { Matter(code: $0.key, severity: severity, findings: $0.items) }
    }
  }

  /// What a code is called: its rule's title, or what its letter is about.
  func title(of code: Code) -> String {
    titles[code.id] ?? CodeGroup.of(code.id)?.title ?? code.name
  }

  /// “line 38 of content/tenders/day-service/tender.md”
  func words(of place: Place) -> String {
    guard let line = sources.span(of: place)?.start.line, !(place.range.isEmpty && line == 1) else { return place.file }
    return "line \(line) of \(place.file)"
  }
}

extension String {
  /// A message as a sentence that stands alone.
  var asSentence: String {
    (prefix(1).uppercased() + dropFirst()).withStop
  }
}
