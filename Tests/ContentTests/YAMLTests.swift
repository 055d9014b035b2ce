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

  @Test func `places hold for text of every width`() {
    let (_, findings, text) = parse("a: 😀é漢 x\n▶b◀: 1\n▶b◀: 2\n")
    #expect(findings.first?.range == text.marks[1])
    #expect(findings.first?.related.first?.place.range == text.marks[0])
  }

  @Test(arguments: [
    "a: 1\n---\nb: 2\n", "- a\n- b\n", "just words\n", "? [a]\n: b\n", "a: &x 1\n", "a: *x\n", "a: !int 1\n",
    "<<: {a: 1}\n", "a: 'x\n", "a: [1, 2\n", "a: {b: 1\n", "a:\n  - b\n c\n", "a: b: c\n", "\ta: 1\n", "a: @b\n",
    "a\nb: 1\n",
    "a: 1\n  b: 2\n", "a: - b\n",
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

  @Test func `a bomb does not go off`() {
    #expect(parse("a: &a [x]\nb: &b [*a, *a]\n").findings.count == 4)
    #expect(parse("a: \(String(repeating: "{b: ", count: 3000))").findings.map(\.code.id) == ["F06"])
    #expect(parse("a: [\(String(repeating: "1, ", count: 60_000))]").findings.map(\.code.id) == ["F06"])
  }
}
