internal import Content
internal import Diagnostics
internal import Planning
internal import Tenders

extension PageRenderer {
  func summary(of tender: Tender, _ page: PlannedPage) -> [Name: View] {
    let deadline = tender.date("deadline")
    return [
      .summary: .words(tender.summary), .body: body(of: page),
      .reference: .text(tender.reference ?? notWrittenYet), .stage: .text(tender.stage.words),
      .stageMark: .text(tender.stage.mark), .isOpen: .flag(tender.stage == .open),
      .deadline: .text(deadline?.wordsWithZone ?? notWrittenYet), .deadlineISO: .words(deadline?.iso),
      .facts: .list(facts(of: tender)), .timetable: timetable(of: tender), .criteria: criteria(of: tender),
      .submission: submission(of: tender), .news: news(of: tender, page),
    ]
  }

  /// What a provider asks first, each with an answer, or with the words that there is none yet.
  private func facts(of tender: Tender) -> [View] {
    let contact = tender.contact
    let dates = [tender.date("start"), tender.date("end")].compactMap(\.self).map(\.day.shortWords)
    let words = tender.wordsAsked
    let asked =
      tender.questions.isEmpty
      ? nil : "\(tender.questions.count) answers" + (words == 0 ? "" : ", \(words.grouped) words at most")
    return [
      fact("Value", tender.value?.words, tender.budgetWords.map { "Budget: \($0)" }),
      fact(
        "Contract", tender.termWords ?? dates.first.map { "From \($0)" },
        dates.count == 2 ? "\(dates[0]) to \(dates[1])" : nil),
      fact(
        "Who may bid", tender.whoMayBid,
        tender.lots.isEmpty
          ? "One contract, not divided" : "\(tender.lots.count) lots: " + tender.lots.map(\.title).joinedInWords),
      fact("What you send", asked ?? tender.submission?.words, asked == nil ? nil : tender.submission?.words),
      fact(
        "Questions until", tender.date("questions-close")?.wordsWithZone,
        tender.date("answers-by").map { "Answered for everyone by \($0.words)" }),
      fact("Who to ask", contact?.role, contact?.email),
    ]
  }

  /// What happened after publication: the newest change, an award, a stop.
  private func news(of tender: Tender, _ page: PlannedPage) -> View {
    var items: [View] = []
    for award in tender.record.records("award") {
      let lot = tender.lots.first { $0.id == award.text("lot")?.value }
      let facts = [
        award.money("value").map { "Value: \($0.value.words)" },
        award.moment("signed").map { "Signed on \($0.value.day.words)" },
        award.whole("bids").map { "\($0) bid\($0 == 1 ? "" : "s") received" },
      ].compactMap(\.self)
      items.append(
        note(
          "Awarded",
          "\(lot.map { "\($0.title): " } ?? "")\(award.text("supplier")?.value ?? notWrittenYet). \(facts.joined(separator: ". "))."
        ))
    }
    if let stopped = tender.record.record("stopped") {
      let date = stopped.moment("date").map { "On \($0.value.day.words). " } ?? ""
      items.append(note("Stopped", date + (stopped.text("reason")?.value ?? notWrittenYet)))
    }
    if let change = tender.amendments.first, let target = plan.page(.pack(tender: tender.id, .clarifications)) {
      let title = change.title ?? "The pack was changed"
      let words = title + (change.date.map { ", \($0.day.shortWords)" } ?? "") + "."
      items.append(note("Amended", words, href: page.address.href(to: target.address, fragment: change.id)))
    }
    return items.isEmpty ? .absent : .record([.items: .list(items)])
  }

  private func note(_ label: String, _ words: String, href: String? = nil) -> View {
    .record([.label: .text(label), .words: .text(words), .href: .words(href)])
  }

  private func fact(_ term: String, _ value: String?, _ detail: String?) -> View {
    .record([.term: .text(term), .value: .text(value ?? notWrittenYet), .detail: .words(detail)])
  }

  private func timetable(of tender: Tender) -> View {
    let entries = Timetable(tender).entries
    guard !entries.isEmpty else { return .absent }
    return .record([
      .items: .list(
        entries.map { entry in
          .record([
            .iso: .text(entry.moment.iso), .value: .text(entry.moment.words), .label: .text(entry.title),
            .isDeadline: .flag(entry.key == "deadline"),
          ])
        })
    ])
  }

  private func criteria(of tender: Tender) -> View {
    guard !tender.criteria.isEmpty else { return .absent }
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
    let isEmail = submission.how == "email" && submission.place != nil
    return .record([
      .label: .text(submission.words), .email: isEmail ? .words(submission.place) : .absent,
      .href: .words(submission.url),
    ])
  }
}

extension Tender.Submission {
  fileprivate var words: String {
    switch how {
    case "email": "By email"
    case "portal": "On the portal"
    default: "By upload"
    }
  }
}
