/// Words that name something, as a pattern: `bid|bids _ reach|arrive us?`. A bar stands between choices, a question
/// mark behind what may be missing, and `_` for small words, and one other among
/// them. A word in capitals stands for all of its table in `Vocabulary`.
struct Phrase {
  private enum Part {
    case oneOf(Set<String>, isOptional: Bool)
    case small
  }

  private let parts: [Part]
  /// The words that it can begin with.
  let first: Set<String>

  init(_ pattern: String) {
    parts = pattern.split(separator: " ").map { part in
      if part == "_" { return .small }
      let isOptional = part.hasSuffix("?")
      return .oneOf(
        Set((isOptional ? part.dropLast() : part).split(separator: "|").map(String.init).flatMap(Vocabulary.words)),
        isOptional: isOptional)
    }
    if case .oneOf(let words, _) = parts.first { first = words } else { first = [] }
  }

  /// The words of a title.
  init(words: [String]) {
    parts = words.map { .oneOf([$0], isOptional: false) }
    first = Set(words.prefix(1))
  }

  /// Every way to say it, with a word that may be missing before without it; nil where there are many.
  var spellings: [[String]]? {
    var all: [[String]] = [[]]
    for part in parts {
      guard case .oneOf(let words, let isOptional) = part else { return nil }
      let more = words.sorted().map { [$0] } + (isOptional ? [[]] : [])
      guard all.count * more.count <= Self.fewSpellings else { return nil }
      all = all.flatMap { beginning in more.map { beginning + $0 } }
    }
    return all.filter { $0.first.map(first.contains) ?? false }
  }

  private static let fewSpellings = 12

  /// Where it ends, if it stands there.
  func end(in lexemes: [Lexeme], from start: Int) -> Int? { end(of: parts[...], in: lexemes, from: start) }

  private func end(of parts: ArraySlice<Part>, in lexemes: [Lexeme], from position: Int) -> Int? {
    guard let part = parts.first else { return position }
    let rest = parts.dropFirst()
    switch part {
    case .oneOf(let words, let isOptional):
      if words.contains(lexemes.text(position)), let end = end(of: rest, in: lexemes, from: position + 1) { return end }
      return isOptional ? end(of: rest, in: lexemes, from: position) : nil
    case .small:
      var isOpen = true
      for length in 0...6 {
        if length > 0, lexemes.text(position + length - 1) == "with" { return nil }
        if length > 0, let word = lexemes.at(position + length - 1), !Self.smallWords.contains(word.text) {
          guard isOpen, word.isWord, !Self.parting.contains(word.text), lexemes.number(position + length - 1) == nil
          else { return nil }
          isOpen = false
        }
        if let end = end(of: rest, in: lexemes, from: position + length) { return end }
      }
      return nil
    }
  }

  private static let parting: Set<String> = .words(
    "and but or before after until if unless when while with without about not no than every like against during between"
  )

  /// Words that say nothing by themselves, and so may stand anywhere between a name and a number.
  static let smallWords: Set<String> = [
    "a", "all", "also", "an", "any", "are", "as", "at", "be", "both", "but", "by", "can", "completed", "currently",
    "automatically", "do",
    "does", "every", "exactly", "expect", "finished", "for", "from", "full", "fully", "have", "has", "hope", "i.e",
    "ie",
    "in", "intend", "aim", "is", "it", "its", "just", "may", "must", "need", "needs", "new", "next", "now", "of", "on",
    "only", "our", "plan", "please", "shall", "should", "so", "that", "the", "their", "then", "there", "these", "this",
    "those", "to", "us", "we", "which", "whole", "will", "with", "you", "your", "him", "her", "them", "they", "each",
    "been", "being", "own", "final", "first", "written", "signed", "@",
  ]
}

extension Set<String> {
  /// Words that stand in a text, with spaces between them.
  static func words(_ text: String) -> Set<String> { Set(text.split(whereSeparator: \.isWhitespace).map(String.init)) }
}
