internal import Diagnostics
internal import Markdown
internal import Planning
internal import Tenders

extension CheckReport {
  /// Which rules read the pack and why, what they were measured by, and what each found.
  var whatWasLookedAt: [Block] {
    [writing.heading("Which groups of rules", id: "Groups")] + groups
      + [writing.heading("The council's own measures", id: "Measures")] + measures
      + [writing.heading("Every rule, and what it found", id: "Every-rule")] + tables
  }

  // MARK: Groups

  private var groups: [Block] {
    let regime = tender.facts.regime.value
    let why =
      regime.map { "tender.md gives the regime as “\($0.rawValue)”, so these groups of rules were used:" }
      ?? "tender.md does not give a regime yet, so only these groups of rules were used:"
    let used = Profile.allCases.filter(tender.profiles.contains)
    return [writing.paragraph(why), writing.list(used.map(\.words))]
      + notUsed.map(writing.paragraph)
  }

  /// Why the other rules did not read the pack.
  private var notUsed: [String] {
    let other = Rule.all.filter { rule in !rules.contains { $0.code == rule.code } }
    let waiting = other.filter(\.asksToday)
    let late = other.filter { !$0.asksToday && !$0.until.holds(for: tender) }
    let foreign = other.filter { !$0.asksToday && $0.until.holds(for: tender) }
    func codes(_ rules: [Rule]) -> String { rules.map(\.code.id).joinedInWords }
    return [
      foreign.isEmpty ? nil : "Not used, since they are for tenders of another kind: \(codes(foreign)).",
      late.isEmpty
        ? nil
        : "Not used, since it is too late to follow them at the stage “\(tender.stage.rawValue)”: \(codes(late)).",
      waiting.isEmpty
        ? nil
        : "Not run, since a build does not know what day it is: \(codes(waiting)). The command tenderpress check runs them.",
    ].compactMap(\.self)
  }

  // MARK: Thresholds

  private var measures: [Block] {
    guard !ownLimits.isEmpty else { return [writing.paragraph("None. Every rule measured by its usual number.")] }
    return [
      writing.paragraph("site.yml sets these numbers in the place of the usual ones:"),
      writing.list(
        ownLimits.map { limit in
          "\(limit.threshold.meaning): \(limit.words). The usual is \(limit.threshold.usualWords). The key is \(limit.threshold.name)."
        }),
    ]
  }

  // MARK: Rules

  private var tables: [Block] {
    CodeGroup.all.flatMap { group -> [Block] in
      let own = rules.filter { $0.code.id.hasPrefix(group.letter) }
      guard !own.isEmpty else { return [] }
      let found = findings.filter { finding in own.contains { $0.code == finding.code } }
      let rows = own.map { rule in
        [
          link(to: rule.code.id) + writing.text(": \(title(of: rule.code))"), writing.text(result(of: rule)),
          writing.text(rule.code.source?.asSentence ?? ""),
        ]
      }
      let header = ["Rule, and what it looks for", "What it found", "Source"]
      let summary = "\(group.title): \(own.count.counting("rule")), \(found.countWords ?? "nothing found")"
      return [
        writing.block(
          .details(summary: writing.text(summary), [writing.table("Rules about \(group.about)", header, rows)]))
      ]
    }
  }

  private func result(of rule: Rule) -> String {
    let found = findings.filter { $0.code == rule.code }.countWords
    let left = accepted.count { $0.finding.code == rule.code }
    let parts = [found, left == 0 ? nil : "\(left) left as \(left == 1 ? "it is" : "they are")"].compactMap(\.self)
    return parts.isEmpty ? "Nothing" : parts.joined(separator: ", ")
  }
}

extension Profile {
  /// What the rules of the group are about.
  fileprivate var words: String {
    switch self {
    case .core: "What holds for every tender (core)."
    case .outcomes: "The practice of commissioning for outcomes (outcomes)."
    case .lightTouch: "The light-touch regime of the Procurement Act 2023 (light-touch)."
    case .full: "The full regime of the Procurement Act 2023 (full)."
    case .belowThreshold: "Tenders below the threshold of the Procurement Act 2023 (below-threshold)."
    }
  }
}
