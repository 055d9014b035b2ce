package import Diagnostics
package import Planning
package import Tenders

/// What the rules read: the model, what will be made of it, and the numbers to measure by.
package struct Subject: Sendable {
  package let model: Model
  package let plan: Plan
  let limits: Limits
  /// The groups of rules that were asked for, in the place of those that follow from each tender's regime.
  let profiles: Set<Profile>?
  /// The day on which somebody checks; nil for a build, whose pages are read on many days.
  let today: Day?

  package init(model: Model, plan: Plan, profiles: Set<Profile>? = nil, today: Day? = nil) {
    (self.model, self.plan, self.profiles, self.today) = (model, plan, profiles, today)
    limits = Limits(model.site.record, among: Rule.thresholds)
  }
}

/// What the rules found, and what of it the council has decided to live with.
package struct Judgement: Sendable {
  package var findings: [Diagnostic]
  package var accepted: [(finding: Diagnostic, acceptance: Acceptance)]
}

extension Subject {
  package var judgement: Judgement {
    var judgement = Acceptances(model.acceptances, rulesThatRan: rulesThatRan).judge(
      Rule.all.filter(canRun).flatMap(findings))
    judgement.findings += limits.findings
    return judgement
  }

  /// The rules that read a tender's pack, those of the whole site among them.
  func rules(for tender: Tender) -> [Rule] {
    Rule.all.filter(canRun).filter { rule in
      switch rule.scope {
      case .site: holds(rule, profiles ?? [.core])
      case .tender: holds(rule, profiles ?? tender.profiles)
      }
    }
  }

  private func findings(of rule: Rule) -> [Diagnostic] {
    let look = Look(rule: rule, subject: self)
    switch rule.scope {
    case .site(let check): return holds(rule, profiles ?? [.core]) ? check(look) : []
    case .tender(let check):
      return model.tenders.filter { holds(rule, profiles ?? $0.profiles) }.flatMap { check($0, look) }
    }
  }

  /// The codes of the rules that were run for every tender that they are meant for.
  private var rulesThatRan: Set<String> {
    guard profiles == nil else { return [] }
    return Set(Rule.all.filter(canRun).map(\.code.id))
  }

  private func canRun(_ rule: Rule) -> Bool { today != nil || !rule.asksToday }

  private func holds(_ rule: Rule, _ profiles: Set<Profile>) -> Bool { !rule.profiles.isDisjoint(with: profiles) }
}
