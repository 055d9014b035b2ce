/// Which quantity of a sentence belongs to which name.
struct Pairing {
  let lexemes: [Lexeme]
  let mentions: [Data.Mention]
  let quantities: [Quantity]
  let data: Data
  /// Whether the sentence or what leads to it speaks of weights, so that a number without a unit can be one.
  let weighs: Bool

  /// Whether a sentence speaks of weights.
  static let weighing: Set<String> = .words(
    """
    counts count counting weighs weigh weight weights weighting weightings weighted worth points marks carries
    percentage % ratio split
    """)

  private typealias Candidate = (mention: Data.Mention, distance: Int)

  /// The data that a quantity is said of: none where it is not certain, and two for a time from one day to another.
  func data(of index: Int) -> [Datum] {
    if case .count(let number, let noun) = quantities[index].value { return counted(quantities[index], number, noun) }
    let candidates = candidates(for: index)
    guard let nearest = candidates.first else { return [] }
    let names = mentions.filter { $0.kind == nearest.mention.kind }.map(\.lexemes)
    let row = row(of: nearest.mention.lexemes, among: names.sorted { $0.lowerBound < $1.lowerBound })
    if row.count > 1 { return shared(row, index) }
    let datum = data[nearest.mention.datum]
    if quantities[index].isSpan, let stretch = datum.stretch { return data.ends(of: stretch) }
    guard datum.kind != .weight || isNearest(index, to: nearest) else { return [] }
    let isCertain = candidates.allSatisfy {
      $0.mention.datum == nearest.mention.datum || $0.distance > nearest.distance
    }
    return isCertain ? [datum] : []
  }

  /// The names that a quantity can belong to, the nearest first.
  private func candidates(for index: Int) -> [Candidate] {
    mentions.filter { mention in
      quantities[index].canBe(data[mention.datum], weighs: weighs) && isLinked(mention, to: index)
        && fits(mention, index)
    }.map { ($0, distance($0, quantities[index])) }.sorted { $0.1 < $1.1 }
  }

  /// Whether no other share is nearer to a name: “a difference of 5% in price is worth 1 point”.
  private func isNearest(_ index: Int, to candidate: Candidate) -> Bool {
    let datum = data[candidate.mention.datum]
    return quantities.indices.allSatisfy { other in
      other == index || !quantities[other].canBe(datum, weighs: weighs)
        || distance(candidate.mention, quantities[other]) >= candidate.distance
    }
  }

  // MARK: Rows

  /// A row of names, as in “quality and price”, shares a row of numbers: one each, in their order.
  private func shared(_ row: [Range<Int>], _ index: Int) -> [Datum] {
    let numbers = self.row(of: quantities[index].whole, among: quantities.map(\.whole))
    guard row.count == numbers.count, let position = numbers.firstIndex(of: quantities[index].whole) else { return [] }
    let own = row.map { name in mentions.filter { $0.lexemes == name }.prefix(1).map { data[$0.datum] } }
    return isSplitInTwo(own.joined().map(\.self), numbers) ? [] : own[position].map(\.self)
  }

  /// In “quality and price 80/20” one of the two may stand for all the rest.
  private func isSplitInTwo(_ names: [Datum], _ numbers: [Range<Int>]) -> Bool {
    let shares = numbers.compactMap { lexemes.number($0.lowerBound)?.value }
    guard names.count == 2, shares.count == 2, shares.reduce(0, +) == 100 else { return false }
    return zip(names, shares).contains { name, share in
      name.kind == .weight && name.facts.contains { Quantity.Value.share(share).agrees(with: $0.value) }
    }
  }

  private var isRatio: Bool { lexemes.contains { ["ratio", "split"].contains($0.text) } }

  /// The things around one that have nothing between them but commas and one “and”.
  private func row(of thing: Range<Int>, among things: [Range<Int>]) -> [Range<Int>] {
    let ands: Set<String> = ["and", "&", "or", "plus", "/"]
    func isJoined(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
      // “The quality to price ratio”, “price : quality”.
      if [":", "to"].contains(lexemes[gap(one, other)].map(\.text).joined()), isRatio { return true }
      let words = Set(lexemes[gap(one, other)].map(\.text))
      return words.isSubset(of: ands.union([",", "the", "for"])) && !words.isDisjoint(with: ands.union([","]))
    }
    var row = [thing]
    for next in things where next.lowerBound >= thing.upperBound && isJoined(row[row.count - 1], next) {
      row.append(next)
    }
    for next in things.reversed() where next.upperBound <= thing.lowerBound && isJoined(next, row[0]) {
      row.insert(next, at: 0)
    }
    let between = lexemes[row[0].lowerBound..<row[row.count - 1].upperBound]
    return isRatio || between.contains { ands.contains($0.text) } ? row : [thing]
  }

  // MARK: What stands between

  func gap(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
    return first.upperBound..<max(first.upperBound, second.lowerBound)
  }

  /// In words; a comma or an “and” between counts for many.
  private func distance(_ mention: Data.Mention, _ quantity: Quantity) -> Int {
    let gap = gap(mention.lexemes, quantity.whole)
    return gap.count + 20 * gap.count { [",", "and", ";", "but", "while", "–"].contains(lexemes[$0].text) }
  }

  /// Whether only small words and links stand between a name and a quantity, and no other quantity that it could have.
  private func isLinked(_ mention: Data.Mention, to index: Int) -> Bool {
    let (datum, whole) = (data[mention.datum], quantities[index].whole)
    let gap = gap(mention.lexemes, whole)
    let others = quantities.indices.filter { $0 != index && quantities[$0].whole.overlaps(gap) }
    guard gap.count <= 24, others.allSatisfy({ isAside($0, of: index, for: datum.kind) }) else { return false }
    if whole.lowerBound < mention.lexemes.lowerBound {
      // Behind a number, another clause may begin with the name of something else.
      let isClause = lexemes[gap].contains { ["and", "but", ";"].contains($0.text) }
      guard !isClause, lexemes.text(mention.lexemes.lowerBound) != "and",
        !datum.isNamedFirst || (gap.count <= 1 && lexemes[mention.lexemes.lowerBound].text != "contract")
      else {
        return false
      }
      // A number without a unit is not the one of its row: “1 : Who decides”.
      if quantities[index].isBare, [":", ")", "."].contains(lexemes.text(whole.upperBound)) { return false }
    }
    let aside = Set(others.flatMap { Array(quantities[$0].whole) }).union(asides(in: gap))
    return gap.allSatisfy { at in
      aside.contains(at) || isLink(lexemes[at].text, for: datum) || lexemes.isNumberOfLot(at)
        || (lexemes[at].text == "." && ["max", "min"].contains(lexemes.text(at - 1)))
        || mentions.contains { $0.datum == mention.datum && $0.lexemes.contains(at) }
    }
  }

  private func isLink(_ word: String, for datum: Datum) -> Bool {
    if datum.naming.links.contains(word) || data.lotWords.contains(word) { return true }
    switch word {
    case ":", ",", "(", ")", "–", "=", ";", "[", "]": return true
    case "by", "from", "until", "but", "every": return false
    default: return Phrase.smallWords.contains(word)
    }
  }

  /// Whether a quantity may stand between another and its name: “over three years, £1.5m”.
  private func isAside(_ index: Int, of own: Int, for kind: Datum.Kind) -> Bool {
    switch (quantities[index].value, kind) {
    case (.money(let sum), .money):
      // “£450,000 a year, £1.35m in all”.
      if case .money(let own) = quantities[own].value {
        sum.per != own.per && sum.per != .unknown && own.per != .unknown
      } else {
        false
      }
    case (.months, .money), (.months, .term), (.length, .weight), (.share, .limit), (.bare, .limit),
      (.bare, .date):
      true
    default: false
    }
  }

  private static let asideOpenings: Set<String> = [
    "which", "who", "that", "where", "excluding", "including", "before", "unless", "if",
  ]

  /// What stands in brackets, or between commas behind “which”.
  private func asides(in gap: Range<Int>) -> Set<Int> {
    func stretch(from isOpen: (Int) -> Bool, to close: String) -> [Int] {
      guard let open = gap.first(where: isOpen), let end = gap.first(where: { $0 > open && lexemes[$0].text == close })
      else {
        return []
      }
      return Array(open...end)
    }
    let brackets = stretch(from: { lexemes[$0].text == "(" }, to: ")")
    let clause = stretch(
      from: { lexemes[$0].text == "," && Self.asideOpenings.contains(lexemes.text($0 + 1)) }, to: ",")
    return Set(brackets + clause)
  }
}
