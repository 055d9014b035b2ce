internal import Content
package import Diagnostics
package import Tenders

/// What a panel scores with: a sheet for each person who scores, one to agree the scores, and the points of each lot.
/// The council's own business, never published.
package struct ScoringWorkbook {
  private let tender: Tender

  package init(_ tender: Tender) { self.tender = tender }

  package func workbook(findings: inout [Diagnostic]) -> Workbook {
    var names = SheetNames()
    let readMe = names.name("Read me")
    let rules = ScoringRules(tender, findings: &findings)
    let bidders = BiddersSheet(tender, name: names.name("Bidders"))
    let hurdles = HurdlesSheet(tender, bidders, names: &names)
    let scales = ScalesSheet(tender, name: names.name("Scales"))
    let matrices = tender.matrices.map { MatrixSheet($0, bidders, name: names.name($0.title)) }
    let scorers = Scorer.all(of: tender, names: &names)
    let scores = scorers.map { ScoreSheet($0, tender, bidders, scales) }
    let moderation = ModerationSheet(scores, tender, rules, bidders, scales, name: names.name("Moderation"))
    let results = tender.awardUnits.map { unit in
      let name = names.name(unit.lot.map { "Points \($0.title)" } ?? "Points")
      return PointsSheet(unit, tender, rules, bidders, hurdles, moderation, scales, name: name)
    }
    var workbook = Workbook(properties: .init(tender, .scoringWorkbook))
    workbook.sheets = [ReadMe(tender, rules, scorers).sheet(named: readMe), bidders.sheet]
    workbook.sheets += [hurdles?.sheet].compactMap(\.self) + [scales.sheet] + matrices.map(\.sheet)
    workbook.sheets += scores.map(\.sheet) + [moderation.sheet] + results.map(\.sheet)
    return workbook.finished(tender, findings: &findings)
  }

  /// How many bidders a workbook has room for.
  static let room = 8
}

/// Somebody who scores.
struct Scorer {
  let role: String
  let hasLivedExperience: Bool
  /// The name of the sheet.
  let name: String

  /// The evaluators that a tender names, or three without a role. “Three people who …” are three: each of them scores.
  static func all(of tender: Tender, names: inout SheetNames) -> [Scorer] {
    let written = tender.facts.evaluators.items.flatMap { evaluator -> [(String, Bool)] in
      let role = evaluator.role.value ?? ""
      let people = role.peopleNamed
      return (1...people).map { number in
        (people > 1 ? "\(role) (\(number) of \(people))" : role, evaluator.livedExperience.value == true)
      }
    }
    let people = written.isEmpty ? (1...3).map { ("Evaluator \($0)", false) } : written
    return people.enumerated().map { index, person in
      Scorer(role: person.0, hasLivedExperience: person.1, name: names.name("\(index + 1) \(person.0)"))
    }
  }
}

extension String {
  /// The number of people that a role begins with, from two to nine: “Three people who use the day centre”.
  fileprivate var peopleNamed: Int {
    let first = split(separator: " ").first.map { $0.lowercased() } ?? ""
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
    if let index = words.firstIndex(of: first) { return index + 2 }
    return Int(first).flatMap { (2...9).contains($0) ? $0 : nil } ?? 1
  }
}

/// How the tender reaches scores and points, as far as it can be worked out from its words.
struct ScoringRules {
  /// Whether the score is the mean of all; otherwise the panel agrees one.
  let usesMean: Bool
  /// Decimal places of points; nil leaves them as they come out.
  let places: Int?
  /// Whether only the sum is rounded.
  let roundsAtTheEnd: Bool
  let words: [(name: String, words: String)]

  init(_ tender: Tender, findings: inout [Diagnostic]) {
    let assessment = tender.facts.assessment
    usesMean = assessment.method.value == .mean
    let rounding = assessment.rounding.located
    places = rounding?.value.decimalPlaces
    roundsAtTheEnd = rounding?.value.lowercased().contains("at the end") ?? false
    if let rounding, places == nil { findings.append(.roundingNotUnderstood(rounding.value, at: rounding.place)) }
    let written = [
      ("Moderation", assessment.moderation), ("Rounding", assessment.rounding),
      ("The least that a bid must reach", assessment.minimum), ("If it does not", assessment.consequence),
      ("If two bids are equal", assessment.tieBreak),
    ]
    words = written.compactMap { name, words in words.value.map { (name, $0) } }
  }

  /// The decimal places of the points of a question.
  var placesEach: Int? { roundsAtTheEnd ? nil : places }
}

extension String {
  /// The number that stands before “decimal place”: “to two decimal places”. Whole numbers have none.
  fileprivate var decimalPlaces: Int? {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let index = words.firstIndex(where: { $0.hasPrefix("decimal") }), index > 0 {
      let names = ["no", "one", "two", "three", "four", "five", "six"]
      let before = words[index - 1]
      return (names.firstIndex(of: before) ?? Int(before)).flatMap { (0...6).contains($0) ? $0 : nil }
    }
    return contains("whole number") ? 0 : nil
  }
}

/// What the panel reads first.
private struct ReadMe {
  private let tender: Tender
  private let rules: ScoringRules
  private let scorers: [Scorer]

  init(_ tender: Tender, _ rules: ScoringRules, _ scorers: [Scorer]) {
    (self.tender, self.rules, self.scorers) = (tender, rules, scorers)
  }

  func sheet(named name: String) -> Sheet {
    .page(
      name, title: "Scoring: \(tender.title)",
      [
        (
          "For the panel",
          [tender.byline, "Keep this workbook inside the council. It holds what you think of each bid."]
        ),
        ("In this order", steps),
        (
          "Who scores",
          scorers.map { "Sheet “\($0.name)”: \($0.role)\($0.hasLivedExperience ? " (lived experience)" : "")" }
        ),
        ("What the tender says", rules.words.map { "\($0.name): \($0.words)" }),
        ("How this workbook reckons", reckoning),
        (
          "Typing",
          typingAdvice + [
            "Paste words only (paste special, text), so that lists and limits stay in place.",
            "You can score on paper too: every sheet prints with its headings.",
          ]
        ),
      ])
  }

  private var steps: [String] {
    let lots = tender.lots.isEmpty ? "" : ", the lots that they bid for"
    let hurdles = tender.facts.gates.isWritten || tender.facts.conditions.isWritten
    let steps =
      [
        "Bidders: write their names\(lots)\(tender.asksForPrice ? " and their prices" : ""). There is room for \(ScoringWorkbook.room)."
      ] + (hurdles ? ["Gates: say for each bid whether it passes, and why."] : []) + [
        "Each person has a sheet of their own. Score alone: choose a score for each answer and write down why.",
        "Moderation: look at all scores together\(rules.usesMean ? "; the mean is worked out" : " and agree one"), and write the reason that the bidder will read.",
        "Points: look at the sums. The order of the bids is for you to decide and to write down.",
      ]
    return steps.enumerated().map { "\($0 + 1). \($1)" }
  }

  private var reckoning: [String] {
    let places = rules.places.map { $0 == 1 ? "1 decimal place" : "\($0) decimal places" }
    let rounding =
      places.map {
        rules.roundsAtTheEnd
          ? "Sums are rounded to \($0), and nothing before." : "The points of each question are rounded to \($0)."
      }
      ?? "Nothing is rounded. Points are shown with two decimal places."
    return [
      "Points are the score, divided by the best score of its scale, times the weight of the question.",
      rounding,
      "Each person's score counts as much as anybody else's.",
      "A bid that does not pass a gate or a condition is left out when prices are compared.",
    ]
      + (tender.lots.isEmpty
        ? [] : ["Who bids differently for two lots has two lines among the bidders, one for each lot."])
  }
}
