import Diagnostics
import HTMLOutput
import Tenders
import Testing

@testable import OfficeOutput
@testable import Planning

/// The documents of the example, before programs that others made.
@Suite(.serialized) struct ExampleJudges {
  private let documents: ExampleDocuments

  init() throws { documents = try ExampleDocuments() }

  private var files: [(booklet: Booklet, ending: String, bytes: [UInt8])] {
    documents.booklets.flatMap { [($0, "odt", documents.odt($0)), ($0, "docx", documents.docx($0))] }
  }

  @Test func `pandoc reads the words of the tree in their order`() throws {
    for booklet in documents.booklets {
      let expected = words(of: booklet)
      #expect(expected.count > 200)
      let (odt, docx) = (
        try Judges.text(ofPandoc: documents.odt(booklet), "odt"),
        try Judges.text(ofPandoc: documents.docx(booklet), "docx")
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

  /// LibreOffice drops rows where the head of a table would stand alone at the foot of a page.
  @Test func `LibreOffice opens every file, loses no word, and sets wide tables on their side`() throws {
    let printed = try Judges.printed(byLibreOffice: files.map { (bytes: $0.bytes, ending: $0.ending) })
    for (file, printed) in zip(files, printed) {
      let name = "\(file.booklet.part).\(file.ending)"
      #expect(printed.pages.count > 2, "\(name)")
      #expect(printed.pages.allSatisfy { $0.contains("A4") }, "\(name)")
      if file.booklet.part == "Response form" {
        let pages = printed.pages
        #expect(pages.contains { $0.hasPrefix("841") } && pages.contains { $0.hasPrefix("595") }, "\(name)")
      }
      var counts = Dictionary(printed.words.map { ($0, 1) }, uniquingKeysWith: +)
      let lost = words(of: file.booklet).filter { word in
        counts[word, default: 0] -= 1
        return counts[word, default: 0] < 0
      }
      #expect(lost == [], "\(name)")
    }
  }
}
