internal import Content
internal import Diagnostics
internal import Escaping
internal import Markdown
package import Planning
package import Tenders

/// A tender's outcomes, questions and criteria as tables (RFC 4180), for spreadsheets and programs. They begin with the
/// mark of UTF-8, by which Excel tells it. A text that a spreadsheet would take for a formula begins with an apostrophe.
package struct CSVFiles {
  private let tender: Tender
  /// It knows the texts as they stand on the pages.
  private let plan: Plan

  package init(_ tender: Tender, plan: Plan) { (self.tender, self.plan) = (tender, plan) }

  /// A row for each indicator, and one for an outcome without any.
  package var outcomes: String {
    let head = [
      "outcome", "title", "level", "bottom-lines", "baseline", "indicator", "text", "kind", "measure", "by",
      "how-often",
    ]
    return Self.table(
      head,
      tender.outcomes.flatMap { outcome -> [[String?]] in
        let facts: [String?] = [
          outcome.id, outcome.title, outcome.level.rawValue,
          outcome.bottomLines.map(\.rawValue).joined(separator: "; "),
          outcome.baseline,
        ]
        guard !outcome.indicators.isEmpty else {
          return [facts + Array(repeating: nil, count: head.count - facts.count)]
        }
        return outcome.indicators.map { indicator in
          facts + [
            indicator.id, indicator.text, indicator.evidence?.rawValue, indicator.measure, indicator.measuredBy,
            indicator.howOften,
          ]
        }
      })
  }

  /// A row for each question, in the order in which they are asked.
  package var questions: String {
    Self.table(
      [
        "number", "question", "title", "asks", "group", "criterion", "part", "weight", "limit", "limit-unit", "lots",
        "outcomes", "quality-characteristics", "scale", "matrix", "minimum", "lot-titles", "scale-title", "text",
      ],
      tender.questions.enumerated().map { index, question in
        [
          String(index + 1), question.id, question.title, question.asks, question.group.rawValue,
          question.criterion?.criterion, question.criterion?.part, question.weight?.value.number,
          question.limit.map { String($0.count) }, question.limit?.unit.rawValue,
          question.lots.map(\.id).joined(separator: "; "),
          question.outcomes.map(\.id).joined(separator: "; "),
          question.qualityCharacteristics.map(\.id).joined(separator: "; "), question.scale?.id, question.matrix?.id,
          question.minimum?.number,
          question.lots.map(\.title).joined(separator: "; "),
          question.scale?.title, plan.words(of: question.file, in: tender.id),
        ]
      })
  }

  /// A row for each criterion and each of its parts; for each lot where lots have criteria of their own.
  package var criteria: String {
    Self.table(
      ["lot", "criterion", "part", "title", "kind", "weight", "lot-title"],
      tender.criteriaSets.flatMap { lot, criteria in
        criteria.flatMap { criterion -> [[String?]] in
          let kind = criterion.share.rawValue
          let whole = [lot?.id, criterion.id, nil, criterion.title, kind, criterion.weight?.value.number, lot?.title]
          return [whole]
            + criterion.parts.map { part in
              [lot?.id, criterion.id, part.id, part.title, kind, part.weight?.value.number, lot?.title]
            }
        }
      })
  }

  private static func table(_ head: [String], _ rows: [[String?]]) -> String {
    "\u{FEFF}"
      + ([head] + rows.map { $0.map { $0 ?? "" } }).map { $0.map(\.csvField).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension [Located<String>] {
  fileprivate var ids: String { map(\.value).joined(separator: "; ") }
}
