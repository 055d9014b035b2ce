internal import Content
internal import Diagnostics
internal import Markdown

// From front matter that has its types to the model's values. A value that is missing has been reported by then; what
// stands in for it keeps the rest of the content readable.

extension Site {
  init(_ entry: Entry?, isTrial: Bool) {
    record = entry?.record ?? Record(fields: [], place: .start(of: "site.yml"))
    facts = SiteFacts(record)
    title = facts.title.value ?? (isTrial ? "Trial" : "Untitled site")
    organisation = facts.organisation.value ?? title
    baseURL = facts.baseURL.located
    email = facts.email.value
    accent = facts.accent.located
    language = facts.languages.items.first?.value ?? "en-GB"
    self.isTrial = isTrial
  }
}

extension Page {
  init(_ entry: Entry) {
    file = entry.file
    location = entry.location
    facts = entry.facts
    let own = location.kind == .packPage ? PackPage(rawValue: location.id) : nil
    audience = location.kind == .guidance ? GuidanceFacts(entry.record).audience.value : nil
    impactMap = own == .impactMap ? ImpactMapFacts(entry.record) : nil
    engagement = own == .engagement ? EngagementFacts(entry.record) : nil
    insight = own == .insight ? InsightFacts(entry.record) : nil
    summary = facts.summary.value
    isDraft = facts.isDraft.value ?? false
    var document = file.body
    if let written = facts.title.value {
      title = written
    } else if let own {
      // A pack's pages have names of their own, and their headings are parts of them.
      title = own.title
    } else if case .heading(let heading) = document.blocks.first?.kind {
      title = heading.content.plainText
      document.blocks.removeFirst()
    } else {
      title = file.path.split(separator: "/").last.map { String($0).withoutMarkdownEnding ?? String($0) } ?? file.path
    }
    body = document
  }
}

extension Acceptance {
  init?(_ facts: AcceptanceFacts) {
    guard let rule = facts.rule.located, let value = facts.value.located, let reason = facts.reason.value,
      let by = facts.by.value, let date = facts.date.value
    else { return nil }
    (self.rule, self.value, self.reason, self.by, self.date) = (rule, value, reason, by, date)
  }
}

extension Term {
  init?(_ entry: Entry) {
    guard entry.location.kind == .term else { return nil }
    id = entry.location.id
    file = entry.file
    record = entry.record
    facts = TermFacts(record)
    term = facts.term.value ?? id
    also = facts.also.items.map(\.value)
    avoid = facts.avoid.items.map(\.value)
    source = facts.source.value
  }

  var sortKey: (String, String) { (term.lowercased(), id) }
}

extension Outcome {
  init?(_ entry: Entry) {
    guard entry.location.kind == .outcome else { return nil }
    record = entry.record
    facts = OutcomeFacts(record)
    id = entry.location.id
    file = entry.file
    title = facts.title.value ?? entry.location.id
    level = facts.level.value ?? .service
    bottomLines = facts.bottomLines.items.map(\.value)
    indicators = facts.indicators.items.map(Indicator.init)
    voices = facts.voices.items.filter { $0.consent.value == true }.compactMap { voice in
      voice.words.value.map { Voice(words: $0, role: voice.role.value) }
    }
    dataCollected = facts.dataCollected.value
    sources = facts.sources.items.compactMap { source in
      source.title.value.map { Reference(title: $0, reference: source.reference.value) }
    }
  }

  /// As a tender chose it.
  func placed(as choice: ChosenOutcomeFacts) -> Outcome {
    var outcome = self
    if let level = choice.level.value { outcome.level = level }
    outcome.baseline = choice.baseline.value
    return outcome
  }
}

extension Outcome.Indicator {
  fileprivate init(_ facts: IndicatorFacts) {
    id = facts.id.value ?? ""
    text = facts.text.value ?? ""
    evidence = facts.kind.value
    measure = facts.measure.value
    measuredBy = facts.by.value
    howOften = facts.howOften.value
    place = facts.text.place
  }
}

extension QualityCharacteristic {
  init?(_ entry: Entry) {
    guard entry.location.kind == .qualityCharacteristic else { return nil }
    id = entry.location.id
    file = entry.file
    record = entry.record
    facts = QualityCharacteristicFacts(record)
    title = facts.title.value ?? id
    features = facts.features.items.map(\.value)
    examples = facts.examples.items.map(\.value)
    isNot = facts.isNot.items.map(\.value)
  }
}

extension Tender {
  init(_ entry: Entry) {
    id = entry.location.id
    file = entry.file
    record = entry.record
    facts = TenderFacts(record)
    title = facts.title.value ?? entry.location.id
    summary = facts.common.summary.value
    reference = facts.reference.value
    buyer = facts.buyer.value
    contact = facts.contact.value.flatMap(Contact.init)
    // Where the stage is misspelt or the front matter breaks off, nothing should fail that does not have to.
    let isWritten = !file.frontMatter.isWhole || file.frontMatter.entries.contains { $0.key.value == "stage" }
    stage = facts.stage.value ?? (isWritten ? .open : .draft)
    submission = facts.submission.value.flatMap(Submission.init)
    value = facts.contract.value.value.map(ContractValue.init)
    criteria = Indexed(facts.contract.criteria.items.map(Criterion.init))
  }
}

extension Lot {
  init?(_ facts: LotFacts, _ written: Record, of tender: Tender) {
    guard let id = facts.id.value else { return nil }
    self.id = id
    title = facts.title.value ?? id
    self.facts = facts
    record = tender.record.replacing(written)
    contract = TenderFacts(record).contract
    criteria = Indexed(contract.criteria.items.map(Criterion.init))
    outcomes = contract.outcomes.items.compactMap(\.id.value)
  }
}

extension Record {
  /// A tender's record with a lot's values in the place of its own, key by key. Of the dates each is a key; other groups
  /// are taken whole.
  func replacing(_ lot: Record) -> Record {
    let kept = fields.filter { field in !lot.fields.contains { $0.key.value == field.key.value } }
    let own = lot.fields.map { field in
      guard field.key.value == "dates", case .record(let dates) = field.value.kind,
        case .record(let shared)? = self["dates"]?.kind
      else { return field }
      return Record.Field(
        key: field.key, value: Value(kind: .record(shared.replacing(dates)), place: field.value.place))
    }
    return Record(fields: kept + own, place: lot.place)
  }
}

extension Question {
  /// What it names is looked up in its tender, and what is not there is left out: that has been told.
  init?(_ entry: Entry, of tender: Tender, scales: Indexed<Scale>, matrices: Indexed<Matrix>) {
    guard entry.location.kind == .question else { return nil }
    id = entry.location.id
    file = entry.file
    record = entry.record
    facts = QuestionFacts(record)
    title = facts.title.value ?? facts.asks.value ?? id
    criterion = facts.criterion.value
    weight = facts.weight.located
    limit = facts.limit.value?.limit
    group = facts.group.value ?? .other
    outcomes = facts.about.outcomes.items.compactMap { tender.outcomes[id: $0.value] }
    qualityCharacteristics = facts.about.qualityCharacteristics.items.compactMap {
      tender.qualityCharacteristics[id: $0.value]
    }
    asks = facts.asks.value
    lots = facts.lots.items.compactMap { tender.lots[id: $0.value] }
    scale = facts.scale.value.flatMap { scales[id: $0] }
    matrix = facts.matrix.value.flatMap { matrices[id: $0] }
    minimum = facts.minimum.value
  }
}

extension Scale {
  init?(_ entry: Entry) {
    guard entry.location.kind == .scale else { return nil }
    id = entry.location.id
    file = entry.file
    facts = ScaleFacts(entry.record)
    title = facts.title.value ?? id
    levels = facts.levels.items.compactMap { level in
      guard let score = level.score.value, let title = level.title.located else { return nil }
      return Level(score: score, title: title.value, descriptor: level.descriptor.value, place: title.place)
    }
  }
}

extension Matrix {
  init?(_ entry: Entry) {
    guard entry.location.kind == .matrix else { return nil }
    id = entry.location.id
    file = entry.file
    facts = MatrixFacts(entry.record)
    title = facts.title.value ?? id
    columns = facts.columns.items.map(\.value)
    rows = facts.rows.items.map { row in
      Row(principle: row.principle.value ?? "", question: row.question.value, levels: row.levels.items.map(\.value))
    }
  }
}

extension CaseStudy {
  init?(_ entry: Entry) {
    guard entry.location.kind == .caseStudy else { return nil }
    page = Page(entry)
    facts = CaseStudyFacts(entry.record)
    worked = facts.worked.items.map(\.value)
    better = facts.better.items.map(\.value)
    source = facts.source.value
  }
}

extension Notice {
  init?(_ entry: Entry, _ kind: Kind) {
    guard entry.location.kind == kind else { return nil }
    id = entry.location.id
    file = entry.file
    if kind == .clarification {
      let facts = ClarificationFacts(entry.record)
      (self.facts, date, answered) = (facts.common, facts.asked.value, facts.answered.value)
      (isMaterial, affects) = (facts.isMaterial.value ?? false, facts.affects.items)
    } else {
      let facts = AmendmentFacts(entry.record)
      (self.facts, date, answered) = (facts.common, facts.date.value, nil)
      (isMaterial, affects) = (facts.isMaterial.value ?? false, facts.affects.items)
    }
    title = facts.title.value
  }

  /// The day on which it was last added to, as a count of days.
  package var newest: Int { (answered ?? date)?.day.ordinal ?? 0 }

  /// Newest first.
  var sortKey: (Int, String) { (-newest, id) }
}

extension Form {
  init?(_ entry: Entry) {
    guard entry.location.kind == .form else { return nil }
    let facts = FormFacts(entry.record)
    self.init(
      id: entry.location.id, title: facts.title.value ?? entry.location.id,
      sections: facts.sections.items.map { section in
        Section(title: section.title.value ?? "", fields: section.fields.items.compactMap(Field.init))
      })
  }
}

extension Form.Field {
  fileprivate init?(_ facts: FormFacts.FieldFacts) {
    guard let id = facts.id.value, let kind = facts.kind.value else { return nil }
    self.init(id: id, kind: kind, label: facts.label.value ?? id)
    limit = facts.limit.value?.limit?.words
    choices = facts.choices.items.map(\.value)
    columns = facts.columns.items.map(\.value)
    isRequired = facts.isRequired.value ?? true
    if kind == .table { rows = Array(repeating: Array(repeating: nil, count: columns.count), count: 3) }
  }
}

extension Tender.Contact {
  fileprivate init?(_ facts: ContactFacts) {
    guard let role = facts.role.value, let email = facts.email.value else { return nil }
    (self.role, self.email, phone, access) = (role, email, facts.phone.value, facts.access.value)
  }
}

extension Tender.Submission {
  fileprivate init?(_ facts: SubmissionFacts) {
    guard let how = facts.how.value else { return nil }
    (self.how, place, url, account) = (how, facts.place.value, facts.url.value, facts.account.value)
  }
}

extension Tender.ContractValue {
  package init(_ facts: ValueFacts) {
    (total, perYear, vatWords) = (facts.total.value, facts.perYear.value, facts.vat.value?.words)
  }
}

extension Criterion {
  fileprivate init(_ facts: CriterionFacts) {
    id = facts.id.value ?? ""
    title = facts.title.value ?? ""
    share = facts.kind.value ?? .quality
    weight = facts.weight.located
    parts = Indexed(
      facts.parts.items.map { part in
        Part(
          id: part.id.value ?? "", title: part.title.value ?? "", weight: part.weight.located,
          place: part.title.place)
      })
    place = facts.title.place
  }
}
