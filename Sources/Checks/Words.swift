internal import Content
internal import Diagnostics
internal import Tenders

// What several rules ask of a tender, and how they say things.

extension Tender {
  /// The questions about a criterion or one of its parts, for a lot.
  func questions(under criterion: Criterion, _ lot: Lot?) -> [Question] {
    questions.filter { $0.isFor(lot?.id) && $0.path.criterion == criterion.id }
  }
}

extension Question {
  var isAboutCoProduction: Bool {
    group == .coProduction || qualityCharacteristics.contains { $0.value == "co-production" }
  }

  /// Where its title stands, or else the beginning of its file.
  var titlePlace: Place { record.text("title")?.place ?? file.place }
}

extension Lot? {
  /// “ for “North”” behind what is so for one lot; nothing where all lots are alike.
  var words: String { map { " for “\($0.title)”" } ?? "" }
}

extension [String] {
  /// “this, that and the other”.
  var inWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
