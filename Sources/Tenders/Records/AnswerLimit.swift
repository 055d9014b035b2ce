/// How long an answer may be.
package struct AnswerLimit: Sendable {
  package let count: Int
  package let unit: LimitUnit

  package init(count: Int, unit: LimitUnit) { (self.count, self.unit) = (count, unit) }

  package var words: String {
    "at most \(count.grouped) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }
}
