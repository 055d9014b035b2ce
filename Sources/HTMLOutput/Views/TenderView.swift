internal import Content
internal import Diagnostics
internal import Planning
internal import Tenders

extension PageRenderer {
  func summary(of tender: Tender, _ page: PlannedPage) -> [Name: View] {
    return [
      .summary: .words(tender.summary), .body: body(of: page),
      .reference: .text(tender.reference ?? notWrittenYet), .buyer: .words(tender.buyer),
      .stage: .text(tender.stage.words),
      .stageMark: .text(tender.stage.mark), .isOpen: .flag(tender.stage == .open),
      .deadline: .text(tender.deadlineWords(\.wordsWithZone) ?? notWrittenYet),
      .deadlineISO: .words(tender.soleDeadline?.iso),
      .facts: .list(tender.keyFacts.map { fact($0) }), .timetable: timetable(of: tender),
      .criteria: criteria(of: tender),
      .submission: submission(of: tender), .news: news(of: tender, page),
      .downloads: downloads(of: tender, page),
    ]
  }

  /// What happened after publication: the newest change, an award, a stop.
  private func news(of tender: Tender, _ page: PlannedPage) -> View {
    var items: [View] = []
    for award in tender.awards {
      let lot = award.lot.value.flatMap { tender.lots[id: $0] }
      items.append(
        note("Awarded", (lot.map { "\($0.title): " } ?? "") + (award.supplier.value ?? notWrittenYet).withStop))
    }
    if let stop = tender.stop {
      items.append(note("Stopped", stop.date.value.map { "On \($0.day.words)." } ?? notWrittenYet))
    }
    if let change = tender.amendments.first, let target = plan.page(.pack(tender: tender.id, .clarifications)) {
      let title = change.title ?? "The pack was changed"
      let words = title + (change.date.map { ", \($0.day.shortWords)" } ?? "") + "."
      items.append(note("Amended", words, href: page.address.href(to: target.address, fragment: change.id)))
    }
    return items.isEmpty ? .absent : .record([.items: .list(items)])
  }

  /// What most people take with them, and where the rest is.
  private func downloads(of tender: Tender, _ page: PlannedPage) -> View {
    let files = plan.downloads.of(tender: tender.id)
    let chosen = [PackDocument.wholePack, .responseForm].compactMap { document in
      files.first { $0.document == document }.map { ("\($0.document.title) (\($0.words))", $0.address) }
    }
    let archive = plan.downloads.archive(of: tender.id).map { archive in
      ("Everything in one file (\(FileFacts.words(archive.facts, format: "zip")))", archive.address)
    }
    let list = plan.page(.pack(tender: tender.id, .documents)).map {
      ("All documents, and what each is for", $0.address)
    }
    let links = chosen + [archive, list].compactMap(\.self)
    guard !chosen.isEmpty else { return .absent }
    return .record([
      .items: .list(links.map { .record([.label: .text($0.0), .href: .text(page.address.href(to: $0.1))]) })
    ])
  }

  private func note(_ label: String, _ words: String, href: String? = nil) -> View {
    .record([.label: .text(label), .words: .text(words), .href: .words(href)])
  }

  private func fact(_ fact: KeyFact) -> View {
    .record([.term: .text(fact.name), .value: .text(fact.words ?? notWrittenYet), .detail: .words(fact.detail)])
  }

  private func timetable(of tender: Tender) -> View {
    let entries = Timetable(tender).entries
    guard !entries.isEmpty else { return .absent }
    return .record([
      .items: .list(
        entries.map { entry in
          .record([
            .iso: .text(entry.moment.iso), .value: .text(entry.moment.words), .label: .text(entry.title),
            .isDeadline: .flag(entry.key == .deadline),
          ])
        })
    ])
  }

  private func criteria(of tender: Tender) -> View {
    // Where lots are scored each in its own way, no one bar is right for all.
    guard !tender.criteria.isEmpty, tender.criteriaSets.count == 1 else { return .absent }
    let rows = tender.criteria.enumerated().map { index, criterion in
      View.record([
        .letter: .text(index < 26 ? Figures.letters[index] : "\(index + 1)"), .label: .text(criterion.title),
        .weight: .text(criterion.weight?.value.number ?? notWrittenYet), .share: .words(criterion.weight?.value.number),
        .parts: .list(
          criterion.parts.map { part in
            .record([.label: .text(part.title), .weight: .text(part.weight?.value.number ?? notWrittenYet)])
          }),
      ])
    }
    return .record([.items: .list(rows)])
  }

  private func submission(of tender: Tender) -> View {
    guard let submission = tender.submission else { return .absent }
    let isEmail = submission.how == .email && submission.place != nil
    return .record([
      .label: .text(submission.words), .email: isEmail ? .words(submission.place) : .absent,
      .href: .words(submission.url),
    ])
  }
}
