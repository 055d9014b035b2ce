import Content
import Diagnostics
import TestSupport
import Testing

struct YAMLTests {
  private func parse(_ marked: String) -> (mapping: YAML.Mapping, findings: [Diagnostic], text: MarkedText) {
    let text = MarkedText(marked)
    var findings: [Diagnostic] = []
    let mapping = YAML.parse(text.source("f.yml"), findings: &findings)
    return (mapping, findings, text)
  }

  @Test func `every key and value has its place, and every scalar is text`() throws {
    let (mapping, findings, text) = parse("▶ä◀: ▶0123◀ # note\n▶list◀: ▶[yes, '2027-01-01']◀\n▶fold◀: ▶>\n  a\n  b◀\n")
    #expect(findings.isEmpty)
    #expect(mapping.entries.map(\.key.value) == ["ä", "list", "fold"])
    let places = mapping.entries.flatMap { [$0.key.place.range, $0.value.place.range] }
    #expect(places.prefix(5) == text.marks.prefix(5))
    #expect(mapping.entries[0].value == .scalar(Located("0123", at: mapping.entries[0].value.place), isEmpty: false))
    guard case .sequence(let items, _) = mapping.entries[1].value else {
      Issue.record("no list")
      return
    }
    #expect(items.map { text.source().text(in: $0.place.range) } == ["yes", "'2027-01-01'"])
    guard case .scalar(let folded, _) = mapping.entries[2].value else {
      Issue.record("no text")
      return
    }
    #expect(folded.value == "a b\n")
  }

  @Test func `nothing, an empty text and a text of blanks are all nothing`() {
    let (mapping, _, _) = parse("a:\nb: ''\nc: \" \\t\\u200b\"\nd: '\u{A0}'\ne: |\n\n\nf: '0'\ng: '-'\n")
    #expect(
      mapping.entries.map { entry in
        if case .scalar(_, let isEmpty) = entry.value { isEmpty } else { false }
      } == [true, true, true, true, true, false, false])
  }

  @Test(arguments: [
    ("a: ▶\"Vi\\e[31msion\\b\"◀\n", "Vi[31msion"), ("a: ▶\"EC\\x07-\\uFFFF2027\\0-014\"◀\n", "EC-2027-014"),
    ("a: ▶\"\\x9b\\x7f\"◀\n", ""), ("a: \"b\\tc\\nd\"\n", "b\tc\nd"), ("a: 'b\\e'\n", "b\\e"),
  ])
  func `a control character behind a backslash is told at its value, and is in none`(text: String, value: String) {
    let (mapping, findings, marked) = parse(text)
    #expect(findings.map(\.code.id) == marked.marks.map { _ in "F08" } && findings.map(\.range) == marked.marks)
    guard case .scalar(let read, _) = mapping.entries.first?.value else {
      Issue.record("no text")
      return
    }
    #expect(read.value == value)
  }

  @Test func `places hold for text of every width`() {
    let (_, findings, text) = parse("a: 😀é漢 x\n▶b◀: 1\n▶b◀: 2\n")
    #expect(findings.first?.range == text.marks[1])
    #expect(findings.first?.related.first?.place.range == text.marks[0])
  }

  /// A text after which the library says each thing that it can say.
  private static let broken: [YAMLProblem: String] = [
    .secondColon: "a: b: c\n", .lineWithoutColon: "a: b\nwords\nc: d\n", .lineOutOfGroup: "a: 'x' y\n",
    .lineOutOfList: "a:\n  - b\n  c: d\n", .hyphenBehindKey: "a: - b\n", .questionMark: "a: ? b\n",
    .badBeginning: "a: @b\n", .noValue: "a: ]\n", .noAnchorName: "a: *\n", .tabBeforeLine: "a: 1\n\tb: 2\n",
    .tabBeforeText: "a: |\n\tx\n", .controlCharacter: "a: \u{1}\n", .colonInBrackets: "a: [b:,c]\n",
    .openList: "a: [1, 2\n", .openGroup: "a: {b: 1\n", .openQuotation: "a: 'x\n",
    .documentInQuotation: "a: 'x\n---\ny'\n", .behindDocument: "a: 1\n...\nb: 2\n", .unknownEscape: "a: \"\\q\"\n",
    .escapeWithoutNumber: "a: \"\\xzz\"\n", .escapeOfNothing: "a: \"\\ud800\"\n", .wordsBehindBar: "a: |x\n  y\n",
    .noughtBehindBar: "a: |0\n  x\n", .tagWithoutAddress: "a: !<> x\n", .openTag: "a: !<x\n",
    .tagWithoutEnd: "a: !!str,x y\n", .tagEscape: "a: !%zz y\n", .tagLeadingByte: "a: !%ff y\n",
    .tagTrailingByte: "a: !%c3%28 y\n", .unknownTag: "a: !x!y z\n", .directiveWithoutName: "%\na: 1\n",
    .directiveName: "%A! x\n---\na: 1\n", .unknownDirective: "%A x\n---\na: 1\n", .noVersion: "%YAML x\n---\na: 1\n",
    .noPointInVersion: "%YAML 1\n---\na: 1\n", .longVersion: "%YAML 9999999999.1\n---\na: 1\n",
    .otherVersion: "%YAML 2.0\n---\na: 1\n", .secondVersion: "%YAML 1.1\n%YAML 1.1\n---\na: 1\n",
    .noTagHandle: "%TAG x\n---\na: 1\n", .noBlankInTagDirective: "%TAG !a!x\n---\na: 1\n",
    .secondTagDirective: "%TAG !a! x\n%TAG !a! y\n---\na: 1\n",
  ]

  @Test(arguments: YAMLProblem.allCases)
  func `each thing that the library can say is said in words of ours`(problem: YAMLProblem) throws {
    let text = try #require(Self.broken[problem], "nothing provokes it")
    let finding = try #require(parse(text).findings.last)
    #expect(finding.code.id == "F02")
    #expect(finding.message == problem.words.message)
    #expect(finding.help == problem.words.help)
    #expect(!finding.message.contains(problem.rawValue))
  }

  @Test(arguments: [
    "a: 1\n---\nb: 2\n", "- a\n- b\n", "just words\n", "? [a]\n: b\n", "a: &x 1\n", "a: *x\n", "a: !int 1\n",
    "<<: {a: 1}\n", "a:\n  - b\n c\n", "\ta: 1\n", "a\nb: 1\n", "a: 1\n  b: 2\n",
  ])
  func `what is not plain YAML is a finding with a place and with words of ours`(text: String) {
    let findings = parse(text).findings
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.severity == .error)
      #expect(finding.help != nil)
      #expect(!finding.message.contains("did not find"), "\(finding.message)")
    }
  }

  @Test func `a text that breaks off keeps what came before`() {
    let (mapping, findings, _) = parse("a: 1\nb: 2\nc: 'x\n")
    #expect(findings.count == 1)
    #expect(mapping.entries.map(\.key.value) == ["a", "b"])
    #expect(!mapping.isWhole)
  }

  @Test(arguments: ["\u{A0}", "\u{202F}", "\u{3000}"])
  func `a blank behind a colon that is none is told there`(blank: String) {
    var findings: [Diagnostic] = []
    let mapping = YAML.parse(SourceText(name: "a.md", text: "title:\(blank)Vision\n"), findings: &findings)
    #expect(mapping.entries.isEmpty)
    #expect(findings.map(\.code.id) == ["F03"])
    #expect(findings.first?.place?.range == 5..<6 + blank.utf8.count)
    #expect(findings.first?.message.contains("blank") == true)
  }

  @Test func `a bomb does not go off`() {
    #expect(parse("a: &a [x]\nb: &b [*a, *a]\n").findings.count == 4)
    #expect(parse("a: \(String(repeating: "{b: ", count: 3000))").findings.map(\.code.id) == ["F06"])
    #expect(parse("a: [\(String(repeating: "1, ", count: 60_000))]").findings.map(\.code.id) == ["F06"])
  }
}
