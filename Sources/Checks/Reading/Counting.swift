extension Pairing {
  /// `There are ten questions`, `all eight outcomes`: a number of things, where the sentence means all of them.
  func counted(_ quantity: Quantity, _ number: Int, _ noun: String) -> [Datum] {
    let (start, end) = (quantity.lexemes.lowerBound, quantity.lexemes.upperBound)
    guard let datum = data.counts[noun],
      quantity.bound == .exactly
    else { return [] }
    // Nobody can pick more than there are.
    let isMore = datum.numbers.allSatisfy { $0 < number }
    let isOther = (0..<start).contains { at in
      datum.naming.unless.contains(lexemes[at].text) && lexemes.text(at + 1) != "of"
        && !(isMore && ["below", "above", "following", "here"].contains(lexemes[at].text))
    }
    guard !isOther else { return [] }
    let isWhole = begins(at: start) || (follows(["the"], start) && noun != "gates" && (isMore || number > 3))
    return isWhole && (isMore || ends(at: end, isAll: follows(Self.definite, start))) ? [datum] : []
  }

  /// Behind “there are” or “our framework has”, or behind “and” and another number that is.
  private func begins(at start: Int) -> Bool {
    if follows(Self.definite.filter { $0 != "the" } + Self.openings, start) { return true }
    if follows(Self.having, start) { return lexemes[..<start].contains { Self.havers.contains($0.text) } }
    guard ["and", ","].contains(lexemes.text(start - 1)) else { return false }
    return quantities.contains { other in
      guard case .count = other.value, other.lexemes.upperBound == start - 1 else { return false }
      return begins(at: other.lexemes.lowerBound)
    }
  }

  /// With nothing behind that picks some of them: “two questions about co-production”.
  private func ends(at end: Int, isAll: Bool) -> Bool {
    guard let next = lexemes.at(end), next.isWord else { return true }
    switch next.text {
    case "and", "altogether", "overall", "each", "at", "to": return true
    case "in", "for":
      return ["all", "total", "this", "the", "our"].contains(lexemes.text(end + 1))
        && !Self.parts.contains(lexemes.text(end + 2))
    default: return isAll && !Self.picks.contains(next.text)
    }
  }

  private func follows(_ phrases: [String], _ start: Int) -> Bool {
    let before = " " + lexemes[max(0, start - 4)..<start].map(\.text).joined(separator: " ")
    return phrases.contains { before.hasSuffix(" " + $0) }
  }

  private static let picks: Set<String> = .words("about on that which of below above here from with who where you they")
  private static let parts: Set<String> = .words("section part group lot box table list form")

  private static let definite = [
    "all", "all the", "all of the", "each of the", "both of the", "either of the", "any of the", "our", "the",
  ]

  private static let openings = [
    "there are", "we ask", "ask you", "have chosen", "we chose", "have picked", "divided into", "split into",
    "divided in", "into", "answer", "answer the", "bid answers", "answers to", "respond to", "against", "against the",
    "consists of", "framework of", "set of", "made of", "made up of", "buying", "towards", "rests on", "based on",
    "built on", "we use", "we set",
    "have agreed", "are asked", "judged on", "scored on", "assessed on", "evaluated on", "you will find", "a total of",
    "total of",
  ]

  private static let having = [
    "has", "have", "contains", "contain", "comprises", "comprise", "lists", "sets out", "describes", "asks",
    "consist of",
    "names", "covers", "with",
  ]
  private static let havers: Set<String> = .words(
    """
    we service tender framework pack contract itt specification document documents questionnaire competition opportunity
    procurement agreement
    """)
}

extension Datum {
  fileprivate var numbers: [Int] {
    facts.compactMap { if case .count(let count) = $0.value { count } else { nil } }
  }
}
