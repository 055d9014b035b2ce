extension Pairing {
  /// Whether the words around leave a name and a quantity what they seem to be.
  func fits(_ mention: Data.Mention, _ index: Int) -> Bool {
    let (datum, quantity) = (data[mention.datum], quantities[index])
    let between = Set(lexemes[gap(mention.lexemes, quantity.lexemes)].map(\.text))
    guard !isOther(mention, index), !isInCondition(quantity, mention) else { return false }
    guard datum.naming.needs.isEmpty || !between.isDisjoint(with: datum.naming.needs) else { return false }
    let next = lexemes.text(quantity.whole.upperBound)
    switch datum.kind {
    case .weight:
      let isMost = quantity.bound == .atMost && lexemes.contains { ["count", "counts"].contains($0.text) }
      return !isMost && (quantity.bound == .atMost || !isRelative) && endsAsShare(quantity)
        && standsAlone(mention, beside: quantity)
    case .limit:
      let isPart = next == "of" && lexemes.text(quantity.whole.upperBound + 1) == "the"
      let isToAnswer = next == "to" && ["answer", "respond"].contains(lexemes.text(quantity.whole.upperBound + 2 - 1))
      return !isPart
        && (isToAnswer || !["each", "per", "about", "on", "every", "describing", "to"].contains(next))
    case .money:
      // “With VAT” is “including VAT”.
      let isWithVAT = lexemes.indices.contains { lexemes[$0].text == "with" && lexemes.text($0 + 1) == "vat" }
      guard !isWithVAT || !datum.naming.unless.contains("including") else { return false }
      // “A £2 million contract”; behind it, the contract may cost anything.
      let isBare = mention.lexemes.count == 1 && lexemes[mention.lexemes.lowerBound].text == "contract"
      guard !isBare || quantity.whole.upperBound == mention.lexemes.lowerBound else { return false }
      return isOurContract(mention) && !["of", "towards", "out"].contains(next) && !isForAnother(quantity)
    case .term: return isOurContract(mention) && followsItsContract(mention) && !isWithExtensions(quantity, datum)
    case .date:
      return isOurContract(mention) && followsItsContract(mention) && !isOneOfSome(mention, quantity)
        && !isAskedOfBidders(mention) && !isCountedFrom
        && !isAnyBid(mention, between)
    case .score, .count: return true
    }
  }

  /// “£12,000 a year for the hall”.
  private func isForAnother(_ quantity: Quantity) -> Bool {
    let next = quantity.whole.upperBound
    guard lexemes.text(next) == "for" else { return false }
    return !lexemes[(next + 1)...].prefix(5).contains {
      Self.whole.contains($0.text) || data.lotWords.contains($0.text)
    }
  }

  private static let whole: Set<String> = .words("contract service services agreement year years months term all work")

  /// “The contract may run for five years, if it is extended.”
  private func isWithExtensions(_ quantity: Quantity, _ datum: Datum) -> Bool {
    guard case .months(let months) = quantity.value, lexemes.contains(where: { Self.withExtensions.contains($0.text) }),
      !lexemes.contains(where: { $0.text == "initial" })
    else { return false }
    return datum.facts.contains { fact in
      if case .term(let term, let more) = fact.value { months == [term + more] } else { false }
    }
  }

  private static let withExtensions: Set<String> = .words(
    "extended extension extensions extend maximum longest all most total altogether")

  // MARK: Time and condition

  /// Whether a word near by makes it another thing, or a thing of the past.
  private func isOther(_ mention: Data.Mention, _ index: Int) -> Bool {
    let datum = data[mention.datum]
    func words(in range: Range<Int>) -> Set<String> {
      Set(range.filter { !mention.lexemes.contains($0) && !isLeftOut($0) }.map { lexemes[$0].text })
    }
    let near = window(of: index)
    let past = words(in: datum.kind == .weight ? lexemes.indices : near).intersection(["was", "were"])
    let others = quantities[index].isSpan ? datum.naming.unless.subtracting(Self.ofSpans) : datum.naming.unless
    return !others.isDisjoint(with: words(in: near)) || !past.subtracting(datum.naming.links).isEmpty
  }

  /// A time from one day to another has both of its ends.
  private static let ofSpans: Set<String> = ["from", "start", "starts", "begin", "begins", "until", "ends", "end"]

  /// “Excluding extensions and VAT”: what is left out of a sum does not make it another.
  private func isLeftOut(_ index: Int) -> Bool {
    let before = Array(lexemes[max(0, index - 4)..<index].map(\.text))
    // A contract that will last has no last part.
    switch lexemes[index].text {
    case "last" where Self.modals.contains(before.last ?? ""): return true
    case "first" where lexemes.text(index + 1) == "instance": return true
    case "between" where ["split", "divided", "shared"].contains(before.last ?? ""): return true
    default: break
    }
    return before.lastIndex { ["excluding", "exclusive", "unless"].contains($0) }.map { !before[$0...].contains(",") }
      ?? false
  }

  private static let modals: Set<String> = ["will", "shall", "should", "to", "may", "can", "would"]

  /// From the quantity of its kind before it, to the end of its own clause.
  private func window(of index: Int) -> Range<Int> {
    let quantity = quantities[index]
    let before = quantities[..<index].last { $0.isOfKind(quantity) }?.whole.upperBound ?? 0
    let start = (before..<quantity.whole.lowerBound).last { lexemes[$0].text == ";" }.map { $0 + 1 } ?? before
    let end = (quantity.whole.upperBound..<lexemes.count).first { Self.clauseEnds.contains(lexemes[$0].text) }
    return start..<(end ?? lexemes.count)
  }

  private static let refusing: Set<String> = .words("no not cannot late rejected disregarded refused")

  private static let clauseEnds: Set<String> = [";", ",", "and", "but", "with", "plus", "unless"]

  /// Between “if” and the next comma; “whether you have won” names the decision.
  private func isInCondition(_ quantity: Quantity, _ mention: Data.Mention) -> Bool {
    let before = lexemes[..<quantity.whole.lowerBound]
    guard let start = before.lastIndex(where: { ["if", "unless", "whether"].contains($0.text) }),
      !mention.lexemes.contains(start)
    else { return false }
    // “Not answered if they come after 5 March”: then that is the end of it.
    if lexemes.text(quantity.whole.lowerBound - 1) == "after",
      lexemes.contains(where: { Self.refusing.contains($0.text) })
    {
      return false
    }
    return !before[start...].contains { $0.text == "," }
  }

  /// “Two weeks before the deadline”, “within 24 hours of the deadline”: then a date is not the deadline's own.
  private var isCountedFrom: Bool {
    let units: Set<String> = .words("hours day days week weeks month months year years")
    return lexemes.indices.contains { at in
      units.contains(lexemes[at].text)
        && (["before", "after", "later", "earlier", "ahead"].contains(lexemes.text(at + 1))
          || lexemes.text(at + 1) == "of" && lexemes.text(at + 2) == "the")
    }
  }

  /// A bid that arrives at some time is not when bids are due; one that arrives after it is late.
  private func isAnyBid(_ mention: Data.Mention, _ between: Set<String>) -> Bool {
    data[mention.datum].stretch == .tender
      && ["a", "any", "one"].contains(lexemes.text(mention.lexemes.lowerBound - 1))
      && between.isDisjoint(with: ["after", "by", "before", "later", "until"])
  }

  private static let questioning = Vocabulary.words("QUERY").union(["answers", "all", "them"])
  private static let answering: Set<String> = ["answer", "reply", "respond", "complete"]

  /// “Answer all five questions by noon” asks it of bidders; the council’s own answers are another date.
  private func isAskedOfBidders(_ mention: Data.Mention) -> Bool {
    let own = lexemes[mention.lexemes].map(\.text)
    guard own.contains(where: Self.questioning.contains) else { return false }
    if own.contains("your"), !own.contains("questions") { return true }
    guard let verb = lexemes[..<mention.lexemes.upperBound].lastIndex(where: { Self.answering.contains($0.text) })
    else {
      return false
    }
    let before = lexemes[max(0, verb - 4)..<verb].map(\.text)
    return before.isEmpty
      || ["please", "must", "you", "to", "and", "should", "bidders"].contains(before[before.count - 1])
        && Set(before).isDisjoint(with: ["we", "council", "team", "authority", "aims", "intends"])
  }

  /// “Bids received by 5 March will be checked” speaks of some of them, without a “must”.
  private func isOneOfSome(_ mention: Data.Mention, _ quantity: Quantity) -> Bool {
    let start = quantity.whole.lowerBound
    guard ["will", "may", "can"].contains(lexemes.text(quantity.whole.upperBound)), mention.lexemes.lowerBound < start,
      ["by", "before"].contains(lexemes.text(start - 1))
    else { return false }
    return !lexemes[mention.lexemes.lowerBound..<start].contains {
      ["must", "should", "shall", "need", "needs", "have", "to"].contains($0.text)
    }
  }

  // MARK: Shares

  /// “A bid gets 15 points for price”, “of the points for quality”: not what price counts for.
  private var isRelative: Bool {
    lexemes.indices.contains { at in
      let next = lexemes.text(at + 1)
      return switch lexemes[at].text {
      case "within": true
      case "a", "one", "each", "any":
        ["bid", "price"].contains(next)
          || lexemes.number(at + 1).map { ["for", "in", "on"].contains(lexemes.text($0.end)) } ?? false
      case "marks", "points", "score":
        ["for", "of"].contains(next) && lexemes.text(at - 1) == "the" && lexemes.text(at - 2) == "of"
      default: false
      }
    }
  }

  /// Whether what follows leaves it a share of the marks: “25% of the marks”, not “25% of turnover”.
  private func endsAsShare(_ quantity: Quantity) -> Bool {
    let next = quantity.whole.upperBound
    guard let lexeme = lexemes.at(next) else { return true }
    if lexeme.text == "as", lexemes.text(next + 1) == "much" { return false }
    if ["of", "in"].contains(lexeme.text) {
      return lexemes[(next + 1)...].prefix(4).contains { Self.wholes.contains($0.text) }
    }
    return !(lexeme.isWord || lexeme.text.first?.isNumber ?? false) || Self.afterShare.contains(lexeme.text)
      || mentions.contains { $0.lexemes.contains(next) }
  }

  private static let wholes: Set<String> = .words(
    "marks points score scores total weighting weight evaluation assessment scoring 100 overall lot lots tender award")
  private static let afterShare: Set<String> = .words(
    """
    and or but for while whereas with when is are goes go comes to on by as available overall weight weighting towards
    will have has had been we here the at so because since then now each too not rather instead allocated awarded from
    """)

  /// A name may be a part of another: “price schedule”, “the lowest price”, “everything but price”.
  private func standsAlone(_ mention: Data.Mention, beside quantity: Quantity) -> Bool {
    func isSmall(_ at: Int) -> Bool {
      guard let lexeme = lexemes.at(at), lexeme.isWord, !quantity.whole.contains(at) else { return true }
      return Phrase.smallWords.contains(lexeme.text) || Naming.weight.links.contains(lexeme.text)
        || Self.conjunctions.contains(lexeme.text)
    }
    let before = mention.lexemes.lowerBound - 1
    return isSmall(mention.lexemes.upperBound) && !["but", "than", "not"].contains(lexemes.text(before))
      && (mention.lexemes.count > 1 || isSmall(before))
  }

  private static let conjunctions: Set<String> = .words(
    "and or but while whereas against why when because since where though although")

  // MARK: Whose contract

  /// “The contract”, not “the cleaning contract”, “a contract” of any kind, or “the second year of the contract”.
  private func isOurContract(_ mention: Data.Mention) -> Bool {
    let at = mention.lexemes.lowerBound
    guard Self.contracts.contains(lexemes[at].text), let before = lexemes.at(at - 1), before.isWord else { return true }
    switch before.text {
    case "a", "an", "any", "every", "each":
      return data[mention.datum].stretch == .tender || Self.announcing.contains(lexemes.text(at - 2))
    case "the", "our", "this": return !Self.partOf.contains(lexemes.text(at - 2))
    default:
      return Phrase.smallWords.contains(before.text) || Self.beforeContract.contains(before.text)
        || quantities.contains { $0.whole.contains(at - 1) }
    }
  }

  /// “… and ends on 30 June” goes on about the contract where it began with it.
  private func followsItsContract(_ mention: Data.Mention) -> Bool {
    guard data[mention.datum].stretch == .contract || mention.kind == .term,
      lexemes[mention.lexemes.lowerBound].text == "and"
    else {
      return true
    }
    return mentions.contains {
      data[$0.datum].stretch == .contract && $0.lexemes.upperBound <= mention.lexemes.lowerBound
    }
  }

  private static let contracts: Set<String> = .words(
    "contract contracts service services agreement term tender budget funding work")
  private static let announcing: Set<String> = .words("is be for offer offering award let has have with on")
  private static let partOf: Set<String> = .words("of in under within into during outside from out use uses using")
  private static let beforeContract: Set<String> = .words(
    """
    main council authority estimated expected planned proposed anticipated year month years months and initial when total annual yearly whole available return send submit maximum before
    overall
    """)
}
