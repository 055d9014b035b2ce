internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// Nobody is quoted who has not agreed, and everyone who is quoted has a role.
  static let voiceWithoutConsent = Rule(
    ofSite: "L13", "voice-without-consent", .warning, source: "good practice"
  ) { context in
    let model = context.subject.model
    let own = model.tenders.flatMap { $0.outcomes.filter { $0.file.path.hasPrefix("tenders/") } }
    return (model.outcomes + own).flatMap { outcome in
      outcome.facts.voices.items.compactMap { finding(of: $0, context) }
    }
  }

  private static func finding(of voice: VoiceFacts, _ context: RuleContext) -> Diagnostic? {
    guard let words = voice.words.located else { return nil }
    if voice.consent.value != true {
      return context.finding(
        "nobody has written down that this person agreed to be quoted, so the words are not shown", value: words.value,
        at: words.place, help: "Ask, and then add `consent: true`. If you cannot ask any more, take the words out.")
    }
    guard !voice.role.isWritten else { return nil }
    return context.finding(
      "nothing says who spoke these words", value: words.value, at: words.place,
      help: "Add `role:` with what matters about the speaker, such as “Carer of an adult son”. Never a name.")
  }
}
