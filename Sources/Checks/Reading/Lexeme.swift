internal import Diagnostics

/// A word, a number or a mark of a sentence.
struct Lexeme {
  /// In lower case, without `’s`.
  let text: String
  let place: Place
  let isCapital: Bool
  /// Whether a space before it forbids a new line, as it does inside numbers.
  let isBound: Bool
  /// Whether it was drawn in from data.
  let isDrawn: Bool
  /// Whether it stands in quotation marks.
  var isQuoted = false

  var isWord: Bool { text.first?.isLetter ?? false }

  static func mark(_ text: String, at place: Place) -> Lexeme {
    Lexeme(text: text, place: place, isCapital: false, isBound: false, isDrawn: false)
  }
}

/// A character of a paragraph, as it is read, and the bytes that it came from.
struct Letter {
  var character: Character
  let range: Range<Int>
  var isDrawn = false
}

/// Takes letters together to words, numbers and marks. Marks of stress inside a number have gone by then.
struct Lexer {
  private let letters: [Letter]
  private let file: String
  private var position = 0
  private var lexemes: [Lexeme] = []

  static func lexemes(of letters: [Letter], in file: String) -> [Lexeme] {
    var lexer = Lexer(letters, file)
    lexer.run()
    return lexer.lexemes.flatMap(\.parts).markingQuotes()
  }

  /// Of a text that stands elsewhere.
  static func lexemes(of text: String, in file: String) -> [Lexeme] {
    lexemes(of: text.map { Letter(character: $0, range: 0..<0) }, in: file)
  }

  private init(_ letters: [Letter], _ file: String) {
    (self.letters, self.file) = (letters.filter { !"\u{AD}\u{200B}\u{2060}\u{FEFF}".contains($0.character) }, file)
  }

  private mutating func run() {
    while let character = character(0) {
      if character.isWhitespace {
        position += 1
      } else if character.isLetter || character.isNumber {
        word()
      } else {
        mark(character)
      }
    }
  }

  private mutating func word() {
    let start = position
    position += 1
    while let next = character(0) {
      guard next.isLetter || next.isNumber || joins(next, since: start) else { break }
      position += 1
    }
    append(start..<position, String(letters[start..<position].map(\.character)))
    // A hyphen inside a word parts it without a trace; between figures it is a dash.
    if let hyphen = character(0), Self.hyphens.contains(hyphen), let next = character(1), next.isLetter || next.isNumber
    {
      let isRange = (character(-1)?.isNumber ?? false) && next.isNumber
      position += 1
      if isRange { lexemes.append(.mark("–", at: place(position - 1..<position))) }
    }
  }

  /// Whether a mark belongs to the word that it stands in: `1,350,000`, `17:00`, `12/3/2027`, `2027-03-12`, `we’ll`.
  private func joins(_ mark: Character, since start: Int) -> Bool {
    guard let before = character(-1), let after = character(1) else { return false }
    if before.isNumber, after.isNumber {
      if ".,:/".contains(mark) { return true }
      let count = position - start
      return mark == "-" && (count == 4 || (count == 7 && letters[start + 4].character == "-"))
    }
    // An address of the web or of email is one word.
    return before.isLetter && after.isLetter && "'’.@".contains(mark)
  }

  private mutating func mark(_ character: Character) {
    let text: String =
      switch character {
      case "–", "—", "−", "‒", "-", "‐", "‑": "–"
      case "“", "«": "“"
      case "”", "»": "”"
      case "‘", "’", "'": single()
      default: String(character)
      }
    let range = position..<position + 1
    position += 1
    if !text.isEmpty { lexemes.append(.mark(text, at: place(range))) }
  }

  /// A single mark opens before a word, and closes behind one; what is left over is an apostrophe.
  private func single() -> String {
    let before = character(-1).map { $0.isWhitespace || "(".contains($0) } ?? true
    let after = character(1).map { $0.isLetter || $0.isNumber } ?? false
    return before && after ? "‘" : "’"
  }

  private mutating func append(_ range: Range<Int>, _ text: String) {
    let lower = text.lowercased().replacing("’", with: "'")
    let isBound = range.lowerBound > 0 && "\u{A0}\u{202F}\u{2009}".contains(letters[range.lowerBound - 1].character)
    lexemes.append(
      Lexeme(
        text: lower.contains("@") ? "@" : lower.hasSuffix("'s") ? String(lower.dropLast(2)) : lower,
        place: place(range),
        isCapital: text.first?.isUppercase ?? false, isBound: isBound,
        isDrawn: letters[range].contains(where: \.isDrawn)))
  }

  private func place(_ range: Range<Int>) -> Place {
    let first = letters[range.lowerBound].range
    return Place(
      file: file, range: first.lowerBound..<max(first.upperBound, letters[range.upperBound - 1].range.upperBound))
  }

  private func character(_ offset: Int) -> Character? {
    let index = position + offset
    return letters.indices.contains(index) ? letters[index].character : nil
  }

  private static let hyphens: Set<Character> = ["-", "‐", "‑"]
}

extension Lexeme {
  /// `60:40` and `70/10/20` are so many shares of 100.
  fileprivate var parts: [Lexeme] {
    let numbers = text.split { ":/".contains($0) }
    guard numbers.count > 1, numbers.allSatisfy({ $0.first != "0" }),
      numbers.reduce(0, { $0 + (Double($1) ?? .nan) }) == 100, place.range.count == text.utf8.count
    else { return [self] }
    return numbers.enumerated().flatMap { index, number -> [Lexeme] in
      let start = place.range.lowerBound + text.utf8.distance(from: text.startIndex, to: number.startIndex)
      let own = Place(file: place.file, range: start..<start + number.utf8.count)
      let lexeme = Lexeme(text: String(number), place: own, isCapital: false, isBound: false, isDrawn: isDrawn)
      return index == 0 ? [lexeme] : [.mark("/", at: own), lexeme]
    }
  }
}

extension [Lexeme] {
  /// The same without quotation marks, and what stood between them marked. A mark without its fellow means nothing.
  fileprivate func markingQuotes() -> [Lexeme] {
    var lexemes = self
    for (open, close) in [("“", "”"), ("‘", "’"), ("\"", "\"")] {
      var start: Int?
      for index in lexemes.indices {
        if let first = start, lexemes[index].text == close {
          for inner in first..<index { lexemes[inner].isQuoted = true }
          start = nil
        } else if lexemes[index].text == open {
          start = index
        }
      }
    }
    return lexemes.filter { !["“", "”", "‘", "’", "\""].contains($0.text) }
  }
}
