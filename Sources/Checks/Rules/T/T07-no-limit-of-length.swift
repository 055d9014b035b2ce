internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Every answer that is scored has a limit of length.
  static let noLimitOfLength = Rule("T07", "no-limit-of-length", .warning, source: Source.act23) { tender, context in
    let prices = Set((tender.criteria + tender.lots.flatMap(\.criteria)).filter { $0.share == .price }.map(\.id))
    return tender.questions.filter {
      $0.limit == nil && $0.weight?.value != .zero && !prices.contains($0.criterion?.criterion ?? "")
    }
    .map { question in
      context.finding(
        "“\(question.title)” has no limit of length", value: "no limit",
        at: question.facts.title.located?.place ?? question.file.place,
        help: "Add a line such as `limit: {words: 500}`. Pages or characters will do as well.")
    }
  }
}
