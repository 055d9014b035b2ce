import Diagnostics
import HTMLOutput
import Tenders
import Testing

@testable import OfficeOutput
@testable import Planning

/// The documents of the example, before the judges.
@Suite(.serialized) struct ExampleDocumentTests {
  private let booklets: [Booklet]
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

  private func odt(_ booklet: Booklet) -> [UInt8] {
    var findings: [Diagnostic] = []
    return ODTWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
  }

  private func docx(_ booklet: Booklet) -> [UInt8] {
    var findings: [Diagnostic] = []
    return DOCXWriter(style: style).bytes(of: booklet, pictures: pictures, findings: &findings)
  }

  @Test func `there are forms and a review copy`() {
    #expect(booklets.map(\.part) == ["Monitoring form", "Response form", "Review copy"])
  }

  @Test func `pandoc reads the words of the tree in their order`() throws {
    for booklet in booklets {
      let expected = words(of: booklet)
      #expect(expected.count > 200)
      let (odt, docx) = (
        try Judges.text(ofPandoc: odt(booklet), "odt"), try Judges.text(ofPandoc: docx(booklet), "docx")
      )
      #expect(words(of: booklet, withTableHeads: false).firstMissing(from: odt) == nil, "\(booklet.part).odt")
      #expect(expected.firstMissing(from: docx) == nil, "\(booklet.part).docx")
    }
  }

  @Test func `pandoc reads the same words on the pages`() throws {
    let (model, plan) = try Example.planned()
    var findings: [Diagnostic] = []
    let renderer = PageRenderer(model: model, plan: plan, templates: Templates(own: [], findings: &findings))
    let pages = plan.pages.filter { $0.tender != nil && $0.packPage != .print }
    #expect(pages.count > 12)
    for page in pages {
      let html = renderer.html(page, findings: &findings)
      let main = try #require(html.split(separator: "<main", maxSplits: 1).last?.split(separator: "</main>").first)
      let text = try Judges.text(ofPandoc: Array("<main\(main)</main>".utf8), "html")
      #expect(words(of: plan.body(of: page)).firstMissing(from: text) == nil, "\(page.address.path)")
    }
    #expect(findings.isEmpty)
  }

  @Test func `LibreOffice opens every file, and sets wide tables on their side`() throws {
    for pages in try Judges.pages(ofLibreOffice: booklets.map(odt), "odt")
      + Judges.pages(ofLibreOffice: booklets.map(docx), "docx")
    {
      #expect(pages.count > 2)
      #expect(pages.allSatisfy { $0.contains("A4") })
    }
    let response = try #require(booklets.first { $0.part == "Response form" })
    for pages in [
      try Judges.pages(ofLibreOffice: [odt(response)], "odt"),
      try Judges.pages(ofLibreOffice: [docx(response)], "docx"),
    ].map({ $0[0] }) {
      #expect(pages.contains { $0.hasPrefix("841") } && pages.contains { $0.hasPrefix("595") })
    }
  }

  /// LibreOffice drops rows where the head of a table would stand alone at the foot of a page.
  @Test func `no word is lost on LibreOffice's pages`() throws {
    for booklet in booklets {
      for (bytes, ending) in [(odt(booklet), "odt"), (docx(booklet), "docx")] {
        var counts = Dictionary(try Judges.words(ofLibreOffice: bytes, ending).map { ($0, 1) }, uniquingKeysWith: +)
        let lost = words(of: booklet).filter { word in
          counts[word, default: 0] -= 1
          return counts[word, default: 0] < 0
        }
        #expect(lost == [], "\(booklet.part).\(ending)")
      }
    }
  }

  @Test func `the same booklet makes the same bytes, and every part is XML`() throws {
    for booklet in booklets {
      #expect(odt(booklet) == odt(booklet))
      #expect(docx(booklet) == docx(booklet))
      try Judges.readXML(odt(booklet))
      try Judges.readXML(docx(booklet))
    }
  }
}
