import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import OfficeOutput

struct SampleTests {
  /// The parts of a file behind the head of the chapter, an element a line.
  private static func lines(_ text: String) -> String {
    let start = text.range(of: ">A chapter<", options: .backwards)?.upperBound ?? text.startIndex
    return String(text[start...]).replacing("><", with: ">\n<")
  }

  @Test func `chapters and sections are in the contents, and nothing below them`() {
    let document = OfficeDocument(Example.booklet("## Section *one*\n\n### Part\n\n#### Point\n\n## Last\n"))
    #expect(document.contents.map { "\($0.level) \($0.words)" } == ["1 A chapter", "2 Section one", "2 Last"])
  }

  @Test func `what word processors are given is as it was recorded`() throws {
    var (odt, docx) = ("", "")
    for sample in WriterSample.all {
      let made = Made(Example.booklet(sample.document))
      let findings = made.findings.map { "<!-- \($0.code.id): \($0.message) -->\n" }.joined()
      odt += try "<!-- \(sample.name) -->\n\(findings)\(Self.lines(made.odt("content")))\n"
      docx += try "<!-- \(sample.name) -->\n\(Self.lines(made.docx("document")))\n"
      if !sample.document.footnotes.isEmpty { docx += try Self.lines(made.docx("footnotes")) + "\n" }
    }
    let difference = try Recorded("Golden", of: ".xml").difference(
      from: ["samples.odt.xml": Data(odt.utf8), "samples.docx.xml": Data(docx.utf8)])
    #expect(difference == nil, "\(difference ?? "")")
  }
}
