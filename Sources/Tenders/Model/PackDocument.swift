/// The documents of a pack: files to print, to edit or to fill in. The raw value is the file's name, numbered in the
/// order in which a provider needs them.
package enum PackDocument: String, Sendable, CaseIterable {
  case invitation = "1-invitation"
  case specification = "2-specification"
  case scoring = "3-scoring"
  case contract = "4-contract"
  case responseForm = "5-response-form"
  case impactMap = "6-impact-map"
  case priceSchedule = "7-price-schedule"
  case monitoringForm = "8-monitoring-form"
  case wholePack = "9-whole-pack"
  case outcomes, questions, criteria
  /// For the council alone: for colleagues to read and mark, and for the panel to score with.
  case reviewCopy = "review-copy"
  case scoringWorkbook = "scoring-workbook"

  /// The formats that it is made in, the first for whoever is unsure.
  package var formats: [DocumentFormat] {
    switch self {
    case .invitation, .specification, .scoring, .contract, .wholePack: [.pdf]
    case .responseForm: [.odt, .docx, .pdf]
    case .monitoringForm, .reviewCopy: [.odt, .docx]
    case .impactMap, .priceSchedule, .scoringWorkbook: [.xlsx]
    case .outcomes, .questions, .criteria: [.csv]
    }
  }

  /// Whether a tender has anything to put in it.
  package func isMade(for tender: Tender) -> Bool {
    switch self {
    case .invitation, .wholePack, .reviewCopy: true
    case .specification: !tender.outcomes.isEmpty || tender.page(.vision) != nil || tender.page(.specification) != nil
    case .scoring, .criteria: !tender.criteriaSets.isEmpty
    case .scoringWorkbook: !tender.criteriaSets.isEmpty && !tender.questions.isEmpty
    case .contract: PackPage.contract.isMade(for: tender) || tender.page(.contract) != nil
    case .responseForm, .questions: !tender.questions.isEmpty
    case .impactMap, .outcomes: !tender.outcomes.isEmpty
    case .priceSchedule: !tender.priceForms.isEmpty
    case .monitoringForm: tender.facts.measures.isWritten
    }
  }

  /// Whether it is the council's own business and never published.
  package var isPrivate: Bool { self == .reviewCopy || self == .scoringWorkbook }

  package var title: String {
    switch self {
    case .invitation: "Invitation and instructions"
    case .specification: "Specification"
    case .scoring: "How bids are scored"
    case .contract: "Contract and monitoring"
    case .responseForm: "Response form"
    case .impactMap: "Impact map workbook"
    case .priceSchedule: "Price schedule"
    case .monitoringForm: "Monitoring form"
    case .wholePack: "The whole pack"
    case .outcomes: "Outcomes framework, as data"
    case .questions: "Questions, as data"
    case .criteria: "Criteria, as data"
    case .reviewCopy: "Review copy"
    case .scoringWorkbook: "Scoring workbook"
    }
  }

  /// What it is for, and who fills it in.
  package var purpose: String {
    switch self {
    case .invitation: "To read first: what is wanted, whether to bid, how to answer, and by when."
    case .specification:
      "To read: why the service is wanted, the outcomes it must lead to, and how it should be provided."
    case .scoring: "To read: what counts for how much, and what a good answer shows."
    case .contract: "To read: what you would agree to, and how the service will be reviewed."
    case .responseForm: "To fill in and send back: every question, with room for your answer."
    case .impactMap: "To fill in and send back: what you will do and what will change, with lists to choose from."
    case .priceSchedule: "To fill in and send back: your prices. It adds up by itself."
    case .monitoringForm: "To look at now, and to fill in with the council once the service runs."
    case .wholePack: "To read or print everything in one file."
    case .outcomes: "For spreadsheets and programs: every outcome with its indicators."
    case .questions: "For spreadsheets and programs: every question with its weight and limit."
    case .criteria: "For spreadsheets and programs: what is scored, and its weight."
    case .reviewCopy: "For colleagues and co-producers, to read and mark before you publish."
    case .scoringWorkbook: "For the panel: a sheet for each evaluator, and one to agree the scores."
    }
  }

  /// The pages of the pack that it holds, in the order of reading.
  package var pages: [PackPage] {
    switch self {
    case .invitation, .specification, .scoring, .contract: PackPage.allCases.filter { $0.document == self }
    case .wholePack, .reviewCopy: PackPage.allCases.filter { ![.print, .checks].contains($0) }
    case .responseForm, .impactMap, .priceSchedule, .monitoringForm, .outcomes, .questions, .criteria, .scoringWorkbook:
      []
    }
  }

  /// Whether it is there to be filled in, in a word processor or by hand.
  package var isForm: Bool { self == .responseForm || self == .monitoringForm }

  /// Whether who bids fills it in, whatever its format.
  package var isFilledIn: Bool { isForm || self == .impactMap || self == .priceSchedule }

  /// Whether it begins with the summary of the tender.
  package var holdsSummary: Bool { [.invitation, .wholePack, .reviewCopy].contains(self) }
}

extension PackPage {
  /// The document that holds it, beside those of the whole pack.
  fileprivate var document: PackDocument? {
    switch self {
    case .vision, .specification, .outcomes, .qualityCharacteristics, .insight, .engagement: .specification
    case .shouldWeBid, .howToRespond, .timetable, .clarifications: .invitation
    case .questions, .scoring: .scoring
    case .contract, .monitoring: .contract
    case .impactMap, .documents, .glossary, .print, .checks: nil
    }
  }
}

/// What a document is made in.
package enum DocumentFormat: String, Sendable, CaseIterable {
  case pdf, odt, docx, xlsx, csv

  package var words: String {
    switch self {
    case .pdf: "PDF, to read and print"
    case .odt: "ODT, to fill in with LibreOffice, Word or Google Docs"
    case .docx: "DOCX, to fill in with Word"
    case .xlsx: "XLSX, to fill in with LibreOffice, Excel or Google Sheets"
    case .csv: "CSV, for spreadsheets and programs"
    }
  }
}
