import Diagnostics
import Markdown
import TestSupport
import Testing

/// What would be lost without a word, or come out as its author did not mean it.
struct LostWordsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let codes: [String]
    let printed: String

    /// `text` has marks round what the first finding names.
    init(_ text: String, _ codes: String, printed: String = "") {
      (self.text, self.codes, self.printed) = (text, codes.split(separator: " ").map(String.init), printed)
    }

    var testDescription: String { String(text.prefix(60)) }
  }

  private static let lost = [
    Case("One\n\n▶<!-- ask finance◀\n\nTwo\n\nThree\n", "M13"),
    Case("> ▶<!-- in a quote◀\n> more\n\nAfter\n", "M13", printed: "After"),
    Case("<div>\n▶<!-- open◀\n</div>\n\nAfter\n", "M13 M01", printed: "After"),
    Case("Before ▶<!--◀ hidden -- secret --> after.", "M13", printed: "Before <!-- hidden -- secret --> after."),
    Case("Before ▶<!--◀ begun\n\nended --> after.", "M13"),
    Case("| A | B |\n|---|---|\n| Van | £10 | ▶plus VAT at 20%◀ |\n", "M14"),
    Case("> | A | B |\n> |---|---|\n> | Van \\| car | £10 | ▶plus | more◀ |\n", "M14"),
    Case("| A |\n|---|\n| a | ▶b◀\n| c | | d |\n", "M14 M14"),
    Case("▶[^fee]: The fee rises by 2% a year.◀\n\nText.\n", "M15", printed: "Text."),
    Case("Text[^a].\n\n[^a]: One.\n\n▶[^a]: Two.◀\n", "M15"),
    Case("- ▶[^b]: In a list.◀\n", "M15"),
    Case("▶Words [^of\na note] here◀\n", "M14"),
    Case("▶[unused]: https://a.example◀\n", "M17"),
    Case("Text\n\n▶```◀\ncode\n\nwords\n", "M16"),
    Case("> ▶~~~ text◀\n> code\n\nAfter\n", "M16", printed: "code\nAfter"),
    Case("▶````◀\ncode\n```\n", "M16"),
    Case("A ▶<img src=\"a.png\" alt=\"Plan of the rooms\">◀ b", "M01 M14"),
  ]

  @Test(arguments: lost)
  func `words that no reader meets are told at their place`(given: Case) {
    expect(given)
  }

  private static let unmeant = [
    Case("!▶[Plan of the rooms](rooms plan.png)◀", "M17"),
    Case("See ▶[the *long* schedule](a b.md)◀.", "M17"),
    Case("See ▶[the schedule][sched]◀ and [it][sched].", "M17"),
    Case("See ▶[schedule][]◀.", "M17"),
    Case("▶| a | b | c |◀\n|---|---|\n| 1 | 2 |\n", "M18"),
    Case("▶| a | b |◀\n| 1 | 2 |\n", "M18"),
    Case("Text▶[^x]◀ and[^x]", "M05"),
    Case("▶!!!◀ warning\n    Care\n", "M08"),
    Case("Some ▶==◀marked== words", "M08"),
    Case("▶[TOC]◀\n", "M08"),
    Case("Term\n▶:◀ what it means\n", "M08"),
    Case("So ▶$$◀x = 1$$", "M08"),
    Case("▶+++◀\ntitle = \"x\"\n+++\n", "M08"),
    Case("See ▶[[◀Other page]]", "M08"),
    Case("▶%%◀private%%", "M08"),
    Case("Well ▶:◀smile: done", "M08"),
    Case("▶*[◀BCF]: Better Care Fund\n", "M08"),
    Case("A ▶^[◀note here]", "M08"),
    Case("▶.. ◀note:: Text\n", "M08"),
    Case("▶\\newpage◀\n", "M08"),
    Case("▶##◀Heading\n", "M08"),
    Case("Some ▶**◀bold ** words", "M08"),
    Case("Some ▶{++◀new++}", "M08"),
    Case("▶```mermaid\ngraph\n```◀\n", "M08"),
    Case("▶```{note}\nText\n```◀\n", "M08"),
  ]

  @Test(arguments: unmeant)
  func `marks that became nothing are told`(given: Case) {
    expect(given)
  }

  private func expect(_ given: Case) {
    let text = MarkedText(given.text)
    var findings: [Diagnostic] = []
    let document = Document.parse(SourceText(name: "a.md", text: text.text), findings: &findings)
    let sorted = findings.inReadingOrder()
    #expect(sorted.map(\.code.id).sorted() == given.codes.sorted())
    #expect(findings.contains { $0.place?.range == text.marks[0] })
    if !given.printed.isEmpty { #expect(document.blocks.map(\.allWords).joined() == given.printed) }
  }

  @Test(arguments: [
    "A closed <!-- remark --> is gone.\n\n<!-- and\n\none over lines -->\n",
    "[//]: # (a private remark)\n[comment]: <> (another)\n",
    "A [link][a] and ![picture](<rooms plan.png>) and [b](b.md \"T\").\n\n[a]: a.md\n",
    "Signs that are meant: \\<!-- \\==a== \\** \\[a](b c) \\[^a] \\[a][b].",
    "    code: ==a== **\n\n```\n[^a] <!-- {% x %}\n```\n\nIn `==code==` too.\n",
    "Times 10:30:00, a ratio 1:2:3, **Note:** x, `a`: b, 5 * 3 ** 2\\.".replacing(" ** ", with: " * "),
    "£5 | £6 | £7\nper hour\n",
    "| a | b |\n|---|---|\n| c |\n| d | e |   |\n| f \\| g | h |\n",
    "As [1][2] say, in brackets [a] (b).",
    "~~~ text\ncode\n~~~\n\n> ```\n> a\n> ```\n\n- ```\n  b\n  ```\n",
    "#1 in town\n\n#hashtag in the\nmiddle\n".replacing("#hashtag", with: "A #hashtag"),
  ])
  func `what is well is not told`(text: String) {
    var findings: [Diagnostic] = []
    _ = Document.parse(SourceText(name: "a.md", text: text), findings: &findings)
    #expect(findings.map(\.message) == [])
  }

  @Test func `words between angle brackets that are no tags stay words`() {
    var findings: [Diagnostic] = []
    let text =
      "Send it to <insert email address> by <date to be agreed>, <name>, <address of the service>.\n\n<your name>\n"
    let document = Document.parse(SourceText(name: "a.md", text: text), findings: &findings)
    #expect(document.blocks.map(\.allWords).joined(separator: "\n\n") + "\n" == text)
    #expect(findings.isEmpty)
  }

  @Test func `tags that begin a paragraph are a break in a line`() {
    var findings: [Diagnostic] = []
    let text = "| One<p>Two</p>Three | x<b>y</b>z |\n|---|---|\n| <li>a<li>b | c |\n"
    let document = Document.parse(SourceText(name: "a.md", text: text), findings: &findings)
    #expect(document.blocks.map(\.allWords) == ["One⏎Two⏎Three|xyz|a⏎b|c"])
  }

  @Test func `a summary is read as a line is, with its entities and tags`() {
    var findings: [Diagnostic] = []
    let text =
      "<details>\n<summary>Cost &pound;5 &ndash; H<sub>2</sub>O &amp; &#x41; &unknown; &</summary>\n\nx\n\n</details>\n"
    let document = Document.parse(SourceText(name: "a.md", text: text), findings: &findings)
    guard case .details(let summary, _) = document.blocks.first?.kind else { return #expect(Bool(false)) }
    #expect(summary.plainText == "Cost £5 – H2O & A &unknown; &")
    #expect(summary.contains { if case .subscript = $0.kind { true } else { false } })
    #expect(findings.isEmpty)
  }

  @Test func `tags that are first met together are told together`() {
    var findings: [Diagnostic] = []
    let text = "<table><tr><td>A</td><td>B</td></tr></table>\n\n<table>\n<u>c</u>\n</table>\n"
    let document = Document.parse(SourceText(name: "a.md", text: text), findings: &findings)
    #expect(
      findings.map(\.fullMessage) == [
        "the tags <table>, <td> and <tr> are left out, and the words are kept (2 times)",
        "the tag <u> is left out, and the words are kept",
      ])
    #expect(document.blocks.map(\.allWords) == ["A", "B", "c"])
  }

  @Test func `marks without end take their time and no more`() {
    for piece in [
      "==a ", "[[a ", "[a](b ", "[a][b ", "[^a ", "%%a ", ":a ", "<!--", "{%", "^[", "|a|\n", "[a]: b\n\n",
      "[^a]: b\n\n", "$$", "<!-- a\n\n", "<?", "<p>a",
    ] {
      var findings: [Diagnostic] = []
      let text = String(repeating: piece, count: 4_000)
      _ = Document.parse(SourceText(name: "a.md", text: text), findings: &findings)
    }
  }
}

extension Block {
  /// The words of a block and of all inside it, with `|` between cells and `⏎` for a break.
  fileprivate var allWords: String {
    switch kind {
    case .paragraph(let content): content.words
    case .heading(let heading): heading.content.words
    case .code(_, let text): text
    case .quote(let blocks), .group(_, let blocks): blocks.map(\.allWords).joined()
    case .list(let list): list.items.flatMap(\.blocks).map(\.allWords).joined()
    case .table(let table): ([table.header] + table.rows).flatMap { $0.map(\.words) }.joined(separator: "|")
    case .details(let summary, let blocks): summary.words + blocks.map(\.allWords).joined()
    case .show, .figure, .form, .thematicBreak, .html: ""
    }
  }
}

extension [Inline] {
  fileprivate var words: String {
    mapping { if case .lineBreak = $0.kind { [Inline(.text("⏎"), at: $0.place)] } else { nil } }.plainText
  }
}
