internal import Content
internal import Diagnostics
internal import Tenders

// How an outcome's title is put. Few, sure signs: a title is short, and a false alarm costs more than a miss.

extension Outcome {
  /// The words that make of it a count, a target or a task.
  var targetWords: Place? {
    let words = titleWords
    let title = Passage(words: words)
    if let count = countingWords(words) { return count }
    if let first = words.first, Self.tasks.contains(first.text) { return first.place }
    if let first = words.first, words.count > 1, Self.nouns.contains(first.text), words[1].text == "of" {
      return first.place
    }
    if let term = title.places(of: "by the end of").first { return term }
    return words.indices.first { isNumber(words[$0]) && !isName($0, in: words) && !isAge($0, in: words) }
      .map { words[$0].place }
  }

  /// The word that says what should go away.
  var negativeWord: Place? { titleWords.first { Self.goingAway.contains($0.text) }?.place }

  private static let tasks: Set = [
    "deliver", "delivering", "provide", "providing", "run",
  ]

  private static let nouns: Set = ["delivery", "provision"]

  /// “The number of”, “a higher number of”, but not “a number of”, which means some.
  private func countingWords(_ words: [Word]) -> Place? {
    let index = words.indices.dropLast().first { index in
      words[index].text == "number" && words[index + 1].text == "of"
        && !(index > 0 && ["a", "any"].contains(words[index - 1].text))
    }
    return index.map { words[$0].place }
  }

  private static let goingAway: Set = [
    "reduce", "reduces", "reduced", "reducing", "reduction", "prevent", "prevents", "prevented", "preventing", "avoid",
    "avoids", "avoided", "avoiding",
  ]

  /// `30%`, `2,000`, `£500`, `2030`, but not `11-19` or `covid-19`.
  private func isNumber(_ word: Word) -> Bool {
    word.text.contains(where: \.isNumber) && word.text.allSatisfy { $0.isNumber || "£%.,".contains($0) }
  }

  /// Whether a number is part of a name or of a figure of speech: “year 6”, “24 hours a day”, “7 days a week”.
  private func isName(_ index: Int, in words: [Word]) -> Bool {
    let before = index > 0 ? words[index - 1].text : ""
    let after = index + 1 < words.count ? words[index + 1].text : ""
    return ["year", "years", "stage", "ward", "zone", "route"].contains(before)
      || ["24 hours", "7 days"].contains("\(words[index].text) \(after)")
  }

  /// Whether a number says whom the outcome is for: “aged 11 to 19”, “over 65”, “16 and over”, “18+”, “5 years old”.
  private func isAge(_ index: Int, in words: [Word]) -> Bool {
    func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }
    guard let age = Int(text(index)), age <= 120 else { return false }
    if ["aged", "age", "ages", "over", "under", "between"].contains(text(index - 1)) { return true }
    if ["to", "and"].contains(text(index - 1)), index >= 2, isAge(index - 2, in: words) { return true }
    if text(index + 1).hasPrefix("year"), text(index + 2).hasPrefix("old") { return true }
    if ["and", "or"].contains(text(index + 1)),
      ["over", "under", "older", "above", "younger"].contains(text(index + 2))
    {
      return true
    }
    let end = words[index].place.range.upperBound
    return file.source.text(in: end..<end + 1) == "+"
  }
}
