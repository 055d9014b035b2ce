internal import Content
internal import Diagnostics
internal import Tenders

extension Rule {
  /// A sum that stands for an outcome can be checked: its source, its year, what it is for, and who saves it.
  static let proxyHalfSaid = Rule(
    "C08", "proxy-half-said", .warning, source: Source.guide, profiles: [.outcomes], until: .contract
  ) { tender, context in
    tender.proxies.compactMap { proxy in
      let missing = needed.filter { proxy.record[$0.key] == nil }
      guard !missing.isEmpty else { return nil }
      return context.finding(
        "the proxy “\(proxy.id)” does not say \(missing.map(\.words).joinedInWords)",
        value: missing.map(\.key).joined(separator: ", "), at: proxy.record.text("id")?.place ?? proxy.record.place,
        help: "Write \(missing.map { "\($0.key):" }.joinedInWords).")
    }
  }

  private static let needed: [(key: String, words: String)] = [
    ("value", "how much it is"), ("unit", "what it counts"), ("year", "of which year it is"),
    ("source", "where it comes from"), ("accrues-to", "who would save it"),
  ]
}
