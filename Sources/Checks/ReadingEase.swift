/// How easily a text is read, by the formula of Rudolf Flesch (1948): 100 is very easy, 60 plain, 30 hard. It counts
/// words for each sentence and syllables for each word; figures are left out of both.
struct ReadingEase {
  let words: Int
  let score: Double

  init?(_ sentences: [Sentence]) {
    let lengths = sentences.map { $0.words.filter(\.hasLetters) }.filter { !$0.isEmpty }
    let words = lengths.flatMap(\.self)
    guard !words.isEmpty else { return nil }
    let syllables = words.map { Syllables.count($0.text) }.reduce(0, +)
    self.words = words.count
    score =
      206.835 - 1.015 * Double(words.count) / Double(lengths.count) - 84.6 * Double(syllables) / Double(words.count)
  }

  /// As a whole number, which is as exact as it can be.
  var rounded: Int { Int(score.rounded()) }
}
