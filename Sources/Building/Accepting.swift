internal import Diagnostics
internal import Escaping

extension Report {
  package enum Acceptance {
    /// What to write, and into which file.
    case lines(String, for: String)
    case refused(String)
  }

  /// The lines by which a council records that it lives with a finding, such as `W02@content/tenders/x/tender.md:38`.
  package func acceptance(of name: String) -> Acceptance {
    let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
    let place = parts.last?.split(separator: ":").map(String.init) ?? []
    guard parts.count == 2, place.count >= 2, let line = Int(place[1]) else {
      return .refused(
        "Write the code, the file and the line as the report shows them, such as W02@content/tenders/day-service/tender.md:38."
      )
    }
    let near = findings.filter { $0.code.id == parts[0].uppercased() && isIn(place[0], $0) }
    guard let finding = near.first(where: { self.line(of: $0) == line }) else {
      let others = near.compactMap { self.line(of: $0) }.map(String.init)
      return .refused(
        others.isEmpty
          ? "There is no finding \(parts[0]) in \(place[0])."
          : "There is no finding \(parts[0]) on line \(line) of \(place[0]). There is one on line \(others.joined(separator: ", "))."
      )
    }
    return acceptance(of: finding)
  }

  private func acceptance(of finding: Diagnostic) -> Acceptance {
    guard finding.severity != .error else {
      return .refused("\(finding.code.id) is an error here, and errors cannot be accepted. \(finding.help ?? "")")
    }
    guard let value = finding.value, let file = finding.place?.file, file.hasSuffix(".md") else {
      return .refused("\(finding.code.id) has nothing that could be accepted. \(finding.help ?? "")")
    }
    let lines = """
      accepts:
        - rule: \(finding.code.id)
          value: \(value.jsonString)
          reason:
          by:
          date:

      """
    return .lines(lines, for: file)
  }

  private func isIn(_ file: String, _ finding: Diagnostic) -> Bool {
    guard let own = finding.place?.file else { return false }
    return own == file || own.hasSuffix("/" + file)
  }

  private func line(of finding: Diagnostic) -> Int? { finding.place.flatMap { sources.span(of: $0)?.start.line } }
}
