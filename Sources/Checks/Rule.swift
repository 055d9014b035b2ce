package import Diagnostics
internal import Tenders

/// One thing that an experienced commissioner would look for.
///
/// A rule is two files of the same name in Rules: `W02-price-too-heavy.swift` with a static rule of that name in camel
/// case, and `W02-price-too-heavy.md`, its page, whose examples are its test. `Rule.all` is made from the pages.
package struct Rule: Sendable {
  enum Scope: Sendable {
    case site(@Sendable (RuleContext) -> [Diagnostic])
    case tender(@Sendable (Tender, RuleContext) -> [Diagnostic])
  }

  package let code: Code
  /// What its findings are where a finding says nothing else.
  package let severity: Severity
  /// It holds for a tender that has one of these.
  package let profiles: Set<Profile>
  package let thresholds: [Threshold]
  /// Until when it is asked of a tender.
  package let until: Until
  /// The codes of findings that may come with one of this rule's, because the same mistake causes both.
  package let follows: Set<String>
  /// Whether it asks what day it is. A check has a day; a build has none, and runs no such rule.
  package let asksToday: Bool
  let scope: Scope

  /// A rule that reads one tender at a time.
  init(
    _ id: String, _ name: String, _ severity: Severity, source: String, profiles: Set<Profile> = [.core],
    thresholds: [Threshold] = [], until: Until = .deadline, follows: Set<String> = [], asksToday: Bool = false,
    check: @escaping @Sendable (Tender, RuleContext) -> [Diagnostic]
  ) {
    code = Code(id, name, source: source)
    (self.severity, self.profiles, self.thresholds, self.follows) = (severity, profiles, thresholds, follows)
    self.asksToday = asksToday
    self.until = until
    scope = .tender(check)
  }

  /// A rule that reads what belongs to no tender.
  init(
    ofSite id: String, _ name: String, _ severity: Severity, source: String?, thresholds: [Threshold] = [],
    asksToday: Bool = false, check: @escaping @Sendable (RuleContext) -> [Diagnostic]
  ) {
    code = Code(id, name, source: source)
    (self.severity, profiles, self.thresholds, follows) = (severity, [.core], thresholds, [])
    self.asksToday = asksToday
    until = .published
    scope = .site(check)
  }

  /// Every threshold that a rule measures by, in the order of the rules.
  package static var thresholds: [Threshold] {
    var seen: Set<Threshold> = []
    return all.flatMap(\.thresholds).filter { seen.insert($0).inserted }
  }
}

/// A rule at work: what it may look at, and how it says what it found.
struct RuleContext {
  let rule: Rule
  let subject: Subject

  /// A threshold as it holds for this site.
  func limit(_ threshold: Threshold) -> Limit { subject.limits[threshold] }

  /// What was found. `value` is what it turns on, in a few words: an acceptance holds as long as it stays the same. The
  /// limits are those that it was measured against.
  func finding(
    _ message: String, _ severity: Severity? = nil, value: String, at place: Place, against limits: [Limit] = [],
    help: String, related: [Diagnostic.Related] = []
  ) -> Diagnostic {
    let remarks = limits.compactMap(\.remark)
    var finding = Diagnostic(
      rule.code, severity ?? rule.severity,
      remarks.isEmpty ? message : "\(message) (\(remarks.joined(separator: "; ")))", at: place, help: help,
      related: related)
    finding.value = value
    return finding
  }
}

extension Tender {
  /// While a tender is a draft, an error about what is unfinished is a warning.
  var unfinished: Severity { stage == .draft ? .warning : .error }
}
