internal import Diagnostics

extension [Diagnostic] {
  /// Somebody's plain Markdown is built for a look at it: what would be an error in a pack is a warning there, and what
  /// is the same all over a file is told once.
  var forTrial: [Diagnostic] {
    let same = Dictionary(grouping: map(\.forTrial)) { "\($0.code.id) \($0.place?.file ?? "") \($0.message)" }
    return same.values.compactMap { group in
      var first = group.inReadingOrder().first
      first?.occurrences = group.reduce(0) { $0 + $1.occurrences }
      return first
    }
  }
}

extension Diagnostic {
  fileprivate var forTrial: Diagnostic {
    guard severity == .error, !code.id.hasPrefix("S"), !code.id.hasPrefix("X"), code.name != "same-address" else {
      return self
    }
    var finding = self
    finding.severity = .warning
    return finding
  }
}
