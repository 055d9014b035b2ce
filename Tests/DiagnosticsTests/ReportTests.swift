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

  private func render(_ format: ReportFormat, _ findings: [Diagnostic]? = nil) -> String {
    format.render(findings ?? self.findings, sources: Sources([text.source("a:b.md")]))
  }

  @Test func `people see the line with the words underlined`() {
    #expect(
      render(.text) == """
        warning F12: “opne” is not a stage, or 100%: "odd"
          a:b.md:2:12
            2 |   stäge: 漢字 opne # so
              |               ^^^^
          see also:
            3 | end
              | ^^^
          do: Did you mean “open”?
          source: guide:7

        error S04: no such folder

        """)
  }

  @Test func `editors see a line a finding`() {
    #expect(
      render(.line).split(separator: "\n", omittingEmptySubsequences: false).first
        == "a:b.md:2:12: warning F12: “opne” is not a stage, or 100%: \"odd\" [guide:7]")
    #expect(render(.line).hasSuffix("tenderpress: error S04: no such folder\n"))
  }

  @Test func `programs see JSON with every key`() {
    #expect(
      render(.json) == """
        [
          {"code": "F12", "name": "wrong-type", "severity": "warning", "message": "“opne” is not a stage, or\\n100%: \\"odd\\"", "file": "a:b.md", "line": 2, "column": 12, "endLine": 2, "endColumn": 16, "help": "Did you mean “open”?", "source": "guide:7", "related": [{"message": "see also", "file": "a:b.md", "line": 3, "column": 1, "endLine": 3, "endColumn": 4}], "value": null, "edits": [], "occurrences": 1},
          {"code": "S04", "name": "bad-folder", "severity": "error", "message": "no such folder", "file": null, "line": null, "column": null, "endLine": null, "endColumn": null, "help": null, "source": null, "related": [], "value": null, "edits": [], "occurrences": 1}
        ]

        """)
    #expect(ReportFormat.json.render([], sources: Sources()) == "[]\n")
  }

  @Test func `programs see what a finding turns on, and how often it is met`() {
    var finding = Diagnostic(Code("W02", "price-too-heavy"), .warning, "price is heavy", occurrences: 3)
    finding.value = "45"
    #expect(render(.json, [finding]).contains(#""related": [], "value": "45", "edits": [], "occurrences": 3}"#))
  }

  @Test(arguments: [(1, "m"), (2, "m (2 times)"), (3, "m (3 times)")])
  func `people see how often it is met where that is not once`(count: Int, words: String) {
    #expect(Diagnostic(Code("F01", "x"), .warning, "m", occurrences: count).fullMessage == words)
  }

  @Test(arguments: [
    (0, 0, 0, nil), (1, 0, 0, "1 error"), (0, 2, 0, "2 warnings"), (2, 1, 0, "2 errors and 1 warning"),
    (1, 2, 3, "1 error, 2 warnings and 3 notes"),
  ])
  func `what was found is counted in words`(errors: Int, warnings: Int, notes: Int, words: String?) {
    let findings = [(Severity.error, errors), (.warning, warnings), (.note, notes)].flatMap { severity, count in
      (0..<count).map { _ in Diagnostic(Code("F01", "x"), severity, "m", at: nil) }
    }
    #expect(findings.countWords == words)
  }

  @Test func `errors come before warnings, and nothing before itself`() {
    #expect(Severity.allCases.sorted() == [.error, .warning, .note])
    for severity in Severity.allCases { #expect(!(severity < severity)) }
  }

  @Test(arguments: [(60, false), (61, true)]) func `a long value is shown by its beginning`(count: Int, isCut: Bool) {
    let beginning = String(repeating: "x", count: 60)
    #expect(String(repeating: "x", count: count).beginning == beginning + (isCut ? "…" : ""))
    #expect("a\nb\r\nc".beginning == "a b c")
  }

  /// The lines of a frame below that of the place.
  private func excerpt(_ text: String, _ range: Range<Int>) -> [String] {
    let finding = Diagnostic(Code("F08", "x"), "m", at: Place(file: "f", range: range))
    let report = ReportFormat.text.render([finding], sources: Sources([SourceText(name: "f", text: text)]))
    return report.split(separator: "\n").dropFirst(2).map(String.init)
  }

  @Test func `the end of a file has no line to be shown`() {
    #expect(excerpt("", 0..<0).isEmpty && excerpt("a", 1..<1).isEmpty && excerpt("a\n", 2..<2).isEmpty)
    #expect(excerpt("a\nb", 2..<3) == ["    2 | b", "      | ^"])
    #expect(excerpt("a\n\nb", 2..<2) == ["    2 | ", "      | ^"])
  }

  @Test func `of a very long line so many characters are shown before, at and after the words`() {
    let line = { (count: Int) in String(repeating: "ä", count: count) }
    #expect(
      excerpt(line(300) + line(300) + line(300), 600..<1_200)
        == ["    1 | " + line(140), "      | " + String(repeating: " ", count: 60) + String(repeating: "^", count: 80)])
    #expect(
      excerpt(line(300) + "here" + line(300), 600..<604)
        == ["    1 | " + line(60) + "here" + line(56), "      | " + String(repeating: " ", count: 60) + "^^^^"])
    // Cut within a character of three bytes, on either side.
    let wide = String(repeating: "€", count: 500)
    #expect(excerpt("a" + wide + "here" + wide, 1_501..<1_505).allSatisfy { !$0.contains("\u{FFFD}") })
  }

  @Test func `GitHub sees annotations with its own escapes`() {
    #expect(
      render(.github) == """
        ::warning file=a%3Ab.md,line=2,endLine=2,col=12,endColumn=16,title=F12 wrong-type::“opne” is not a stage, or%0A100%25: "odd"%0ADid you mean “open”?%0ASource: guide:7
        ::error title=S04 bad-folder::no such folder

        """)
  }

  @Test func `GitHub is given no columns for words over several lines`() {
    let text = MarkedText("a ▶b\nc◀ d")
    let finding = Diagnostic(Code("F12", "x"), "m", at: Place(file: "f", range: text.marks[0]))
    #expect(
      ReportFormat.github.render([finding], sources: Sources([text.source("f")]))
        == "::error file=f,line=1,endLine=2,title=F12 x::m\n")
  }

  @Test func `what a file says cannot speak to the terminal`() {
    let source = SourceText(name: "f", text: "a\u{1B}[31m\u{7}\u{202E}b")
    let finding = Diagnostic(Code("F08", "x"), "m", at: Place(file: "f", range: 0..<1))
    let frame = ReportFormat.text.render([finding], sources: Sources([source]))
    #expect(!frame.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
  }

  @Test func `an emoji that is made of several is shown whole`() {
    #expect("👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👋🏽".asTerminalLine == "👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👋🏽")
    #expect("a\u{200D}b\u{E0067}".asTerminalLine == "a\u{FFFD}b\u{FFFD}")
  }

  @Test(arguments: ReportFormat.allCases) func `what an author wrote cannot either, wherever it is quoted`(
    format: ReportFormat
  ) throws {
    let bad = "a\u{1B}[31m\r\u{85}\u{202E}\u{2028}\u{9B}\u{E0001}b"
    let place = Place(file: "f\n" + bad, range: 0..<1)
    let finding = Diagnostic(
      Code("F08", "x"), "m" + bad, at: place, help: "h" + bad, related: [.init("r" + bad, at: place)])
    let report = format.render([finding], sources: Sources([SourceText(name: "f\n" + bad, text: bad)]))
    #expect(!report.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || $0.value == 0x9B || $0 == "\u{202E}") })
    #expect(!report.unicodeScalars.contains { ["\u{85}", "\u{2028}", "\u{E0001}"].contains($0) })
    if format == .line || format == .github { #expect(report.split(separator: "\n").count == 1) }
  }

  @Test func `columns far into a very long line are right`() {
    let source = SourceText(name: "f", text: "x\n" + String(repeating: "aä€😀", count: 2000) + "\ny")
    for (index, offset) in [(0, 2), (1, 3), (2, 5), (3, 8), (4000, 10_002), (7999, 19_998)] {
      #expect(source.position(at: offset).column == index + 1)
    }
    #expect(source.position(at: source.bytes.count).line == 3)
  }

  @Test func `a long value is shown by its beginning, wherever it is quoted`() {
    let long = String(repeating: "A", count: 150_000)
    let finding = Diagnostic(
      Code("R09", "x"), "the picture “data:\(long)” is not “here”", at: nil, help: "Write “\(long)”.",
      related: [.init("“\(long)” is here", at: .start(of: "a.md"))])
    #expect(
      finding.message.hasPrefix("the picture “data:AAAA")
        && finding.message.hasSuffix("AAA…” (150005 characters) is not “here”"))
    for words in [finding.message, finding.help ?? "", finding.related[0].words] { #expect(words.utf8.count < 200) }
    let short = "“\(String(repeating: "é", count: 200))” and “b”, “never closed"
    #expect(Diagnostic(Code("R09", "x"), short, at: nil).message == short)
  }

  @Test func `thousands of findings on one line are told soon, the errors first`() {
    let source = SourceText(name: "f", text: String(repeating: "ä ", count: 700_000))
    let findings = (0..<20_000).map { number in
      let start = 2_000_001 + number * 3
      return Diagnostic(
        Code("F08", "x"), number == 19_999 ? .error : .warning, "m",
        at: Place(file: "f", range: start..<start + 2))
    }
    let text = ReportFormat.text.render(findings, sources: Sources([source]))
    #expect(text.hasSuffix("\nAnd 19800 more. With --format json you see all of them.\n"))
    #expect(text.contains("error F08"))
    let lines = ReportFormat.line.render(findings, sources: Sources([source]))
    #expect(lines.split(separator: "\n").last == "f:1:1373333: error F08: m")
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
