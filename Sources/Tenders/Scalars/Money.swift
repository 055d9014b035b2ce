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
  package var words: String {
    let rest = pence % 100
    return "£" + (pence / 100).grouped + (rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + "\(rest)")
  }

  package static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }

  /// Commas, where there are any, stand before every three digits.
  private static func groupsWell(_ number: String) -> Bool {
    let groups = number.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    return groups.count == 1 || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
  }
}
