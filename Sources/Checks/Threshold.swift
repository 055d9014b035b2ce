internal import Diagnostics
internal import Tenders

/// A number that a rule measures by. Each has a usual value; a council may set its own under `thresholds` in site.yml.
package struct Threshold: Sendable, Hashable {
  package enum Unit: Sendable {
    case percent, number, times, days, months, words, pounds
  }

  /// The key in site.yml.
  package let name: String
  package let usual: Int
  package let unit: Unit
  /// What it is, as a list of thresholds says it.
  package let meaning: String

  init(_ name: String, _ usual: Int, _ unit: Unit, _ meaning: String) {
    (self.name, self.usual, self.unit, self.meaning) = (name, usual, unit, meaning)
  }

  package var usualWords: String { words(usual) }

  /// `40%`, `42 days`, `£400,000`.
  package func words(_ value: Int) -> String {
    func counted(_ noun: String) -> String { "\(value.grouped) \(noun)\(value == 1 ? "" : "s")" }
    return switch unit {
    case .percent: "\(value)%"
    case .number: value.grouped
    case .times: counted("time")
    case .days: counted("day")
    case .months: counted("month")
    case .words: counted("word")
    case .pounds: "£\(value.grouped)"
    }
  }
}

/// A threshold as it holds for this site.
struct Limit {
  let threshold: Threshold
  let value: Int
  let isOwn: Bool

  var words: String { threshold.words(value) }

  /// As a share of the marks.
  var weight: Weight { Weight(tenThousandths: value * 10_000) }

  /// As an amount of money.
  var money: Money { Money(pence: value * 100) }

  /// What a message says where the council changed it.
  var remark: String? {
    isOwn ? "your site.yml sets \(words) for \(threshold.name); the usual is \(threshold.usualWords)" : nil
  }
}

/// The thresholds of a site: the usual ones, and the council's own in their place.
struct Limits {
  private var own: [String: Int] = [:]
  private(set) var findings: [Diagnostic] = []

  init(_ site: SiteFacts, among thresholds: [Threshold]) {
    for (key, written) in site.thresholds.value?.values ?? [] {
      guard thresholds.contains(where: { $0.name == key.value }) else {
        findings.append(.unknownThreshold(key, among: thresholds.map(\.name)))
        continue
      }
      guard let written, let value = Self.number(written.value) else {
        findings.append(.badThreshold(key.value, at: written?.place ?? key.place))
        continue
      }
      own[key.value] = value
    }
  }

  subscript(threshold: Threshold) -> Limit {
    let value = own[threshold.name]
    return Limit(
      threshold: threshold, value: value ?? threshold.usual, isOwn: value.map { $0 != threshold.usual } ?? false)
  }

  /// `40`, `40%`, `£400,000`: a whole number, as people write it beside its unit.
  private static func number(_ text: String) -> Int? {
    let digits = text.filter { !"£%,".contains($0) }
    return digits.count <= 9 ? Int(digits).flatMap { $0 >= 0 ? $0 : nil } : nil
  }
}

extension Diagnostic {
  private static let threshold = Code("F23", "bad-threshold")

  fileprivate static func unknownThreshold(_ key: Located<String>, among names: [String]) -> Diagnostic {
    Diagnostic(
      threshold, "there is no threshold “\(key.value)”", at: key.place,
      help: names.nearest(to: key.value).map { "Did you mean “\($0)”?" }
        ?? "Take it out. `tenderpress explain` lists every threshold with its rule.")
  }

  fileprivate static func badThreshold(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      threshold, "the threshold “\(name)” is not a whole number", at: place, help: "Write a number, such as 40.")
  }
}
