import Diagnostics
import Foundation
import Markdown
import Planning
import Testing

@testable import Planning

/// What a person who listens gets from a PDF, and a person who looks something up.
struct StructureTests {
  @Test func `headings, lists, quotations and notes are tagged as what they are`() throws {
    let pdf = try Press.print(
      """
      ## First

      Words[^a] and *more* **words**[^a].

      - one
        1. inner
      - two

      > Somebody said so.

      #### Deep

      [^a]: The note.
      """
    ).pdf
    let structure = try pdf.structure
    for tag in ["H1", "H2", "H3", "L (block)", "LI (block)", "BlockQuote", "Note", "TOC"] where tag != "TOC" {
      #expect(structure.contains(tag), "no \(tag) in\n\(structure)")
    }
    // The fourth level came straight after the second.
    #expect(!structure.contains("H4"))
    #expect(structure.components(separatedBy: "Note <").count == 2)
  }

  @Test func `a table has a caption, a head and cells`() throws {
    let table = Table(
      caption: Press.document("Who and what").blocks.words, alignments: [nil, .end],
      header: [Press.document("Who").blocks.words, Press.document("What").blocks.words],
      rows: [[Press.document("Anna").blocks.words, Press.document("12").blocks.words]], namesRows: true)
    let structure = try Press.print(Press.booklet(of: [.table(table)])).pdf.structure
    for tag in ["Table (block)", "THead", "TH ", "/Scope /Column", "TBody", "TD", "Caption"] {
      #expect(structure.contains(tag), "no \(tag) in\n\(structure)")
    }
  }

  @Test func `the head of a long table comes back and its rows are whole`() throws {
    let rows = (1...120).map { "| row \($0) | words that say something about it |" }.joined(separator: "\n")
    let pdf = try Press.print("| Name | Means |\n|---|---|\n\(rows)\n").pdf
    let words = try pdf.words
    #expect(words.components(separatedBy: "Name Means").count > 3)
    for row in 1...120 { #expect(words.contains("row \(row) words that say something about it")) }
  }

  @Test func `a wide table stands on a page on its side and its heading with it`() throws {
    let pdf = try Press.print(
      """
      ## Before

      Words.

      ## The map

      A line about it.

      | A | B | C | D | E |
      |---|---|---|---|---|
      | a | b | c | d | e |

      ## After
      """
    ).pdf
    let pages = try pdf.text.split(separator: "\u{C}")
    let side = pages.firstIndex { $0.contains("A B C D E") || $0.contains("a b c d e") }
    #expect(side != nil)
    #expect(pages[side ?? 0].contains("The map"))
    #expect(pages[side ?? 0].contains("A line about it"))
    #expect(!pages[side ?? 0].contains("After"))
    #expect(!pages[side ?? 0].contains("Before"))
  }

  @Test func `a passage in another language says which`() throws {
    let pdf = try Press.print("Words and <span lang=\"cy\">geiriau yn Gymraeg, dŵr a thŷ</span>.\n").pdf
    #expect(try pdf.words.contains("geiriau yn Gymraeg, dŵr a thŷ"))
    #expect(String(decoding: pdf.bytes, as: UTF8.self).contains("/Lang(en-GB)"))
    #expect(try pdf.contentStreams.contains("/Lang(cy)"))
  }

  @Test func `a picture and a drawing are described in words`() throws {
    let figure = Figure(
      title: "Weights", description: "Quality 80, price 20", height: 4,
      shapes: [
        .bar(x: 0, y: 0, width: 80, height: 3, shade: 0), .bar(x: 80, y: 0, width: 20, height: 3, shade: 2),
        .line(x1: 0, y1: 3, x2: 100, y2: 3, weight: .hair), .mark(x: 10, y: 3, .last),
        .text(x: 0, y: 2, "A “80” \\ #", .init(strong: true, reversed: true)),
        .text(x: 100, y: 2, "B", .init(quiet: true, endsAtPoint: true)),
      ], caption: "What counts")
    var booklet = Press.booklet(of: [.figure(figure)])
    booklet.chapters[0].document.blocks += Press.document("![A house in Mill Lane](dot.png \"Our house\")").blocks
    let pdf = try Press.print(booklet).pdf
    let bytes = String(decoding: pdf.bytes, as: UTF8.self)
    #expect(bytes.contains("Weights. Quality 80, price 20"))
    #expect(bytes.contains("A house in Mill Lane"))
    let words = try pdf.words
    for word in ["What counts", "Our house", "A “80” \\ #"] { #expect(words.contains(word)) }
  }

  @Test func `bookmarks and contents name every chapter and section`() throws {
    let pdf = try Press.print(Press.booklet("## One\n\nWords.\n\n### Inner\n", "## Two\n\nWords.\n")).pdf
    let bookmarks = try pdf.bookmarks
    for title in ["Chapter 1", "One", "Inner", "Chapter 2", "Two"] {
      #expect(bookmarks.contains("\(title)</item>"), "\(title) in\n\(bookmarks)")
    }
    let contents = try pdf.text.split(separator: "\u{C}")[1]
    for title in ["Contents", "Chapter 1", "One", "Two"] { #expect(contents.contains(title)) }
  }

  @Test func `the file says its title, its author and its date`() throws {
    let about = try Press.print(Press.booklet("Words.", title: "A “library” <&> #x")).pdf.about
    #expect(about.contains("Title:           A “library” <&> #x: specification"))
    #expect(about.contains("Author:          Testham Council"))
    #expect(about.contains("TC-1"))
    #expect(about.contains("Mon Jan  4") || about.contains("2027"))
  }

  @Test func `links in a document say the section and page, those to the web their address`() throws {
    let words = try Press.print(
      Press.booklet(
        "## Here\n\n[The other](#two), [a site](https://example.org/a/b/), [again](https://example.org/a/b/), https://example.org/c and [nowhere](#lost).\n",
        "## Two\n\nWords.\n")
    ).pdf.words
    #expect(words.contains("The other (section 2.1, page 4)"))
    #expect(words.contains("a site1 , again1 ,"))
    #expect(words.contains("example.org/a/b again") == false)
    #expect(words.components(separatedBy: "example.org/a/b").count == 2)
    #expect(words.components(separatedBy: "example.org/c").count == 2)
    #expect(words.contains("and nowhere."))
  }

  @Test func `terms lead to the list at the end`() throws {
    let term = Booklet.Term(id: "Term-bid", term: "Bid", definition: Press.document("An offer.").blocks.words)
    let pdf = try Press.print(Press.booklet("A [bid](#Term-bid).\n", terms: [term])).pdf
    #expect(try pdf.words.contains("Words we use"))
    #expect(try pdf.words.contains("Bid An offer."))
    #expect(try !pdf.words.contains("bid (page"))
  }

  @Test func `a review copy is marked and its lines are numbered`() throws {
    let words = try Press.print(Press.booklet("One line.\n\nTwo lines.\n", review: true)).pdf.words
    #expect(words.contains("Draft, for comments"))
    #expect(words.contains("One line. 1") || words.contains("1 One line."), "\(words)")
  }

  @Test func `what is for screens only is left out`() throws {
    let group = Block(.group(.screenOnly, Press.document("Copy this.").blocks), at: .start(of: "a.md"))
    var booklet = Press.booklet("Stays.")
    booklet.chapters[0].document.blocks.append(group)
    let words = try Press.print(booklet).pdf.words
    #expect(words.contains("Stays."))
    #expect(!words.contains("Copy this"))
  }
}

extension [Block] {
  /// The words of the first paragraph.
  var words: [Inline] { if case .paragraph(let words)? = first?.kind { words } else { [] } }
}
