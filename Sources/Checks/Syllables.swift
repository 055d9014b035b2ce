/// How many syllables people hear in an English word, by rules and a short list of exceptions.
enum Syllables {
  /// Of a word as it stands in a text: `co-production` 4, `NHS` 3, `they’ll` 1. Figures have none: read aloud they would
  /// say more about the amount than about the writing.
  static func count(_ word: String) -> Int {
    word.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map { part in
      let letters = part.filter(\.isLetter)
      guard !letters.isSpelledOut else { return letters.letterSyllables }
      // Is|n’t, could|n’t; but don’t, can’t, weren’t.
      let isHeard = letters.count < part.count && ["dnt", "snt"].contains { letters.hasSuffix($0) }
      return plain(letters.lowercased()[...]) + (isHeard ? 1 : 0)
    }.reduce(0, +)
  }

  /// Head by head in a loop, since nobody knows how long a word may be that somebody writes.
  private static func plain(_ word: Substring) -> Int {
    var (rest, count) = (word, 0)
    while true {
      if let known = exception(rest) { return count + known }
      guard let head = heads.first(where: { rest.hasPrefix($0) && rest.dropFirst($0.count).prefix(3).count == 3 }),
        !vowels.contains(rest.dropFirst(head.count).first ?? "a")
      else { break }
      count += exception(head[...]) ?? byRules(head)
      rest = rest.dropFirst(head.count)
    }
    return count + (rest.isEmpty ? 0 : byRules(String(rest)))
  }

  private static func byRules(_ word: String) -> Int {
    max(1, word.split { !vowels.contains($0) }.count + hiatuses(word) - silent(word))
  }

  private static func exception(_ word: Substring) -> Int? {
    // No word of the list is longer.
    guard word.utf8.count <= 16 else { return nil }
    return exceptions[String(word)] ?? (word.last == "s" ? exceptions[String(word.dropLast())] : nil)
  }

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y", "é"]

  /// Vowels that stand together and are heard apart: sci-ence, re-al-ise, ear-li-er.
  private static func hiatuses(_ word: String) -> Int {
    let letters = Array(word)
    var count = 0
    for index in letters.indices.dropFirst() {
      guard vowels.contains(letters[index - 1]) else { continue }
      let before = index >= 2 ? letters[index - 2] : " "
      // No ending that is looked for has more letters.
      let rest = String(letters[index...].prefix(6))
      if areApart(letters[index - 1], rest, after: before) { count += 1 }
    }
    if ["sm", "sms", "tre", "tres", "cre", "cres"].contains(where: word.hasSuffix) { count += 1 }
    if ["reim", "rein", "reit", "reus", "reali", "reac"].contains(where: word.hasPrefix), word.count > 6 { count += 1 }
    return count
  }

  /// Whether a syllable begins at `rest`, the next few letters, which follow a vowel.
  private static func areApart(_ vowel: Character, _ rest: String, after before: Character) -> Bool {
    func begins(_ starts: String...) -> Bool { starts.contains { rest.hasPrefix($0) } }
    func ends(_ ends: String...) -> Bool { ends.contains(rest) }
    let isSoft = "ctsgx".contains(before)
    switch vowel {
    case "i":
      if begins("at", "ab", "ary", "ari", "ality") { return true }
      if begins("on") { return !isSoft && !"ln".contains(before) }
      if begins("a", "o", "u", "en") { return !isSoft }
      return begins("et") || ends("er", "ers", "est")
    case "u":
      if begins("ous", "ity") { return before != "q" }
      return !"qg".contains(before) && begins("a", "o", "ent", "ence", "enc", "el", "ing", "ition")
    case "e": return begins("o") && !begins("ou") && before != "p" || begins("ing", "um", "ity")
    case "o": return begins("ing", "em", "alit", "oper", "ord") || ends("er", "ers")
    case "y":
      let followsVowel = "aeo".contains(before)
      return begins("ing", "ee") || followsVowel && begins("a", "o") || !followsVowel && ends("er", "ers")
    case "a": return begins("ing", "os", "ot")
    default: return false
    }
  }

  /// Letters that count as vowels and are not heard: hom(e), hop(e)less, ask(e)d, chang(e)s only where it slides.
  private static func silent(_ word: String) -> Int {
    let letters = Array(word)
    func letter(fromEnd index: Int) -> Character { letters.count > index ? letters[letters.count - 1 - index] : " " }
    func isVowel(_ index: Int) -> Bool { vowels.contains(letter(fromEnd: index)) }
    var count = 0
    if let tail = tails.first(where: { word.hasSuffix("e" + $0) }) {
      let stem = word.dropLast(tail.count + 1)
      let last = stem.last ?? " "
      let isSyllable = last == "l" && !(stem.dropLast().last.map(vowels.contains) ?? true)
      if stem.count > 1, !vowels.contains(last), !isSyllable { count += 1 }
    }
    if word.hasSuffix("ically") || word.hasSuffix("que") || word.hasSuffix("ques") { count += 1 }
    if word.hasSuffix("gue") || word.hasSuffix("gues") { count += 1 }
    let isLong = letters.count > 2
    switch letter(fromEnd: 0) {
    case "e" where isLong && !isVowel(1):
      if !(letter(fromEnd: 1) == "l" && !isVowel(2)) { count += 1 }
    case "s" where letters.count > 3 && letter(fromEnd: 1) == "e" && !isVowel(2):
      let isHissed = "szxcg".contains(letter(fromEnd: 2)) || word.hasSuffix("shes") || word.hasSuffix("ches")
      if !isHissed, !(letter(fromEnd: 2) == "l" && !isVowel(3)) { count += 1 }
    case "d" where letters.count > 3 && letter(fromEnd: 1) == "e" && !isVowel(2):
      let isSyllable = letter(fromEnd: 2) == "l" && !isVowel(3) && !"lr".contains(letter(fromEnd: 3))
      if !"td".contains(letter(fromEnd: 2)), !isSyllable { count += 1 }
    default: break
    }
    return count
  }

  private static let tails = ["ly", "ful", "fully", "less", "ment", "ments", "ness", "ty"]
  /// Words with a silent end that others are made with: something, timetable.
  private static let heads = [
    "some", "there", "where", "home", "life", "time", "care", "here", "fore", "wide", "safe", "guide", "base", "stake",
    "share", "frame", "rule", "live", "every", "else", "white", "note", "house", "site", "people",
  ]
  /// Words that go their own way, most of them common.
  private static let exceptions = [
    "anyone": 3, "anxiety": 4, "area": 3, "argue": 2, "being": 2, "business": 2, "businesses": 3, "choir": 2,
    "colleague": 2, "create": 2, "created": 3, "creating": 3, "creation": 3, "creative": 3, "creativity": 5,
    "creator": 3,
    "element": 3, "employer": 3, "evening": 2, "every": 2, "everyone": 3, "familiar": 3, "forest": 2, "hundred": 2,
    "lawyer": 2, "foreign": 2, "friend": 1,
    "friendly": 2, "friendship": 2, "idea": 3, "initiative": 4, "junior": 2, "parliament": 3, "people": 2,
    "recreation": 4, "safety": 2, "science": 2, "sciences": 3, "scientific": 4, "scientist": 3, "senior": 2,
    "someone": 2, "theatre": 3, "therein": 2, "thereof": 2, "unfamiliar": 4, "whereas": 2, "wherever": 3,
    "whoever": 3, "elsewhere": 2,
  ]
}

extension String {
  /// Whether it is read letter by letter: VAT, NHS. Longer ones with vowels are read as words: TUPE.
  fileprivate var isSpelledOut: Bool {
    count > 1 && count < 7 && allSatisfy(\.isUppercase) && (count < 4 || !contains { "AEIOU".contains($0) })
  }

  fileprivate var letterSyllables: Int { map { $0 == "W" ? 3 : 1 }.reduce(0, +) }
}
