import Diagnostics
import TestSupport
import Testing

/// The same findings in every format.
struct ReportTests {
  private let text = MarkedText("title: A\n\tstäge: 漢字 ▶opne◀ # so\n▶end◀")

  private var findings: [Diagnostic] {
    [
      Diagnostic(
        Code("F12", "wrong-type", source: "guide:7"), .warning, "“opne” is not a stage, or\n100%: \"odd\"",
        at: Place(file: "a:b.md", range: text.marks[0]), help: "Did you mean “open”?",
        related: [.init("see also", at: Place(file: "a:b.md", range: text.marks[1]))]),
      Diagnostic(Code("S04", "bad-folder"), "no such folder", at: nil),
    ]
  }

  private func render(_ format: ReportFormat) -> String {
    format.render(findings, sources: Sources([text.source("a:b.md")]))
  }

  @Test func `people see the line with the words underlined`() {
    #expect(
      render(.text) == """
        warning F12: “opne” is not a stage, or
        100%: "odd"
          a:b.md:2:12
            2 |   stäge: 漢字 opne # so
              |               ^^^^
          see also:
            3 | end
              | ^^^
          do: Did you mean “open”?

        error S04: no such folder

        """)
  }

  @Test func `editors see a line a finding`() {
    #expect(
      render(.line).split(separator: "\n", omittingEmptySubsequences: false).first
        == "a:b.md:2:12: warning F12: “opne” is not a stage, or")
    #expect(render(.line).hasSuffix("tenderpress: error S04: no such folder\n"))
  }

  @Test func `programs see JSON with every key`() {
    #expect(
      render(.json) == """
        [
          {"code": "F12", "name": "wrong-type", "severity": "warning", "message": "“opne” is not a stage, or\\n100%: \\"odd\\"", "file": "a:b.md", "line": 2, "column": 12, "endLine": 2, "endColumn": 16, "help": "Did you mean “open”?", "source": "guide:7"},
          {"code": "S04", "name": "bad-folder", "severity": "error", "message": "no such folder", "file": null, "line": null, "column": null, "endLine": null, "endColumn": null, "help": null, "source": null}
        ]

        """)
    #expect(ReportFormat.json.render([], sources: Sources()) == "[]\n")
  }

  @Test func `GitHub sees annotations with its own escapes`() {
    #expect(
      render(.github) == """
        ::warning file=a%3Ab.md,line=2,col=12,endLine=2,endColumn=16,title=F12 wrong-type::“opne” is not a stage, or%0A100%25: "odd"%0ADid you mean “open”?
        ::error title=S04 bad-folder::no such folder

        """)
  }

  @Test func `what a file says cannot speak to the terminal`() {
    let source = SourceText(name: "f", text: "a\u{1B}[31m\u{7}\u{202E}b")
    let finding = Diagnostic(Code("F08", "x"), "m", at: Place(file: "f", range: 0..<1))
    let frame = ReportFormat.text.render([finding], sources: Sources([source]))
    #expect(!frame.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
  }

  @Test func `a very long line is shown around the words`() {
    let long = String(repeating: "x", count: 5000)
    let source = SourceText(name: "f", text: long + "here" + long)
    let finding = Diagnostic(Code("F08", "x"), "m", at: Place(file: "f", range: 5000..<5004))
    let lines = ReportFormat.text.render([finding], sources: Sources([source])).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 200 })
    #expect(lines[2].contains("here"))
  }

  @Test func `findings come by file and place, each once`() {
    func at(_ file: String, _ start: Int, _ severity: Severity = .error) -> Diagnostic {
      Diagnostic(Code("F01", "x"), severity, "m", at: Place(file: file, range: start..<start))
    }
    let findings = [at("b", 1), at("a", 9), at("a", 2, .note), at("a", 2), at("b", 1)]
    #expect(findings.inReadingOrder() == [at("a", 2), at("a", 2, .note), at("a", 9), at("b", 1)])
  }
}
