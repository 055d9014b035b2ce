import Archives
import Diagnostics
import Foundation
import Markdown
import Testing

@testable import OfficeOutput
@testable import Planning

struct OfficeWriterTests {
  private static let place = Place.start(of: "text.md")

  private func form(_ fields: [Form.Field]) -> Made {
    let form = Form(id: "f", title: "Form", sections: [Form.Section(title: "S", fields: fields)])
    return Made(Example.booklet(Document(blocks: [Block(.form(form), at: Self.place)])))
  }

  @Test func `the head of a table repeats and its rows are kept whole`() throws {
    let made = Made(Example.booklet("| a | b |\n|---|--:|\n| c | d |\n"))
    #expect(try made.docx("document").contains("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"))
    #expect(try made.docx("document").contains("<w:jc w:val=\"right\"/>"))
    #expect(try made.odt("content").contains("<table:table-header-rows>"))
    #expect(try made.odt("content").contains("fo:keep-together=\"always\""))
  }

  @Test func `a list of tasks has boxes in the place of bullets`() throws {
    let made = Made(Example.booklet("- [ ] Ask.\n- [x] Listen.\n\nThen:\n\n- Rest.\n"))
    #expect(try made.odt("content").contains("text:style-name=\"Boxes\""))
    #expect(
      try made.odt("content").contains("☑ Listen.") && made.odt("content").contains("text:style-name=\"Bullets\""))
    let document = try made.docx("document")
    #expect(document.components(separatedBy: "<w:numId w:val=\"2\"/>").count == 3)
    #expect(document.components(separatedBy: "<w:numId w:val=\"1\"/>").count == 2)
    #expect(try made.docx("numbering").contains("<w:numFmt w:val=\"none\"/><w:suff w:val=\"nothing\"/>"))
  }

  @Test func `a wide table lies on its side, with the heading above it`() throws {
    let made = Made(
      Example.booklet(
        "Before.\n\n## Wide\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n\nAfter.\n"))
    let sections = try made.docx("document").components(separatedBy: "<w:sectPr>").dropFirst().map {
      $0.contains("landscape")
    }
    #expect(sections == [false, true, false])
    let text = try made.docx("document")
    let heading = try #require(text.range(of: ">Wide<", options: .backwards))
    let first = try #require(text.range(of: "</w:sectPr>"))
    #expect(first.upperBound < heading.lowerBound)
    #expect(try made.odt("content").contains("style:master-page-name=\"Turned\""))
  }

  @Test func `a note mentioned twice is written once`() throws {
    let made = Made(Example.booklet("One[^a], two[^a], other[^b].\n\n[^a]: Source.\n\n[^b]: Other[^a].\n"))
    let document = try made.docx("document")
    #expect(document.components(separatedBy: "<w:footnoteReference").count == 3)
    #expect(document.contains("NOTEREF note_1"))
    #expect(try made.docx("footnotes").components(separatedBy: "Source.").count == 2)
    let content = try made.odt("content")
    #expect(content.components(separatedBy: "<text:note ").count == 3)
    #expect(content.contains("text:ref-name=\"note_1\""))
  }

  @Test func `a passage keeps its language, and Hebrew runs from right to left`() throws {
    let place = Self.place
    func passage(_ tag: String, _ words: String) -> Inline {
      Inline(.passage(language: tag, [Inline(.text(words), at: place)]), at: place)
    }
    let block = Block(.paragraph([passage("cy", "Croeso"), passage("he", "שלום")]), at: place)
    let made = Made(Example.booklet(Document(blocks: [block])))
    #expect(try made.docx("document").contains("<w:lang w:val=\"cy-GB\"/></w:rPr><w:t xml:space=\"preserve\">Croeso"))
    #expect(try made.docx("document").contains("<w:rtl/><w:lang w:bidi=\"he\"/>"))
    #expect(try made.odt("content").contains("fo:language=\"cy\" fo:country=\"GB\""))
    #expect(try made.odt("content").contains("style:language-complex=\"he\""))
    #expect(try made.docx("styles").contains("<w:lang w:val=\"en-GB\""))
    #expect(try made.odt("styles").contains("fo:language=\"en\" fo:country=\"GB\""))
  }

  @Test func `every answer is a place to type that cannot be deleted`() throws {
    var table = Form.Field(id: "map", kind: .table, label: "Map")
    table.columns = ["What", "Why"]
    table.rows = [["Lunch", nil], [nil, nil]]
    var choice = Form.Field(id: "way", kind: .choice, label: "Way")
    choice.choices = ["By email", "By post", "By post", ""]
    let made = form([
      Form.Field(id: "who", kind: .text, label: "Who"), Form.Field(id: "gate", kind: .yesNo, label: "Gate"),
      Form.Field(id: "day", kind: .date, label: "Day"), Form.Field(id: "sum", kind: .number, label: "Sum"),
      Form.Field(id: "word", kind: .declaration, label: "True"), choice, table,
    ])
    let document = try made.docx("document")
    let tags = document.components(separatedBy: "<w:tag w:val=\"").dropFirst().compactMap {
      $0.components(separatedBy: "\"").first
    }
    #expect(
      tags
        == [
          "who", "gate-yes", "gate-no", "day", "sum", "word-name", "word", "way", "map-1-2", "map-2-1", "map-2-2",
        ].sorted { tags.firstIndex(of: $0) ?? 0 < tags.firstIndex(of: $1) ?? 0 })
    #expect(Set(tags).count == 11)
    #expect(document.components(separatedBy: "<w:lock w:val=\"sdtLocked\"/>").count == 12)
    #expect(document.components(separatedBy: "<w:listItem").count == 3, "a list holds each choice once")
    #expect(document.contains("<w14:checkbox>"))
    #expect(document.contains("<w:date>"))
    let content = try made.odt("content")
    #expect(content.contains("table:name=\"answer_who\"") && content.contains("table:name=\"answer_map\""))
    #expect(content.contains("style:min-row-height"))
    #expect(content.components(separatedBy: "☐").count == 8)
  }

  @Test func `ids of fields are made unique and short enough for Word`() throws {
    let long = String(repeating: "x", count: 100)
    let made = form([
      Form.Field(id: "a", kind: .text, label: long), Form.Field(id: "a", kind: .text, label: "B"),
      Form.Field(id: long, kind: .text, label: "C"), Form.Field(id: "ŵ <\">", kind: .text, label: "\"<>\n&"),
    ])
    let tags = try made.docx("document").components(separatedBy: "<w:tag w:val=\"").dropFirst().compactMap {
      $0.components(separatedBy: "\"").first
    }
    #expect(Set(tags).count == 4 && tags.allSatisfy { $0.count <= 64 })
    try readXML(made.docx)
    try readXML(made.odt)
  }

  @Test func `a drawing stands with its dots and its words`() throws {
    var pictures = Pictures()
    pictures.files["a.svg"] = PictureBytes.svg(png: PictureBytes.png)
    let made = Made(Example.booklet("![What it \"shows\"](a.svg)\n"), pictures: pictures)
    #expect(made.findings.isEmpty)
    #expect(try made.docx("document").contains("asvg:svgBlip"))
    #expect(try made.docx("document").contains("descr=\"What it &quot;shows&quot;\""))
    #expect(try made.odt("content").contains("<svg:desc>What it &quot;shows&quot;</svg:desc>"))
    #expect(try Archive(reading: made.docx).entries.filter { $0.name.hasPrefix("word/media/") }.count == 2)
    #expect(try Archive(reading: made.odt).entries.filter { $0.name.hasPrefix("Pictures/") }.count == 2)
  }

  @Test func `a picture that cannot be shown is told, and its words stand in for it`() throws {
    var pictures = Pictures()
    pictures.files["broken.png"] = Picture(format: .png, bytes: [1, 2, 3], width: 10, height: 10)
    pictures.files["alone.svg"] = PictureBytes.svg(png: nil)
    pictures.files["a.webp"] = Picture(PictureBytes.webp)
    let made = Made(
      Example.booklet(
        "![broken words](broken.png) ![drawn words](alone.svg) ![web words](a.webp) ![no words](none.png)\n"),
      pictures: pictures)
    #expect(made.findings.map(\.code.id) == ["D25", "D25", "D25", "D25"])
    for words in ["broken words", "drawn words", "web words", "no words"] {
      #expect(try made.docx("document").contains(">\(words)<"))
    }
    #expect(try made.odt("content").contains("Pictures/picture1.svg"), "LibreOffice draws")
    #expect(try made.odt("content").contains("broken words"))
  }

  @Test func `a copy for review says that it is a draft, and numbers its lines`() throws {
    let made = Made(Example.booklet(forReview: true))
    #expect(try made.docx("header1").contains("Draft for comments"))
    #expect(try made.docx("document").contains("<w:lnNumType"))
    #expect(try made.odt("styles").contains("Draft for comments"))
    #expect(try made.odt("styles").contains("text:number-lines=\"true\" text:count-empty-lines"))
    let plain = Made(Example.booklet())
    #expect(try !plain.docx("document").contains("<w:lnNumType"))
    #expect(try plain.odt("styles").contains("<text:linenumbering-configuration text:number-lines=\"false\""))
  }

  @Test func `properties say whose it is, and when`() throws {
    let made = Made(Example.booklet(title: "A & B"))
    let core = String(decoding: try Archive(reading: made.docx)["docProps/core.xml"] ?? [], as: UTF8.self)
    for words in ["A &amp; B: a part", "A council", "en-GB", "2026-12-04T00:00:00"] {
      #expect(core.contains(words))
      #expect(try made.odt("meta").contains(words))
    }
  }

  @Test func `what is for a screen is left out`() throws {
    let inner = Block(.paragraph([Inline(.text("copy me"), at: Self.place)]), at: Self.place)
    let made = Made(Example.booklet(Document(blocks: [Block(.group(.screenOnly, [inner]), at: Self.place)])))
    #expect(try !made.docx("document").contains("copy me"))
    #expect(try !made.odt("content").contains("copy me"))
  }

  @Test func `terms stand at the end, and links to them arrive`() throws {
    let term = Booklet.Term(
      id: "term-outcome", term: "Outcome", definition: [Inline(.text("A change."), at: Self.place)])
    let made = Made(Example.booklet("An [outcome](#term-outcome).\n", terms: [term]))
    #expect(try made.docx("document").contains("w:anchor=\"term_outcome\""))
    #expect(try made.docx("document").contains("w:name=\"term_outcome\""))
    #expect(try made.odt("content").contains("xlink:href=\"#term_outcome\""))
    #expect(try made.odt("content").contains("<text:bookmark text:name=\"term_outcome\"/>"))
  }
}
