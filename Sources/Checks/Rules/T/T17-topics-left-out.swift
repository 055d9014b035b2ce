internal import Diagnostics
internal import Tenders

extension Rule {
  /// Safeguarding, equality and data protection are treated somewhere in the pack.
  static let topicsLeftOut = Rule("T17", "topics-left-out", .warning, source: "common practice") { tender, context in
    return topics.filter { !tender.covers($0.key) }.map { topic in
      context.finding(
        "no page says \(topic.words)", value: topic.key.rawValue, at: tender.titlePlace,
        help: "Say it on a page, such as the specification, and add `covers: [\(topic.key.rawValue)]` to that page.")
    }
  }

  private static let topics: [(key: Topic, words: String)] = [
    (key: .safeguarding, words: "how people are kept safe"),
    (key: .equality, words: "how the service is made fair to everyone"),
    (key: .dataProtection, words: "who answers for information about people"),
  ]
}
