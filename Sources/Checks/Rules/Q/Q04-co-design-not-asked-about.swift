internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A scored question asks how the bid itself was made with people who would use the service.
  static let coDesignNotAskedAbout = Rule(
    "Q04", "co-design-not-asked-about", .warning, source: Source.guide, profiles: [.outcomes]
  ) { tender, context in
    guard let first = tender.questions.first(where: \.isAboutCoProduction) ?? tender.questions.first,
      !tender.questions.contains(where: { $0.weight?.value != .zero && $0.asksHowBidWasMade })
    else { return [] }
    return [
      context.finding(
        "no scored question seems to ask how the bid was made with people who would use the service", value: "none",
        at: first.titlePlace,
        help: "Ask it in a question with a weight, and say so in its asks: “How this bid was co-designed with …”.")
    ]
  }
}

extension Question {
  /// Its title, its task in a line and its text, paragraph by paragraph.
  var passages: [Passage] {
    [facts.title.located, facts.asks.located].compactMap(\.self).map { Passage($0, in: file.source) } + file.passages
  }

  /// Read generously: whoever asks in other words should not be told that they did not ask.
  fileprivate var asksHowBidWasMade: Bool {
    passages.contains { passage in
      if !passage.places(of: "co-design*").isEmpty || !passage.places(of: "codesign*").isEmpty { return true }
      let isAboutBid = !([passage].places(ofAny: Self.bid)).isEmpty
      return isAboutBid && !([passage].places(ofAny: Self.making)).isEmpty
    }
  }

  private static let bid = [
    "this bid", "your bid", "the bid", "this answer", "this proposal", "your proposal", "the proposal", "this tender",
    "your tender", "this plan", "your plan",
  ]

  private static let making = [
    "made", "make", "making", "develop*", "write", "wrote", "written", "plan", "planned", "planning", "design*",
    "shape*", "prepare*", "create*", "decide*", "involve*",
  ]
}
