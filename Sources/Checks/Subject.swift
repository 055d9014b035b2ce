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

  package init(model: Model, plan: Plan, profiles: Set<Profile>? = nil) {
    (self.model, self.plan, self.profiles) = (model, plan, profiles)
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
    var judgement = Acceptances(model.acceptances, tellsUnused: profiles == nil).judge(Rule.all.flatMap(findings))
    judgement.findings += limits.findings
    return judgement
  }

  private func findings(of rule: Rule) -> [Diagnostic] {
    let look = Look(rule: rule, subject: self)
    switch rule.scope {
    case .site(let check): return holds(rule, profiles ?? [.core]) ? check(look) : []
    case .tender(let check):
      return model.tenders.filter { holds(rule, profiles ?? $0.profiles) }.flatMap { check($0, look) }
    }
  }

  private func holds(_ rule: Rule, _ profiles: Set<Profile>) -> Bool { !rule.profiles.isDisjoint(with: profiles) }
}
