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
    model.outcomes = Indexed(library.compactMap(Outcome.init))
    model.qualityCharacteristics = Indexed(library.compactMap(QualityCharacteristic.init))
    model.caseStudies = library.compactMap(CaseStudy.init)
    for entry in library where entry.location.kind == .shared { model.shared[entry.file.path] = entry.file }
    model.acceptances = entries.flatMap(\.facts.accepts.items).compactMap(Acceptance.init)
    noteDoubleTerms(model.terms)
    let guides = (scales: Indexed(library.compactMap(Scale.init)), matrices: Indexed(library.compactMap(Matrix.init)))
    model.tenders = Indexed(tenders(entries, library: model, guides))
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

  private typealias Guides = (scales: Indexed<Scale>, matrices: Indexed<Matrix>)
  /// What a tender might have picked, and the paths of its criteria.
  private typealias Known = (
    outcomes: Indexed<Outcome>, qualityCharacteristics: Indexed<QualityCharacteristic>, criteria: CriterionPaths
  )

  private mutating func tender(_ main: Entry, own: [Entry], library: Model, _ guides: Guides) -> Tender {
    var tender = Tender(main)
    tender.pages = PackPage.allCases.filter(\.canBeWritten).compactMap { page in
      own.first { $0.location.kind == .packPage && $0.location.id == page.rawValue }.map { Page($0) }
    }
    tender.terms = own.compactMap(Term.init)
    let outcomes = library.outcomes.replaced(by: Indexed(own.compactMap(Outcome.init)))
    tender.outcomes = Indexed(
      tender.contract.outcomes.items.compactMap { choice in
        pick(choice.id.located, from: outcomes, kind: .outcome).map { $0.placed(as: choice) }
      })
    let characteristics = library.qualityCharacteristics.replaced(
      by: Indexed(own.compactMap(QualityCharacteristic.init)))
    tender.qualityCharacteristics = Indexed(
      tender.facts.qualityCharacteristics.items.compactMap {
        pick($0, from: characteristics, kind: .qualityCharacteristic)
      })
    tender.lots = Indexed(
      zip(tender.facts.lots.items, main.record.records("lots")).compactMap { Lot($0, $1, of: tender) })
    tender.clarifications = own.compactMap { Notice($0, .clarification) }.sorted { $0.sortKey < $1.sortKey }
    tender.amendments = own.compactMap { Notice($0, .amendment) }.sorted { $0.sortKey < $1.sortKey }
    tender.forms = own.compactMap(Form.init)
    tender.formFiles = own.filter { $0.location.kind == .form }.map(\.file)
    let scales = guides.scales.replaced(by: Indexed(own.compactMap(Scale.init)))
    let matrices = guides.matrices.replaced(by: Indexed(own.compactMap(Matrix.init)))
    tender.questions = own.compactMap { Question($0, of: tender, scales: scales, matrices: matrices) }.inAskingOrder
    tender.scales = used(tender.questions.compactMap(\.facts.scale.located), from: scales, kind: .scale)
    tender.matrices = used(tender.questions.compactMap(\.facts.matrix.located), from: matrices, kind: .matrix)
    // Of a tender.md that breaks off nobody knows what it would have named.
    guard main.file.frontMatter.isWhole else { return tender }
    let known = (
      outcomes: outcomes, qualityCharacteristics: characteristics,
      criteria: CriterionPaths(tender.criteria + tender.lots.flatMap(\.criteria))
    )
    for question in tender.questions { resolve(question, in: tender, known) }
    for notice in tender.clarifications + tender.amendments { resolve(notice) }
    for measure in tender.facts.measures.items { resolve(measure, in: tender) }
    for choice in tender.facts.lots.items.flatMap(\.contract.outcomes.items) {
      if let id = choice.id.located { check(id, isAmong: tender.outcomes, known.outcomes, .outcome) }
    }
    noteRepeats(tender.facts.lots.items.map(\.id.located))
    noteRepeats(tender.contract.outcomes.items.map(\.id.located))
    noteRepeats(tender.facts.qualityCharacteristics.items)
    noteRepeats(tender.contract.criteria.items.flatMap { [$0.id.located] + $0.parts.items.map(\.id.located) })
    return tender
  }

  /// Each of the things that ids name, once, in the order in which they are first named.
  private mutating func used<Item: Identifiable>(
    _ ids: [Located<String>], from items: Indexed<Item>, kind: Kind
  ) -> Indexed<Item> where Item.ID == String {
    var seen: Set<String> = []
    return Indexed(
      ids.compactMap { id in
        guard let item = pick(id, from: items, kind: kind) else { return nil }
        return seen.insert(id.value).inserted ? item : nil
      })
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
    for id in question.facts.about.outcomes.items { check(id, isAmong: tender.outcomes, known.outcomes, .outcome) }
    for id in question.facts.about.qualityCharacteristics.items {
      check(id, isAmong: tender.qualityCharacteristics, known.qualityCharacteristics, .qualityCharacteristic)
    }
    for lot in question.facts.lots.items where !tender.lots.contains(id: lot.value) {
      findings.append(.unknownLot(lot, nearest: tender.lots.map(\.id).nearest(to: lot.value)))
    }
    guard let path = question.facts.criterion.located else { return }
    if !known.criteria.index.contains(path.value) {
      let written = Located(path.value.text, at: path.place)
      findings.append(.unknownCriterion(written, nearest: known.criteria.all.map(\.text).nearest(to: written.value)))
    }
  }

  /// Looks an id up, or reports it with the nearest one that exists.
  private mutating func pick<Item: Identifiable>(
    _ id: Located<String>?, from items: Indexed<Item>, kind: Kind
  ) -> Item? where Item.ID == String {
    guard let id else { return nil }
    if let found = items[id: id.value] { return found }
    findings.append(.unknownReference(id, to: kind, nearest: items.map(\.id).nearest(to: id.value)))
    return nil
  }

  /// Reports an id that a tender did not pick. It may be one that its library has.
  private mutating func check<Item: Identifiable>(
    _ id: Located<String>, isAmong own: Indexed<Item>, _ known: Indexed<Item>, _ kind: Kind
  ) where Item.ID == String {
    guard !own.contains(id: id.value) else { return }
    findings.append(
      known.contains(id: id.value)
        ? .notPicked(id, of: kind) : .unknownReference(id, to: kind, nearest: own.map(\.id).nearest(to: id.value)))
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

  /// Terms stand in the order of their words, and of two with the same words in that of their ids.
  private mutating func noteDoubleTerms(_ terms: [Term]) {
    var first: [String: Term] = [:]
    for term in terms {
      let words = term.term.lowercased()
      if let twin = first[words] {
        findings.append(.doubleTerm(term.term, at: term.file.place, first: twin.file.place))
      } else {
        first[words] = term
      }
    }
  }
}

/// What a question may name: `quality`, and `quality/co-production` for a part.
private struct CriterionPaths {
  let all: [CriterionPath]
  let index: Set<CriterionPath>

  init(_ criteria: [Criterion]) {
    all = criteria.flatMap { criterion in
      [CriterionPath(criterion.id)] + criterion.parts.map { CriterionPath("\(criterion.id)/\($0.id)") }
    }
    index = Set(all)
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
