extension Pairing {
  /// `There are ten questions`, `all eight outcomes`: a number of things, where the sentence means all of them.
  func counted(_ quantity: Quantity, _ number: Int, _ noun: String) -> [Datum] {
    let (start, end) = (quantity.pieces.lowerBound, quantity.pieces.upperBound)
    guard let datum = data.all.first(where: { $0.kind == .count && $0.naming.subject == noun }),
      quantity.bound == .exactly, !pieces[..<start].contains(where: { datum.naming.unless.contains($0.text) })
    else { return [] }
    return begins(at: start) && ends(at: end, isAll: follows(["all", "all the", "all of the"], start)) ? [datum] : []
  }

  /// Behind “there are”, or behind “and” and another number that is.
  private func begins(at start: Int) -> Bool {
    if follows(Self.openings, start) { return true }
    guard ["and", ","].contains(pieces.text(start - 1)) else { return false }
    return quantities.contains { other in
      guard case .count = other.value, other.pieces.upperBound == start - 1 else { return false }
      return begins(at: other.pieces.lowerBound)
    }
  }

  /// With nothing behind that picks some of them: “two questions about co-production”.
  private func ends(at end: Int, isAll: Bool) -> Bool {
    guard let next = pieces.at(end), next.isWord else { return true }
    switch next.text {
    case "and", "altogether", "overall": return true
    case "in", "for": return ["all", "total", "this", "the"].contains(pieces.text(end + 1))
    default: return isAll && !Self.picks.contains(next.text)
    }
  }

  private func follows(_ phrases: [String], _ start: Int) -> Bool {
    let before = " " + pieces[max(0, start - 3)..<start].map(\.text).joined(separator: " ")
    return phrases.contains { before.hasSuffix(" " + $0) }
  }

  private static let picks: Set<String> = .words("about on that which of below above here from with who where")

  private static let openings = [
    "there are", "all", "all the", "all of the", "we ask", "ask you", "we have", "have chosen", "we chose",
    "have picked", "divided into", "split into", "divided in", "tender has", "framework has", "pack has",
    "contract has", "framework of", "set of", "answer", "answer the", "bid answers", "against", "consists of",
    "comprises", "made of",
    "made up of", "our", "buying", "towards", "rests on", "based on", "built on", "we use", "we set", "tender asks",
    "pack asks",
  ]
}
