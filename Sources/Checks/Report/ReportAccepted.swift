internal import Diagnostics
internal import Markdown
internal import Planning
internal import Tenders

extension CheckReport {
  /// What the council decided to live with, and who decided it, when and why.
  var whatIsLeft: [Block] {
    guard !accepted.isEmpty else { return [] }
    let items = accepted.map { finding, acceptance in
      [
        writing.strong("\(finding.code.id): \(title(of: finding.code)). ")
          + writing.text(finding.message.asSentence + (finding.place.map { " It is in \(words(of: $0))." } ?? "")),
        writing.text(
          "Reason: \(acceptance.reason.asSentence) Decided by: \(acceptance.by), \(acceptance.date.day.shortWords)."),
      ]
    }
    return [
      writing.paragraph(
        "Each of these holds for one value in one file. When the value changes, the finding comes back."),
      writing.block(
        .list(List(tight: false, items: items.map { List.Item(blocks: $0.map(writing.paragraph)) }))),
    ]
  }
}
