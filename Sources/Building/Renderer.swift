internal import DataOutput
internal import Diagnostics
internal import Digests
internal import HTMLOutput
internal import Markdown
internal import Paths
internal import Planning
internal import System
internal import Tenders

/// Makes what is planned, layer by layer, several files at a time, and hands each to its folder as soon as it is there.
struct Renderer {
  let job: Job
  private(set) var model: Model
  /// The style sheet in the council's colour.
  let style: String
  let templates: Templates
  /// Where the files lie that are published as they are.
  let assetFolder: AssetFolder
  /// Those files, with others that are not.
  let assets: [Asset]
  private(set) var compiler: DocumentCompiler?
  /// Nil for a look at what would be found, and for a site inside a file.
  private(set) var folders: OutputFolders?

  init(job: Job, _ prepared: Prepared, compiler: DocumentCompiler? = nil, folders: OutputFolders? = nil) {
    (self.job, model, style, templates) = (job, prepared.model, prepared.style, prepared.loaded.templates)
    (assetFolder, assets) = (prepared.loaded.assetFolder, prepared.loaded.assets)
    (self.compiler, self.folders) = (compiler, folders)
  }

  /// The same for a site that is handed on in a file: its documents are made.
  func insideFile(of model: Model) -> Renderer {
    var renderer = self
    (renderer.model, renderer.compiler, renderer.folders) = (model, nil, nil)
    return renderer
  }

  /// The pages alone: what was noticed while they were made.
  func pages(of plan: Plan) async throws(SystemFault) -> [Diagnostic] {
    try await make(.pages, of: plan.with(facts: [:])).findings
  }

  /// Every layer, each with what is known of those before it: what was noticed while they were made.
  func files(of plan: Plan) async throws(SystemFault) -> [Diagnostic] {
    // What is neither made now nor there from an earlier build cannot be linked to.
    let plan = try plan.keeping { artefact throws(SystemFault) in
      job.makes(artefact) ? true : try folders?.folder(of: artefact)?.keep(artefact.address.file) ?? false
    }
    var facts: [Address: FileFacts] = [:]
    for artefact in plan.artefacts where !job.makes(artefact) && artefact.recipe.isDownload {
      let bytes = try folders?.folder(of: artefact)?.bytes(at: artefact.address.file)
      facts[artefact.address] = bytes.map { MadeFile(bytes: $0).facts }
    }
    var findings = compiler?.findings ?? []
    for layer in Layer.allCases {
      let made = try await make(layer, of: plan.with(facts: facts))
      facts.merge(made.facts) { $1 }
      findings += made.findings
    }
    return findings.withoutRepeats
  }

  private func make(
    _ layer: Layer, of plan: Plan
  ) async throws(SystemFault) -> (facts: [Address: FileFacts], findings: [Diagnostic]) {
    // The longest work first, so that no processor waits for another at the end.
    let works = plan.artefacts.filter { $0.recipe.layer == layer && job.makes($0) }.map { ($0, plan.work(for: $0)) }
    let wanted = works.sorted { ($1.1, $0.0.address.path) < ($0.1, $1.0.address.path) }.map(\.0)
    let pages = PageRenderer(model: model, plan: plan, templates: templates)
    let results = try await job.concurrentMap(wanted) { artefact in
      Result { () throws(SystemFault) in
        let made = try self.made(artefact, pages)
        try folders?.folder(of: artefact)?.stage(artefact.address.file, made.bytes)
        return made
      }
    }
    var facts: [Address: FileFacts] = [:]
    var findings: [Diagnostic] = []
    for (artefact, result) in zip(wanted, results) {
      let made = try result.get()
      findings += made.findings
      if artefact.recipe.isDownload { facts[artefact.address] = made.facts }
    }
    return (facts, findings)
  }

  private func printed(_ artefact: Artefact, as format: DocumentFormat, _ plan: Plan) throws(SystemFault) -> MadeFile {
    guard let compiler, let name = artefact.recipe.booklet, let booklet = plan.booklet(name) else {
      preconditionFailure("a document that is not in the plan")
    }
    return try compiler.made(booklet, as: format)
  }

  /// A file of the plan of those pages.
  func made(_ artefact: Artefact, _ pages: PageRenderer) throws(SystemFault) -> MadeFile {
    try job.world.cancellation.check()
    let plan = pages.plan
    func tender(_ id: String) -> Tender {
      guard let tender = plan.tender(id) else { preconditionFailure("a tender that is not in the plan") }
      return tender
    }
    switch artefact.recipe {
    case .page(let recipe):
      guard let page = plan.page(recipe) else { preconditionFailure("a page that is not in the plan") }
      var findings: [Diagnostic] = []
      let html = pages.html(page, findings: &findings)
      return MadeFile(bytes: Array(html.utf8), findings)
    case .style: return MadeFile(text: style)
    case .icon: return MadeFile(text: pages.icon)
    case .redirect(let target): return MadeFile(text: pages.redirect(from: artefact.address, to: target))
    case .calendar(let id): return MadeFile(text: Calendar(tender(id), site: model.site).text)
    case .sitemap: return MadeFile(text: SiteFiles(model: model, plan: plan).sitemap)
    case .feed: return MadeFile(text: SiteFiles(model: model, plan: plan).feed)
    case .asset(let path): return MadeFile(bytes: try assetFolder.bytes(path))
    case .guidance: return try printed(artefact, as: .pdf, plan)
    case .reportPage(let id):
      guard let report = plan.booklet(.report(tender: id)) else { preconditionFailure("a report on no tender") }
      return MadeFile(text: pages.report(report, style: style))
    case .report(_, let format): return try printed(artefact, as: format, plan)
    case .document(let id, let document, let format):
      switch format {
      case .pdf, .odt, .docx: return try printed(artefact, as: format, plan)
      case .csv: return MadeFile(text: CSVFiles(tender(id), plan: plan).text(of: document))
      case .xlsx: return try spreadsheet(document, of: tender(id))
      }
    case .packData(let id): return MadeFile(text: PackJSON(tender(id), model: model, plan: plan).text)
    case .archive(let id): return try OfflineCopy(renderer: self, tender: tender(id), plan: plan).made()
    case .sums(let id): return MadeFile(text: plan.downloads.sums(of: id))
    }
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

extension [Diagnostic] {
  /// What several formats say of the same words is told once.
  fileprivate var withoutRepeats: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
