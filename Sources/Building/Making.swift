internal import DataOutput
internal import Diagnostics
internal import Digests
internal import HTMLOutput
internal import Markdown
internal import Paths
internal import Planning
internal import System
internal import Tenders

/// The folders that a build writes into, changed together or not at all.
struct OutputFolders {
  let site: OutputFolder
  /// What is for the council alone.
  let own: OutputFolder?

  init(job: Job, hasPrivate: Bool) throws(SystemFault) {
    site = try OutputFolder(job.output, apartFrom: [job.content, job.templates, job.privateFolder])
    do throws(SystemFault) {
      own =
        hasPrivate ? try OutputFolder(job.privateFolder, apartFrom: [job.content, job.templates, job.output]) : nil
      // Nobody puts it into version control, and so on a website, by accident.
      try own?.stage(.gitIgnore, Array("*\n".utf8))
    } catch {
      site.discard()
      throw error
    }
  }

  func folder(of artefact: Artefact) -> OutputFolder? { artefact.recipe.isPrivate ? own : site }

  func discard() {
    site.discard()
    own?.discard()
  }

  /// What became of the site. The council's own files come first: a site is published only when all is in place.
  func publish() throws(SystemFault) -> OutputFolder.Changes {
    do throws(SystemFault) {
      _ = try own?.publish()
    } catch {
      site.discard()
      throw error
    }
    return try site.publish()
  }
}

/// Makes what is planned, layer by layer, several files at a time, and hands each to its folder as soon as it is there.
struct Making {
  let job: Job
  let prepared: Prepared
  var press: Press?
  /// Nil for a look at what would be found.
  let folders: OutputFolders?

  /// A file, and what was noticed while it was made.
  struct Made: Sendable {
    var bytes: [UInt8]
    /// Of a document for print.
    var pages: Int?
    var findings: [Diagnostic] = []
  }

  /// The pages alone.
  func pages() async throws(SystemFault) -> [Diagnostic] {
    var plan = prepared.plan
    return try await make(.pages, of: &plan)
  }

  /// Every layer, each with what is known of those before it.
  func everything() async throws(SystemFault) -> [Diagnostic] {
    var plan = prepared.plan
    // What is neither made now nor there from an earlier build cannot be linked to.
    plan.artefacts = plan.artefacts.keeping { job.makes($0) || folders?.folder(of: $0)?.keep($0.address.file) == true }
    for artefact in plan.artefacts where !job.makes(artefact) && artefact.recipe.isDownload {
      let bytes = folders?.folder(of: artefact)?.bytes(at: artefact.address.file)
      plan.facts[artefact.address] = bytes.map { FileFacts(Made(bytes: $0)) }
    }
    var findings = press?.findings ?? []
    for layer in Layer.allCases { findings += try await make(layer, of: &plan) }
    return findings.withoutRepeats
  }

  private func make(_ layer: Layer, of plan: inout Plan) async throws(SystemFault) -> [Diagnostic] {
    // The longest work first, so that no processor waits for another at the end.
    let works = plan.artefacts.filter { $0.recipe.layer == layer && job.makes($0) }.map { ($0, plan.work(for: $0)) }
    let wanted = works.sorted { ($1.1, $0.0.address.path) < ($0.1, $1.0.address.path) }.map(\.0)
    let renderer = renderer(of: plan)
    let results = await concurrentMap(wanted, jobs: job.jobs) { artefact in
      Result { () throws(SystemFault) in
        let made = try self.made(artefact, renderer)
        try folders?.folder(of: artefact)?.stage(artefact.address.file, made.bytes)
        return made
      }
    }
    var findings: [Diagnostic] = []
    for (artefact, result) in zip(wanted, results) {
      let made = try result.get()
      findings += made.findings
      if artefact.recipe.isDownload { plan.facts[artefact.address] = FileFacts(made) }
    }
    return findings
  }

  private func printed(_ artefact: Artefact, as format: DocumentFormat, _ plan: Plan) throws(SystemFault) -> Made {
    guard let press, let name = artefact.recipe.booklet, let booklet = plan.booklet(name) else {
      preconditionFailure("a document that is not in the plan")
    }
    return try press.made(booklet, as: format)
  }

  private func tender(_ id: String) -> Tender {
    guard let tender = prepared.plan.tender(id) else { preconditionFailure("a tender that is not in the model") }
    return tender
  }

  func renderer(of plan: Plan) -> PageRenderer {
    PageRenderer(model: prepared.model, plan: plan, templates: prepared.templates)
  }

  /// A file of the renderer's plan.
  func made(_ artefact: Artefact, _ renderer: PageRenderer) throws(SystemFault) -> Made {
    let plan = renderer.plan
    switch artefact.recipe {
    case .page(let recipe):
      guard let page = plan.page(recipe) else { preconditionFailure("a page that is not in the plan") }
      var findings: [Diagnostic] = []
      let html = renderer.html(page, findings: &findings)
      return Made(bytes: Array(html.utf8), findings: findings)
    case .style: return Made(text: prepared.style)
    case .redirect(let target): return Made(text: renderer.redirect(from: artefact.address, to: target))
    case .calendar(let id): return Made(text: Calendar(tender(id), site: prepared.model.site).text)
    case .sitemap: return Made(text: SiteFiles(model: prepared.model, plan: plan).sitemap)
    case .feed: return Made(text: SiteFiles(model: prepared.model, plan: plan).feed)
    case .asset(let path): return Made(bytes: try job.asset(path))
    case .guidance: return try printed(artefact, as: .pdf, plan)
    case .reportPage(let id):
      guard let report = plan.booklet(.report(tender: id)) else { preconditionFailure("a report on no tender") }
      return Made(text: renderer.report(report, style: prepared.style))
    case .report(_, let format): return try printed(artefact, as: format, plan)
    case .document(let id, let document, let format):
      switch format {
      case .pdf, .odt, .docx: return try printed(artefact, as: format, plan)
      case .csv: return Made(text: CSVFiles(tender(id), plan: plan).text(of: document))
      case .xlsx: return try spreadsheet(document, of: tender(id))
      }
    case .packData(let id): return Made(text: PackJSON(tender(id), model: prepared.model, plan: plan).text)
    case .archive(let id): return try OfflineCopy(making: self, tender: tender(id), plan: plan).made()
    case .sums(let id): return Made(text: plan.sums(of: id))
    }
  }
}

extension Making.Made {
  fileprivate init(text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8], pages: Int? = nil, _ findings: [Diagnostic]) {
    self.init(bytes: bytes, pages: pages, findings: findings)
  }
}

extension CSVFiles {
  /// The rows of a document that is made as CSV; a new one has to be named here.
  fileprivate func text(of document: PackDocument) -> String {
    switch document {
    case .outcomes: outcomes
    case .questions: questions
    case .criteria: criteria
    case .invitation, .specification, .scoring, .contract, .responseForm, .impactMap, .priceSchedule, .monitoringForm,
      .wholePack, .reviewCopy, .scoringWorkbook:
      preconditionFailure("a document that has no rows")
    }
  }
}

extension Plan {
  /// How long a file takes to make, next to others: documents for print are set in lines and pages.
  fileprivate func work(for artefact: Artefact) -> Int {
    guard artefact.recipe.output == .pdf, let name = artefact.recipe.booklet, let booklet = booklet(name) else {
      return 0
    }
    return booklet.chapters.reduce(0) { $0 + $1.document.allBlocks.count }
  }
}

extension FileFacts {
  init(_ made: Making.Made) {
    self.init(size: made.bytes.count, pages: made.pages, sha256: SHA256.hex(of: made.bytes))
  }
}

extension [Diagnostic] {
  /// What several formats say of the same words is told once.
  fileprivate var withoutRepeats: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
