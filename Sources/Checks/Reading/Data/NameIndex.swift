internal import Tenders

/// The names of data, by their words one after another, so that names that begin alike are not tried one by one.
struct NameIndex {
  /// A name that stands in a sentence: its datum, its number among the datum's names, and where it ends.
  struct Found {
    let datum: Int
    let number: Int
    let end: Int
  }

  /// A step from word to word.
  private struct Step: Hashable {
    let node: Int
    let word: String
  }

  private var steps: [Step: Int] = [:]
  /// The names that end at each node. Of the ways to say one that stand in a sentence the first is meant.
  private var endings: [[(datum: Int, number: Int, spelling: Int)]] = [[]]
  /// Names that can be said in many ways, by the words that they can begin with. How many there are is the same in every
  /// pack.
  private var patterns: [String: [(datum: Int, number: Int, phrase: Phrase)]] = [:]

  /// The names of each datum.
  init(_ names: [[Phrase]]) {
    for (datum, phrases) in names.enumerated() {
      for (number, phrase) in phrases.enumerated() { insert(phrase, datum, number) }
    }
  }

  private mutating func insert(_ phrase: Phrase, _ datum: Int, _ number: Int) {
    guard let spellings = phrase.spellings else {
      for word in phrase.first {
        patterns[word, default: []].append((datum, number, phrase))
      }
      return
    }
    for (index, words) in spellings.enumerated() {
      let node = words.reduce(0) { node, word in self.node(behind: node, word) }
      endings[node].append((datum, number, index))
    }
  }

  private mutating func node(behind node: Int, _ word: String) -> Int {
    let step = Step(node: node, word: word)
    if let next = steps[step] { return next }
    endings.append([])
    steps[step] = endings.count - 1
    return endings.count - 1
  }

  /// The names that begin at a word, in the order of the data.
  func found(in lexemes: [Lexeme], from start: Int) -> [Found] {
    let loose = (patterns[lexemes[start].text] ?? []).compactMap { name in
      name.phrase.end(in: lexemes, from: start).map { Found(datum: name.datum, number: name.number, end: $0) }
    }
    return (loose + spelled(in: lexemes, from: start)).inOrderOfData
  }

  private func spelled(in lexemes: [Lexeme], from start: Int) -> [Found] {
    var (node, position) = (0, start)
    var found: [(spelling: Int, name: Found)] = []
    while position < lexemes.count, let next = steps[Step(node: node, word: lexemes[position].text)] {
      (node, position) = (next, position + 1)
      found += endings[node].map { ($0.spelling, Found(datum: $0.datum, number: $0.number, end: position)) }
    }
    guard found.count > 1 else { return found.map(\.name) }
    return found.grouped { [$0.name.datum, $0.name.number] }.compactMap { ways in
      ways.items.min { $0.spelling < $1.spelling }?.name
    }
  }
}

extension [NameIndex.Found] {
  var inOrderOfData: [NameIndex.Found] {
    count < 2 ? self : sorted { ($0.datum, $0.number) < ($1.datum, $1.number) }
  }
}
