internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// What runs through time: the timetable, the contract, monitoring, clarifications. And the attachments.

extension PackComposer {
  // MARK: Timetable

  var timetable: Document {
    guard PackPage.timetable.isMade(for: tender) else { return Document() }
    let entries = Timetable(tender).entries
    var blocks = entries.isEmpty ? [] : [writing.block(.figure(Figures.timetable(entries)))]
    if !entries.isEmpty || tender.facts.breakPoints.isWritten { blocks.append(writing.timetable(of: tender)) }
    blocks += [
      writing.paragraph(
        writing.text("Times are UK times. ")
          + writing.link(
            "Put these dates into your calendar", at: Address("tenders/\(tender.id)/timetable/\(tender.id).ics"))
          + writing.text(" (a file that calendars open)."))
    ]
    blocks += lotDates
    let events = tender.facts.events.items
    if !events.isEmpty {
      let rows = events.map { event in
        [
          event.title.value ?? "",
          event.from.value?.words(to: event.to.value) ?? "",
          event.place.value ?? "", event.audience.value ?? "",
        ]
      }
      blocks += [
        writing.heading("Workshops, drop-ins and meetings", id: "events"),
        writing.table("Workshops, drop-ins and meetings", ["What", "When", "Where", "For whom"], rows),
      ]
    }
    let stages = tender.facts.stages.items
    if !stages.isEmpty {
      let rows = stages.map { stage in
        [
          stage.title.value ?? "", orNotYet(stage.deadline.value?.words),
          stage.shortlist.value ?? "",
        ]
      }
      blocks += [
        writing.heading("Stages", id: "stages"),
        writing.table("Stages", ["Stage", "Answers by", "Who goes on"], rows),
      ]
    }
    return Document(blocks: blocks)
  }

  // MARK: Contract and monitoring

  var contract: Document {
    var blocks: [Block] = []
    let extensions = tender.contract.value.extensionsIncluded.value
    let facts: [(String, String?)] = [
      ("Value", tender.value?.words),
      ("Extensions", extensions.map { $0 ? "Counted in the value" : "Not counted in the value" }),
      ("Budget", tender.budgetWords), ("Why this budget", tender.contract.budget.reason.value),
      (tender.lots.isEmpty ? "Why there are no lots" : "Why there are lots", tender.facts.lotsReason.value),
      ("Length", tender.sharedWords(\.termWords)),
      ("Starts", tender.sharedWords { $0.dates[.start]?.value.day.shortWords }),
      ("Ends", tender.sharedWords { $0.dates[.end]?.value.day.shortWords }),
      ("Staff who would move (TUPE)", tender.tupeWords),
    ]
    let known = facts.compactMap { term, value in value.map { [term, $0] } }
    if !known.isEmpty {
      blocks += [
        writing.heading("The contract in short", id: "in-short"),
        writing.table("The contract in short", ["What", "How"], known),
      ]
    }
    let points = tender.breakPoints(in: tender.contract)
    if !points.isEmpty {
      let rows = points.map { [orNotYet($0.when), $0.facts.what.value ?? ""] }
      blocks += [
        writing.heading("Break points", id: "break-points"),
        writing.paragraph(
          "At a break point both sides look at what has changed, and the contract can be changed or ended."),
        writing.table("Break points", ["When", "What is decided"], rows),
      ]
    }
    return Document(blocks: blocks + lots + law)
  }

  /// By what rules it is bought, and who may bid.
  private var law: [Block] {
    let reserved = [tender.facts.reserved.to.value.map { "Only \($0)" }, tender.facts.reserved.reason.value]
    let who = reserved.compactMap { $0?.withStop }.joined(separator: " ")
    let facts: [(String, String?)] = [
      ("How it is run", tender.facts.procedure.value?.words), ("Rules of law", tender.facts.regime.value?.words),
      ("Why these rules", tender.facts.regimeReason.value), ("Who may bid", who.isEmpty ? nil : who),
      (
        "Codes of what is bought (CPV)",
        tender.facts.cpv.isWritten ? tender.facts.cpv.items.map(\.value).joinedInWords : nil
      ),
    ]
    let known = facts.compactMap { term, value in value.map { [term, $0] } }
    return known.isEmpty
      ? []
      : [writing.heading("How it is bought", id: "law"), writing.table("How it is bought", ["What", "How"], known)]
  }

  static let monitoringFormTitle = "The form for each review"

  var monitoring: Document {
    let measures = tender.facts.measures.items
    guard !measures.isEmpty else { return Document() }
    let rows = measures.map { measure -> [[Inline]] in
      let id = measure.indicator.value ?? ""
      let known = tender.indicator(id)
      let name = known.map { link($0.indicator.text, to: .outcomes, $0.outcome.id) } ?? writing.text(id)
      return [name]
        + [
          orNotYet(measure.baseline.value), orNotYet(measure.target.value),
          measure.howOften.value ?? known?.indicator.howOften ?? orNotYet(nil),
          measure.by.value ?? known?.indicator.measuredBy ?? orNotYet(nil),
        ].map(writing.text)
    }
    return Document(blocks: [
      writing.heading("What is measured", id: "measures"),
      writing.table("What is measured", ["Indicator", "Before", "Aim", "How often", "By whom"], rows),
      writing.heading(Self.monitoringFormTitle, id: "monitoring-form"),
      writing.block(.form(tender.monitoringForm)),
    ])
  }

  // MARK: Clarifications

  var clarifications: Document {
    var document = Document()
    let changes = tender.amendments.map { ("Change", $0) } + tender.clarifications.map { ("Question", $0) }
    for (word, notice) in changes.sorted(by: { $0.1.newest > $1.1.newest }) {
      let text = text(notice.file.path).prefixingIDs(with: notice.id)
      let title = notice.title ?? "\(word) of \(notice.date?.day.shortWords ?? "an unknown day")"
      var blocks = [writing.heading(title, level: 2, of: notice.id), writing.paragraph(facts(of: notice, word))]
      blocks += text.withHeadings(from: 3).blocks
      document.append(
        Document(blocks: [writing.entry(notice.id, blocks, at: notice.file.place)], footnotes: text.footnotes))
    }
    if document.isEmpty {
      document.blocks.append(
        writing.paragraph("Nobody has asked a question yet. When somebody does, the answer stands here for everyone."))
    }
    return document
  }

  private func facts(of notice: Notice, _ word: String) -> [Inline] {
    let asked = word == "Question" ? "Asked" : "Made"
    var facts = [
      notice.date.map { "\(asked) on \($0.day.words)" }, notice.answered.map { "answered on \($0.day.words)" },
    ]
    .compactMap(\.self).joined(separator: ", ")
    facts += notice.isMaterial ? ". It changes what bidders must do." : ". It changes nothing that bidders must do."
    let links = notice.affects.enumerated().flatMap { index, path -> [Inline] in
      let steps = path.value.split(separator: "/").map(String.init)
      let comma = index == 0 ? [] : writing.text(", ")
      if steps == ["tender"] { return comma + writing.link("the tender itself", to: "tender.md") }
      guard let page = steps.first.flatMap(PackPage.init) else { return [] }
      let question = steps.count == 2 ? tender.questions[id: steps[1]] : nil
      let words = question.map { "question \(number(of: $0))" } ?? page.title.loweringFirst
      return comma + link(words, to: page, question?.id)
    }
    return writing.text(facts) + (links.isEmpty ? [] : writing.text(" It is about: ") + links + writing.text("."))
  }

  // MARK: Documents

  var documents: Document { Document(blocks: attachments + notices) }

  /// What was published about the tender elsewhere.
  private var notices: [Block] {
    let (notices, ocid) = (tender.facts.notices.items, tender.facts.ocid.value)
    guard !notices.isEmpty || ocid != nil else { return [] }
    let rows = notices.map { notice -> [[Inline]] in
      let name = notice.reference.value ?? notice.url.value ?? ""
      return [
        writing.text(notice.code.value ?? ""),
        notice.url.value.map { writing.link(name, to: $0) } ?? writing.text(name),
        writing.text(notice.date.value?.day.shortWords ?? ""),
      ]
    }
    return [writing.heading("Notices", id: "notices")]
      + (rows.isEmpty ? [] : [writing.table("Notices", ["Notice", "Number", "When"], rows)])
      + (ocid.map { [writing.paragraph("In open data, this procurement is called \($0) (OCID).")] } ?? [])
  }

  private var attachments: [Block] {
    let attachments = tender.facts.attachments.items
    guard !attachments.isEmpty else { return [] }
    let rows = attachments.map { attachment -> [[Inline]] in
      let file = attachment.file.value ?? ""
      let purpose: String =
        switch attachment.use.value {
        case .fillIn: "To fill in"
        case .sign: "To sign"
        case .read, nil: "To read"
        }
      let isAccessible = attachment.isAccessible.value
      let access = [
        isAccessible == true ? "Everybody can read it" : nil,
        attachment.instead.value ?? (isAccessible == false ? "Ask us for another format" : nil),
      ].compactMap(\.self)
      return [
        // A link that leads nowhere is told where the file is named.
        Writing(place: attachment.file.place).link(
          attachment.title.value ?? file, to: file.hasPrefix("attachments/") ? file : "attachments/\(file)"),
        writing.text(purpose),
        writing.text(attachment.issuedBy.value ?? ""), writing.text(access.joined(separator: ". ")),
      ]
    }
    return [
      writing.heading("Attachments", id: "attachments"),
      writing.table("Attachments", ["File", "What for", "From", "If you cannot read it"], rows),
    ]
  }
}

extension Writing {
  func timetable(of tender: Tender) -> Block {
    var rows = Timetable(tender).entries.map { (key: $0.key, cells: [$0.title, $0.moment.words]) }
    let own = Set(tender.lots.flatMap { tender.breakPoints(own: $0) }.map(\.title))
    let points = tender.breakPoints(in: tender.contract).map { point in
      var point = point
      point.isOthersForLots = own.contains(point.title)
      return [point.title, point.when ?? notWrittenYet]
    }
    // They come between the beginning and the end of the contract.
    let end = rows.firstIndex { $0.key == .end } ?? rows.endIndex
    rows.insert(contentsOf: points.map { (.start, $0) }, at: end)
    return table("All dates", ["What", "When"], rows.map(\.cells))
  }
}
