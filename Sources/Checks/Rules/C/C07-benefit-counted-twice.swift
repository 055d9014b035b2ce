internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A saving is counted once: two proxies that go to the same body do not hold the same thing.
  static let benefitCountedTwice = Rule(
    "C07", "benefit-counted-twice", .warning, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    let proxies = tender.proxies
    return proxies.indices.flatMap { later in
      proxies[..<later].compactMap { earlier in
        proxies[later].overlap(with: earlier).map { shared in
          context.finding(
            "“\(proxies[later].name)” and “\(earlier.name)” both count “\(shared.mine.value)” for \(proxies[later].beneficiary)",
            value: shared.mine.value, at: shared.mine.place,
            help: "Use only one of the two proxies, or one that leaves this out.",
            related: [.init("the other is here", at: shared.other.place)])
        }
      }
    }
  }
}

extension ProxyFacts {
  /// What both count for the same body.
  fileprivate func overlap(with other: ProxyFacts) -> (mine: Located<String>, other: Located<String>)? {
    guard !beneficiary.isEmpty, beneficiary.folded == other.beneficiary.folded else { return nil }
    for mine in includes.items {
      if let same = other.includes.items.first(where: { $0.value.folded == mine.value.folded }) {
        return (mine, same)
      }
    }
    return nil
  }
}

extension String {
  /// Without what people vary: capitals, and blanks at the ends.
  fileprivate var folded: String { lowercased().split(separator: " ").joined(separator: " ") }
}
