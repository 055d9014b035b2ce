package import Diagnostics
package import Planning
package import Tenders

/// What the rules read: the model, and what will be made of it.
package struct Subject: Sendable {
  package let model: Model
  package let plan: Plan

  package init(model: Model, plan: Plan) {
    self.model = model
    self.plan = plan
  }
}

/// One thing that an experienced commissioner would look for. A rule is a pure function; each has a file of its own.
package struct Rule: Sendable {
  package let code: Code
  package let check: @Sendable (Subject) -> [Diagnostic]

  /// A rule that reads one tender at a time.
  static func perTender(_ code: Code, _ check: @escaping @Sendable (Tender) -> [Diagnostic]) -> Rule {
    Rule(code: code) { $0.model.tenders.flatMap(check) }
  }

  package static let all: [Rule] = [.weightsAddUp, .datesInOrder, .accentIsColour, .accentIsReadable]
}

extension Subject {
  /// Everything that the rules find.
  package var findings: [Diagnostic] { Rule.all.flatMap { $0.check(self) } }
}

extension Tender {
  /// While a tender is a draft, an error about what is unfinished is a warning.
  var unfinished: Severity { stage == .draft ? .warning : .error }
}
