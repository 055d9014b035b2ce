internal import Diagnostics

/// Words that offices use among themselves, and what people say.
enum OfficeWords {
  /// Where a sentence has one. Few, and each sure: no word here has another meaning that a pack might need.
  static func places(in sentence: Sentence) -> [(word: String, better: String, place: Place)] {
    let tokens = sentence.words
    let words = tokens.map { $0.text.lowercased().filter { $0.isLetter || $0 == "-" } }
    return words.indices.flatMap { start in
      (byFirstWord[words[start]] ?? []).compactMap { phrase in
        let end = start + phrase.parts.count
        guard end <= words.count, Array(words[start..<end]) == phrase.parts else { return nil }
        let (first, last) = (tokens[start].range, tokens[end - 1].range)
        let place = Place(file: sentence.file, range: first.lowerBound..<max(first.upperBound, last.upperBound))
        return (phrase.parts.joined(separator: " "), phrase.better, place)
      }
    }
  }

  private static let byFirstWord = Dictionary(
    grouping: list.map { (parts: $0.0.split(separator: " ").map(String.init), better: $0.1) }
  ) { $0.parts.first ?? "" }

  private static let list = [
    ("going forward", "“from now on”, or nothing"), ("in order to", "“to”"), ("with regard to", "“about”"),
    ("with regards to", "“about”"), ("in respect of", "“about” or “for”"), ("in relation to", "“about”"),
    ("pursuant to", "“under”"), ("prior to", "“before”"), ("in the event that", "“if”"), ("in the event of", "“if”"),
    ("utilise", "“use”"), ("utilising", "“using”"), ("utilisation", "“use”"), ("leverage", "“use”"),
    ("leveraging", "“using”"), ("robust", "what it must withstand"), ("holistic", "what it takes in"),
    ("synergy", "what comes of it"), ("synergies", "what comes of it"), ("stakeholder", "who it is"),
    ("stakeholders", "who they are"), ("key stakeholders", "who they are"), ("deliverables", "what you expect"),
    ("aforementioned", "“this”"), ("heretofore", "“until now”"), ("hereinafter", "nothing"),
    ("notwithstanding", "“despite”"),
    ("inter alia", "“among other things”"), ("mutatis mutandis", "what changes"), ("facilitate", "“help”"),
    ("facilitating", "“helping”"), ("incentivise", "“encourage”"), ("impactful", "what it changes"),
    ("empower", "what they may decide"), ("empowering", "what they may decide"),
    ("cutting-edge", "what is new about it"), ("best-in-class", "what is good about it"), ("commence", "“begin”"),
    ("endeavour", "“try”"),
  ]
}
