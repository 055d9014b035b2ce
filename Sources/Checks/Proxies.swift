internal import Diagnostics
internal import Tenders

extension ProxyFacts {
  var name: String { id.value ?? "" }

  /// Whose money it would be.
  var beneficiary: String { accruesTo.value ?? "" }
}

extension Tender {
  /// The proxies of all its outcomes: sums of money that stand for them.
  var proxies: [ProxyFacts] { outcomes.flatMap(\.facts.proxies.items) }
}
