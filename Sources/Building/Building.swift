internal import Checks
internal import Diagnostics
internal import HTMLOutput
internal import Planning
package import System
internal import Tenders

// The program in one page: load, parse, assemble, plan, check, the gate, make, write.

extension Job {
  /// Finds everything that can be found without making anything.
  package func check() async throws(SystemFault) -> Report {
    // Drafts are read too, as they would be published: a check is for those who write them.
    var prepared = try await prepare(readsDrafts: true)
    // Only a page shows whether a council's template asks for what the page has not.
    if !prepared.loaded.ownTemplates.isEmpty, !prepared.findings.hasErrors {
      prepared.findings += try await Renderer(job: self, prepared).pages(of: prepared.plan)
    }
    return prepared.report
  }

  /// Makes the site. When anything fails, the published folder is as it was, or the fault says how it is.
  package func build() async throws(SystemFault) -> Report {
    var report: Report
    let folders: OutputFolders?
    do throws(SystemFault) {
      (report, folders) = try await staged()
    } catch {
      throw error.saying(.unchanged)
    }
    // From here on nothing ends it: a change that has begun is whole.
    report.changes = try folders?.publish()
    return report
  }

  /// Makes all files, where they wait. No folders where something is wrong: nothing waits then.
  private func staged() async throws(SystemFault) -> (Report, OutputFolders?) {
    let prepared = try await prepare()
    var report = prepared.report
    guard !report.fails(strict: strict) else { return (report, nil) }

    let plan = prepared.plan.with(reports: prepared.reports(day: reportDay))
    let compiler = try DocumentCompiler(job: self, prepared.loaded, plan, accent: prepared.model.site.colour)
    let folders = try OutputFolders(job: self, hasPrivate: plan.artefacts.contains(where: \.recipe.isPrivate))
    do throws(SystemFault) {
      report.findings += try await Renderer(job: self, prepared, compiler: compiler, folders: folders).files(of: plan)
      report.findings = report.findings.inReadingOrder()
      try world.cancellation.check()
    } catch {
      folders.discard()
      throw error
    }
    compiler?.finish()
    guard !report.fails(strict: strict) else {
      folders.discard()
      return (report, nil)
    }
    return (report, folders)
  }

  func prepare(readsDrafts: Bool = false) async throws(SystemFault) -> Prepared {
    let loaded = try await load()
    var findings = loaded.findings
    var whole = Model.assemble(loaded.files, findings: &findings)
    if let baseURL { whole.site.baseURL = Located(baseURL, at: .start(of: "--base-url")) }
    let model = drafts ? whole : whole.withoutDrafts
    let style = loaded.templates.style(accent: model.site.colour)
    let address = Address("style.css".insertingBeforeEnding(Fingerprint(style.utf8).hex))
    let rules = model.site.publishesRules ? Rule.texts : []
    let plan = Plan.make(
      whole, assets: loaded.assets, style: address, drafts: drafts, rules: rules, findings: &findings)
    let needsDrafts = readsDrafts && !drafts && whole.hasDrafts
    if needsDrafts {
      _ = Plan.make(whole, assets: loaded.assets, style: address, drafts: true, rules: rules, findings: &findings)
    }
    let subject = Subject(
      model: needsDrafts ? whole : model, profiles: profiles.map { Set($0.compactMap(Profile.init)) },
      today: today.flatMap(Day.init))
    let judgement = subject.judgement(
      of: try await concurrentMap(subject.rules) { subject.findings(of: $0) }.flatMap(\.self))
    findings += judgement.findings
    if loaded.isTrial { findings = findings.forTrial }
    return Prepared(
      loaded: loaded, model: model, plan: plan, style: style, subject: subject, judgement: judgement,
      findings: findings, draftsLeftOut: drafts ? 0 : model.tenders.count { $0.stage == .draft })
  }
}
