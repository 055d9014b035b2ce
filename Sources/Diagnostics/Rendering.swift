/// How findings are written out. One pure function a format.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people: each finding with the line it is about, and a count at the end.
  case text
  /// One line a finding, as compilers print them.
  case line
  /// An array of objects, for programs.
  case json
  /// Annotations for GitHub's workflows.
  case github
}

extension ReportFormat {
  /// The whole report. Ends with a line feed unless it is empty.
  package func render(_ findings: [Diagnostic], sources: Sources, style: TextStyle = .plain) -> String {
    switch self {
    case .text:
      findings.map { Frame(finding: $0, sources: sources, style: style).text }.joined(separator: "\n")
    case .line: findings.map { $0.line(sources) + "\n" }.joined()
    case .json: findings.jsonReport(sources)
    case .github: findings.map { $0.githubAnnotation(sources) + "\n" }.joined()
    }
  }
}

extension Diagnostic {
  /// `file:12:5: error F04: message`
  func line(_ sources: Sources) -> String {
    "\(location(sources)): \(severity.word) \(code.id): \(fullMessage)"
  }

  /// `file:12:5`, or the file alone when its text is not known, or the program's name when there is no file.
  func location(_ sources: Sources) -> String {
    guard let place else { return "tenderpress" }
    guard let span = sources.span(of: place) else { return place.file }
    return "\(place.file):\(span.start.line):\(span.start.column)"
  }
}
