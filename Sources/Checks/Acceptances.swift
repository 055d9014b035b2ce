internal import Diagnostics
internal import Tenders

/// Recorded decisions to live with a warning or a note. One holds for one value of one rule in its own file: when the
/// value changes, the finding comes back and says so.
struct Acceptances {
  private let all: [Acceptance]
  private let index: [AcceptanceKey: Acceptance]
  /// Whether one that holds for nothing is told, and does not only wait for a rule that was not run.
  private let mayBeUnused: (Acceptance) -> Bool

  init(_ all: [Acceptance], mayBeUnused: @escaping (Acceptance) -> Bool) {
    (self.all, self.mayBeUnused) = (all, mayBeUnused)
    index = Dictionary(all.map { ($0.target, $0) }) { first, _ in first }
  }

  func judge(_ findings: [Diagnostic]) -> Judgement {
    var judgement = Judgement(findings: [], accepted: [])
    for finding in findings {
      if finding.severity != .error, let acceptance = finding.target.flatMap({ index[$0] }) {
        judgement.accepted.append((finding, acceptance))
      } else {
        judgement.findings.append(finding)
      }
    }
    let held = Set(judgement.accepted.compactMap(\.finding.target))
    let left = Dictionary(judgement.findings.enumerated().map { ($1.target?.withoutValue, $0) }) { first, _ in first }
    for acceptance in all where !held.contains(acceptance.target) {
      tell(acceptance, of: left[acceptance.target.withoutValue], in: &judgement)
    }
    return judgement
  }

  /// An acceptance that holds for nothing: the finding that it was written for has changed, or is gone.
  private func tell(_ acceptance: Acceptance, of index: Int?, in judgement: inout Judgement) {
    let code = acceptance.rule.value
    guard Rule.all.contains(where: { $0.code.id == code }) else {
      judgement.findings.append(.acceptanceOfNoRule(acceptance))
      return
    }
    guard let index else {
      if mayBeUnused(acceptance) { judgement.findings.append(.unusedAcceptance(acceptance)) }
      return
    }
    judgement.findings[index].related.append(
      judgement.findings[index].severity == .error ? .errorsStand(acceptance) : .valueChanged(acceptance))
  }
}

/// A value of a rule in a file.
private struct AcceptanceKey: Hashable {
  let code: String
  let file: String
  let value: String?

  var withoutValue: AcceptanceKey { AcceptanceKey(code: code, file: file, value: nil) }
}

extension Diagnostic {
  fileprivate var target: AcceptanceKey? { place.map { AcceptanceKey(code: code.id, file: $0.file, value: value) } }
}

extension Acceptance {
  /// What it was written for.
  fileprivate var target: AcceptanceKey { AcceptanceKey(code: rule.value, file: rule.place.file, value: value.value) }

  /// “accepted by the lead commissioner on 4 December 2026”
  fileprivate var words: String { "accepted by \(by) on \(date.day.shortWords)" }
}

extension Diagnostic.Related {
  fileprivate static func valueChanged(_ acceptance: Acceptance) -> Self {
    .init(
      "“\(acceptance.value.value)” was \(acceptance.words), and that is no longer what it is",
      at: acceptance.value.place)
  }

  fileprivate static func errorsStand(_ acceptance: Acceptance) -> Self {
    .init("an error cannot be accepted, so this has no effect", at: acceptance.rule.place)
  }
}

extension Diagnostic {
  private static let acceptance = Code("F22", "acceptance-without-effect")

  fileprivate static func unusedAcceptance(_ acceptance: Acceptance) -> Diagnostic {
    Diagnostic(
      Self.acceptance, .warning,
      "there is nothing left to accept: rule \(acceptance.rule.value) does not report “\(acceptance.value.value)” in this file",
      at: acceptance.rule.place, help: "Take the acceptance out.")
  }

  fileprivate static func acceptanceOfNoRule(_ acceptance: Acceptance) -> Diagnostic {
    let codes = Rule.all.map(\.code.id)
    return Diagnostic(
      Self.acceptance, .warning, "there is no rule “\(acceptance.rule.value)” that can be accepted",
      at: acceptance.rule.place,
      help: codes.nearest(to: acceptance.rule.value).map { "Did you mean “\($0)”?" }
        ?? "Write the code that the finding shows, such as W02.")
  }
}
