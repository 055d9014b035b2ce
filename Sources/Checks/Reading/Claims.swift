internal import Diagnostics
internal import Tenders

/// Something that a sentence says of a datum.
struct Claim {
  let quantity: Quantity
  let datum: Datum
  /// What of the datum it is about: all its facts, or those of the lot or the measure that the sentence names.
  let facts: [Datum.Fact]
  /// The words that say it.
  let place: Place
  /// The same in lower case, with a space between any two.
  let words: String

  var isRight: Bool { facts.contains { quantity.agrees(with: $0.value) } }

  /// The weights of all lots, where they differ; the extensions, where they were told.
  var rightWords: String? {
    if case .plan = quantity.value, case .term(_, let more) = facts.first?.value, let term = facts.first?.words {
      return more == 0 ? "\(term), and no extension" : "\(term), and up to \(more) more"
    }
    let each = facts.grouped(by: \.words).map(\.key)
    return datum.kind == .weight && each.count > 1 ? each.joined(separator: " or ") : nil
  }
}

extension Statement {
  /// What it says of data: each quantity with the only name that can be meant.
  func claims(about data: Data) -> [Claim] {
    guard lexemes.count <= Self.longest, lexemes.contains(where: \.isNumeric) else { return [] }
    let own = claims(in: lexemes, from: 0, about: data)
    guard own.isEmpty else { return own }
    let meant = antecedent(among: data)
    let resolved = meant.isEmpty ? [] : claims(in: meant + lexemes.dropFirst(), from: meant.count, about: data)
    guard resolved.isEmpty, isAboutItsHeading else { return resolved }
    // “Weight: 25%” below a heading that names what has it.
    return [previous, lead, headings.last ?? [], subject].lazy.filter { !$0.isEmpty && $0.count <= 8 }
      .map { above in
        claims(in: above + [.mark(":", at: lexemes[0].place)] + lexemes, from: above.count + 1, about: data)
      }
      .first { !$0.isEmpty } ?? []
  }

  /// What “it” at its beginning stands for: what the sentence before began with, or what its heading or page is about.
  private func antecedent(among data: Data) -> [Lexeme] {
    guard ["it", "this", "they", "these"].contains(lexemes.text(0)), lexemes.count > 1 else { return [] }
    let leading = data.mentions(in: lead)
    if let first = leading.first, leading.allSatisfy({ $0.datum == first.datum }) { return Array(lead[first.lexemes]) }
    for above in [previous, headings.last ?? [], page] {
      let start = ["the", "our", "your", "this"].contains(above.text(0)) ? 1 : 0
      if let mention = data.mentions(in: above).first(where: { $0.lexemes.lowerBound <= start && $0.kind != .money }) {
        return Array(above[..<mention.lexemes.upperBound])
      }
      if Self.topics.contains(above.text(start)) { return Array(above[...start]) }
      if !above.isEmpty, above.count > 1 { return [] }
    }
    return []
  }

  private static let topics = Vocabulary.words("BID").union(Vocabulary.words("CONTRACT")).union(["budget", "portal"])

  /// In words and marks. What is longer was not written to be read.
  private static let longest = 300

  /// Whether it begins with a word that stands for what its heading names, or is a number and no more.
  private var isAboutItsHeading: Bool {
    let lexemes = self.lexemes.filter { !["(", "[", ")"].contains($0.text) }
    let first =
      ["this", "the", "a", "an", "at", "by", "on", "up", "no", "maximum", "word"].contains(lexemes.text(0)) ? 1 : 0
    if Self.pronouns.contains(lexemes.text(0)) || Self.pronouns.contains(lexemes.text(first)) { return true }
    guard let number = lexemes.quantities(besides: []).first, number.whole.lowerBound <= first else { return false }
    let next = lexemes.at(number.whole.upperBound)
    return next.map { !$0.isWord || ["at", "by", "before", "of", "from", "in"].contains($0.text) } ?? true
  }

  private static let pronouns: Set<String> = .words(
    """
    it this weight weighting limit length words points marks worth counts date time when value maximum % score closes
    closing share deadline due day
    """)

  private func claims(in lexemes: [Lexeme], from first: Int, about data: Data) -> [Claim] {
    let mentions = data.mentions(in: lexemes).withPronouns(in: lexemes)
    guard !mentions.isEmpty || !data.counts.isEmpty else { return [] }
    let numbered = mentions.filter { mention in lexemes[mention.lexemes].contains(where: \.isNumeric) }
    let quantities = lexemes.quantities(besides: numbered.map(\.lexemes) + lexemes.numbersOfLots)
    let above = [headings.last ?? [], lead, lexemes].joined()
    let speaksOfScores =
      lexemes.contains { ["maximum", "available"].contains($0.text) }
      && lexemes.contains { ["score", "scores"].contains($0.text) }
    let pairing = Pairing(
      lexemes: lexemes, mentions: mentions, quantities: quantities, data: data,
      weighs: weighs ?? (speaksOfScores || above.contains { Pairing.weighing.contains($0.text) }))
    return quantities.indices.flatMap { index -> [Claim] in
      let quantity = quantities[index]
      let own = lexemes[quantity.lexemes]
      guard quantity.lexemes.lowerBound >= first, quantity.bound != .not,
        own.contains(where: { !$0.isDrawn && $0.saysMore }),
        !own.contains(where: \.isQuoted)
      else { return [] }
      return pairing.data(of: index).compactMap { claim(quantity, about: $0, in: lexemes, lots: data.lots) }
    }
  }

  private func claim(
    _ quantity: Quantity, about datum: Datum, in lexemes: [Lexeme], lots: [String: [Phrase]]
  ) -> Claim? {
    func lotsNamed(in lexemes: [Lexeme]) -> Set<String> {
      Set(datum.facts.compactMap(\.lot)).filter { lot in
        (lots[lot] ?? []).contains { name in lexemes.indices.contains { name.end(in: lexemes, from: $0) != nil } }
      }
    }
    let own = lotsNamed(in: lexemes)
    let named = own.isEmpty ? lotsNamed(in: headings.last ?? []) : own
    let facts = datum.facts.filter { fact in
      (named.count != 1 || fact.lot.map(named.contains) ?? false) && quantity.isLike(fact.value)
    }
    // What was drawn in is right; the words around it may not be.
    let places = lexemes[quantity.lexemes].filter { !$0.isDrawn }.map(\.place)
    guard !facts.isEmpty, let first = places.first, let last = places.last,
      first.range.lowerBound < last.range.upperBound
    else { return nil }
    let place = Place(file: first.file, range: first.range.lowerBound..<last.range.upperBound)
    return Claim(
      quantity: quantity, datum: datum, facts: facts, place: place,
      words: lexemes[quantity.lexemes].map(\.text).joined(separator: " "))
  }
}

extension [Data.Mention] {
  /// With each “it” behind a name that begins the sentence: “Price matters, which is why it counts for 20”.
  fileprivate func withPronouns(in lexemes: [Lexeme]) -> [Data.Mention] {
    guard let first, first.lexemes.lowerBound <= 1, first.kind == .weight || first.kind == .limit,
      allSatisfy({ $0.datum == first.datum })
    else { return self }
    let pronouns = lexemes.indices.filter { $0 >= first.lexemes.upperBound && lexemes[$0].text == "it" }
    return self + pronouns.map { Data.Mention(datum: first.datum, kind: first.kind, lexemes: $0..<$0 + 1) }
  }
}

extension [Lexeme] {
  /// Whether it is the number in `lot 2`.
  func isNumberOfLot(_ index: Int) -> Bool { ["lot", "lots"].contains(text(index - 1)) && number(index) != nil }

  fileprivate var numbersOfLots: [Range<Int>] { indices.filter(isNumberOfLot).map { $0..<$0 + 1 } }
}

extension Lexeme {
  /// Whether it is more than the “on” between a time and a day.
  fileprivate var saysMore: Bool { text.contains(where: \.isNumber) || isWord && !Phrase.smallWords.contains(text) }

  /// Whether a quantity can begin with it, or with the word behind it.
  fileprivate var isNumeric: Bool {
    text.contains(where: \.isNumber) || isMonth
      || ["half", "third", "quarter", "fifth", "tenth", "quarters", "thirds"].contains(text)
      || [self].number(0) != nil
  }
}
