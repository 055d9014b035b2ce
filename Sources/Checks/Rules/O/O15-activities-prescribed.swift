internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A specification that leaves the activities to providers and to the people who use the service.
  static let activitiesPrescribed = Rule(
    "O15", "activities-prescribed", .note, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    let file = tender.specificationFile
    let instructions = file.sentences.compactMap(\.instruction)
    let worst = instructions.filter(\.hasNumber) + instructions.filter { !$0.hasNumber }
    guard let first = worst.first else { return [] }
    let count = instructions.count == 1 ? "in one place" : "in \(instructions.count) places"
    return [
      context.finding(
        "the specification prescribes activities \(count), such as “\(file.source.quoted(first.place))”",
        value: "\(instructions.count)", at: first.place,
        help:
          "Say what should change, and leave it to bidders and to the people who use the service what to do for it.",
        related: worst.dropFirst().prefix(2).map { .init("and here: “\(file.source.quoted($0.place))”", at: $0.place) })
    ]
  }
}

/// Words that tell a provider what to put on.
private struct Instruction {
  let place: Place
  let hasNumber: Bool
}

extension Passage {
  /// “must run ten sessions”, “will deliver at least 4 workshops”, “shall hold classes”. What the council does itself is
  /// no instruction.
  fileprivate var instruction: Instruction? {
    for index in words.indices.dropLast() where Self.demands.contains(words[index].text) {
      let verb = words[index + 1]
      guard Self.verbs.contains(verb.text), !words[..<index].contains(where: { Self.council.contains($0.text) }) else {
        continue
      }
      let isSure = Self.sureVerbs.contains(verb.text)
      let rest = words[(index + 2)...].prefix(isSure ? 8 : 4)
      guard let noun = rest.firstIndex(where: { Self.activities.contains($0.text) || isSure && $0.text == "groups" })
      else { continue }
      let hasNumber = words[(index + 2)..<noun].contains { $0.text.isCount }
      guard hasNumber || (words[index].text != "will" && noun - index <= 4 && isSure) else {
        continue
      }
      let range = words[index].place.range.lowerBound..<words[noun].place.range.upperBound
      return Instruction(place: Place(file: words[index].place.file, range: range), hasNumber: hasNumber)
    }
    return nil
  }

  private static let demands: Set = ["must", "shall", "will", "should"]
  private static let verbs: Set = ["deliver", "run", "hold", "organise", "provide", "offer"]
  private static let sureVerbs: Set = ["deliver", "run", "hold"]

  private static let council: Set = ["we", "council", "bidders"]
  private static let activities: Set = [
    "session", "sessions", "workshop", "workshops", "class", "classes", "course", "courses", "activities", "visits",
    "appointments", "drop-ins", "events",
  ]
}

extension String {
  fileprivate var isCount: Bool {
    allSatisfy(\.isNumber)
      || ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty"].contains(
        self)
      || ["daily", "weekly", "monthly"].contains(self)
  }
}

extension SourceText {
  /// The words at a place, on one line.
  fileprivate func quoted(_ place: Place) -> String {
    text(in: place.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
