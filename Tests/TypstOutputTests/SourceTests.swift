import Diagnostics
import Foundation
import Markdown
import Planning
import TestSupport
import Testing

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
    let difference = try golden.difference(from: ["samples.typ": Data(made.joined(separator: "\n").utf8)])
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: [
    (" ", true), ("~", true), ("a", true), ("é", false), ("\u{AD}", true), ("\u{9F}", false), ("\u{A0}", false),
    ("\u{200D}", true),
  ])
  func `what cannot be seen needs no font, and neither does ASCII where it is known`(sign: Character, isThere: Bool) {
    #expect(GlyphCoverage(known: " ~a".unicodeScalars).has(sign) == isThere)
  }
}
