internal import Checks
internal import DataOutput
package import Diagnostics
internal import HTMLOutput
internal import Planning
package import System
internal import Tenders

// The program in one page: load, parse, assemble, plan, check, the gate, render, write.

/// What a run noticed, and the texts that the findings point into.
package struct Report: Sendable {
  package var findings: [Diagnostic]
  package var sources: Sources
  /// What became of the output folder; nil where it was not touched.
  package var changes: OutputFolder.Changes?
  /// How many drafts of tenders were left out.
  package var draftsLeftOut: Int
  /// True for somebody's plain Markdown, without a site.yml.
  package var isTrial: Bool

  /// Errors fail, and where a person asked for it, warnings.
  package func fails(strict: Bool) -> Bool {
    findings.hasErrors || (strict && findings.count(of: .warning) > 0)
  }
}

/// Everything that is known before the first page is made.
private struct Prepared: Sendable {
  let model: Model
  let renderer: PageRenderer
  let style: String
  let plan: Plan
  var findings: [Diagnostic]
  let sources: Sources
  let templatesAreOwn: Bool
  let isTrial: Bool
  let draftsLeftOut: Int

  var report: Report {
    Report(findings: findings.inReadingOrder(), sources: sources, draftsLeftOut: draftsLeftOut, isTrial: isTrial)
  }
}

extension Job {
  /// Finds everything that can be found without making anything.
  package func check() async throws(SystemFault) -> Report {
    // Drafts are read too, as they would be published: a check is for those who write them.
    var prepared = try await prepare(readsDrafts: true)
    // Only a page shows whether a council's template asks for what the page has not.
    if prepared.templatesAreOwn, !prepared.findings.hasErrors {
      prepared.findings += try await render(prepared, to: nil)
    }
    return prepared.report
  }

  /// Makes the site. When anything fails, the published folder is as it was.
  package func build() async throws(SystemFault) -> Report {
    let prepared = try await prepare()
    var report = prepared.report
    guard !report.fails(strict: strict) else { return report }

    let folder = try OutputFolder(output, apartFrom: [content, templates])
    do throws(SystemFault) {
      report.findings = (report.findings + (try await render(prepared, to: folder))).inReadingOrder()
    } catch {
      folder.discard()
      throw error
    }
    guard !report.fails(strict: strict) else {
      folder.discard()
      return report
    }
    report.changes = try folder.publish()
    return report
  }

  /// Makes every artefact, several at a time, and hands its bytes to the folder as soon as they are there.
  private func render(_ prepared: Prepared, to folder: OutputFolder?) async throws(SystemFault) -> [Diagnostic] {
    let results = await concurrentMap(prepared.plan.artefacts.filter { $0.recipe.output == .html }, jobs: jobs) {
      artefact in
      Result { () throws(SystemFault) in
        var findings: [Diagnostic] = []
        let bytes = try self.bytes(of: artefact, prepared, findings: &findings)
        try folder?.stage(artefact.address.path, bytes)
        return findings
      }
    }
    var findings: [Diagnostic] = []
    for result in results { findings += try result.get() }
    return findings
  }

  private func bytes(
    of artefact: Artefact, _ prepared: Prepared, findings: inout [Diagnostic]
  ) throws(SystemFault) -> [UInt8] {
    switch artefact.recipe {
    case .page(let recipe):
      guard let page = prepared.plan.page(recipe) else { preconditionFailure("a page that is not in the plan") }
      return Array(prepared.renderer.html(page, findings: &findings).utf8)
    case .style: return Array(prepared.style.utf8)
    case .redirect(let target): return Array(prepared.renderer.redirect(from: artefact.address, to: target).utf8)
    case .calendar(let id):
      guard let tender = prepared.model.tender(id) else { return [] }
      return Array(Calendar(tender, site: prepared.model.site).text.utf8)
    case .sitemap: return Array(SiteFiles(model: prepared.model, plan: prepared.plan).sitemap.utf8)
    case .feed: return Array(SiteFiles(model: prepared.model, plan: prepared.plan).feed.utf8)
    case .asset(let path): return try asset(path)
    case .document, .guidance, .packData, .archive, .sums: return []
    }
  }

  private func prepare(readsDrafts: Bool = false) async throws(SystemFault) -> Prepared {
    let loaded = try await load()
    var findings = loaded.findings
    let model = Model.assemble(loaded.files, findings: &findings)
    let style = loaded.templates.style(accent: model.site.colour)
    let address = Address("style.css".insertingBeforeEnding(Fingerprint(style.utf8).hex))
    let plan = Plan.make(model, assets: loaded.assets, style: address, drafts: drafts, findings: &findings)
    if readsDrafts, !drafts {
      _ = Plan.make(model, assets: loaded.assets, style: address, drafts: true, findings: &findings)
    }
    let groups = profiles.map { Set($0.compactMap(Profile.init)) }
    findings += Subject(model: model, plan: plan, profiles: groups).judgement.findings
    if loaded.isTrial { findings = findings.forTrial }
    return Prepared(
      model: model, renderer: PageRenderer(model: model, plan: plan, templates: loaded.templates), style: style,
      plan: plan,
      findings: findings,
      sources: loaded.sources, templatesAreOwn: Files.exists(templates), isTrial: loaded.isTrial,
      draftsLeftOut: drafts ? 0 : model.tenders.count { $0.stage == .draft })
  }
}

extension [Diagnostic] {
  /// Somebody's plain Markdown is built for a look at it: what would be an error in a pack is a warning there, and what
  /// is the same in many files is told once.
  fileprivate var forTrial: [Diagnostic] {
    let same = Dictionary(grouping: map(\.forTrial)) { "\($0.code.id) \($0.message)" }
    return same.values.compactMap { group in
      var first = group.inReadingOrder().first
      first?.occurrences = group.reduce(0) { $0 + $1.occurrences }
      return first
    }
  }
}

extension Diagnostic {
  fileprivate var forTrial: Diagnostic {
    guard severity == .error, !code.id.hasPrefix("S"), !code.id.hasPrefix("X"), code.name != "same-address" else {
      return self
    }
    var finding = self
    finding.severity = .warning
    return finding
  }
}
