import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Planning
@testable import TypstOutput

struct SourceTests {
  @Test func `what is written for the typesetter is as it was recorded`() throws {
    let made = WriterSample.all.map { sample in
      var booklet = Press.booklet("")
      booklet.chapters[0].document = sample.document
      var findings: [Diagnostic] = []
      let signs = GlyphCoverage(known: [])
      let source = TypstWriter(look: PrintLook(), signs: signs, pictures: Pictures()).source(
        of: booklet, findings: &findings)
      // Of the frame, which is the same for all, the first tells enough.
      let lines = source.lines.map(\.text).drop { !$0.hasPrefix("chapter(") }.dropFirst(2)
      return "// \(sample.name)\n" + lines.prefix { !$0.hasPrefix("context [") }.joined(separator: "\n")
        + findings.map { "\n// \($0.code.id): \($0.message)" }.joined() + "\n"
    }
    let golden = Recorded("Golden", of: ".typ")
    let difference = try golden.difference(
      from: ["samples.typ": Data(made.joined(separator: "\n").utf8)], areAll: false)
    #expect(difference == nil, "\(difference ?? "")")
  }

  private static let long = """
    One[^a] <abbr title="Testham Council">TC</abbr>, again <abbr title="Testham Council">TC</abbr>.

    See [here](#part-one), [there](#chapter-2), [a term](#Term-1), [nowhere](#none) and **[bold](https://x.example/b)**.

    ## Part one

    ### Deeper, see [here](#part-one)[^a]

    | A | B |
    |---|--:|
    | [there](#chapter-2) | ![dot](dot.png) |

    ## Part one

    ![A dot](dot.png)

    [^a]: A note with [a link](https://x.example/a) and [again](https://x.example/a).
    """

  @Test func `the frame of a document, its links and its pictures are as they were recorded`() throws {
    let term = Booklet.Term(id: "Term-1", term: "A \"term\"", definition: Press.document("What it is.").blocks.words)
    var plain = Press.booklet(Self.long, "## A\n\n## B\n\n## C\n", title: "A \"b\"", terms: [term])
    plain.chapters[1].document.blocks.append(
      Block(
        .figure(
          Figure(
            title: "Line", description: "A \"line\".", height: 2.5,
            shapes: [
              .line(x1: 0, y1: -0.5, x2: 100, y2: 0.0004, weight: .thin), .mark(x: 1.05, y: 2, .full),
              .text(x: 0, y: 1, "strong", .init(strong: true)),
              .text(x: 0, y: 1, "quiet", .init(quiet: true, due: true)),
              .bar(x: 0, y: 0, width: 10, height: 1, shade: 1),
            ])), at: .start(of: "2.md")))
    let few = Press.booklet("## A\n\n## B\n\n## C\n", title: " ")
    let some = Press.booklet("## A\n\n## B\n\n## C\n\n## D\n", review: true)
    let many = [89, 90].map { count in
      Press.booklet((0..<count).map { "## S\($0)\n" }.joined(separator: "\n"))
    }
    let made = ([plain, few, some] + many).enumerated().map { index, booklet in
      var findings: [Diagnostic] = []
      let writer = TypstWriter(look: PrintLook(), signs: GlyphCoverage(known: []), pictures: Press.pictures())
      let source = writer.source(of: booklet, findings: &findings)
      return
        (source.lines.map(\.text).prefix(index > 2 ? 45 : 1_000) + findings.map { "// \($0.code.id): \($0.message)" })
        .joined(separator: "\n") + "\n"
    }
    let golden = Recorded("Golden", of: ".typ")
    let difference = try golden.difference(
      from: ["booklets.typ": Data(made.joined(separator: "\n").utf8)], areAll: false)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: [
    (0, "0"), (-0.0004, "0"), (-0.5, "-0.5"), (0.0005, "0.001"), (1.05, "1.05"), (12, "12"), (-3.25, "-3.25"),
  ])
  func `a number has three places at most`(number: Double, words: String) { #expect(number.words == words) }

  @Test(arguments: [
    ("\u{1F600}", "grinning face"), ("\u{1F600} \u{7}\u{1F600}", "grinning face, U+0007, grinning face"),
    ("\u{7}\u{7}\u{7}\u{7}", "4 signs from “U+0007”"),
  ])
  func `signs are named, and more than three counted`(signs: String, name: String) { #expect(signs.name == name) }

  @Test(arguments: [
    ("a\tb\nc", false, "a b c"), ("a\tb\nc", true, "a\tb\nc"), ("a\u{7F}b", false, "a[U+007F]b"),
    ("\u{7} \u{7}b", false, "[U+0007, U+0007]b"), ("\u{7} b", false, "[U+0007] b"), ("\u{7} b", true, "[U+0007] b"),
  ])
  func `what no font has is named in its place`(text: String, keepsLines: Bool, shown: String) {
    #expect(Printable(text, signs: GlyphCoverage(known: []), keepsLines: keepsLines).text == shown)
  }

  @Test(arguments: [
    (" ", true), ("~", true), ("a", true), ("é", false), ("\u{AD}", true), ("\u{9F}", false), ("\u{A0}", false),
    ("\u{200D}", true),
  ])
  func `what cannot be seen needs no font, and neither does ASCII where it is known`(sign: Character, isThere: Bool) {
    #expect(GlyphCoverage(known: " ~a".unicodeScalars).has(sign) == isThere)
  }
}
