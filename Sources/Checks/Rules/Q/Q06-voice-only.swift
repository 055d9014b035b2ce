internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// To be heard is not to decide. Where a text speaks of feedback and forums and of no shared decision, that is all that
  /// bidders will offer.
  static let voiceOnly = Rule("Q06", "voice-only", .note, source: Source.guide, profiles: [.outcomes]) {
    tender, context in
    tender.textsAboutTakingPart.compactMap { text in
      guard let voice = text.told.places(ofAny: voices).first, text.passages.places(ofAny: shares).isEmpty else {
        return nil
      }
      return context.finding(
        "\(text.what) speaks of “\(voice.phrase)”, and never of deciding together", value: voice.phrase,
        at: voice.place,
        help: "Say what people would decide, and with whom. If they are only to be heard, do not call it co-production."
      )
    }
  }

  private static let voices = [
    "consult", "consults", "consulted", "consulting", "consultation", "consultations", "feedback", "forum", "forums",
    "user voice", "service user voice", "user involvement",
  ]

  /// Signs that power is shared. Any one of them is enough.
  private static let shares = [
    "decide", "decides", "decided", "deciding", "decision", "decisions", "vote", "votes", "voting", "equal", "equals",
    "equally", "together", "jointly", "co-design*", "co-deliver*", "share power", "shared power", "in charge",
  ]
}

/// A text that may say how people take part.
private struct TakingPart {
  let what: String
  /// All that it says.
  let passages: [Passage]
  /// What in it is surely about people who take part.
  let told: [Passage]
}

extension Tender {
  fileprivate var textsAboutTakingPart: [TakingPart] {
    let file = specificationFile
    // A specification may ask for feedback on anything.
    let specification = TakingPart(
      what: "the specification", passages: file.passages, told: file.sentences.filter(\.namesPeople))
    let others: [(what: String, passages: [Passage])?] =
      [
        page(.engagement).map { ("the page about who was involved", $0.events) },
        qualityCharacteristics.first { $0.id == "co-production" }.map {
          ("what is said about co-production", $0.passages)
        },
      ] + questions.filter(\.isAboutCoProduction).map { ("“\($0.title)”", $0.passages) }
    return [specification]
      + others.compactMap(\.self).map { TakingPart(what: $0.what, passages: $0.passages, told: $0.passages) }
  }
}

extension Passage {
  fileprivate var namesPeople: Bool { words.contains { Self.people.contains($0.text) } }

  private static let people: Set = [
    "people", "users", "residents", "clients", "customers", "patients", "carers", "members", "participants", "parents",
    "tenants", "families",
  ]
}

extension Page {
  /// Its text, and what people said and changed at each event.
  fileprivate var events: [Passage] {
    let told = (engagement?.events.items ?? []).flatMap { [$0.said.located, $0.changed.located] }.compactMap(\.self)
    return file.passages + told.map { Passage($0, in: file.source) }
  }
}

extension QualityCharacteristic {
  /// What it is and what it looks like; not what it is not.
  fileprivate var passages: [Passage] {
    file.passages + (facts.features.items + facts.examples.items).map { Passage($0, in: file.source) }
  }
}
