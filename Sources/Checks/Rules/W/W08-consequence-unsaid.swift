internal import Diagnostics
internal import Tenders

extension Rule {
  /// Whoever can fail at a gate or below a minimum score is told what happens then.
  static let consequenceUnsaid = Rule("W08", "consequence-unsaid", .error, source: Source.act23) { tender, context in
    // The Act's rules on award criteria do not reach grants, nor contracts below the threshold.
    let isLaw = !tender.isGrant && tender.facts.regime.value != .belowThreshold
    let severity = isLaw ? tender.unfinished : .warning
    let gates = tender.facts.gates.items.filter { !$0.consequence.isWritten }.map { gate in
      context.finding(
        "nothing says what happens to a bid that fails “\(gate.title.value ?? "this gate")”", severity,
        value: gate.id.value ?? "gate", at: gate.title.place,
        help: "Write consequence: and say whether the bid is out, or may be mended and until when.")
    }
    let assessment = tender.facts.assessment
    let minimum =
      assessment.minimum.located.map { ($0.value, $0.place) }
      ?? tender.questions.lazy.compactMap { question in
        question.minimum.map { ("“\(question.title)”: \($0.number)", question.facts.minimum.keyPlace) }
      }.first
    guard let minimum, !assessment.consequence.isWritten else { return gates }
    return gates + [
      context.finding(
        "there is a minimum score, and nothing says what happens to a bid below it", severity, value: minimum.0,
        at: minimum.1, help: "Write assessment: with a consequence: and say whether the bid is out.")
    ]
  }
}
