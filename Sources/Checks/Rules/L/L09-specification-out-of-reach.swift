internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// The specification is a page of the pack, one step from a summary that is soon read.
  static let specificationOutOfReach = Rule(
    "L09", "specification-out-of-reach", .warning, source: Source.workbook, thresholds: [.summaryWordsMost]
  ) { tender, context in
    let most = context.limit(.summaryWordsMost)
    var findings: [Diagnostic] = []
    if tender.stage != .draft, tender.page(.specification) == nil {
      findings.append(
        context.finding(
          "the pack has no page with its specification", value: "no specification", at: tender.titlePlace,
          help: "Write specification.md beside tender.md. Every page of the pack then leads to it in one step."))
    }
    let words = tender.file.sections.flatMap(\.sentences).map(\.words.count).reduce(0, +)
    if words > most.value {
      findings.append(
        context.finding(
          "the summary has \(words.grouped) words, and should have at most \(most.value.grouped)",
          value: words.counting("word"), at: tender.file.sections.first?.place ?? tender.titlePlace, against: [most],
          help: "Move what only some readers need to other pages, such as how to respond."))
    }
    return findings
  }
}
