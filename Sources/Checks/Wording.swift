internal import Content
internal import Diagnostics
internal import Tenders

/// Words and phrases to look for, in lower case but for names, by their first words.
struct Wordings {
  fileprivate let byFirst: [String: [[String]]]

  init(_ phrases: [String]) {
    let all = phrases.map { phrase in phrase.split(separator: " ").map(String.init) }
    byFirst = Dictionary(grouping: all.filter { !$0.isEmpty }) { $0.first?.lowercased() ?? "" }
  }
}

extension ContentFile {
  /// Where its own sentences use one of some wordings. Other people's words are left out: quotations, and what stands in
  /// quotation marks. So are names, which have a capital within a sentence.
  func uses(of wordings: Wordings) -> [Place] {
    sections.flatMap(\.sentences).map(\.own).uses(of: wordings)
  }
}

/// The words of a sentence that are its author's own, without the marks around them.
struct OwnWords {
  fileprivate let words: [(text: String, range: Range<Int>, index: Int)]
  fileprivate let file: String
}

extension [OwnWords] {
  func uses(of wordings: Wordings) -> [Place] {
    flatMap { $0.uses(of: wordings.byFirst) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// The sentences in which each word stands, so that what is looked for is not sought in all others.
struct OwnWordsIndex {
  private let sentences: [String: [OwnWords]]

  init(_ all: [OwnWords]) {
    sentences = all.reduce(into: [:]) { index, sentence in
      for word in Set(sentence.words.map { $0.text.lowercased() }) { index[word, default: []].append(sentence) }
    }
  }

  /// Where a phrase stands, file by file.
  func uses(of phrase: String) -> [Place] {
    let wordings = Wordings([phrase])
    let near = wordings.byFirst.keys.first.flatMap { sentences[$0] } ?? []
    return near.grouped(by: \.file).flatMap { $0.items.uses(of: wordings) }
  }
}

extension OwnWords {
  /// Where one of some phrases stands, grouped by their first words in lower case.
  fileprivate func uses(of phrases: [String: [[String]]]) -> [Place] {
    words.indices.flatMap { start in
      (phrases[words[start].text.lowercased()] ?? []).compactMap { phrase in
        guard start + phrase.count <= words.count else { return nil }
        return place(of: phrase, in: words[start..<start + phrase.count])
      }
    }
  }

  private func place(of phrase: [String], in found: ArraySlice<(text: String, range: Range<Int>, index: Int)>) -> Place?
  {
    let isSame = zip(found, phrase).allSatisfy { word, part in
      part.contains(where: \.isUppercase) ? word.text == part : word.text.lowercased() == part
    }
    let isPlain = !phrase.contains { $0.contains(where: \.isUppercase) }
    let isName = isPlain && found.contains { $0.index > 0 && $0.text.first?.isUppercase == true }
    guard isSame, !isName, let first = found.first, let last = found.last else { return nil }
    return Place(file: file, range: first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound))
  }

}

extension Sentence {
  /// Its words, but for those in quotation marks. Where a quotation ends that began in a sentence before, all until
  /// there is quoted.
  var own: OwnWords {
    var isQuoted = false
    var words: [(text: String, range: Range<Int>, index: Int)] = []
    for (index, token) in tokens.enumerated() {
      let opens = token.text.contains(where: { $0 == "“" }) || token.text.first == "\""
      let closes = token.text.contains(where: { $0 == "”" }) || token.text.dropFirst().contains(where: { $0 == "\"" })
      if closes, !opens, !isQuoted { words = [] }
      isQuoted = isQuoted || opens
      if !isQuoted, !closes, token.isWord {
        let bare = token.bare
        words.append((bare.text, bare.range, index))
      }
      if closes { isQuoted = false }
    }
    return OwnWords(words: words, file: file)
  }
}

extension String {
  /// Without what stands before its first and behind its last letter, and without ’s.
  var withoutMarks: String {
    var text = drop { !$0.isOfWords }
    while let last = text.last, !last.isOfWords { text.removeLast() }
    return String(text.hasSuffix("’s") || text.hasSuffix("'s") ? text.dropLast(2) : text)
  }
}
