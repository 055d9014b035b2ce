import Building
import Diagnostics
import Foundation
import Markdown
import Planning
import System
import Testing
import TypstOutput

@testable import Planning

/// Whatever stands in a text: it is printed as it is written, or told at its place; and there is a file.
struct HostileDocumentTests {
  static let markup = [
    "#panic(\"x\") #let x = 1 #import \"print.typ\": *", "$ x^2 $ and $y$", "@reference and <label> here", "_a_ *b* `c",
    "// no comment /* none either */", "~ -- --- ... \\ \\u{41}", "[brackets] {braces} (round) \"quotes\" 'single'",
    "= no heading", "+ no list / term: no", "“)} ]; #(", "\\\" #\"", "{[] \"}\" ]}", "https://example.org/#\"x",
  ]

  @Test(arguments: markup) func `the typesetter's own marks come out as written`(words: String) throws {
    let text = [Inline(.text(words), at: .start(of: "a.md"))]
    let table = Table(caption: text, alignments: [nil], header: [text], rows: [[text]])
    var field = Form.Field(id: words, kind: .text, label: words)
    (field.hint, field.limit) = (words, words)
    let booklet = Press.booklet(of: [
      .heading(Heading(level: 2, id: words, content: text)), .paragraph(text), .code(language: words, words),
      .table(table), .form(Form(id: words, title: words, sections: [.init(title: words, fields: [field])])),
      .group(.voice(by: words), [Block(.paragraph(text), at: .start(of: "a.md"))]),
      .group(
        .entry(id: "entry" + words, number: words),
        [
          Block(.heading(Heading(level: 3, id: "in" + words, content: text)), at: .start(of: "a.md"))
        ]),
      .paragraph([
        Inline(.link(.here(words), title: words, text), at: .start(of: "a.md")),
        Inline(.link(.elsewhere("https://example.org/?\(words)"), title: words, text), at: .start(of: "a.md")),
        Inline(.abbreviation(title: words, text), at: .start(of: "a.md")), Inline(.code(words), at: .start(of: "a.md")),
        Inline(.passage(language: words, text), at: .start(of: "a.md")),
      ]),
    ])
    let printed = try Press.print(booklet)
    let found = try printed.pdf.words.filter { !$0.isWhitespace }
    let count = found.components(separatedBy: words.filter { !$0.isWhitespace }).count - 1
    #expect(count >= 12, "\(words) stands \(count) times in \(found)")
    #expect(printed.findings.isEmpty)
  }

  @Test func `a title with quotes, angle brackets and line breaks is a title`() throws {
    let booklet = Press.booklet("Words.", title: "A \"title\" <b>of\nthree\r\nlines</b> \\")
    let pdf = try Press.print(booklet).pdf
    #expect(try pdf.about.contains("A \"title\" <b>of three lines</b> \\"))
  }

  @Test func `control characters are named and said`() throws {
    let printed = try Press.print(
      Press.booklet(of: [
        .paragraph([Inline(.text("A bell\u{7} and a nought\u{0}."), at: Place(file: "a.md", range: 3..<9))])
      ]))
    #expect(try printed.pdf.words.contains("A bell[U+0007] and a nought[U+0000]."))
    #expect(printed.findings.map(\.code.id) == ["D22", "D22"])
    #expect(printed.findings.allSatisfy { $0.place == Place(file: "a.md", range: 3..<9) && $0.severity == .warning })
  }

  @Test func `a sign that no font has is named in its place and said at its line`() throws {
    let printed = try Press.print("Smile 🦩 and tick ☑ and 👩🏽‍🚒 there.\n\nবাংলা ভাষায় সাহায্য\n")
    let words = try printed.pdf.words
    #expect(words.contains("Smile [flamingo] and tick ☑ and [woman, fire engine] there."), "\(words)")
    #expect(words.contains("[8 signs from “bengali letter ba”]"), "\(words)")
    #expect(printed.findings.count >= 3)
    #expect(printed.findings.first?.message.contains("🦩") == true)
    #expect(
      printed.findings.first?.place?.range.lowerBound == 0 || printed.findings.first?.place?.range.contains(6) == true)
  }

  @Test func `writing from right to left and Welsh is printed`() throws {
    let printed = try Press.print(
      "Ask in <span lang=\"ar\">العربية</span>, <span lang=\"he\">עברית</span> or Welsh: Ŵyr y tŷ, Ŷ, ŵ, â, ô.\n\nПо-русски, Ελληνικά, Tiếng Việt, Język polski.\n"
    )
    let words = try printed.pdf.words
    for part in ["Ŵyr y tŷ, Ŷ, ŵ, â, ô", "По-русски, Ελληνικά, Tiếng Việt, Język polski"] {
      #expect(words.contains(part))
    }
    #expect(words.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) || $0.value > 0xFB00 })
    #expect(printed.findings.isEmpty)
  }

  @Test func `a table of 40 columns is printed in parts, each with the first column`() throws {
    let columns = (1...40).map { "column\($0)" }
    let row = columns.map { "\($0)-value" }
    let bar = "|" + String(repeating: "---|", count: 40)
    let pdf = try Press.print("|\(columns.joined(separator: "|"))|\n\(bar)\n|\(row.joined(separator: "|"))|\n").pdf
    let text = try pdf.text.filter { !$0.isWhitespace && $0 != "\u{200B}" }
    for value in row { #expect(text.contains(value), "\(value)") }
    #expect(try pdf.words.contains("part 6 of 6"))
    #expect(text.components(separatedBy: "column1-value").count == 7)
  }

  @Test func `a cell of 5,000 words goes on over pages, whole`() throws {
    let long = (1...5000).map { "word\($0)" }.joined(separator: " ")
    let pdf = try Press.print("| A | B |\n|---|---|\n| a | \(long) |\n| last | row |\n").pdf
    let words = try pdf.words
    for number in [1, 1000, 2500, 4000, 5000] {
      #expect(words.contains("word\(number) ") || words.contains("word\(number)"))
    }
    #expect(Set(words.split(separator: " ").filter { $0.hasPrefix("word") }).count == 5000)
    #expect(pdf.pages > 3)
  }

  @Test func `500 footnotes are all there`() throws {
    let text = (1...500).map { "Words[^\($0)]." }.joined(separator: "\n\n")
    let notes = (1...500).map { "[^\($0)]: note number \($0) end" }.joined(separator: "\n\n")
    let words = try Press.print("\(text)\n\n\(notes)\n").pdf.words
    for number in 1...500 { #expect(words.contains("note number \(number) end")) }
  }

  @Test func `a note that mentions itself or stands in a heading or a head of a table is printed once`() throws {
    let words = try Press.print(
      """
      ## Heading[^a]

      Words[^b].

      | Head[^c] | [Link](https://example.org/x) |
      |---|---|
      | a | b |

      [^a]: first note
      [^b]: second note, see[^b]
      [^c]: third note
      """
    ).pdf.words
    for note in ["first note", "second note", "third note"] {
      #expect(words.components(separatedBy: note).count == 2, "\(note) in \(words)")
    }
  }

  @Test func `what is nested without end is printed without its containers`() throws {
    let quotes = String(repeating: "> ", count: 90) + "innermost quotation"
    let lists = (0..<80).map { String(repeating: "  ", count: $0) + "- item\($0)" }.joined(separator: "\n")
    let strong = String(repeating: "*a **b ", count: 60) + "innermost words" + String(repeating: "** *", count: 60)
    let words = try Press.print("\(quotes)\n\n\(lists)\n\n\(strong)\n").pdf.words
    #expect(words.contains("innermost quotation"))
    #expect(words.contains("item79"))
    #expect(words.contains("innermost words"))
  }

  @Test func `a word without end is broken where there is no room`() throws {
    let long = String(repeating: "abcdefghij", count: 60)
    let pdf = try Press.print("\(long)\n\n| A | B | C |\n|---|---|---|\n| \(long) | b | c |\n").pdf
    let text = try pdf.text.filter { !$0.isWhitespace && $0 != "\u{200B}" }
    #expect(text.components(separatedBy: long).count == 3)
  }

  @Test func `an empty document is a document`() throws {
    #expect(try Press.print("").pdf.pages >= 2)
    #expect(try Press.print(Press.booklet("", title: "", part: "")).pdf.pages >= 2)
  }
}

/// Pictures that say nothing, cannot be read, or are too large.
struct BadPictureTests {
  /// The rules tell it (L05), before anything is printed.
  @Test func `a picture without words says so to those who listen`() throws {
    let printed = try Press.print("Words.\n\n![](dot.png)\n")
    #expect(printed.findings == [])
    #expect(printed.source.lines.contains { $0.text.contains("A picture without a description") })
    #expect(try printed.pdf.pages >= 2)
  }

  @Test func `a broken picture is an error at its line`() throws {
    let broken = Picture(format: .png, bytes: Array(Press.dot.prefix(40)), width: 10, height: 10)
    let svg = Picture(format: .svg, bytes: Array("<svg><g></svg>".utf8), width: 10, height: 10)
    for picture in [broken, svg] {
      let printed = try Press.print(
        Press.booklet("Words.\n\n![A house](bad.png)\n"), pictures: Press.pictures(["bad.png": picture]))
      #expect(printed.refusal.map(\.code.id) == ["D21"], "\(printed.refusal)")
      #expect(printed.refusal.first?.place == Place(file: "1.md", range: 8..<27))
    }
  }

  @Test func `a missing or a huge picture is an error at its line and its words are printed`() throws {
    let huge = Picture(format: .png, bytes: Press.dot, width: 40_000, height: 40_000)
    let printed = try Press.print(
      Press.booklet("![A house](no.png)\n\nIn a line ![A tree](huge.png) too.\n"),
      pictures: Press.pictures(["huge.png": huge]))
    #expect(printed.findings.map(\.code.id) == ["D21", "D21"])
    #expect(try printed.pdf.words.contains("A house In a line A tree too."))
  }

  @Test func `pictures that are too large together are an error at the one too many`() throws {
    let photo = Picture(format: .jpeg, bytes: [], width: 4000, height: 3000)
    let files = (1...5).map { "\($0).jpg" }
    var findings: [Diagnostic] = []
    let writer = TypstWriter(
      look: PrintLook(), signs: GlyphCoverage(known: []),
      pictures: Press.pictures(Dictionary(uniqueKeysWithValues: files.map { ($0, photo) })))
    let text = files.map { "![A photograph](\($0))" }.joined(separator: "\n\n")
    _ = writer.source(of: Press.booklet(text), findings: &findings)
    let found = findings.filter { $0.code.id == "D21" }
    #expect(found.map(\.place) == [4, 5].map { Place(file: "1.md", range: (($0 - 1) * 24)..<(($0 - 1) * 24 + 22)) })
  }

  @Test func `the words of a drawing need no font of its own`() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="200" height="50" viewBox="0 0 200 50">
      <text x="10" y="30" font-family="Nowhere" font-size="20">Drawn words</text></svg>
      """
    let picture = Picture(format: .svg, bytes: Array(svg.utf8), width: 200, height: 50)
    let printed = try Press.print(
      Press.booklet("![A drawing](a.svg)\n"), pictures: Press.pictures(["a.svg": picture]))
    #expect(try printed.pdf.words.contains("Drawn words"))
  }
}
