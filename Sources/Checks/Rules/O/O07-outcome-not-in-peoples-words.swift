internal import Diagnostics
internal import Tenders

extension Rule {
  /// An outcome is described as those who live it would describe it, and one of them is heard.
  static let outcomeNotInPeoplesWords = Rule(
    "O07", "outcome-not-in-peoples-words", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    tender.outcomes.compactMap { outcome in
      let isDescribed = outcome.file.hasText
      // A voice without a role or without consent is another rule's business.
      let isHeard = !outcome.facts.voices.items.isEmpty
      guard !isDescribed || !isHeard else { return nil }
      let message =
        isDescribed
        ? "nobody says in their own words what “\(outcome.title)” means to them"
        : "nothing describes what “\(outcome.title)” means" + (isHeard ? "" : ", and nobody says so in their own words")
      return context.finding(
        message, value: isDescribed ? "no voice" : isHeard ? "no description" : "neither", at: outcome.titlePlace,
        help: isDescribed
          ? "Add what somebody said to voices, with the person's role and consent."
          : "Describe below the front matter what it means in everyday life, and let somebody say it in voices.")
    }
  }
}
