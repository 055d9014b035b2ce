package import Content
internal import Diagnostics
package import Markdown

package struct Tender: Sendable, Identifiable {
  package let id: String
  package let file: ContentFile
  /// tender.md, whole: what `{{values}}` are drawn from.
  let record: Record
  package let facts: TenderFacts
  package let title: String
  package let summary: String?
  package let reference: String?
  package let buyer: String?
  package let contact: Contact?
  package let stage: Stage
  package let submission: Submission?
  package let value: ContractValue?
  package let criteria: Indexed<Criterion>
  /// The framework: what the tender picked, in its order.
  package var outcomes: Indexed<Outcome> = []
  package var qualityCharacteristics: Indexed<QualityCharacteristic> = []
  /// The tender's own glossary entries; they take the place of the library's of the same id.
  package var terms: [Term] = []
  /// What an author wrote beside tender.md, in the order of a pack.
  package var pages: [Page] = []
  package var lots: Indexed<Lot> = []
  /// In the order in which they are asked.
  package var questions: Indexed<Question> = []
  /// What the questions are scored by.
  package var scales: Indexed<Scale> = []
  package var matrices: Indexed<Matrix> = []
  /// Newest first.
  package var clarifications: [Notice] = []
  package var amendments: [Notice] = []
  /// The forms that its author wrote.
  package var forms: [Form] = []
  /// Their files.
  package var formFiles: [ContentFile] = []

  package struct Contact: Sendable {
    package let role: String
    package let email: String
    package let phone: String?
    /// How to ask for another format, or for help to answer.
    package let access: String?
  }

  package struct Submission: Sendable {
    package let how: SubmissionWay
    package let place: String?
    package let url: String?
    package let account: Bool?
  }

  package struct ContractValue: Sendable {
    package let total: Money?
    package let perYear: Money?
    /// “before VAT”, “including VAT”, “exempt from VAT”.
    package let vatWords: String?

    /// “£450,000 a year before VAT, £1,350,000 in all”; nil while nothing is written.
    package var words: String? {
      let vat = vatWords.map { " " + $0 } ?? ""
      switch (perYear?.words, total?.words) {
      case (let year?, let total?): return "\(year) a year\(vat), \(total) in all"
      case (let year?, nil): return "\(year) a year\(vat)"
      case (nil, let total?): return total + vat
      case (nil, nil): return nil
      }
    }
  }

  /// What is agreed, for the tender as a whole.
  package var contract: ContractFacts { facts.contract }

  /// Who won. Nobody is told before it has been decided.
  package var awards: [AwardFacts] { stage.hasReached(.awarded) ? facts.awards.items : [] }

  /// When and why it was stopped, if it was.
  package var stop: StoppedFacts? { stage.hasReached(.stopped) ? facts.stopped.value : nil }

  package func date(_ key: DateKey) -> Moment? { contract.dates[key]?.value }
}

extension Tender {
  /// The criteria that differ: the tender's own, or those of each lot where lots have theirs.
  package var criteriaSets: [(lot: Lot?, criteria: Indexed<Criterion>)] {
    let differing = lots.filter(\.facts.contract.criteria.isWritten)
    guard !differing.isEmpty else { return criteria.isEmpty ? [] : [(nil, criteria)] }
    return lots.map { ($0, $0.criteria) }
  }

  package func page(_ page: PackPage) -> Page? { pages.first { $0.location.id == page.rawValue } }
}

extension Tender {
  /// How often the pack has been published, and when last: “Version 2, 4 December 2026”. Each amendment makes a new one.
  package var version: (words: String?, day: Day?) {
    guard let issued = date(.issued)?.day else { return (nil, nil) }
    let newest = amendments.compactMap { $0.date?.day }.max().map { max($0, issued) } ?? issued
    return ("Version \(amendments.count + 1), \(newest.shortWords)", newest)
  }
}
