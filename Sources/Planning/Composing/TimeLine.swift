internal import Markdown
internal import Tenders

extension Figures {
  /// A line of time with a station a date, its words above or below where there is room.
  static func timetable(_ entries: [Timetable.Entry], of lot: Lot? = nil) -> Figure {
    // The end of a contract lies years away and would press the rest together; meetings stand at their first day.
    var seen: Set<DateKey> = []
    let shown = entries.filter { ($0.key != .end || entries.count < 3) && seen.insert($0.key).inserted }
    let days = shown.map(\.moment.day.ordinal)
    let (first, last) = (days.min() ?? 0, days.max() ?? 0)
    var shapes: [Figure.Shape] = [.line(x1: 0, y1: 6.5, x2: 100, y2: 6.5, weight: .thin)]
    let labels = shown.map { entry in
      let x = Double(entry.moment.day.ordinal - first) * 100 / Double(max(1, last - first))
      return Label(x: x, characters: max(entry.key.title.count, entry.moment.day.shortWords.count))
    }
    for (index, (entry, tier)) in zip(shown, labels.tiers).enumerated() {
      shapes += station(entry, labels[index], tier, isEnd: index == 0 || index == shown.count - 1)
    }
    return Figure(
      title: lot.map { "\($0.title): line of time" } ?? "Line of time",
      description:
        "From \(shown.first?.moment.day.shortWords ?? "") to \(shown.last?.moment.day.shortWords ?? ""). \(lot == nil ? "The table below says" : "The tables say") the same in words.",
      height: 13.6, shapes: shapes, isWide: true)
  }

  private static func station(
    _ entry: Timetable.Entry, _ label: Label, _ tier: Tier, isEnd: Bool
  ) -> [Figure.Shape] {
    let (x, endsAtPoint) = (label.x, label.endsAtPoint)
    let isDeadline = entry.key == .deadline
    return [
      .line(x1: x, y1: tier.line, x2: x, y2: 6.5, weight: .hair),
      .mark(x: x, y: 6.5, isDeadline ? .last : isEnd ? .full : .stop),
      .text(x: x, y: tier.words, entry.key.title, .init(strong: true, due: isDeadline, endsAtPoint: endsAtPoint)),
      .text(
        x: x, y: tier.words + 1.2, entry.moment.day.shortWords,
        .init(quiet: !isDeadline, due: isDeadline, endsAtPoint: endsAtPoint)),
    ]
  }
}

/// Where a station's words stand, from the top, and where its line to them begins; in em.
private struct Tier {
  let words: Double
  let line: Double
  let isAbove: Bool
  /// How far from the line of time; 0 for the nearer.
  let distance: Int

  static let all = [
    Tier(words: 3.8, line: 3, isAbove: true, distance: 0), Tier(words: 9.2, line: 10.4, isAbove: false, distance: 0),
    Tier(words: 1.2, line: 0.4, isAbove: true, distance: 1), Tier(words: 11.8, line: 13, isAbove: false, distance: 1),
  ]
}

/// The words of a station, across in per cent.
private struct Label {
  let x: Double
  let endsAtPoint: Bool
  let start: Double
  let end: Double

  init(x: Double, characters: Int) {
    self.x = x
    endsAtPoint = x > 80
    let width = Double(characters) * 0.9 + 2
    (start, end) = endsAtPoint ? (x - width, x) : (x, x + width)
  }

  /// Whether they cannot stand on these tiers: the words meet, or a line to the farther ones runs through the nearer.
  func meets(_ other: Label, on tier: Tier, _ otherTier: Tier) -> Bool {
    guard tier.isAbove == otherTier.isAbove else { return false }
    if tier.distance == otherTier.distance { return start < other.end && other.start < end }
    let (nearer, farther) = tier.distance < otherTier.distance ? (self, other) : (other, self)
    return nearer.start < farther.x && farther.x < nearer.end
  }
}

extension [Label] {
  /// A tier for each. The last is placed first, near the line: words run to the right, so what comes before it must reach
  /// over it from farther away.
  fileprivate var tiers: [Tier] {
    var placed: [(label: Label, tier: Tier)] = []
    for label in reversed() {
      let meetings = Tier.all.map { tier in placed.count { label.meets($0.label, on: tier, $0.tier) } }
      let best = meetings.indices.min { (meetings[$0], $0) < (meetings[$1], $1) } ?? 0
      placed.append((label, Tier.all[best]))
    }
    return placed.reversed().map(\.tier)
  }
}
