internal import Diagnostics
internal import Tenders

/// A sum of money that stands for an outcome.
struct Proxy {
  let id: String
  let record: Record

  /// Whose money it would be.
  var beneficiary: String { record.text("accrues-to")?.value ?? "" }
}

extension Tender {
  /// The proxies of all its outcomes.
  var proxies: [Proxy] {
    outcomes.flatMap { $0.record.records("proxies") }.map { Proxy(id: $0.text("id")?.value ?? "", record: $0) }
  }
}
