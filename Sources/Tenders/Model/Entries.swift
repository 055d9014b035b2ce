internal import Content
internal import Diagnostics
internal import Markdown

// From front matter that has its types to the model's values. A value that is missing has been reported by then; what
// stands in for it keeps the rest of the content readable.

extension Site {
  init(_ entry: Entry?, isTrial: Bool) {
    let record = entry?.record ?? Record(fields: [], place: .start(of: "site.yml"))
    self.record = record
    title = record.text("title")?.value ?? (isTrial ? "Trial" : "Untitled site")
    organisation = record.text("organisation")?.value ?? title
    baseURL = record.text("base-url")
    email = record.text("email")?.value
    accent = record.text("accent")
    language = record.texts("languages").first?.value ?? "en-GB"
    self.isTrial = isTrial
  }
}

extension Page {
  init(_ entry: Entry) {
    file = entry.file
    location = entry.location
    record = entry.record
    summary = record.text("summary")?.value
    isDraft = record.flag("draft") ?? false
    var document = file.body
    if let written = record.text("title")?.value {
      title = written
    } else if let page = PackPage(rawValue: location.id), location.kind == .packPage {
      // A pack's pages have names of their own, and their headings are parts of them.
      title = page.title
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
  init?(_ record: Record) {
    guard let rule = record.text("rule"), let value = record.text("value"), let reason = record.text("reason"),
      let by = record.text("by"), let date = record.moment("date")
    else { return nil }
    (self.rule, self.value, self.reason, self.by, self.date) = (rule, value, reason.value, by.value, date.value)
  }
}

extension Term {
  init?(_ entry: Entry) {
    guard entry.location.kind == .term else { return nil }
    id = entry.location.id
    file = entry.file
    term = entry.record.text("term")?.value ?? entry.location.id
    also = entry.record.texts("also").map(\.value)
    avoid = entry.record.texts("avoid").map(\.value)
    source = entry.record.text("source")?.value
  }

  var sortKey: (String, String) { (term.lowercased(), id) }
}

extension Outcome {
  init?(_ entry: Entry) {
    guard entry.location.kind == .outcome else { return nil }
    record = entry.record
    id = entry.location.id
    file = entry.file
    title = record.text("title")?.value ?? entry.location.id
    level = record.text("level").flatMap { Level(rawValue: $0.value) } ?? .service
    bottomLines = record.texts("bottom-lines").compactMap { BottomLine(rawValue: $0.value) }
    indicators = record.records("indicators").map(Indicator.init)
    voices = record.records("voices").filter { $0.flag("consent") == true }.compactMap { voice in
      voice.text("words").map { Voice(words: $0.value, role: voice.text("role")?.value) }
    }
    dataCollected = record.text("data-collected")?.value
    sources = record.records("sources").compactMap { source in
      source.text("title").map { Reference(title: $0.value, reference: source.text("reference")?.value) }
    }
  }

  /// As a tender chose it.
  func placed(as choice: Record) -> Outcome {
    var outcome = self
    if let level = choice.text("level").flatMap({ Level(rawValue: $0.value) }) { outcome.level = level }
    outcome.baseline = choice.text("baseline")?.value
    return outcome
  }
}

extension Outcome.Indicator {
  fileprivate init(_ record: Record) {
    id = record.text("id")?.value ?? ""
    text = record.text("text")?.value ?? ""
    evidence = record.text("kind").flatMap { Outcome.Evidence(rawValue: $0.value) }
    measure = record.text("measure")?.value
    measuredBy = record.text("by")?.value
    howOften = record.text("how-often")?.value
  }
}

extension QualityCharacteristic {
  init?(_ entry: Entry) {
    guard entry.location.kind == .qualityCharacteristic else { return nil }
    id = entry.location.id
    file = entry.file
    record = entry.record
    title = entry.record.text("title")?.value ?? entry.location.id
    features = entry.record.texts("features").map(\.value)
    examples = entry.record.texts("examples").map(\.value)
    isNot = entry.record.texts("not").map(\.value)
  }
}

extension Tender {
  init(_ entry: Entry) {
    let record = entry.record
    id = entry.location.id
    file = entry.file
    self.record = record
    title = record.text("title")?.value ?? entry.location.id
    summary = record.text("summary")?.value
    reference = record.text("reference")?.value
    buyer = record.text("buyer")?.value
    contact = record.record("contact").flatMap(Contact.init)
    // Where the stage is misspelt or the front matter breaks off, nothing should fail that does not have to.
    let isWritten = !file.frontMatter.isWhole || file.frontMatter.entries.contains { $0.key.value == "stage" }
    stage = record.text("stage").flatMap { Stage(rawValue: $0.value) } ?? (isWritten ? .open : .draft)
    submission = record.record("submit").flatMap(Submission.init)
    value = record.record("value").map { ContractValue($0) }
    dates = record.record("dates")
    criteria = record.records("criteria").map(Criterion.init)
  }
}

extension Lot {
  init?(_ record: Record, of tender: Record) {
    guard let id = record.text("id")?.value else { return nil }
    self.id = id
    title = record.text("title")?.value ?? id
    self.record = tender.replacing(record)
    criteria = self.record.records("criteria").map(Criterion.init)
    outcomes = self.record.records("outcomes").compactMap { $0.text("id")?.value }
  }
}

extension Record {
  /// This record with another's values in the place of its own, key by key, each whole.
  func replacing(_ other: Record) -> Record {
    let kept = fields.filter { field in !other.fields.contains { $0.key.value == field.key.value } }
    return Record(fields: kept + other.fields, place: other.place)
  }
}

extension Question {
  init?(_ entry: Entry) {
    guard entry.location.kind == .question else { return nil }
    let record = entry.record
    id = entry.location.id
    file = entry.file
    self.record = record
    title = record.text("title")?.value ?? record.text("asks")?.value ?? id
    criterion = record.text("criterion")
    weight = record.weight("weight")
    limit = record.record("limit").flatMap(Limit.init)
    group = record.text("group").flatMap { QuestionGroup(rawValue: $0.value) } ?? .other
    let about = record.record("about")
    outcomes = about?.texts("outcomes") ?? []
    qualityCharacteristics = about?.texts("quality-characteristics") ?? []
    asks = record.text("asks")?.value
    lots = record.texts("lots")
    scale = record.text("scale")
    matrix = record.text("matrix")
    minimum = record.weight("minimum")?.value
  }
}

extension Question.Limit {
  fileprivate init?(_ record: Record) {
    guard let unit = ["words", "characters", "pages"].first(where: { record[$0] != nil }),
      case .whole(let count) = record[unit]?.kind
    else { return nil }
    (self.count, self.unit) = (count, unit)
  }
}

extension Scale {
  init?(_ entry: Entry) {
    guard entry.location.kind == .scale else { return nil }
    id = entry.location.id
    file = entry.file
    title = entry.record.text("title")?.value ?? id
    levels = entry.record.records("levels").compactMap { level in
      guard let score = level.weight("score")?.value, let title = level.text("title") else { return nil }
      return Level(
        score: score, title: title.value, descriptor: level.text("descriptor")?.value, place: title.place)
    }
  }
}

extension Matrix {
  init?(_ entry: Entry) {
    guard entry.location.kind == .matrix else { return nil }
    id = entry.location.id
    file = entry.file
    title = entry.record.text("title")?.value ?? id
    columns = entry.record.texts("columns").map(\.value)
    rows = entry.record.records("rows").map { row in
      Row(
        principle: row.text("principle")?.value ?? "", question: row.text("question")?.value,
        levels: row.texts("levels").map(\.value))
    }
  }
}

extension CaseStudy {
  init?(_ entry: Entry) {
    guard entry.location.kind == .caseStudy else { return nil }
    page = Page(entry)
    worked = entry.record.texts("worked").map(\.value)
    better = entry.record.texts("better").map(\.value)
    source = entry.record.text("source")?.value
  }
}

extension Notice {
  init?(_ entry: Entry, _ kind: Kind) {
    guard entry.location.kind == kind else { return nil }
    id = entry.location.id
    file = entry.file
    title = entry.record.text("title")?.value
    date = (entry.record.moment("asked") ?? entry.record.moment("date"))?.value
    answered = entry.record.moment("answered")?.value
    isMaterial = entry.record.flag("material") ?? false
    affects = entry.record.texts("affects")
  }

  /// The day on which it was last added to, as a count of days.
  package var newest: Int { (answered ?? date)?.day.ordinal ?? 0 }

  /// Newest first.
  var sortKey: (Int, String) { (-newest, id) }
}

extension Form {
  init?(_ entry: Entry) {
    guard entry.location.kind == .form else { return nil }
    self.init(
      id: entry.location.id, title: entry.record.text("title")?.value ?? entry.location.id,
      sections: entry.record.records("sections").map { section in
        Section(title: section.text("title")?.value ?? "", fields: section.records("fields").compactMap(Field.init))
      })
  }
}

extension Form.Field {
  fileprivate init?(_ record: Record) {
    guard let id = record.text("id")?.value, let kind = record.text("kind").flatMap({ Form.Kind(rawValue: $0.value) })
    else { return nil }
    self.init(id: id, kind: kind, label: record.text("label")?.value ?? id)
    limit = record.record("limit").flatMap(Question.Limit.init)?.words
    choices = record.texts("choices").map(\.value)
    columns = record.texts("columns").map(\.value)
    isRequired = record.flag("required") ?? true
    if kind == .table { rows = Array(repeating: Array(repeating: nil, count: columns.count), count: 3) }
  }
}

extension Tender.Contact {
  fileprivate init?(_ record: Record) {
    guard let role = record.text("role"), let email = record.text("email") else { return nil }
    self.role = role.value
    self.email = email.value
    phone = record.text("phone")?.value
    access = record.text("access")?.value
  }
}

extension Tender.Submission {
  fileprivate init?(_ record: Record) {
    guard let how = record.text("how") else { return nil }
    self.how = how.value
    place = record.text("where")?.value
    url = record.text("url")?.value
    account = record.flag("account")
  }
}

extension Tender.ContractValue {
  package init(_ record: Record?) {
    total = record?.money("total")?.value
    perYear = record?.money("per-year")?.value
    vatWords = record?.vatWords
  }
}

extension Criterion {
  fileprivate init(_ record: Record) {
    id = record.text("id")?.value ?? ""
    title = record.text("title")?.value ?? ""
    share = record.text("kind").flatMap { Share(rawValue: $0.value) } ?? .quality
    weight = record.weight("weight")
    parts = record.records("parts").map { part in
      Part(
        id: part.text("id")?.value ?? "", title: part.text("title")?.value ?? "", weight: part.weight("weight"),
        place: part.text("title")?.place ?? part.place)
    }
    place = record.text("title")?.place ?? record.place
  }
}
