import Diagnostics
import Markdown
import TestSupport
import Testing

/// Texts that nobody writes by accident. Each is so large that reading it takes minutes, or all memory, where the time
/// grows with the square of the size; so a test that ends has passed.
struct HostileTests {
  private func parse(_ marked: String) -> (tree: String, findings: [Diagnostic], text: MarkedText) {
    let text = MarkedText(marked)
    var findings: [Diagnostic] = []
    let document = Document.parse(text.source(), findings: &findings)
    return (TreeDump(text.source()).text(document), findings, text)
  }

  /// Parses without making a dump of the tree.
  private func findings(_ text: String) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    _ = Document.parse(SourceText(name: "file.md", text: text), findings: &findings)
    return findings
  }

  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  // MARK: Nesting

  @Test(arguments: ["<details>\n\n", "<sup>", "> <details>\n\n", "<script>", "<sup><sub>"])
  func `tags nested without end are reported and cut`(tag: String) {
    let findings = findings("words " + times(20_000, tag) + "words")
    #expect(findings.contains { $0.code.id == "M07" } || tag.hasPrefix(">"))
  }

  @Test func `details and quotes count as levels together`() {
    let quotes = (1...60).map { times($0, "> ") + "<details>\n" + times($0, "> ") + "\n" }.joined()
    #expect(findings(quotes).contains { $0.code.id == "M07" })
    #expect(
      !findings(times(90, "<details>\n\n") + "x\n\n" + times(90, "</details>\n\n")).contains { $0.code.id == "M07" })
  }

  @Test func `what is passed over is closed where it was closed`() {
    let text = times(105, "<details>\n\n") + "in\n\n" + times(105, "</details>\n\n") + "out\n"
    #expect(parse(text).tree.split(separator: "\n").last == "  \"out\" @\"out\"")
    #expect(findings(text).map(\.code.id) == ["M07"])
  }

  @Test func `tags side by side take their time and no more`() {
    #expect(findings(times(25_000, "<sub></sub>")).isEmpty)
    #expect(findings(times(25_000, "<sub>") + times(25_000, "</sup>")).map(\.code.id) == ["M07", "M01"])
  }

  // MARK: Sizes

  @Test(arguments: ["<a ", "<", "<a'\"", "<a '", "<!-", "<a b=\"", "</"])
  func `tags that never end take their time and no more`(piece: String) {
    _ = findings("<div>\n" + times(25_000, piece))
    _ = findings("words " + times(10_000, piece))
  }

  /// The library reads a paragraph once more for each of these, and copies an address into each of its links.
  @Test(arguments: [
    ("a <?", "M20"), ("a <?> ", "M20"), ("a <!A ", "M20"), ("a <![CDATA[", "M20"), ("![[]()", "M20"),
    ("*a _a*_ ", "M20"),
    ("a\n-|\n|-|\n", "M09"),
  ])
  func `signs that the library reads all before again for are counted, told and left out`(piece: String, code: String) {
    let found = findings("sound\n\n" + times(600_000 / piece.utf8.count, piece) + "\n\nsound")
    #expect(found.filter { $0.severity == .error }.map(\.code.id).first == code)
    #expect(findings(times(20, piece)).allSatisfy { $0.code.id != code })
  }

  @Test(arguments: ["> ", "- ", "+ ", "1. ", "[^a]:", "> - "])
  func `what begins a line without end is told, and does not fill the stack`(mark: String) {
    let found = findings("sound\n\n" + times(50_000, mark) + "x" + times(50_000, "\n") + "sound")
    #expect(found.contains { $0.code.id == "M07" && $0.severity == .error })
    #expect(!findings(times(90, "> ") + "x\n\n" + times(300, "- ") + "\n").contains { $0.code.id == "M07" })
  }

  @Test func `a long address for many links is told, and copied into none of them`() {
    let many = findings("[x]: b" + times(250_000, "abcd") + "\n\n" + times(20_000, "[x] "))
    #expect(many.map(\.code.id) == ["M17"])
    #expect(findings("[x]: b" + times(400, "abcd") + "\n\n[x] and " + times(5_000, "words ")).isEmpty)
  }

  @Test func `what is left out leaves all else in its place`() {
    let text = "before\n\n" + times(300, "> ") + "deep\n\n**after** {{a.b}}\n"
    let (tree, found, _) = parse(text)
    #expect(found.map(\.code.id).contains("M07"))
    #expect(tree.contains("\"after\" @\"after\""))
    #expect(!tree.contains("deep"))
  }

  @Test func `code and tables may hold as many signs as they need`() {
    #expect(findings("```\n" + times(2_000, "<?php echo $a[1]; ?>\n<!-- a_b_c -->\n") + "```\n").isEmpty)
    #expect(findings("| a |\n|---|\n" + times(30_000, "| **b** |\n")).isEmpty)
    #expect(findings(times(30_000, "- *b* [c](d.md)\n")).isEmpty)
    #expect(findings("a " + times(100_000, "_") + " b " + times(60_000, "a_b ")).isEmpty)
  }

  @Test func `a script is left out with what stands in it, and that is said`() {
    let found = findings("<div>\n<script>\n" + times(300_000, "<") + "\n</SCRIPT>\n</div>\n")
    #expect(found.map(\.code.id) == ["M01", "M01"])
    #expect(found[1].message == "the tag <script> is left out, with all that is inside")
    #expect(!parse("Words <style>a {b: c}</style>.").tree.contains("b: c"))
  }

  @Test func `headings of one name take their time and no more`() {
    #expect(findings(times(30_000, "# a\n")).isEmpty)
  }

  @Test func `values on one line take their time and no more`() {
    #expect(findings(times(25_000, "{{a.b}} ")).isEmpty)
    #expect(findings(times(25_000, "\\{{a.b}} ")).isEmpty)
    #expect(findings(times(10_000, "{{a b}} ")).count == 10_000)
  }

  @Test func `links whose end is not known take their time and no more`() {
    #expect(findings("[a]: b\n\nwords\n" + times(5_000, "    [a]\n")).isEmpty)
  }

  // MARK: Tables

  @Test func `a table that is too wide is told and not made`() {
    let wide = "|" + times(2000, "a|") + "\n▶|" + times(2000, "-|") + "◀\n" + times(20_000, "b\n")
    let (text, found) = (MarkedText(wide), findings(MarkedText(wide).text))
    #expect(found.map(\.code.id) == ["M09"])
    #expect(found.first?.range == text.marks[0])
  }

  @Test(arguments: ["", "> ", "1. "])
  func `a table whose rows would be filled up without end is told and not made`(prefix: String) {
    let head =
      prefix + "|" + times(200, "a|") + "\n" + (prefix == "1. " ? "   " : prefix) + "|" + times(200, "-|") + "\n"
    #expect(findings(head + times(15_000, "b\n")).map(\.code.id) == ["M09"])
    #expect(findings(head + times(900, "b\n")).isEmpty)
  }

  @Test func `ordinary tables are not too large`() {
    let table = "| a | b |\n|---|---|\n" + times(5000, "| c | d |\n")
    #expect(findings(times(3, table + "\n") + "| a |\n|---|\n| b |\n").isEmpty)
  }

  // MARK: Values where none is drawn

  @Test(arguments: [
    "<div>▶{{a.b}}◀</div>", "<details>\n<summary>▶{{a.b}}◀</summary>\n</details>", "<abbr title=\"▶{{a.b}}◀\">x</abbr>",
    "[words](b.md \"▶{{a.b}}◀\")", "[{{a.b}}](▶{{a.c}}◀)", "![words](▶{{a.c}}◀)",
  ])
  func `a value where none is drawn is an error at its place`(marked: String) {
    let (_, findings, text) = parse(marked)
    #expect(findings.filter { $0.code.id != "M01" }.map(\.code.id) == ["M03"])
    #expect(findings.first { $0.code.id == "M03" }?.range == text.marks[0])
  }

  @Test func `a comment and a script may hold braces`() {
    #expect(findings("<!-- {{a.b}} -->\n").isEmpty)
    #expect(findings("<script>\n{{a.b}}\n</script>\n").map(\.code.id) == ["M01"])
  }

  @Test func `a protected value is not drawn, even where the library has lost its place`() {
    let tree = parse("words\n  \\{{a.b}} and {{c.d}}\n").tree
    #expect(tree.contains("\"{{a.b}} and \""))
    #expect(tree.contains("value c.d"))
    // An entity of two scalars is more than the alignment knows.
    let (doubtful, findings, _) = parse("words &NotEqualTilde; \\{{a.b}} end\n")
    #expect(!doubtful.contains("value"))
    #expect(findings.map(\.code.id) == ["M12"])
  }

  // MARK: Links

  @Test func `a footnote's mark inside a link is put behind it`() {
    let (tree, findings, text) = parse("A [link *with*▶[^1]◀](b.md), ![and[^1]](c.png).\n\n[^1]: note\n")
    #expect(findings.map(\.code.id) == ["M10", "M10"])
    #expect(findings.first?.range == text.marks[0])
    let lines = tree.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("  footnote 1.1") })
    #expect(lines.contains { $0.hasPrefix("  footnote 1.2") })
  }

  @Test(arguments: ["▶[](b.md)◀", "▶[ **&nbsp;**](b.md)◀", "▶[<!-- x -->](b.md)◀"])
  func `a link without words shows where it leads`(marked: String) {
    let (tree, findings, text) = parse(marked)
    #expect(findings.map(\.code.id) == ["M11"])
    #expect(findings.first?.range == text.marks[0])
    #expect(tree.contains("\"b.md\""))
    #expect(parse("[![](a.png)](b.md) [{{a.b}}](b.md)").findings.isEmpty)
  }
}
