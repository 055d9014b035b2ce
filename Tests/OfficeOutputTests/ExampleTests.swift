import Diagnostics
import Tenders
import Testing

@testable import OfficeOutput
@testable import Planning

/// The forms and the review copy of the example, as both writers make them.
struct ExampleDocuments {
  let booklets: [Booklet]
  private let pictures: Pictures
  private let style: OfficeStyle

  init() throws {
    booklets = try Example.booklets().filter { $0.value.isForm || $0.value.isForReview }
      .sorted { $0.value.part < $1.value.part }.map(\.value)
    pictures = try Example.pictures()
    var findings: [Diagnostic] = []
    style = OfficeStyle(findings: &findings)
    #expect(findings.isEmpty)
  }

  func odt(_ booklet: Booklet) -> [UInt8] {
    var findings: [Diagnostic] = []
    return ODTWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
  }

  func docx(_ booklet: Booklet) -> [UInt8] {
    var findings: [Diagnostic] = []
    return DOCXWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
  }
}

/// The documents of the example.
struct ExampleDocumentTests {
  private let documents: ExampleDocuments

  init() throws { documents = try ExampleDocuments() }

  @Test func `there are forms and a review copy`() {
    #expect(documents.booklets.map(\.part) == ["Monitoring form", "Response form", "Review copy"])
  }

  @Test func `the same booklet makes the same bytes, and every part is XML`() throws {
    for booklet in documents.booklets {
      #expect(documents.odt(booklet) == documents.odt(booklet))
      #expect(documents.docx(booklet) == documents.docx(booklet))
      try readXML(documents.odt(booklet))
      try readXML(documents.docx(booklet))
    }
  }
}
