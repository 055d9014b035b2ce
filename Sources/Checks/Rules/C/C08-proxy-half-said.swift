internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A sum that stands for an outcome can be checked: its source, its year, what it is for, and who saves it.
  static let proxyHalfSaid = Rule(
    "C08", "proxy-half-said", .warning, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    tender.proxies.compactMap { proxy in
      let missing = needed.filter { !$0.isWritten(proxy) }
      guard !missing.isEmpty else { return nil }
      return context.finding(
        "the proxy “\(proxy.name)” does not say \(missing.map(\.words).joinedInWords)",
        value: missing.map(\.key).joined(separator: ", "), at: proxy.id.place,
        help: "Write \(missing.map { "\($0.key):" }.joinedInWords).")
    }
  }

  private typealias Need = (key: String, words: String, isWritten: @Sendable (ProxyFacts) -> Bool)

  private static let needed: [Need] = [
    ("value", "how much it is", { $0.value.isWritten }), ("unit", "what it counts", { $0.unit.isWritten }),
    ("year", "of which year it is", { $0.year.isWritten }), ("source", "where it comes from", { $0.source.isWritten }),
    ("accrues-to", "who would save it", { $0.accruesTo.isWritten }),
  ]
}
