internal import Content
internal import Diagnostics
internal import Planning
internal import Tenders

extension PageRenderer {
  func standing(_ kind: StandingPage, _ page: PlannedPage) -> [Name: View] {
    let groups: [View] =
      switch kind {
      case .tenders: StageGroup.allCases.compactMap { group($0, on: page) }
      case .guidance: audiences(on: page)
      case .caseStudies:
        [group("Case studies", id: "Studies", model.caseStudies.map(\.page), on: page)].compactMap(\.self)
      case .accessibility, .notFound: []
      }
    return [.summary: .words(page.summary ?? summary(of: kind)), .body: body(of: page), .groups: .list(groups)]
  }

  /// All rules, by what they are about.
  func rules(_ page: PlannedPage) -> [Name: View] {
    let groups = plan.rules.reduce(into: [String]()) { if $0.last != $1.group { $0.append($1.group) } }
    return [
      .summary: .text("What a pack is read for before it is published."), .body: body(of: page),
      .groups: .list(
        groups.map { group in
          let own = plan.rules.filter { $0.group == group }
          let items = own.map { rule in
            View.record([
              .href: .text(page.address.href(to: rule.address)), .label: .text(rule.fullTitle),
              .detail: .text(rule.detail),
            ])
          }
          return .record([
            .id: .text("Rules-\(own.first?.code.prefix(1) ?? "")"), .label: .text(group), .items: .list(items),
            .downloads: .absent,
          ])
        }),
    ]
  }

  private func summary(of kind: StandingPage) -> String? {
    switch kind {
    case .notFound: "The address may be old, or have a slip in it."
    case .tenders: "What we buy now, what is coming, and what has been decided."
    case .guidance, .caseStudies, .accessibility: nil
    }
  }

  /// Guidance by whom it is for.
  private func audiences(on page: PlannedPage) -> [View] {
    let groups = Audience.allCases.compactMap { audience in
      group(
        audience.invitation, id: "For-\(audience.rawValue)", model.guidance(for: audience), on: page,
        booklet: plan.downloads.booklet(for: audience))
    }
    let others = group("For everyone", id: "For-everyone", model.guidance(for: nil), on: page)
    return groups + [others].compactMap(\.self)
  }

  private func group(
    _ title: String, id: String, _ pages: [Page], on page: PlannedPage,
    booklet: (address: Address, facts: FileFacts?)? = nil
  ) -> View? {
    let items = pages.compactMap { written -> View? in
      guard let target = plan.page(.text(written.file.path)) else { return nil }
      return .record([
        .href: .text(page.address.href(to: target.address)), .label: .text(written.title),
        .detail: .words(written.summary),
      ])
    }
    guard !items.isEmpty else { return nil }
    let download = booklet.map { booklet in
      View.record([
        .href: .text(page.address.href(to: booklet.address)),
        .label: .text("All of it, to print (\(FileFacts.words(booklet.facts, format: "pdf")))"),
      ])
    }
    return .record([
      .id: .text(id), .label: .text(title), .items: .list(items), .downloads: download ?? .absent,
    ])
  }
}
