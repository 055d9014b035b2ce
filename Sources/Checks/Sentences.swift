internal import Content
internal import Diagnostics

extension ContentFile {
  /// The words of its text, sentence by sentence. An abbreviation with a full stop ends one too: a rule that reads
  /// prose would rather miss something than join two sentences.
  var sentences: [Passage] { passages.flatMap { $0.sentences(in: source) } }
}

extension Passage {
  fileprivate func sentences(in source: SourceText) -> [Passage] {
    var sentences: [[Word]] = []
    for word in words {
      // Words that were drawn in stand at one place.
      guard let end = sentences.last?.last?.place.range.upperBound,
        !source.text(in: end..<max(end, word.place.range.lowerBound)).contains(where: { ".!?;:".contains($0) })
      else {
        sentences.append([word])
        continue
      }
      sentences[sentences.count - 1].append(word)
    }
    return sentences.map { Passage(words: $0) }
  }
}
