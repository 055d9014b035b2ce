import Diagnostics
import TestSupport
import Testing

@testable import OfficeOutput

struct OfficeStyleTests {
  @Test func `a council's settings take the place of ours, key by key`() {
    var findings: [Diagnostic] = []
    let own = SourceText(
      name: "office.yml", text: "fonts:\n  text: Verdana\nsizes:\n  text: 12\ncolours:\n  accent: \"#0b5d66\"\n")
    let (ours, theirs) = (OfficeStyle(findings: &findings), OfficeStyle(own: own, findings: &findings))
    #expect(findings.isEmpty)
    #expect(theirs.fonts.text == ["Verdana"] && theirs.sizes.text == 12 && theirs.colours.accent == "#0b5d66")
    #expect(theirs.fonts.headings == ours.fonts.headings && theirs.sizes.title == ours.sizes.title)
  }

  @Test(
    arguments: [
      ("▶fonds◀:\n  text: Arial\n", "D27"), ("fonts:\n  ▶txt◀: Arial\n", "D27"), ("sizes:\n  text: ▶large◀\n", "D28"),
      ("sizes:\n  text: ▶200◀\n", "D28"), ("sizes:\n  text: ▶nan◀\n", "D28"), ("colours:\n  ink: ▶red◀\n", "D28"),
      ("colours:\n  ink: ▶\"#ffff00\"◀\n", "D28"), ("fonts: ▶Arial◀\n", "D28"),
      ("fonts:\n  text: ▶\"a\\\";b\"◀\n", "D28"), ("sizes:\n  text: ▶[1]◀\n", "D28"),
    ])
  func `a wrong setting is told at its place, and ours is kept`(_ marked: String, _ code: String) {
    let text = MarkedText(marked)
    var findings: [Diagnostic] = []
    let style = OfficeStyle(own: text.source("office.yml"), findings: &findings)
    #expect(findings.map(\.code.id) == [code])
    #expect(findings.first?.range == text.marks.first)
    var none: [Diagnostic] = []
    #expect(style == OfficeStyle(findings: &none))
  }
}
