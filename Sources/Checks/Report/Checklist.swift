internal import Diagnostics
internal import Tenders

/// A line of the list that people go through before a tender is published, and what of it the rules can see. The words are
/// those of the guidance page before-you-publish, which a test compares.
struct ChecklistLine: Sendable {
  /// Why the rules saw nothing: what they look at is not there.
  enum Gap: Sendable {
    /// Every tender needs it.
    case missing(String)
    /// Some tenders do without.
    case absent(String)
  }

  /// How much of a line the program can see.
  enum Sight: Sendable {
    /// The line is true when its rules had something to look at and found nothing.
    case whole
    case part
    /// It is about what becomes of findings.
    case decisions
    case nothing
  }

  let words: String
  let rules: [String]
  let sight: Sight
  /// Whether its words hold for the usual thresholds of its rules only.
  let holdsAsUsual: Bool
  let gap: @Sendable (Tender, Site) -> Gap?

  private init(
    _ words: String, _ rules: [String], _ sight: Sight, holdsAsUsual: Bool = true,
    gap: @escaping @Sendable (Tender, Site) -> Gap? = { _, _ in nil }
  ) {
    (self.words, self.rules, self.sight, self.holdsAsUsual, self.gap) = (words, rules, sight, holdsAsUsual, gap)
  }

  static func checked(
    _ words: String, by rules: String..., holdsAsUsual: Bool = true,
    unless gap: @escaping @Sendable (Tender, Site) -> Gap?
  ) -> ChecklistLine {
    ChecklistLine(words, rules, .whole, holdsAsUsual: holdsAsUsual, gap: gap)
  }

  static func partly(_ words: String, by rules: String...) -> ChecklistLine { ChecklistLine(words, rules, .part) }

  /// A line that no program can know.
  static func person(_ words: String) -> ChecklistLine { ChecklistLine(words, [], .nothing) }

  static func decisions(_ words: String) -> ChecklistLine { ChecklistLine(words, [], .decisions) }
}

/// How a line of the list stands.
enum ChecklistState {
  /// By what the program saw.
  case done(String)
  case toDo([Diagnostic])
  /// What the rules would look at is not there yet.
  case missing(String)
  case decided([(finding: Diagnostic, acceptance: Acceptance)])
  /// For a person, and what helps to judge.
  case open(String?)
}

extension CheckReport {
  func state(of line: ChecklistLine) -> ChecklistState {
    if line.sight == .decisions { return decisions }
    let ran = line.rules.filter { code in rules.contains { $0.code.id == code } }
    let found = findings.filter { ran.contains($0.code.id) }
    let serious = found.filter { $0.severity != .note }
    guard serious.isEmpty else { return .toDo(serious) }
    let left = accepted.filter { ran.contains($0.finding.code.id) }
    guard left.isEmpty else { return .decided(left) }
    guard found.isEmpty else {
      return .open(found.map { "\($0.code.id) notes: \($0.fullMessage.asSentence)" }.joined(separator: " "))
    }
    guard !ran.isEmpty else {
      return .open(line.rules.isEmpty ? nil : "The rules that look at this are for tenders of another kind.")
    }
    switch line.gap(tender, site) {
    case .missing(let what): return .missing(what)
    case .absent(let what): return .open(what)
    case nil: break
    }
    if line.holdsAsUsual, let own = ownMeasure(of: ran) { return .open(own) }
    let silent = "\(Self.names(of: ran)) found nothing."
    return line.sight == .whole ? .done(silent) : .open(silent)
  }

  private var decisions: ChecklistState {
    let open = findings.count { $0.severity != .note }
    guard open == 0 else {
      return .missing("\(open.counting("finding")) \(open == 1 ? "is" : "are") neither mended nor left with a reason.")
    }
    return .done(
      accepted.isEmpty
        ? "No warning is open, and nothing was left." : "No warning is open. What was left has all three.")
  }

  /// By another number than the usual one a rule may be silent where the line would not be true.
  private func ownMeasure(of codes: [String]) -> String? {
    let own = rules.filter { codes.contains($0.code.id) }.flatMap(\.thresholds)
    let changed = ownLimits.filter { own.contains($0.threshold) }.compactMap(\.remark)
    guard !changed.isEmpty else { return nil }
    return "\(Self.names(of: codes)) found nothing by a measure of the council's own: \(changed.joinedInWords)."
  }

  static func names(of codes: [String]) -> String { (codes.count == 1 ? "Rule " : "Rules ") + codes.joinedInWords }
}
