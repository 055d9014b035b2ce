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
    case .text: frames(findings, sources: sources, style: style)
    case .line: findings.map { $0.line(sources) + "\n" }.joined()
    case .json: findings.jsonReport(sources)
    case .github: findings.map { $0.githubAnnotation(sources) + "\n" }.joined()
    }
  }
}

extension ReportFormat {
  /// Nobody reads more than these before mending some.
  private static let mostFrames = 200

  private func frames(_ findings: [Diagnostic], sources: Sources, style: TextStyle) -> String {
    let shown = findings.worst(Self.mostFrames)
    let frames = shown.map { CodeFrame(finding: $0, sources: sources, style: style).text }.joined(separator: "\n")
    let more = findings.count - shown.count
    return more > 0 ? frames + "\nAnd \(more) more. With --format json you see all of them.\n" : frames
  }
}

extension [Diagnostic] {
  /// At most some of them, the errors before the warnings, in the order in which they are.
  fileprivate func worst(_ most: Int) -> [Diagnostic] {
    guard count > most else { return self }
    let chosen = indices.sorted { (self[$0].severity, $0) < (self[$1].severity, $1) }.prefix(most)
    return chosen.sorted().map { self[$0] }
  }
}

extension Diagnostic {
  /// `file:12:5: error F04: message [source]`
  func line(_ sources: Sources) -> String {
    let source = code.source.map { " [\($0.asTerminalLine)]" } ?? ""
    return "\(location(sources)): \(severity.word) \(code.id): \(fullMessage.asTerminalLine)\(source)"
  }

  /// `file:12:5`, or the file alone when its text is not known, or the program's name when there is no file.
  func location(_ sources: Sources) -> String {
    guard let place else { return "tenderpress" }
    guard let span = sources.span(of: place) else { return place.file.asTerminalLine }
    return "\(place.file.asTerminalLine):\(span.start.line):\(span.start.column)"
  }
}
