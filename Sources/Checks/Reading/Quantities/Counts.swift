// What is counted: `ten questions`, `eight service outcomes`.

extension [Piece] {
  func counted(at index: Int) -> (Int, noun: String, end: Int)? {
    guard let number = number(index), let count = number.whole else { return nil }
    for (words, noun) in Self.nouns {
      let end = number.end + words.count
      if end <= self.count, self[number.end..<end].map(\.text) == words { return (count, noun, end) }
    }
    return nil
  }

  private static let nouns: [([String], noun: String)] = [
    ("questions", "questions"), ("question", "questions"), ("scored questions", "questions"),
    ("outcomes", "outcomes"), ("service outcomes", "service outcomes"), ("community outcomes", "community outcomes"),
    ("service level outcomes", "service outcomes"), ("community level outcomes", "community outcomes"),
    ("lots", "lots"), ("separate lots", "lots"), ("criteria", "criteria"), ("award criteria", "criteria"),
    ("main criteria", "criteria"), ("break points", "break points"), ("gates", "gates"), ("evaluators", "evaluators"),
    ("scorers", "evaluators"), ("quality characteristics", "quality characteristics"),
  ].map { ($0.0.split(separator: " ").map(String.init), $0.1) }
}
