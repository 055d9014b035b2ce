import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Planning

/// What nobody should write and somebody will.
struct HostileDocumentTests {
  private static let manyWords = String(repeating: "word ", count: 5_000)

  /// Booklets by what is bad about them.
  static var bad: [(name: String, booklet: Booklet)] {
    let row = { (cell: String, count: Int) in "|" + String(repeating: "\(cell)|", count: count) + "\n" }
    let notes = (1...500).map { "Said[^n\($0)].\n\n[^n\($0)]: Source \($0).\n" }.joined(separator: "\n")
    let deep = (0..<14).map { String(repeating: "  ", count: $0) + "- level \($0)\n" }.joined()
    let numbered = (0..<12).map { String(repeating: "   ", count: $0) + "\($0 + 7). level \($0)\n" }.joined()
    return [
      ("40 columns", Example.booklet(row("head", 40) + row("---", 40) + row("cell", 40))),
      ("150 columns", Example.booklet(row("head", 150) + row("---", 150) + row("cell", 150))),
      ("a cell of 5,000 words", Example.booklet("| a | b |\n|---|---|\n| x | \(manyWords) |\n")),
      ("a head of 5,000 words", Example.booklet("| a | \(manyWords) |\n|---|---|\n| x | y |\n")),
      ("500 notes", Example.booklet(notes)),
      ("deep lists", Example.booklet(deep + "\nText\n\n" + numbered)),
      (
        "a table in a list",
        Example.booklet("1. one\n\n   | a | b |\n   |---|---|\n   | c | d |\n\n   more\n\n2. two\n")
      ),
      ("Hebrew", Example.booklet("## שלום\n\nטקסט עם **מודגש** ו-English.\n\n- פריט\n", language: "he")),
      ("scripts", Example.booklet("Ŵythnos, łódź, 日本語, العربية, 👩🏽‍🤝‍👨🏿 🏴󠁧󠁢󠁷󠁬󠁳󠁿, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢.\n")),
      (
        "a title of marks",
        Example.booklet("Text.\n", title: "A \"title\" <of>\n& ‘marks’\t</w:t>", chapter: "<b>\n\"&")
      ),
      ("a formula", Example.booklet("| a |\n|---|\n| =HYPERLINK(\"x\") |\n| +1 |\n| @x |\n")),
      ("an empty document", Example.booklet("")),
      ("a list of nothing", Example.booklet("-\n-\n\n1.\n")),
      ("a huge number", Example.booklet("999999999. last\n")),
      ("long word", Example.booklet("| " + String(repeating: "x", count: 3_000) + " | b |\n|---|---|\n| c | d |\n")),
    ]
  }

  @Test func `every part stays XML`() throws {
    for (name, booklet) in Self.bad {
      let made = Made(booklet)
      #expect(throws: Never.self, "\(name)") { try readXML(made.odt) }
      #expect(throws: Never.self, "\(name)") { try readXML(made.docx) }
    }
  }

  @Test func `characters that XML forbids are left out, and the rest is kept`() throws {
    let place = Place.start(of: "text.md")
    let forbidden: [UInt32] = [0, 8, 0xB, 0x1F, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x7F]
    let between = forbidden.compactMap(Unicode.Scalar.init).map(String.init)
    let text = zip("abcdefghi".map(String.init), between).map { $0 + $1 }.joined() + "j"
    #expect(text.unicodeScalars.count == 19)
    let block = Block(.paragraph([Inline(.text(text), at: place)]), at: place)
    let made = Made(Example.booklet(Document(blocks: [block]), title: text))
    try readXML(made.odt)
    try readXML(made.docx)
    #expect(try made.odt("content").contains("abc defghij"))
    #expect(try made.docx("document").contains("abc defghij"))
  }

  @Test func `wide tables are told, and long ones are divided for Word`() throws {
    let made = Made(try #require(Self.bad.first { $0.name == "150 columns" }).booklet)
    #expect(made.findings.map(\.message) == ["this table has 150 columns, too many to be read on a sheet of paper"])
    let most = try made.docx("document").components(separatedBy: "<w:tblGrid>").dropFirst().map {
      $0.components(separatedBy: "</w:tblGrid>")[0].components(separatedBy: "<w:gridCol").count - 1
    }.max()
    #expect(try #require(most) <= 63)
  }

  @Test func `names of places are valid and never the same`() throws {
    let long = String(repeating: "long-", count: 20)
    let text = """
      ## A {#x}

      ## 1 first

      ## \(long)one

      ## \(long)two

      ## Ŵy

      ## Čy

      [to](#\(long)two) and [away](#nowhere).
      """
    let made = Made(Example.booklet(text))
    let names = try made.docx("document").components(separatedBy: "<w:bookmarkStart").dropFirst().compactMap {
      $0.components(separatedBy: "w:name=\"").dropFirst().first?.components(separatedBy: "\"").first
    }
    #expect(names.count == 7)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for name in names {
      #expect(
        name.count <= 40 && name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" })
    }
    let anchors = try made.docx("document").components(separatedBy: "w:anchor=\"").dropFirst().compactMap {
      $0.components(separatedBy: "\"").first
    }
    #expect(anchors.allSatisfy(names.contains))
    #expect(try made.docx("document").contains("away"))
  }

  @Test(
    arguments: [
      "https://example.org/?a=1&b=\"x\"", "https://example.org/<script>", "https://example.org/%zz ŵ",
      "mailto:a@example.org?subject=\" onclick=", "javascript:alert(1)",
      Sample("an address of 5,000 letters") { "https://example.org/" + String(repeating: "x", count: 5_000) },
    ] as [Sample])
  func `an address stays an address`(_ sample: Sample) throws {
    let address = sample.text
    let place = Place.start(of: "text.md")
    let link = Inline(.link(.elsewhere(address), title: nil, [Inline(.text("words"), at: place)]), at: place)
    let made = Made(Example.booklet(Document(blocks: [Block(.paragraph([link]), at: place)])))
    try readXML(made.odt)
    try readXML(made.docx)
    #expect(try made.docx("document").contains("words"))
    let isLinked = try made.docx("document").contains("<w:hyperlink r:id")
    #expect(isLinked == (!address.hasPrefix("javascript") && address.utf8.count < 2_000))
    #expect(try !made.odt("content").contains("javascript"))
  }
}
