internal import Content
package import Diagnostics
package import Planning
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
  /// The reports of tenders, by their ids. `plan` knows what their packs take from the libraries. `findings` are all that are
  /// left after the judgement, those of the content among them.
  package func reports(
    on tenders: [Tender], of plan: Plan, _ findings: [Diagnostic], _ judgement: Judgement, sources: Sources, day: Day?
  ) -> [String: CheckReport] {
    let left = ByPack(findings, in: self) { $0.place }
    let accepted = ByPack(judgement.accepted, in: self) { $0.finding.place }
    let names = Dictionary(model.files.map { ($0.file.path, $0.file.source.name) }) { first, _ in first }
    let (ownLimits, titles) = (Rule.thresholds.map { limits[$0] }.filter(\.isOwn), Rule.titles)
    return tenders.reduce(into: [:]) { reports, tender in
      // What its pages take from the libraries, and site.yml.
      let lent = Set(plan.pages.texts(ofPack: tender.id).compactMap { names[$0] } + [model.site.facts.place.file])
      let own = left.items(of: tender, and: lent)
      reports[tender.id] = CheckReport(
        tender: tender, site: model.site, findings: own.all.inReadingOrder(),
        accepted: accepted.items(of: tender, and: lent).all, elsewhere: left.outside - own.fromOutside,
        rules: rules(for: tender), ownLimits: ownLimits, sources: sources, day: day, titles: titles)
    }
  }
}

/// Findings by where they are, so that the report on one pack does not pass over those of all others.
private struct ByPack<Item> {
  private let all: [Item]
  private var ofTenders: [String: [Int]] = [:]
  /// Of files that lie in no tender's folder; what has no place is about everything.
  private var ofFiles: [String?: [Int]] = [:]
  /// How many there are that lie in no tender's folder.
  var outside: Int { ofFiles.values.reduce(0) { $0 + $1.count } }

  init(_ all: [Item], in subject: Subject, place: (Item) -> Place?) {
    self.all = all
    for (index, item) in all.enumerated() {
      let file = place(item)?.file
      if let tender = file.flatMap(subject.tender(holding:)) {
        ofTenders[tender.id, default: []].append(index)
      } else {
        ofFiles[file, default: []].append(index)
      }
    }
  }

  /// Those of a tender's folder and of some other files, in their order, and how many are of other files.
  func items(of tender: Tender, and files: Set<String>) -> (all: [Item], fromOutside: Int) {
    let others = (files.map(Optional.some) + [nil]).flatMap { ofFiles[$0] ?? [] }
    return (((ofTenders[tender.id] ?? []) + others).sorted().map { all[$0] }, others.count)
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
