package import Content
package import Diagnostics
internal import Markdown

extension Model {
  /// Makes the model from the files, collecting every fault. `path` of each file is relative to the content folder.
  package static func assemble(_ files: [ContentFile], findings: inout [Diagnostic]) -> Model {
    let isTrial = !files.contains { $0.path == "site.yml" }
    var assembly = Assembly(isTrial: isTrial)
    let entries = files.compactMap { assembly.entry($0) }.sorted { $0.sortKey < $1.sortKey }
    let model = assembly.model(entries)
    findings += assembly.findings
    return model
  }
}

/// A file, what it is, and what its front matter says.
struct Entry {
  let file: ContentFile
  let location: Location
  let record: Record
  /// What any file may say.
  let facts: CommonFacts

  init(file: ContentFile, location: Location, record: Record) {
    (self.file, self.location, self.record, facts) = (file, location, record, CommonFacts(record))
  }

  /// By the order that the author gave, then by path.
  var sortKey: (Int, String) { (facts.order.value ?? Int.max, file.path) }
}

private struct Assembly {
  let isTrial: Bool
  var findings: [Diagnostic] = []

  mutating func entry(_ file: ContentFile) -> Entry? {
    guard let location = Location(path: file.path, isTrial: isTrial) else {
      findings.append(.noKindHere(at: file.place))
      return nil
    }
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    if !isTrial, location.kind != .site, let stem = name.withoutMarkdownEnding, !isID(stem) {
      findings.append(.badName(name, better: stem.asID, at: file.place))
    }
    if let tender = location.tender, location.kind == .tender, !isID(tender) {
      findings.append(.badName(tender, better: tender.asID, at: file.place))
    }
    var reader = SchemaReader(isDraft: file.isDraftTender)
    let record = reader.record(file.frontMatter, as: location.schema)
    findings += reader.findings
    return Entry(file: file, location: location, record: record)
  }

  mutating func model(_ entries: [Entry]) -> Model {
    let entries = withoutSameIDs(entries)
    for entry in entries where !entry.facts.title.isWritten { noteTitle(of: entry) }
    var model = Model(site: Site(entries.first { $0.location.kind == .site }, isTrial: isTrial))
    let library = entries.filter { $0.location.tender == nil }
    model.home = library.first { $0.location.kind == .home }.map { Page($0) }
    model.pages = library.filter { [.guidance, .plain].contains($0.location.kind) }.map { Page($0) }
    model.sitePages = library.filter { $0.location.kind == .sitePage }.map { Page($0) }
    model.terms = library.compactMap(Term.init).sorted { $0.sortKey < $1.sortKey }
    model.outcomes = library.compactMap(Outcome.init)
    model.qualityCharacteristics = library.compactMap(QualityCharacteristic.init)
    model.caseStudies = library.compactMap(CaseStudy.init)
    for entry in library where entry.location.kind == .shared { model.shared[entry.file.path] = entry.file }
    model.acceptances = entries.flatMap(\.facts.accepts.items).compactMap(Acceptance.init)
    for term in model.terms { noteDoubleTerm(term, in: model.terms) }
    let guides = (scales: library.compactMap(Scale.init), matrices: library.compactMap(Matrix.init))
    model.tenders = tenders(entries, library: model, guides)
    let drafts = Set(model.tenders.filter { $0.stage == .draft }.map(\.id))
    model.files = entries.map { entry in
      WrittenFile(
        file: entry.file, location: entry.location, facts: entry.facts,
        isDraft: entry.facts.isDraft.value ?? false || entry.location.tender.map(drafts.contains) ?? false)
    }
    return model
  }

  /// Of files of one kind in one place whose names differ only in their endings, the first.
  private mutating func withoutSameIDs(_ entries: [Entry]) -> [Entry] {
    var first: [Location: Place] = [:]
    return entries.filter { entry in
      guard let other = first[entry.location] else {
        first[entry.location] = entry.file.place
        return true
      }
      findings.append(.sameFileID(entry.location.id, at: entry.file.place, first: other))
      return false
    }
  }

  /// A first heading that becomes the title is words alone.
  private mutating func noteTitle(of entry: Entry) {
    guard [.home, .sitePage, .guidance, .plain].contains(entry.location.kind), let block = entry.file.body.blocks.first,
      case .heading(let heading) = block.kind
    else { return }
    let isPlain = Document(blocks: [Block(.paragraph(heading.content), at: block.place)]).allInlines.allSatisfy {
      inline in
      switch inline.kind {
      case .value, .footnote: false
      case .text, .softBreak, .lineBreak, .code, .emphasis, .strong, .strikethrough, .superscript, .subscript,
        .abbreviation, .passage, .link, .image, .html:
        true
      }
    }
    if !isPlain { findings.append(.titleWithValue(at: block.place)) }
  }

  private mutating func tenders(_ entries: [Entry], library: Model, _ guides: Guides) -> [Tender] {
    let folders = Dictionary(grouping: entries.filter { $0.location.tender != nil }) { $0.location.tender ?? "" }
    return folders.sorted { $0.key < $1.key }.compactMap { id, own in
      guard let main = own.first(where: { $0.location.kind == .tender }) else {
        if let first = own.first { findings.append(.noTender(id, at: first.file.place)) }
        return nil
      }
      return tender(main, own: own, library: library, guides)
    }
  }

  private typealias Guides = (scales: [Scale], matrices: [Matrix])
  /// The ids of what a tender might have picked.
  private typealias Known = (outcomes: [String], qualityCharacteristics: [String])

  private mutating func tender(_ main: Entry, own: [Entry], library: Model, _ guides: Guides) -> Tender {
    var tender = Tender(main)
    tender.pages = PackPage.allCases.filter(\.canBeWritten).compactMap { page in
      own.first { $0.location.kind == .packPage && $0.location.id == page.rawValue }.map { Page($0) }
    }
    tender.terms = own.compactMap(Term.init)
    let outcomes = library.outcomes.replaced(by: own.compactMap(Outcome.init), id: \.id)
    tender.outcomes = tender.contract.outcomes.items.compactMap { choice in
      pick(choice.id.located, from: outcomes, kind: .outcome, id: \.id).map { $0.placed(as: choice) }
    }
    let characteristics = library.qualityCharacteristics.replaced(
      by: own.compactMap(QualityCharacteristic.init), id: \.id)
    tender.qualityCharacteristics = tender.facts.qualityCharacteristics.items.compactMap {
      pick($0, from: characteristics, kind: .qualityCharacteristic, id: \.id)
    }
    tender.lots = zip(tender.facts.lots.items, main.record.records("lots")).compactMap { Lot($0, $1, of: tender) }
    tender.clarifications = own.compactMap { Notice($0, .clarification) }.sorted { $0.sortKey < $1.sortKey }
    tender.amendments = own.compactMap { Notice($0, .amendment) }.sorted { $0.sortKey < $1.sortKey }
    tender.forms = own.compactMap(Form.init)
    tender.formFiles = own.filter { $0.location.kind == .form }.map(\.file)
    tender.questions = own.compactMap(Question.init).inAskingOrder
    let scales = guides.scales.replaced(by: own.compactMap(Scale.init), id: \.id)
    let matrices = guides.matrices.replaced(by: own.compactMap(Matrix.init), id: \.id)
    tender.scales = used(tender.questions.compactMap(\.scale), from: scales, kind: .scale, id: \.id)
    tender.matrices = used(tender.questions.compactMap(\.matrix), from: matrices, kind: .matrix, id: \.id)
    // Of a tender.md that breaks off nobody knows what it would have named.
    guard main.file.frontMatter.isWhole else { return tender }
    let known = (outcomes: outcomes.map(\.id), qualityCharacteristics: characteristics.map(\.id))
    for question in tender.questions { resolve(question, in: tender, known) }
    for notice in tender.clarifications + tender.amendments { resolve(notice) }
    for measure in tender.facts.measures.items { resolve(measure, in: tender) }
    for choice in tender.facts.lots.items.flatMap(\.contract.outcomes.items) {
      if let id = choice.id.located { check(id, isAmong: tender.outcomes.map(\.id), known.outcomes, .outcome) }
    }
    noteRepeats(tender.facts.lots.items.map(\.id.located))
    noteRepeats(tender.contract.outcomes.items.map(\.id.located))
    noteRepeats(tender.facts.qualityCharacteristics.items)
    noteRepeats(tender.contract.criteria.items.flatMap { [$0.id.located] + $0.parts.items.map(\.id.located) })
    return tender
  }

  /// Each of the things that ids name, once, in the order in which they are first named.
  private mutating func used<Item>(
    _ ids: [Located<String>], from items: [Item], kind: Kind, id key: (Item) -> String
  ) -> [Item] {
    var seen: Set<String> = []
    return ids.compactMap { id in
      guard let item = pick(id, from: items, kind: kind, id: key) else { return nil }
      return seen.insert(id.value).inserted ? item : nil
    }
  }

  /// What a clarification or an amendment affects is a page of the pack.
  private mutating func resolve(_ notice: Notice) {
    let pages = PackPage.allCases.filter(\.canBeWritten).map(\.rawValue) + ["tender"]
    for path in notice.affects {
      let page = path.value.split(separator: "/").first.map(String.init) ?? path.value
      if !pages.contains(page) { findings.append(.unknownAffected(path, nearest: pages.nearest(to: page))) }
    }
  }

  /// A measure is an indicator of one of the outcomes. Where an outcome is missing nobody knows what it would have had.
  private mutating func resolve(_ measure: MeasureFacts, in tender: Tender) {
    guard tender.outcomes.count == tender.contract.outcomes.items.count, let path = measure.indicator.located,
      tender.indicator(path.value) == nil
    else { return }
    let paths = tender.outcomes.flatMap { outcome in outcome.indicators.map { "\(outcome.id)/\($0.id)" } }
    findings.append(.unknownIndicator(path, nearest: paths.nearest(to: path.value)))
  }

  /// A question's criterion, outcomes, quality characteristics and lots are those of its tender.
  private mutating func resolve(_ question: Question, in tender: Tender, _ known: Known) {
    for id in question.outcomes { check(id, isAmong: tender.outcomes.map(\.id), known.outcomes, .outcome) }
    for id in question.qualityCharacteristics {
      check(
        id, isAmong: tender.qualityCharacteristics.map(\.id), known.qualityCharacteristics, .qualityCharacteristic)
    }
    for lot in question.lots where !tender.lots.contains(where: { $0.id == lot.value }) {
      findings.append(.unknownLot(lot, nearest: tender.lots.map(\.id).nearest(to: lot.value)))
    }
    guard let written = question.criterion else { return }
    let paths = (tender.criteria + tender.lots.flatMap(\.criteria)).flatMap { criterion in
      [criterion.id] + criterion.parts.map { "\(criterion.id)/\($0.id)" }
    }
    if !paths.contains(written.value) {
      findings.append(.unknownCriterion(written, nearest: paths.nearest(to: written.value)))
    }
  }

  /// Looks an id up, or reports it with the nearest one that exists.
  private mutating func pick<Item>(
    _ id: Located<String>?, from items: [Item], kind: Kind, id key: (Item) -> String
  ) -> Item? {
    guard let id else { return nil }
    if let found = items.first(where: { key($0) == id.value }) { return found }
    findings.append(.unknownReference(id, to: kind, nearest: items.map(key).nearest(to: id.value)))
    return nil
  }

  /// Reports an id that a tender did not pick. It may be one that its library has.
  private mutating func check(_ id: Located<String>, isAmong own: [String], _ known: [String], _ kind: Kind) {
    guard !own.contains(id.value) else { return }
    findings.append(
      known.contains(id.value)
        ? .notPicked(id, of: kind) : .unknownReference(id, to: kind, nearest: own.nearest(to: id.value)))
  }

  private mutating func noteRepeats(_ ids: [Located<String>?]) {
    var first: [String: Place] = [:]
    for id in ids.compactMap(\.self) {
      if let earlier = first[id.value] {
        findings.append(.repeatedID(id, first: earlier))
      } else {
        first[id.value] = id.place
      }
    }
  }

  private mutating func noteDoubleTerm(_ term: Term, in terms: [Term]) {
    let twin = terms.first { $0.id < term.id && $0.term.lowercased() == term.term.lowercased() }
    if let twin { findings.append(.doubleTerm(term.term, at: term.file.place, first: twin.file.place)) }
  }
}

extension ContentFile {
  /// Whether a tender says that it is a draft; looked up before its schema is read, which depends on it.
  fileprivate var isDraftTender: Bool {
    frontMatter.entries.contains { entry in
      if case .scalar(let text, _) = entry.value {
        entry.key.value == "stage" && text.value.lowercased() == "draft"
      } else {
        false
      }
    }
  }
}

extension Array {
  /// These, with others in the place of those that have the same id, and the rest of the others behind them.
  fileprivate func replaced(by own: [Element], id: (Element) -> String) -> [Element] {
    let replaced = map { item in own.first { id($0) == id(item) } ?? item }
    return replaced + own.filter { item in !contains { id($0) == id(item) } }
  }
}

extension String {
  /// The nearest thing to this that is an id.
  var asID: String {
    let letters = lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let id = String(letters).split(separator: "-").joined(separator: "-")
    return id.isEmpty ? "page" : id
  }
}
