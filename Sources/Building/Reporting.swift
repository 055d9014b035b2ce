internal import Checks
internal import Diagnostics
internal import Planning
internal import Tenders

extension Prepared {
  /// What the checks found in each tender's pack that is made.
  func reports(day: String?) -> [String: Booklet] {
    let named = Set(
      plan.artefacts.compactMap { if case .reportPage(let tender) = $0.recipe { tender } else { nil } })
    let day = day.flatMap { Day($0) }
    return subject.reports(
      on: model.tenders.filter { named.contains($0.id) }, findings, judgement, sources: sources, day: day
    ).mapValues(\.booklet)
  }
}
