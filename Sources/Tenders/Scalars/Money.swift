/// An amount in pounds sterling, exact to the penny.
package struct Money: Sendable, Hashable, Comparable {
  package let pence: Int

  package init(pence: Int) { self.pence = pence }

  /// `350000`, `350,000.50` or `£350,000`.
  package init?(_ text: String) {
    let number = text.hasPrefix("£") ? String(text.dropFirst()) : text
    guard Self.groupsWell(number), let pence = fixedPoint(number.filter { $0 != "," }, places: 2) else { return nil }
    self.pence = pence
  }

  /// `£350,000`, with pence only where there are any.
  package var words: String { words(withPence: pence % 100 != 0) }

  private func words(withPence: Bool) -> String {
    "£" + (pence / 100).grouped + (withPence ? "." + Day.twoDigits(pence % 100) : "")
  }

  /// Sums that stand below each other: all of them with pence, or none.
  package static func column(_ sums: [Money?]) -> [String] {
    let withPence = sums.contains { ($0?.pence ?? 0) % 100 != 0 }
    return sums.map { $0?.words(withPence: withPence) ?? "" }
  }

  package static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }

  /// Commas, where there are any, stand before every three digits.
  private static func groupsWell(_ number: String) -> Bool {
    let groups = number.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    return groups.count == 1 || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
  }
}
