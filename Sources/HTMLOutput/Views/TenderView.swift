internal import Content
internal import Diagnostics
internal import Planning
internal import Tenders

extension PageRenderer {
  func summary(of tender: Tender, _ page: PlannedPage) -> [Name: View] {
    let deadline = tender.date("deadline")
    return [
      .summary: .words(tender.summary), .body: body(tender.file.path, in: tender.id, on: page),
      .reference: .text(tender.reference ?? notWrittenYet), .stage: .text(tender.stage.words),
      .stageMark: .text(tender.stage.mark), .isOpen: .flag(tender.stage == .open),
      .deadline: .text(deadline?.wordsWithZone ?? notWrittenYet), .deadlineISO: .words(deadline?.iso),
      .facts: .list(facts(of: tender)), .timetable: timetable(of: tender), .criteria: criteria(of: tender),
      .characteristics: characteristics(of: tender, on: page), .submission: submission(of: tender),
    ]
  }

  /// What a provider asks first, each with an answer, or with the words that there is none yet.
  private func facts(of tender: Tender) -> [View] {
    let value = tender.value
    let contact = tender.contact
    let dates = [tender.date("start"), tender.date("end")].compactMap(\.self).map(\.day.shortWords)
    return [
      fact(
        "Value", value?.perYearWords ?? value?.totalWords,
        value?.perYear == nil ? nil : value?.totalWords.map { "\($0) in all" }),
      fact("Contract", dates.first.map { "From \($0)" }, dates.count == 2 ? "To \(dates[1])" : nil),
      fact(
        "Questions until", tender.date("questions-close")?.wordsWithZone,
        tender.date("answers-by").map { "Answered for everyone by \($0.words)" }),
      fact("Buyer", tender.buyer, tender.reference.map { "Reference \($0)" }),
      fact(
        "How to answer", tender.submission?.words,
        tender.submission?.account.map { $0 ? "You need an account" : "You do not need an account" }),
      fact("Who to ask", contact?.role, contact?.email),
    ]
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
    let rows = zip(tender.criteria, "ABCDEFGHIJKLMNOPQRSTUVWXYZ").map { criterion, letter in
      View.record([
        .letter: .text(String(letter)), .label: .text(criterion.title),
        .weight: .text(criterion.weight?.value.number ?? notWrittenYet), .share: .words(criterion.weight?.value.number),
        .parts: .list(
          criterion.parts.map { part in
            .record([.label: .text(part.title), .weight: .text(part.weight?.value.number ?? notWrittenYet)])
          }),
      ])
    }
    return .record([.items: .list(rows)])
  }

  private func characteristics(of tender: Tender, on page: PlannedPage) -> View {
    guard !tender.qualityCharacteristics.isEmpty else { return .absent }
    let items = tender.qualityCharacteristics.map { characteristic in
      View.record([
        .id: .text(characteristic.id), .label: .text(characteristic.title),
        .body: body(of: characteristic.id, characteristic.file.path, in: tender.id, on: page, below: 3),
        .features: texts(characteristic.features), .examples: texts(characteristic.examples),
        .isNot: texts(characteristic.isNot),
      ])
    }
    return .record([.items: .list(items)])
  }

  private func texts(_ texts: [String]) -> View {
    texts.isEmpty ? .absent : .record([.items: .list(texts.map { .record([.words: .text($0)]) })])
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

/// What a page of a draft says where the author has said nothing.
let notWrittenYet = "Not written yet"

extension Tender.Submission {
  fileprivate var words: String {
    switch how {
    case "email": "By email"
    case "portal": "On the portal"
    default: "By upload"
    }
  }
}
