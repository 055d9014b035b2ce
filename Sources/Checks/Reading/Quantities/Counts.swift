// What is counted: `ten questions`, `eight service outcomes`.

extension [Lexeme] {
  func counted(at index: Int) -> (Int, noun: String, end: Int)? {
    guard let number = number(index), let count = number.whole else { return nil }
    var start = number.end
    while start < number.end + 2, Self.adjectives.contains(text(start)) { start += 1 }
    for (words, noun) in Self.nouns {
      let end = start + words.count
      if end <= self.count, self[start..<end].map(\.text) == words { return (count, noun, end) }
    }
    return nil
  }

  /// They leave the number what it is.
  private static let adjectives: Set<String> = .words(
    "scored method statement written main separate award evaluation agreed headline")

  private static let nouns: [([String], noun: String)] = [
    ("questions", "questions"), ("question", "questions"),
    ("outcomes", "outcomes"), ("service outcomes", "service outcomes"), ("community outcomes", "community outcomes"),
    ("service level outcomes", "service outcomes"), ("community level outcomes", "community outcomes"),
    ("lots", "lots"), ("criteria", "criteria"), ("break clauses", "break points"), ("break points", "break points"),
    ("gates", "gates"), ("evaluators", "evaluators"),
    ("scorers", "evaluators"), ("quality characteristics", "quality characteristics"),
  ].map { ($0.0.split(separator: " ").map(String.init), $0.1) }
}
