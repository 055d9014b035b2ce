internal import Diagnostics
internal import Markdown
internal import Planning
internal import Tenders

extension CheckReport {
  /// What was found, in a few sentences, and what that does not mean.
  var inShort: [Block] {
    [
      writing.paragraph(writing.strong(whatWasFound)),
      writing.paragraph(
        "This is not legal advice, and it does not say that the pack is lawful. It says which rules read the pack, where each rule comes from, and what they found. The rules are as they stood on \(RuleEdition.day). What they know of the law comes from notes by official bodies and law firms, the newest from \(RuleEdition.law). Ask a lawyer about anything that turns on the law."
      ),
      writing.paragraph(whichPack),
    ] + (outside.map { [writing.paragraph($0)] } ?? []) + (findings.isEmpty ? [] : [severities])
  }

  private var whatWasFound: String {
    let left =
      accepted.isEmpty
      ? ""
      : " The council decided to leave \(accepted.count.counting("finding")) as \(accepted.count == 1 ? "it is" : "they are")."
    guard let found = findings.countWords else {
      return "\(rules.count.counting("rule")) read this pack and found nothing to mend.\(left)"
    }
    return "\(rules.count.counting("rule")) read this pack. There \(isOne ? "is" : "are") \(found).\(left)"
  }

  /// Whether the first number that is said is one.
  private var isOne: Bool { matters.first.map { findings.count(of: $0.severity) == 1 } ?? false }

  private var whichPack: String {
    let version = tender.version.words.map { "The pack is \($0.loweringFirst)." }
    let stage = "Its stage is “\(tender.stage.rawValue)”."
    let date =
      day.map { "It was checked on \($0.words)." }
      ?? "The report has no date of its own, since the same files always give the same report. To give it one, name the day: tenderpress build --on 2027-01-15."
    return [version, stage, date, unfinished].compactMap(\.self).joined(separator: " ")
  }

  private var unfinished: String? {
    tender.stage == .draft
      ? "While it is a draft, what is unfinished is a warning. From the stage “planned” on, some of that is an error."
      : nil
  }

  private var outside: String? {
    elsewhere == 0
      ? nil
      : "\(elsewhere.counting("more finding")) \(elsewhere == 1 ? "is" : "are") about other pages of the site, such as guidance. They are not in this report. The command tenderpress check lists them."
  }

  private var severities: Block {
    let meanings: [(Severity, String)] = [
      (.error, "An error must be mended before the pack can be published."),
      (.warning, "A warning is about good practice or a risk. Mend it, or write down why you leave it."),
      (.note, "A note is something to know. Often it can stay."),
    ]
    return writing.list(meanings.filter { findings.count(of: $0.0) > 0 }.map(\.1))
  }
}
