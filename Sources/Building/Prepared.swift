internal import Checks
internal import Diagnostics
internal import Planning
internal import Tenders

/// Everything that is known before the first file is made.
struct Prepared: Sendable {
  let loaded: Loaded
  let model: Model
  let plan: Plan
  /// The style sheet in the council's colour.
  let style: String
  /// What the rules read: in a check, drafts too.
  let subject: Subject
  /// What the rules said.
  let judgement: Judgement
  /// All that was noticed, what the rules said among it.
  var findings: [Diagnostic]
  let draftsLeftOut: Int

  var report: Report {
    Report(
      findings: findings.inReadingOrder(), sources: loaded.sources, draftsLeftOut: draftsLeftOut,
      efforts: model.tenders.filter(\.isStillAnswered).map(\.effortSentence), isTrial: loaded.isTrial)
  }
}

extension Tender {
  fileprivate var isStillAnswered: Bool { Until.deadline.holds(for: self) && !questions.isEmpty }

  /// “A day service: up to 3,600 words in 9 answers …”; for the lot that asks for most, where there are lots.
  fileprivate var effortSentence: String {
    let (lot, effort) = hardestEffort
    // Of lots that ask for more or fewer answers, the one that asks for most.
    let most = answersWords == effort.questions.counting("answer") ? "" : ", \(answersWords) by lot; most for"
    return "\(title)\(lot.map { "\(most.isEmpty ? "," : most) \($0.title)" } ?? ""): \(effort.sentence)."
  }
}

extension Prepared {
  /// What the checks found in each tender's pack that is made.
  func reports(day: String?) -> [String: Booklet] {
    let named = Set(
      plan.artefacts.compactMap { if case .reportPage(let tender) = $0.recipe { tender } else { nil } })
    let day = day.flatMap { Day($0) }
    return subject.reports(
      on: model.tenders.filter { named.contains($0.id) }, of: plan, findings, judgement, sources: loaded.sources,
      day: day
    ).mapValues(\.booklet)
  }
}
