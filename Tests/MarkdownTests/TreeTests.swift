import Diagnostics
import Markdown
import Testing

struct TreeTests {
  private func parse(_ text: String, drawsData: Bool = true) -> (tree: String, findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    let source = SourceText(name: "file.md", text: text)
    let document = Document.parse(source, options: ParseOptions(drawsData: drawsData), findings: &findings)
    return (TreeDump(source).text(document), findings)
  }

  @Test func `every node knows the words it came from`() {
    let text = """
      # One *two*

      Some `code` and [a link](b.md "T"), on
        an indented line **strong ~~gone~~** www.example.org
      """
    #expect(
      parse(text).tree == """
        heading 1 #one-two
          "One " @"One "
          emphasis @"*two*"
            "two" @"two"
        paragraph
          "Some " @"Some "
          code "code" @"`code`"
          " and " @" and "
          link written("b.md") title T @"[a link](b.md \\"T\\")"
            "a link" @"a link"
          ", on" @", on"
          soft break
          "an indented line " @"an indented line "
          strong @"**strong ~~gone~~**"
            "strong " @"strong "
            strikethrough @"~~gone~~"
              "gone" @"gone"
          " " @" "
          link written("http://www.example.org") @"www.example.org"
            "www.example.org" @"www.example.org"
        """)
  }

  @Test func `lists, tasks, tables, quotes and notes are what they are`() {
    let text = """
      3. three
      4. four

      - [x] done
      - [ ] not

      > said[^a]

      | a | b |
      |---|--:|
      | c |   |

      [^a]: by whom
      """
    #expect(
      parse(text).tree == """
        list from 3
          item
            paragraph
              "three" @"three"
          item
            paragraph
              "four" @"four"
        list
          item done
            paragraph
              "done" @"done"
          item to do
            paragraph
              "not" @"not"
        quote
          paragraph
            "said" @"said"
            footnote 1.1 @"[^a]"
        table
          row
            cell
              "a" @"a"
            cell
              "b" @"b"
          row
            cell
              "c" @"c"
            cell
        note 1
          paragraph
            "by whom" @"by whom"
        """)
  }

  @Test(arguments: ["note", "tip", "important", "warning", "caution"])
  func `a quote that begins with a mark of code hosts is an alert`(kind: String) {
    let word = kind.prefix(1).uppercased() + kind.dropFirst()
    #expect(
      parse("> [!\(kind.uppercased())]\n> Read *this*.\n>\n> - And that.\n").tree == """
        alert \(kind)
          paragraph
            strong @"[!\(kind.uppercased())]"
              "\(word)" @"[!\(kind.uppercased())]"
          paragraph
            "Read " @"Read "
            emphasis @"*this*"
              "this" @"this"
            "." @"."
          list
            item
              paragraph
                "And that." @"And that."
        """)
  }

  @Test func `what only looks like an alert stays a quote, and nothing of it is lost`() {
    #expect(parse("> [!NOTE] with words\n").tree.contains("\"with words\""))
    #expect(parse("> [!NOTE]\n").tree.hasPrefix("alert note"))
    #expect(parse("> [!INFO]\n> Words\n").tree.hasPrefix("quote"))
    #expect(parse("> [!INFO]\n> Words\n").findings.map(\.code.id) == ["M08"])
    #expect(parse("[!NOTE] no quote\n").tree.hasPrefix("paragraph"))
  }

  @Test(arguments: ["", " ", "   ", "> ", "- ", "1. > "])
  func `the words of a cell are found, however far its row is set in`(before: String) {
    let rest = String(before.map { $0 == ">" ? ">" : " " })
    let text = "\(before)| é | b |\n\(rest)|---|---|\n\(rest)| ü c | *d* \\| e |\n\(rest)f | g\n"
    let tree = parse(text).tree
    for words in ["é", "b", "ü c", "f", "g"] {
      #expect(tree.contains("\"\(words)\" @\"\(words)\""), "\(before)\(words)")
    }
  }

  @Test func `values are found wherever words are, and nowhere else`() {
    let text = """
      By {{dates.deadline}}, ww. {{value.per-year as number}}: `{{code}}` \\{{not.one}} **{{a.b}}**
      """
    #expect(
      parse(text).tree == """
        paragraph
          "By " @"By "
          value dates.deadline @"{{dates.deadline}}"
          ", ww. " @", ww. "
          value value.per-year as number @"{{value.per-year as number}}"
          ": " @": "
          code "{{code}}" @"`{{code}}`"
          " {{not.one}} " @" \\\\{{not.one}} "
          strong @"**{{a.b}}**"
            value a.b @"{{a.b}}"
        """)
    #expect(parse("A {{x}} b", drawsData: false).tree.contains("\"A {{x}} b\""))
  }

  @Test(arguments: ["{{dates.deadline", "{{a b}}", "{{}}", "{{dates deadline as}}", "{{a/b}}"])
  func `a broken value is an error at its place`(written: String) {
    let findings = parse("Word \(written)").findings
    #expect(findings.map(\.code.id) == ["M03"])
    #expect(findings.first?.place?.range == 5..<5 + written.utf8.count)
  }

  @Test func `the tags that are allowed become nodes`() {
    let text = """
      H<sub>2</sub>O, x<sup>2</sup>, <abbr title="as">a</abbr>, <span lang="cy">Croeso</span><br>next <!-- gone -->

      <details>
      <summary>More</summary>

      *Inside*

      </details>
      """
    let (tree, findings) = parse(text)
    #expect(findings.isEmpty)
    #expect(
      tree == """
        paragraph
          "H" @"H"
          subscript @"<sub>"
            "2" @"2"
          "O, x" @"O, x"
          superscript @"<sup>"
            "2" @"2"
          ", " @", "
          abbreviation as @"<abbr title=\\"as\\">"
            "a" @"a"
          ", " @", "
          passage cy @"<span lang=\\"cy\\">"
            "Croeso" @"Croeso"
          line break
          "next " @"next "
        details
          "More" @"<details>\\n<summary>More</summary>"
          paragraph
            emphasis @"*Inside*"
              "Inside" @"Inside"
        """)
  }

  @Test func `other tags are left out with one warning each, and their words are kept`() {
    let (tree, findings) = parse(
      "A <u>b</u> <u>c</u> <sup>open\n\n<div class=\"x\">\nd\n</div>\n\n<script>\nalert(1)\n</script>")
    #expect(findings.map(\.message).count { $0.contains("<u>") } == 1)
    #expect(findings.allSatisfy { $0.code.id == "M01" && $0.severity == .warning })
    #expect(findings.count == 4)
    #expect(tree.contains("\"d\""))
    #expect(!tree.contains("alert"))
  }

  @Test func `a show block is a small map with places`() {
    let text = "```show\ntable: outcomes\n\nlevel:  community \n```\n\n```show\nnonsense\n```\n"
    let (tree, findings) = parse(text)
    #expect(tree == "show\n  table = outcomes @\"outcomes\"\n  level = community @\"community\"\nshow")
    #expect(findings.map(\.code.id) == ["M04"])
  }

  @Test func `heading ids are those of code hosts`() {
    let text = "# Was ist *neu*?\n# C++ & `co-de` 2.0\n# Über uns\n# Same\n# Same\n# Same-1\n# ???\n"
    let ids = parse(text).tree.split(separator: "\n").filter { $0.hasPrefix("heading") }.map {
      $0.split(separator: "#").last
    }
    #expect(ids == ["was-ist-neu", "c--co-de-20", "über-uns", "same", "same-1", "same-1-1", "section"])
  }

  @Test func `a missing note and an empty heading are warnings`() {
    #expect(parse("Text[^x] here\n\n##\n").findings.map(\.code.id) == ["M06", "M05"])
  }

  @Test func `what is nested without end is reported and cut`() {
    let quotes = String(repeating: "> ", count: 5000) + "deep"
    let emphasis = String(repeating: "*a _b ", count: 2000) + String(repeating: "_ *", count: 2000)
    let brackets = String(repeating: "[", count: 20_000)
    #expect(parse(quotes).findings.contains { $0.code.id == "M07" })
    _ = parse(emphasis)
    _ = parse(brackets)
  }
}
