package import Content
package import Diagnostics

/// The four groups in which a bid is asked about, and the rest.
package enum QuestionGroup: String, Sendable, CaseIterable {
  case serviceOutcomes = "service-outcomes"
  case communityOutcomes = "community-outcomes"
  case coProduction = "co-production"
  case measurement, other

  package var words: String {
    switch self {
    case .serviceOutcomes: "Service outcomes"
    case .communityOutcomes: "Community outcomes"
    case .coProduction: "Co-production"
    case .measurement: "Measuring"
    case .other: "Other questions"
    }
  }
}

/// What bidders are asked, and how much the answer counts.
package struct Question: Sendable {
  package struct Limit: Sendable {
    package let count: Int
    package let unit: LimitUnit

    package init(count: Int, unit: LimitUnit) { (self.count, self.unit) = (count, unit) }

    package var words: String {
      "at most \(count.grouped) \(count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    }
  }

  package let id: String
  package let file: ContentFile
  let record: Record
  package let facts: QuestionFacts
  package let title: String
  package let criterion: Located<String>?
  package let weight: Located<Weight>?
  package let limit: Limit?
  package let group: QuestionGroup
  package let outcomes: [Located<String>]
  package let qualityCharacteristics: [Located<String>]
  /// What to do, in a line.
  package let asks: String?
  /// The lots that it is for; none for all.
  package let lots: [Located<String>]
  package let scale: Located<String>?
  package let matrix: Located<String>?
  package let minimum: Weight?

  /// The criterion, and the part of it where it names one.
  package var path: (criterion: String, part: String?) {
    let steps = (criterion?.value ?? "").split(separator: "/", maxSplits: 1).map(String.init)
    return (steps.first ?? "", steps.count > 1 ? steps[1] : nil)
  }

  package func isFor(_ lot: String?) -> Bool {
    guard let lot else { return true }
    return lots.isEmpty || lots.contains { $0.value == lot }
  }
}

extension [Question] {
  /// Group by group, and in each as its author ordered them: so they are numbered.
  var inAskingOrder: Indexed<Question> {
    Indexed(QuestionGroup.allCases.flatMap { group in filter { $0.group == group } })
  }
}

/// The levels of score, best last.
package struct Scale: Sendable {
  package struct Level: Sendable {
    package let score: Weight
    package let title: String
    package let descriptor: String?
    /// Where its title stands.
    package let place: Place
  }

  package let id: String
  package let file: ContentFile
  package let facts: ScaleFacts
  package let title: String
  package let levels: [Level]
}

/// A graded guide: what each principle looks like at each level.
package struct Matrix: Sendable {
  package struct Row: Sendable {
    package let principle: String
    package let question: String?
    package let levels: [String]
  }

  package let id: String
  package let file: ContentFile
  package let facts: MatrixFacts
  package let title: String
  package let columns: [String]
  package let rows: [Row]
}

package struct CaseStudy: Sendable {
  package let page: Page
  package let facts: CaseStudyFacts
  package let worked: [String]
  package let better: [String]
  package let source: String?
}

/// A question asked about a tender and answered for everyone, or a change to it.
package struct Notice: Sendable {
  package let id: String
  package let file: ContentFile
  package let facts: CommonFacts
  package let title: String?
  /// When it was asked, or when the change was made.
  package let date: Moment?
  package let answered: Moment?
  package let isMaterial: Bool
  package let affects: [Located<String>]
}

/// The columns of an impact map.
package enum ImpactColumn: String, Sendable, CaseIterable {
  case activities, outputs, outcome, indicators, measures

  /// What its author writes in it, for who writes an example.
  var sentence: String { "\(title): the head of this column, or the words in it." }

  /// What it is called where a tender does not say.
  package var title: String {
    switch self {
    case .activities: "What you will do"
    case .outputs: "What will come of it at once"
    case .outcome: "What will change"
    case .indicators: "How you will know"
    case .measures: "How you will measure"
    }
  }
}

extension Int {
  /// `12,000`.
  package var grouped: String {
    let digits = String(self)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }
}
