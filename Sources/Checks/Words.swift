internal import Content
internal import Diagnostics
internal import Tenders

// What several rules ask of a tender, and how they say things.

extension Tender {
  /// What a bid is asked and scored by: once where all lots are alike, else for each lot.
  var scoringSets: [(lot: Lot?, criteria: Indexed<Criterion>)] {
    let differ = questions.contains { !$0.lots.isEmpty } || lots.contains(where: \.facts.contract.price.isWritten)
    return differ && !lots.isEmpty ? lots.filter { !$0.criteria.isEmpty }.map { ($0, $0.criteria) } : criteriaSets
  }

  /// The questions that are asked for a lot, by the criterion that they, or its part that they, are about.
  func questionsByCriterion(_ lot: Lot?) -> [String: [Question]] {
    Dictionary(grouping: questions.filter { $0.isFor(lot?.id) }) { $0.criterion?.criterion ?? "" }
  }
}

extension Question {
  var isAboutCoProduction: Bool {
    group == .coProduction || qualityCharacteristics.contains { $0.id == "co-production" }
  }

  /// Where its title stands, or else the beginning of its file.
  var titlePlace: Place { facts.title.located?.place ?? file.place }
}

extension Lot? {
  /// “ for “North”” behind what is so for one lot; nothing where all lots are alike.
  var words: String { map { " for “\($0.title)”" } ?? "" }
}
