internal import Content
package import Diagnostics
package import Tenders

/// What the checks found in one tender's pack, and all that its report says about it. The chapters are made from this, so
/// that page and documents say the same.
package struct CheckReport: Sendable {
  let tender: Tender
  let site: Site
  /// What is about this pack: its own files, what it takes from the libraries, site.yml. In reading order.
  let findings: [Diagnostic]
  /// What was found in this pack and is left as it is.
  let accepted: [(finding: Diagnostic, acceptance: Acceptance)]
  /// How many findings are about other pages of the site, and not about other tenders.
  let elsewhere: Int
  /// The rules that read this pack.
  let rules: [Rule]
  /// The thresholds that the council changed.
  let ownLimits: [Limit]
  /// The texts that findings point into.
  let sources: Sources
  /// The day that the report carries, where somebody said which.
  let day: Day?
  let titles: [String: String]
}

extension Subject {
  /// The report of a tender. `findings` are all that are left after the judgement, those of the content among them.
  package func report(
    on tender: Tender, _ findings: [Diagnostic], _ judgement: Judgement, sources: Sources, day: Day?
  ) -> CheckReport {
    let files = PackFiles(of: tender, in: self)
    return CheckReport(
      tender: tender, site: model.site, findings: findings.filter { files.hold($0) }.inReadingOrder(),
      accepted: judgement.accepted.filter { files.hold($0.finding) },
      elsewhere: findings.count { !files.hold($0) && !files.belongsToAnother($0) }, rules: rules(for: tender),
      ownLimits: Rule.thresholds.map { limits[$0] }.filter(\.isOwn), sources: sources, day: day,
      titles: Rule.titles)
  }
}

/// Which files a pack is made of.
private struct PackFiles {
  private let folder: String
  private let tenders: Set<String>
  private let shared: Set<String>

  init(of tender: Tender, in subject: Subject) {
    folder = tender.file.folder
    tenders = subject.tenderFolders
    let library =
      tender.outcomes.map(\.file) + tender.qualityCharacteristics.map(\.file) + tender.scales.map(\.file)
      + tender.matrices.map(\.file)
    shared = Set(library.map(\.source.name) + [subject.model.site.facts.place.file])
  }

  /// What has no place is about everything.
  func hold(_ finding: Diagnostic) -> Bool {
    guard let file = finding.place?.file else { return true }
    return file.hasPrefix(folder) || shared.contains(file)
  }

  /// Of what the pack does not hold.
  func belongsToAnother(_ finding: Diagnostic) -> Bool {
    var folder = (finding.place?.file ?? "")[...]
    while let slash = folder.lastIndex(of: "/") {
      if tenders.contains(String(folder[...slash])) { return true }
      folder = folder[..<slash]
    }
    return false
  }
}

extension Rule {
  /// What each rule looks for, by its code: the first line of its page.
  static var titles: [String: String] {
    Dictionary(
      zip(all, pageTexts).map { rule, page in
        (rule.code.id, String(page.text.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " }))
      }
    ) { first, _ in first }
  }
}
