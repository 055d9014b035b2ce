internal import Checks
package import Diagnostics
internal import HTMLOutput
internal import Planning
package import System
internal import Tenders

// The program in one page: load, parse, assemble, plan, check, the gate, make, write.

/// What a run noticed, and the texts that the findings point into.
package struct Report: Sendable {
  package var findings: [Diagnostic]
  package var sources: Sources
  /// What became of the output folder; nil where it was not touched.
  package var changes: OutputFolder.Changes?
  /// How many drafts of tenders were left out.
  package var draftsLeftOut: Int
  /// What a bid takes, for each tender that bidders may still answer, in a sentence.
  package var efforts: [String]
  /// True for somebody's plain Markdown, without a site.yml.
  package var isTrial: Bool

  /// Errors fail, and where a person asked for it, warnings.
  package func fails(strict: Bool) -> Bool {
    findings.hasErrors || (strict && findings.count(of: .warning) > 0)
  }
}

/// Everything that is known before the first file is made.
struct Prepared: Sendable {
  var model: Model
  var plan: Plan
  let assets: [Asset]
  let templates: Templates
  /// The council's own, as they were read.
  let ownTemplates: [SourceText]
  let style: String
  var findings: [Diagnostic]
  /// What the rules read, and what they said.
  let subject: Subject
  let judgement: Judgement
  let sources: Sources
  let templatesAreOwn: Bool
  let isTrial: Bool
  let draftsLeftOut: Int

  /// The same for another model and what is planned for it.
  func with(_ model: Model, _ plan: Plan) -> Prepared {
    var other = self
    (other.model, other.plan) = (model, plan)
    return other
  }

  var report: Report {
    Report(
      findings: findings.inReadingOrder(), sources: sources, draftsLeftOut: draftsLeftOut,
      efforts: model.tenders.filter(\.isStillAnswered).map(\.effortSentence), isTrial: isTrial)
  }
}

extension Job {
  /// Finds everything that can be found without making anything.
  package func check() async throws(SystemFault) -> Report {
    // Drafts are read too, as they would be published: a check is for those who write them.
    var prepared = try await prepare(readsDrafts: true)
    // Only a page shows whether a council's template asks for what the page has not.
    if prepared.templatesAreOwn, !prepared.findings.hasErrors {
      prepared.findings += try await Making(job: self, prepared: prepared, folders: nil).pages()
    }
    return prepared.report
  }

  /// Makes the site. When anything fails, the published folder is as it was.
  package func build() async throws(SystemFault) -> Report {
    var prepared = try await prepare()
    var report = prepared.report
    guard !report.fails(strict: strict) else { return report }

    prepared.plan.reports = prepared.reports(day: reportDay)
    let press = try Press(job: self, prepared: prepared)
    let folders = try OutputFolders(job: self, hasPrivate: prepared.plan.artefacts.contains(where: \.recipe.isPrivate))
    do throws(SystemFault) {
      report.findings += try await Making(job: self, prepared: prepared, press: press, folders: folders).everything()
      report.findings = report.findings.inReadingOrder()
    } catch {
      folders.discard()
      throw error
    }
    guard !report.fails(strict: strict) else {
      folders.discard()
      return report
    }
    report.changes = try folders.publish()
    press?.finish()
    return report
  }

  private func prepare(readsDrafts: Bool = false) async throws(SystemFault) -> Prepared {
    let loaded = try await load()
    var findings = loaded.findings
    var whole = Model.assemble(loaded.files, findings: &findings)
    if let baseURL { whole.site.baseURL = Located(baseURL, at: .start(of: "--base-url")) }
    let model = drafts ? whole : whole.withoutDraftEntries
    let style = loaded.templates.style(accent: model.site.colour)
    let address = Address("style.css".insertingBeforeEnding(Fingerprint(style.utf8).hex))
    let rules = model.site.publishesRules ? Rule.texts : []
    let plan = Plan.make(
      model, assets: loaded.assets, style: address, drafts: drafts, rules: rules, findings: &findings)
    let needsDrafts = readsDrafts && !drafts && whole.hasDrafts
    let read =
      needsDrafts
      ? Plan.make(whole, assets: loaded.assets, style: address, drafts: true, rules: rules, findings: &findings) : plan
    let subject = Subject(
      model: needsDrafts ? whole : model, plan: read, profiles: profiles.map { Set($0.compactMap(Profile.init)) },
      today: today.flatMap(Day.init))
    let judgement = subject.judgement(
      of: await concurrentMap(subject.rules, jobs: jobs) { subject.findings(of: $0) }.flatMap(\.self))
    findings += judgement.findings
    if loaded.isTrial { findings = findings.forTrial }
    return Prepared(
      model: model, plan: plan, assets: loaded.assets, templates: loaded.templates,
      ownTemplates: loaded.ownTemplates, style: style, findings: findings,
      subject: subject, judgement: judgement, sources: loaded.sources,
      templatesAreOwn: usesTemplates && Files.exists(templates),
      isTrial: loaded.isTrial,
      draftsLeftOut: drafts ? 0 : model.tenders.count { $0.stage == .draft })
  }
}

extension Tender {
  fileprivate var isStillAnswered: Bool { Until.deadline.holds(for: self) && !questions.isEmpty }

  /// “A day service: up to 3,600 words in 9 answers …”; for the lot that asks for most, where there are lots.
  fileprivate var effortSentence: String {
    let (lot, effort) = hardestEffort
    // Of lots that ask for more or fewer answers, the one that asks for most.
    let most = answersWords == effort.questions.counting("answer") ? "" : ", \(answersWords) by lot; most for"
    return "\(title)\(lot.map { "\(most.isEmpty ? "," : most) \($0.title)" } ?? ""): \(effort.sentence)."
  }
}
