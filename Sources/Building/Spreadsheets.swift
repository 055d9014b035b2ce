internal import Diagnostics
internal import SpreadsheetOutput
internal import System
internal import Tenders

extension Renderer {
  /// A spreadsheet of a tender.
  func spreadsheet(_ document: PackDocument, of tender: Tender) throws(SystemFault) -> MadeFile {
    var findings: [Diagnostic] = []
    let workbook: Workbook
    switch document {
    case .impactMap: workbook = ImpactMapWorkbook(tender).workbook(findings: &findings)
    case .priceSchedule: workbook = PriceWorkbook(tender).workbook(findings: &findings)
    case .scoringWorkbook: workbook = ScoringWorkbook(tender).workbook(findings: &findings)
    case .invitation, .specification, .scoring, .contract, .responseForm, .monitoringForm, .wholePack, .outcomes,
      .questions, .criteria, .reviewCopy:
      preconditionFailure("a document that is no spreadsheet")
    }
    let bytes = try job.world.throughFile { path throws(SystemFault) in
      do throws(SpreadsheetFault) {
        try write(workbook, to: path)
      } catch {
        throw SystemFault(
          .unwritable, "cannot write a spreadsheet: \(error.words)", file: path,
          help: "Make room on the disk and run this again.")
      }
    }
    return MadeFile(bytes: bytes, findings)
  }
}
