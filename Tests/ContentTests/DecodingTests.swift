import Content
import Diagnostics
import TestSupport
import Testing

struct DecodingTests {
  @Test func `control characters are one finding a file, at the first`() {
    let text = MarkedText("A ▶\u{7}\u{1}◀ rings \u{8} and \u{B}.\n")
    var findings: [Diagnostic] = []
    _ = SourceText.decode(Array(text.text.utf8), name: "a.md", findings: &findings)
    #expect(findings.map(\.code.id) == ["F08"])
    #expect(findings.first?.range == text.marks[0])
    #expect(findings.first?.occurrences == 3)
  }

  @Test func `a file of nothing but control characters is soon told`() {
    var findings: [Diagnostic] = []
    let source = SourceText.decode(Array(repeating: 1, count: 2_000_000), name: "a.md", findings: &findings)
    #expect(findings.map(\.occurrences) == [1])
    let report = ReportFormat.text.render(findings, sources: Sources([source]))
    #expect(report.utf8.count < 2000)
  }
}
