internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// Puts into a text what its author left to data: values, tables and shared texts.
struct Expander {
  let model: Model
  private let tenders: [String: Tender]
  private let texts: [String: Document]
  /// What each file says of itself.
  private let written: [String: WrittenFile]
  let frameworks: [String?: Address]
  let sharedNames: NearNames

  init(model: Model, tenders: [String: Tender], pages: PlannedPages) {
    (self.model, self.tenders) = (model, tenders)
    sharedNames = NearNames(model.shared.keys)
    // A page's text goes without the heading that became its title.
    let bodies = model.writtenPages.map { ($0.file.path, $0.body) } + model.files.map { ($0.file.path, $0.file.body) }
    texts = Dictionary(bodies) { first, _ in first }
    self.written = Dictionary(model.files.map { ($0.file.path, $0) }) { first, _ in first }
    frameworks = Dictionary(
      pages.compactMap { page in
        if case .framework(let tender) = page.recipe { (tender, page.address) } else { nil }
      }
    ) { first, _ in first }
  }

  func expand(_ key: ProseKey, findings: inout [Diagnostic]) -> Document {
    guard let document = texts[key.path] else { return Document() }
    let tender = key.tender.flatMap { tenders[$0] }
    var expansion = Expansion(expander: self, tender: tender, showing: [key.path])
    expansion.isForeign = language(of: key.path) != model.site.language
    let result = expansion.expand(document)
    findings += expansion.findings
    return (written[key.path].map(result.framed) ?? result).withUniqueHeadings
  }
}

extension Expander {
  /// The language of a file's words.
  func language(of path: String) -> String { written[path]?.facts.language.value ?? model.site.language }
}

/// One expansion: what it found, and which texts it is inside of.
private struct Expansion {
  let expander: Expander
  let tender: Tender?
  var showing: [String]
  var findings: [Diagnostic] = []
  /// How many shared texts stand on the page so far. Texts that show others twice would grow without end.
  private var shownCount = 0
  private static let mostShown = 200
  /// Whether the text is in another language than what data makes.
  var isForeign = false
  private var addedFootnotes: [Footnote] = []
  private var footnotesBefore = 0

  init(expander: Expander, tender: Tender?, showing: [String]) {
    (self.expander, self.tender, self.showing) = (expander, tender, showing)
  }

  mutating func expand(_ document: Document) -> Document {
    footnotesBefore = document.footnotes.count
    var result = document.mapBlocks { block in
      guard case .show(let directive) = block.kind else { return nil }
      let shown = show(directive, at: block.place)
      guard isForeign, directive["text"] == nil else { return shown }
      return Document(blocks: shown).inLanguage(expander.model.site.language).blocks
    }
    result = result.mapInlines { inline in
      guard case .value(let path, let format) = inline.kind else { return nil }
      return [Inline(.text(draw(path, as: format, at: inline.place)), at: inline.place)]
    }
    result.footnotes += addedFootnotes
    return result
  }

  // MARK: Values

  private mutating func draw(_ path: String, as format: String?, at place: Place) -> String {
    let (drawn, isDraft) = drawing(path, as: format)
    switch drawn {
    case .words(let words): return words
    // Front matter that breaks off has been reported; what it did not come to say is no second fault.
    case .notWritten where !isWhole, .unknown where !isWhole: return "not written yet"
    case .notWritten:
      findings.append(.valueNotWritten(path, isDraft ? .warning : .error, at: place))
      return "not written yet"
    case .unknown(let near): findings.append(.unknownValue(path, near: near, at: place))
    case .group(let keys): findings.append(.valueIsGroup(path, keys: keys, at: place))
    case .format(let allowed): findings.append(.unknownFormat(path, format ?? "", allowed: allowed, at: place))
    }
    return "{{\(path)}}"
  }

  private var isWhole: Bool { tender?.file.frontMatter.isWhole ?? true }

  /// A tender's own values come first, then the site's.
  private func drawing(_ path: String, as format: String?) -> (Drawn, isDraft: Bool) {
    let site = expander.model.site.draw(path, as: format)
    guard let tender else { return (site, false) }
    let own = tender.draw(path, as: format)
    if case .unknown = own, case .words = site { return (site, false) }
    return (own, tender.stage == .draft)
  }

  // MARK: Directives

  private mutating func show(_ directive: Directive, at place: Place) -> [Block] {
    let kinds = ["table", "list", "figure", "form", "text"]
    guard let entry = directive.entries.first(where: { kinds.contains($0.key.value) }) else {
      findings.append(directive.entries.first.map { .unknownShow($0.key, among: kinds) } ?? .emptyShow(at: place))
      return []
    }
    let known = entry.key.value == "table" && entry.value.value == "outcomes" ? ["level"] : []
    for other in directive.entries where other.key != entry.key && !(known.contains(other.key.value)) {
      findings.append(.unknownShow(other.key, among: known.isEmpty ? kinds : known))
    }
    switch entry.key.value {
    case "text": return text(entry.value)
    case "table": return table(entry.value, directive, at: place)
    case "list": return list(entry.value, at: place)
    case "figure": return figure(entry.value, at: place)
    default: return form(entry.value, at: place)
    }
  }

  /// What only a tender has, or a finding.
  private mutating func ofTender<Found>(
    _ name: Located<String>, _ things: [String: (Tender) -> Found?]
  ) -> Found? {
    guard let find = things[name.value] else {
      findings.append(.unknownShow(name, among: things.keys.sorted()))
      return nil
    }
    guard let tender else {
      findings.append(.showNeedsTender(name))
      return nil
    }
    return find(tender)
  }

  private mutating func figure(_ name: Located<String>, at place: Place) -> [Block] {
    if name.value == "ladder" { return [Block(.figure(Figures.ladder), at: place)] }
    let figure = ofTender(
      name,
      [
        "weights": { $0.criteria.isEmpty ? nil : Figures.weights($0.criteria, title: "Weights") },
        "timetable": { Figures.timetable(Timetable($0).entries) },
        "outcomes": { $0.outcomes.isEmpty ? nil : Figures.framework($0.outcomes) }, "ladder": { _ in Figures.ladder },
      ])
    return figure.map { [Block(.figure($0), at: place)] } ?? []
  }

  private mutating func form(_ name: Located<String>, at place: Place) -> [Block] {
    var forms: [String: (Tender) -> [Form]?] = [
      "impact-map": { [$0.impactMapForm] }, "monitoring": { [$0.monitoringForm] },
      "price": { $0.priceForms.isEmpty ? nil : $0.priceForms }, "response": { [$0.responseForm] },
    ]
    for form in tender?.forms ?? [] { forms[form.id] = { _ in [form] } }
    return (ofTender(name, forms) ?? []).map { Block(.form($0), at: place) }
  }

  private mutating func text(_ path: Located<String>) -> [Block] {
    guard let file = expander.model.shared[path.value] else {
      findings.append(.unknownShared(path, near: expander.sharedNames.nearest(to: path.value)))
      return []
    }
    guard !showing.contains(path.value) else {
      findings.append(.showLoop(showing + [path.value], at: path.place))
      return []
    }
    shownCount += 1
    guard shownCount <= Self.mostShown else {
      if shownCount == Self.mostShown + 1 { findings.append(.tooManyShown(Self.mostShown, at: path.place)) }
      return []
    }
    var inner = Expansion(expander: expander, tender: tender, showing: showing + [path.value])
    inner.shownCount = shownCount
    let language = expander.language(of: path.value)
    inner.isForeign = language != expander.model.site.language
    var document = inner.expand(file.body)
    if let around = showing.first, expander.language(of: around) != language {
      document = document.inLanguage(language)
    }
    shownCount = inner.shownCount
    findings += inner.findings
    let shift = footnotesBefore + addedFootnotes.count
    addedFootnotes += document.footnotes
    return document.shiftingFootnotes(by: shift).blocks
  }

  private mutating func table(_ name: Located<String>, _ directive: Directive, at place: Place) -> [Block] {
    let tables = DataTables(
      tender: tender, model: expander.model, frameworks: expander.frameworks, writing: Writing(place: place))
    switch name.value {
    case "outcomes":
      guard let level = directive["level"] else { return [tables.outcomes(level: nil)] }
      guard let known = Level(rawValue: level.value) else {
        findings.append(.unknownShow(level, among: Level.allCases.map(\.rawValue)))
        return []
      }
      return [tables.outcomes(level: known)]
    case "criteria", "timetable":
      guard let tender else {
        findings.append(.showNeedsTender(name))
        return []
      }
      return [name.value == "criteria" ? tables.criteria(of: tender) : tables.writing.timetable(of: tender)]
    default:
      findings.append(.unknownShow(name, among: ["outcomes", "criteria", "timetable"]))
      return []
    }
  }

  private mutating func list(_ name: Located<String>, at place: Place) -> [Block] {
    let tables = DataTables(
      tender: tender, model: expander.model, frameworks: expander.frameworks, writing: Writing(place: place))
    guard name.value == "outcomes" else {
      findings.append(.unknownShow(name, among: ["outcomes"]))
      return []
    }
    return [tables.outcomeList]
  }
}

extension Document {
  /// With what its file says of it: an entry's summary before it, which a page has above it; and its days behind it.
  fileprivate func framed(by written: WrittenFile) -> Document {
    let facts = written.facts
    var framed = self
    if written.location.kind.isEntry, let summary = facts.summary.value {
      framed.blocks.insert(Writing(place: facts.summary.place).paragraph(summary), at: 0)
    }
    let days = [
      facts.published.value.map { "First published on \($0.day.words)." },
      facts.updated.value.map { "Last changed on \($0.day.words)." },
    ].compactMap(\.self)
    if !days.isEmpty {
      framed.blocks.append(Writing(place: written.file.place).paragraph(days.joined(separator: " ")))
    }
    return framed
  }

  /// Headings that came in with shared texts may repeat an id; the later one gets a number.
  fileprivate var withUniqueHeadings: Document {
    var taken: Set<String> = []
    var next: [String: Int] = [:]
    return mapBlocks { block in
      guard case .heading(var heading) = block.kind else { return nil }
      let wanted = heading.id
      while !taken.insert(heading.id).inserted {
        next[wanted, default: 0] += 1
        heading.id = "\(wanted)-\(next[wanted, default: 1])"
      }
      return [Block(.heading(heading), at: block.place)]
    }
  }

  fileprivate func shiftingFootnotes(by count: Int) -> Document {
    mapInlines { inline in
      guard case .footnote(let number, let mention) = inline.kind else { return nil }
      return [Inline(.footnote(number + count, mention: mention), at: inline.place)]
    }
  }
}
