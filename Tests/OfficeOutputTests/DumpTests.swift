import Diagnostics
import Foundation
import OfficeOutput
import Tenders
import Testing

@testable import Planning

struct DumpTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["DUMP"] != nil))
  func `dump`() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["DUMP"] ?? "/tmp")
    let pictures = try Example.pictures()
    var findings: [Diagnostic] = []
    let style = OfficeStyle(findings: &findings)
    for (name, booklet) in try Example.booklets() {
      guard case .pack(let tender, let document) = name, booklet.isForm || booklet.isForReview else { continue }
      let file = folder.appending(path: "\(tender)-\(document.rawValue)")
      let start = Date()
      let docx = DOCXWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
      print(file.lastPathComponent, "docx", Date().timeIntervalSince(start), docx.count)
      let again = Date()
      let odt = ODTWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
      print(file.lastPathComponent, "odt", Date().timeIntervalSince(again), odt.count)
      try Data(odt).write(to: file.appendingPathExtension("odt"))
      try Data(docx).write(to: file.appendingPathExtension("docx"))
    }
    print(findings.map { "\($0.code.id) \($0.message)" }.joined(separator: "\n"))
  }
}
