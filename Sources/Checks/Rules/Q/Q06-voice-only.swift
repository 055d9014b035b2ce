internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// To be heard is not to decide. Where a text speaks of feedback and forums and of no shared decision, that is all that
  /// bidders will offer.
  static let voiceOnly = Rule("Q06", "voice-only", .note, source: Source.guide, profiles: [.outcomes]) { tender, look in
    let characteristic = tender.qualityCharacteristics.first { $0.id == "co-production" }
    let texts =
      [(what: "the specification", passages: tender.specificationFile.passages)]
      + (characteristic.map { [(what: "what is said about co-production", passages: $0.passages)] } ?? [])
      + tender.questions.filter(\.isAboutCoProduction).map { (what: "“\($0.title)”", passages: $0.passages) }
    return texts.compactMap { what, passages in
      guard let voice = passages.places(ofAny: voices).first, passages.places(ofAny: shares).isEmpty else { return nil }
      return look.finding(
        "\(what) speaks of “\(voice.phrase)”, and never of deciding together", value: voice.phrase, at: voice.place,
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
    "equally", "together", "jointly", "co-design*", "co-deliver*", "share power", "shared power", "in charge", "lead",
    "leads", "led",
  ]
}

extension QualityCharacteristic {
  /// What it is and what it looks like; not what it is not.
  fileprivate var passages: [Passage] {
    file.passages + (record.texts("features") + record.texts("examples")).map { Passage($0, in: file.source) }
  }
}
