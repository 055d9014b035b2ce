internal import Content
package import Diagnostics
package import Tenders

/// What the rules read: the model, and the numbers to measure by.
package struct Subject: Sendable {
  package let model: Model
  let limits: Limits
  /// The groups of rules that were asked for, in the place of those that follow from each tender's regime.
  let profiles: Set<Profile>?
  /// The day on which somebody checks; nil for a build, whose pages are read on many days.
  let today: Day?
  private let tendersByFolder: [String: Tender]
  /// Files whose front matter cannot be read, or not all of it.
  private let unread: [WrittenFile]

  package init(model: Model, profiles: Set<Profile>? = nil, today: Day? = nil) {
    (self.model, self.profiles, self.today) = (model, profiles, today)
    limits = Limits(model.site.facts, among: Rule.thresholds)
    tendersByFolder = Dictionary(model.tenders.map { ($0.file.folder, $0) }) { first, _ in first }
    unread = model.files.filter { !YAML.mapping($0.file.frontMatter).isRead }
  }

  /// The tender in whose folder a file lies.
  func tender(holding file: String) -> Tender? {
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      if let tender = tendersByFolder[String(folder[...slash])] { return tender }
      folder = folder[..<slash]
    }
    return nil
  }
}

/// What the rules found, and what of it the council has decided to live with.
package struct Judgement: Sendable {
  package var findings: [Diagnostic]
  package var accepted: [(finding: Diagnostic, acceptance: Acceptance)]
}

extension Subject {
  /// The rules to be run. None looks at what another found, so that they may run beside each other.
  package var rules: [Rule] { Rule.all.filter(canRun) }

  /// What all rules found together, in their order.
  package func judgement(of findings: [Diagnostic]) -> Judgement {
    var judgement = Acceptances(model.acceptances, mayBeUnused: mayBeUnused).judge(findings)
    judgement.findings += limits.findings
    return judgement
  }

  /// The rules that read a tender's pack, those of the whole site among them.
  func rules(for tender: Tender) -> [Rule] {
    rules.filter { rule in
      switch rule.scope {
      case .site: holds(rule, profiles ?? [.core])
      case .tender: asks(rule, tender)
      }
    }
  }

  package func findings(of rule: Rule) -> [Diagnostic] {
    let context = RuleContext(rule: rule, subject: self)
    switch rule.scope {
    case .site(let check): return unread.isEmpty && holds(rule, profiles ?? [.core]) ? check(context) : []
    case .tender(let check):
      return model.tenders.filter { asks(rule, $0) }.flatMap { check($0, context) }
    }
  }

  private func asks(_ rule: Rule, _ tender: Tender) -> Bool {
    rule.until.holds(for: tender) && holds(rule, profiles ?? tender.profiles) && isRead(tender)
  }

  /// Nobody knows what a file would say that cannot be read: a rule would speak of its absence.
  private func isRead(_ tender: Tender) -> Bool {
    !unread.contains { written in
      written.location.kind.isReadByTenders || written.file.source.name.hasPrefix(tender.file.folder)
    }
  }

  private func canRun(_ rule: Rule) -> Bool { today != nil || !rule.asksToday }

  /// Whether an acceptance without a finding is worth a word: not where its rule was not run, nor where it has become too
  /// late for it.
  private func mayBeUnused(_ acceptance: Acceptance) -> Bool {
    guard profiles == nil, unread.isEmpty, let rule = Rule.all.first(where: { $0.code.id == acceptance.rule.value }),
      canRun(rule)
    else { return false }
    if let tender = tender(holding: acceptance.rule.place.file) { return rule.until.holds(for: tender) }
    return model.tenders.isEmpty || model.tenders.contains(where: rule.until.holds)
  }

  private func holds(_ rule: Rule, _ profiles: Set<Profile>) -> Bool { !rule.profiles.isDisjoint(with: profiles) }
}

extension Kind {
  /// Whether every tender may draw on it.
  fileprivate var isReadByTenders: Bool {
    switch self {
    case .site, .outcome, .qualityCharacteristic, .scale, .matrix, .term, .shared: true
    case .home, .sitePage, .guidance, .caseStudy, .tender, .packPage, .question, .clarification, .amendment, .form,
      .plain:
      false
    }
  }
}
