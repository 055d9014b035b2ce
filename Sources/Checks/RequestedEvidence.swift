internal import Content
internal import Diagnostics
internal import Tenders

/// Some words that stand in a text that bidders must answer, and the sentence around them.
struct RequestedEvidence {
  let phrase: String
  let place: Place
  let sentence: String
}

extension Tender {
  /// Where bidders are asked for something by one of the phrases: in a question, a condition, a gate, a form or the title
  /// of an attachment to send back. A sentence that says no, not or never asks for nothing.
  func asks(for phrases: [String]) -> [RequestedEvidence] {
    let found = askedTexts.flatMap { source, passages in
      passages.places(ofAny: phrases).map { found in
        RequestedEvidence(phrase: found.phrase, place: found.place, sentence: source.sentence(around: found.place))
      }
    }
    return found.filter { !$0.sentence.isDenial }
      .sorted { ($0.place.file, $0.place.range.lowerBound) < ($1.place.file, $1.place.range.lowerBound) }
  }

  private var askedTexts: [(SourceText, [Passage])] {
    let own =
      facts.conditions.items.flatMap { [$0.asks, $0.minimum, $0.evidence] }
      + facts.gates.items.flatMap { [$0.title, $0.asks] }
      + facts.attachments.items.filter { $0.use.value != .read }.map(\.title)
    return [(file.source, own.compactMap(\.located).map { Passage($0, in: file.source) })]
      + (questions.map(\.file) + formFiles).map { ($0.source, $0.frontMatterPassages + $0.passages) }
  }
}

extension SourceText {
  /// The sentence around some words: as far as a full stop, or a line that begins something new.
  func sentence(around place: Place) -> String {
    let range = place.range.clamped(to: 0..<bytes.count)
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < Self.longest, !isEnd(start - 1), !isNewLine(at: start) { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, end - range.upperBound < Self.longest, !isEnd(end), !isNewLine(at: end) { end += 1 }
    return text(in: start..<end)
  }

  private static let longest = 400

  /// Whether a sentence ends with the byte: a stop with nothing of its word behind it.
  private func isEnd(_ offset: Int) -> Bool {
    guard ".!?|".utf8.contains(bytes[offset]) else { return false }
    return offset + 1 == bytes.count || " \n\r\"'*)".utf8.contains(bytes[offset + 1])
  }

  /// Whether a line begins here that is not the rest of the one before: an empty one, an item, a heading, a key.
  private func isNewLine(at offset: Int) -> Bool {
    guard offset > 0, bytes[offset - 1] == .lineFeed else { return false }
    let line = text(in: lineRange(line(at: offset))).drop { $0 == " " }
    guard let first = line.first, !"-*#|>+".contains(first) else { return true }
    return line.prefix { $0.isLetter || $0 == "-" }.count > 1 && line.drop { $0.isLetter || $0 == "-" }.first == ":"
  }
}

extension String {
  /// Whether it says that something is not so.
  var isDenial: Bool {
    let words = lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    return words.contains { ["no", "not", "never", "nor", "neither", "without", "none"].contains($0) }
      || words.contains { $0.hasSuffix("n't") || $0.hasSuffix("n’t") }
  }
}
