// Times of a day: `noon`, `5pm`, `17:00`, `12 noon`, `5 o’clock`, and how they stand beside a day.

/// Minutes after midnight. Where it is not said which half of the day is meant, both are right.
struct TimeOfDay {
  let minutes: Int
  let isVague: Bool
}

extension [Lexeme] {
  /// `noon on`, `5pm,`, `5pm UK time on`.
  func timeBefore(at index: Int) -> (TimeOfDay?, end: Int) {
    guard let (time, behind) = time(at: index) else { return (nil, index) }
    var end = behind
    if text(end) == "uk" || text(end) == "gmt" { end += text(end + 1) == "time" ? 2 : 1 }
    if ["on", ",", "("].contains(text(end)) { end += 1 }
    return days(at: end) == nil ? (nil, index) : (time, end)
  }

  /// `at noon`, `(noon)`, `, 5pm`, `by 5pm`, `: Time : noon`.
  func timeBehind(at index: Int) -> (TimeOfDay, end: Int)? {
    var start = index
    while [",", "(", ":", "–", "at", "by", "time", "before", "until", "no", "later", "than"].contains(text(start)) {
      start += 1
    }
    guard let (time, end) = time(at: start) else { return nil }
    return (time, text(end) == ")" ? end + 1 : end)
  }

  private func time(at index: Int) -> (TimeOfDay, end: Int)? {
    switch text(index) {
    case "noon", "midday": return (TimeOfDay(minutes: 720, isVague: false), index + 1)
    case "midnight": return nil
    default: break
    }
    if text(index) == "12", ["noon", "midday"].contains(text(index + 1)) {
      return (TimeOfDay(minutes: 720, isVague: false), index + 2)
    }
    let word = text(index)
    let figures = word.prefix { $0.isNumber || ":.".contains($0) }
    let parts = figures.split { ":.".contains($0) }.compactMap { Int($0) }
    var half = String(word.dropFirst(figures.count)).filter { $0 != "." }
    var end = index + 1
    if half.isEmpty, ["am", "pm", "a.m", "p.m"].contains(text(end)) {
      (half, end) = (text(end).filter { $0 != "." }, end + 1)
      if text(end) == ".", at(end + 1) != nil { end += 1 }
    }
    if parts == [12, 0], ["noon", "midday"].contains(text(end)) {
      return (TimeOfDay(minutes: 720, isVague: false), end + 1)
    }
    if half.isEmpty, ["o'clock", "hours", "hrs"].contains(text(end)) { (half, end) = (text(end), end + 1) }
    return Self.time(parts, half: half, isColon: figures.contains(":")).map { ($0, end) }
  }

  private static func time(_ parts: [Int], half: String, isColon: Bool) -> TimeOfDay? {
    guard let first = parts.first, parts.count <= 2 else { return nil }
    let minutes = parts.count == 2 ? parts[1] : 0
    guard minutes < 60, first <= 24 || half == "hours" else { return nil }
    switch half {
    case "am", "pm": return TimeOfDay(minutes: first % 12 * 60 + minutes + (half == "pm" ? 720 : 0), isVague: false)
    case "o'clock": return TimeOfDay(minutes: first % 12 * 60, isVague: true)
    case "hours", "hrs":
      return first > 99
        ? TimeOfDay(minutes: first / 100 * 60 + first % 100, isVague: false)
        : TimeOfDay(minutes: first * 60 + minutes, isVague: false)
    default: return isColon ? TimeOfDay(minutes: first * 60 + minutes, isVague: first <= 12) : nil
    }
  }
}
