internal import Planning
internal import Tenders

extension PageRenderer {
  func home(_ page: PlannedPage) -> [Name: View] {
    let next = model.tenders.filter { $0.stage == .open && $0.firstDeadline != nil }.min {
      guard let left = $0.firstDeadline, let right = $1.firstDeadline else { return false }
      return left.isBefore(right)
    }
    return [
      .summary: .words(model.home?.summary), .body: body(of: page),
      .deadlineFirst: next.flatMap { tenderEntry($0, from: page) } ?? .absent,
      .groups: .list(StageGroup.allCases.compactMap { group($0, on: page) }),
      .guidance: pageList(on: page),
    ]
  }

  func group(_ group: StageGroup, on page: PlannedPage) -> View? {
    let tenders = model.tenders.filter { group.stages.contains($0.stage) }.compactMap { tenderEntry($0, from: page) }
    guard !tenders.isEmpty else { return nil }
    return .record([.id: .text("Stage-\(group.rawValue)"), .label: .text(group.words), .tenders: .list(tenders)])
  }

  private func tenderEntry(_ tender: Tender, from page: PlannedPage) -> View? {
    guard let target = plan.page(.summary(tender: tender.id)) else { return nil }
    return .record([
      .href: .text(page.address.href(to: target.address)), .label: .text(tender.title),
      .summary: .words(tender.summary), .stage: .text(tender.stage.words), .stageMark: .text(tender.stage.mark),
      .deadline: .words(tender.deadlineWords(\.wordsWithZone)), .deadlineISO: .words(tender.soleDeadline?.iso),
      .isOpen: .flag(tender.stage == .open), .value: .words(tender.value?.words),
    ])
  }

  /// In a trial every page; otherwise where guidance is to be found.
  private func pageList(on page: PlannedPage) -> View {
    let pages = plan.pages.filter { candidate in
      switch candidate.recipe {
      case .text: model.site.isTrial
      case .standing(.guidance), .standing(.caseStudies), .rules: true
      case .standing(.tenders), .standing(.accessibility), .standing(.notFound), .home, .glossary, .framework,
        .characteristics, .summary, .pack, .rule:
        false
      }
    }
    guard !pages.isEmpty else { return .absent }
    return .record([
      .label: .text(model.site.isTrial ? "All pages" : "Help"),
      .links: .list(pages.map { link(to: $0, from: page, label: $0.title) }),
    ])
  }
}

/// The home page's groups of tenders, by what a provider can do with them.
enum StageGroup: String, CaseIterable {
  case open, coming, closed, drafts

  var words: String {
    switch self {
    case .open: "Open now"
    case .coming: "Coming"
    case .closed: "Closed"
    case .drafts: "Drafts"
    }
  }

  var stages: [Stage] {
    switch self {
    case .open: [.open]
    case .coming: [.planned]
    case .closed: [.evaluating, .awarded, .stopped]
    case .drafts: [.draft]
    }
  }
}

extension Stage {
  /// The sign that stands beside the word.
  var mark: String {
    switch self {
    case .open, .evaluating: "disc"
    case .planned, .draft: "ring"
    case .awarded, .stopped: "bar"
    }
  }
}
