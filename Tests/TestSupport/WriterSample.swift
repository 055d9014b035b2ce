internal import Diagnostics
package import Markdown

/// A few blocks that meet the bounds and the escapes of a writer, for what every writer makes of them to be recorded.
package struct WriterSample: Sendable {
  package let name: String
  package let document: Document

  private init(_ name: String, _ kinds: Block.Kind...) {
    self.name = name
    document = Document(blocks: kinds.map { Block($0, at: .start(of: "a.md")) })
  }

  private init(_ name: String, markdown: String) {
    self.name = name
    var findings: [Diagnostic] = []
    document = Document.parse(SourceText(name: "a.md", text: markdown), findings: &findings).mapInlines { inline in
      guard case .link(.written(let address), let title, let words) = inline.kind else { return nil }
      return [Inline(.link(.elsewhere(address), title: title, words), at: inline.place)]
    }
  }

  private static let bad = "<b> & \"c\" 'd' \\e #f"

  private static func words(_ text: String = bad) -> [Inline] { [inline(.text(text))] }

  private static func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, at: .start(of: "a.md")) }

  private static func at(_ kind: Block.Kind) -> Block { Block(kind, at: .start(of: "a.md")) }

  private static func paragraph(_ text: String = bad) -> Block {
    Block(.paragraph(words(text)), at: .start(of: "a.md"))
  }

  private static func table(
    _ columns: Int, rows: Int = 1, names: Bool = false, cell: String = "c", caption: String = "",
    alignments: [Table.Alignment?] = [nil, .end, .centre, .start]
  ) -> Block.Kind {
    let header = (0..<columns).map { words("h\($0)") }
    let body = (0..<rows).map { row in (0..<columns).map { words("\(cell)\(row)\($0)") } }
    return .table(
      Table(
        caption: caption.isEmpty ? [] : words(caption), alignments: alignments, header: header, rows: body,
        namesRows: names))
  }

  /// Lists in lists, the outermost around all others.
  private static func nested(_ depth: Int, start: Int? = nil) -> Block.Kind {
    let inner = depth > 1 ? [Block(nested(depth - 1, start: start), at: .start(of: "a.md"))] : []
    return .list(List(start: start, items: [List.Item(blocks: [paragraph("at \(depth)")] + inner)]))
  }

  private static func field(
    _ kind: Form.Kind, required: Bool = true, limit: String? = nil, hint: String? = nil, asked: [Block] = [],
    label: String = bad, _ change: (inout Form.Field) -> Void = { _ in }
  ) -> Form.Field {
    var field = Form.Field(id: "f-\(kind.rawValue)-\(required)", kind: kind, label: label)
    (field.isRequired, field.limit, field.hint, field.asked) = (required, limit, hint, asked)
    if kind == .choice { field.choices = ["one", bad] }
    change(&field)
    return field
  }

  private static func form(_ fields: Form.Field...) -> Block.Kind {
    .form(Form(id: "form", title: "Form", sections: [Form.Section(title: "Part", fields: fields)]))
  }

  private static func cells(_ columns: Int, _ rows: [[String?]], asked: [Block] = []) -> Form.Field {
    field(.table, asked: asked, label: "Cells") { field in
      field.columns = (0..<columns).map { "h\($0)" }
      field.rows = rows
    }
  }

  package static let all =
    tables + lists + forms + [
      WriterSample(
        "words", .paragraph(words()), .heading(Heading(level: 2, id: "h", content: words())),
        .code(language: "x", bad + "\n"), .thematicBreak),
      WriterSample(
        "headings that leave levels out", markdown: "## Two\n\n#### Four\n\n###### Six\n\n### Three\n\n## Two again\n"),
      WriterSample(
        "inlines",
        markdown:
          "*a* **b** ~~c~~ `d<` H<sub>2</sub>O m<sup>2</sup> e\\\nf\ng [h](https://x.example/a \"t\") <https://x.example/> [tel](tel:+441632960000) [01632 960000](tel:+441632960000) [01 63](tel:0163)\n"
      ),
      WriterSample(
        "a passage in another language",
        markdown:
          "<span lang=\"cy\">Croeso</span> and <span lang=\"cy-GB\">da iawn</span> and <span lang=\"1\">what</span>\n"),
      WriterSample(
        "notes",
        markdown:
          "One[^a], the same[^a] and another[^b].\n\n| A[^c] |\n|---|\n| b[^a] |\n\n[^a]: First *note*.\n\n    Its second paragraph.\n[^b]: - a list\n[^c]: Of a head.\n"
      ),
      WriterSample(
        "pictures that are not there",
        markdown: "![a](a.png)\n\n![b](b.png) with words\n\n![c](c.png)\\\n\n![d](d.png)\n![e](e.png)\n"),
      WriterSample(
        "signs that no font has", markdown: "One \u{1F600}.\n\n\(String(repeating: "\u{1F600}", count: 21))\n"),
      WriterSample(
        "groups", .group(.voice(by: bad), [paragraph()]), .group(.voice(by: nil), [paragraph("said")]),
        .group(.alert(.warning), [paragraph("mind")]), .group(.screenOnly, [paragraph("on screens only")]),
        .group(.passage(language: "cy-GB"), [paragraph("Croeso")]),
        .group(.passage(language: "?"), [paragraph("what")]),
        .group(
          .entry(id: "Entry", number: "1"),
          [
            Block(.heading(Heading(level: 3, id: "e", content: words("Entry"))), at: .start(of: "a.md")),
            paragraph("in it"),
          ]),
        .group(.entry(id: "Plain", number: nil), [paragraph("an entry without a heading")]),
        .quote([
          Block(.group(.entry(id: "Inner", number: nil), [paragraph("within")]), at: .start(of: "a.md")),
          Block(.group(.passage(language: "cy"), [paragraph("y tu mewn")]), at: .start(of: "a.md")),
        ]),
        .details(summary: words(), [paragraph("folded")]), .details(summary: words("empty"), [])),
    ]

  private static let tables = [
    WriterSample(
      "tables of as many columns as a page holds, and one more", table(4), table(5), table(8), table(9), table(12),
      table(13)),
    WriterSample(
      "a table with names of rows, a caption and empty cells",
      table(3, names: true, caption: bad),
      .table(
        Table(
          alignments: [], header: [[], words("b")], rows: [[[], words("x")], [words("only")], []], namesRows: true))),
    WriterSample(
      "tables of as many rows as stand on one page, and more", table(2, rows: 7), table(2, rows: 8), table(2, rows: 9),
      table(6), table(7)),
    WriterSample(
      "a table with long cells",
      table(2, cell: String(repeating: "words ", count: 200)), table(2, cell: String(repeating: "x", count: 90)),
      table(3, cell: "a name of some letters ", alignments: [nil, .end, .end])),
    WriterSample(
      "tables within a quotation",
      .quote([4, 5, 8, 9, 16].map { Block(table($0), at: .start(of: "a.md")) })),
    WriterSample(
      "tables whose first column is narrow enough to hang, or not",
      table(2, cell: "fifteenletter"), table(2, cell: "fourteenletters"), table(2, cell: "of twenty six letters it"),
      table(2, cell: "of twenty seven letters it"), table(2, cell: "12\u{A0}345\u{A0}678\u{A0}")),
    WriterSample(
      "what turns a page, within others",
      .quote(
        [form(cells(5, [["a", nil, nil, nil, nil]])), .group(.passage(language: "cy"), [at(table(5))])].map { at($0) }),
      .group(.passage(language: "cy"), [at(table(5)), paragraph("after")]),
      .group(.entry(id: "Turned", number: nil), [at(table(5)), paragraph("after")])),
    WriterSample("a table without columns", .table(Table(alignments: [], header: [], rows: []))),
    WriterSample(
      "a wide table with what comes along",
      .heading(Heading(level: 2, id: "wide", content: words("Wide"))), .paragraph(words("one")),
      .paragraph(words("two")),
      .paragraph(words("three")), table(5), .paragraph(words("after")),
      .paragraph(words(String(repeating: "l", count: 400))), table(5),
      .paragraph(words(String(repeating: "s", count: 399))), table(5)),
  ]

  private static let lists = [
    WriterSample("lists as deep as the writers go, and deeper", nested(8), nested(9), nested(11), nested(9, start: 1)),
    WriterSample(
      "lists of every kind",
      markdown:
        "- a\n- b\n\n1. one\n2. two\n\n7. seven\n\n- [x] done\n- [ ] open\n- neither\n\n- loose\n\n- looser\n\n0. nought\n"
    ),
    WriterSample(
      "an item that begins with no words", markdown: "- - inner\n- | A |\n  |---|\n  | b |\n- [ ] - task in a list\n"),
    WriterSample("empty lists", .list(List(items: [])), .list(List(items: [List.Item(blocks: [])]))),
    WriterSample(
      "quotations in quotations",
      markdown:
        "> a\n> > b\n> > > c\n> > > > - d\n> > > >   1. e\n> > > >      > f\n> > > >      > > g\n> > > >      > > > h\n> > > >      > > > > i\n"
    ),
  ]

  private static let forms = [
    WriterSample(
      "tables to fill in of some height", form(cells(4, Array(repeating: ["a", nil, nil, nil], count: 3))),
      form(cells(4, Array(repeating: ["a", "b", nil, nil], count: 3)))),
    WriterSample(
      "two parts",
      .form(
        Form(
          id: "two", title: "Two",
          sections: ["One", "Two"].map { title in
            Form.Section(title: title, fields: [field(.text, asked: [paragraph("Why?")], label: "Short")])
          }))),
    WriterSample(
      "a field of each kind",
      form(field(.text), field(.number), field(.choice), field(.yesNo), field(.date), field(.declaration)),
      form(
        field(.text, required: false), field(.number, required: false), field(.choice, required: false),
        field(.yesNo, required: false), field(.date, required: false), field(.declaration, required: false))),
    WriterSample(
      "fields with limits and hints",
      form(
        field(.text, limit: "at most 500 words", hint: bad), field(.text, hint: "only a hint"),
        field(.number, limit: "a number")),
      form(
        field(.text, limit: "at most 2 pages"), field(.text, limit: "at most 1,200 characters"),
        field(.text, limit: "in short"), field(.text, limit: "at most 70 words"),
        field(.text, limit: "at most 77 words"), field(.text, limit: "9000000000000000000 pages"))),
    WriterSample(
      "short labels and long ones",
      form(
        field(.text, label: String(repeating: "l", count: 59)), field(.text, label: String(repeating: "l", count: 60)))),
    WriterSample(
      "fields that say what is asked",
      form(
        field(
          .text, limit: "at most 100 words",
          asked: [
            paragraph("Why?"),
            Block(.heading(Heading(level: 4, id: "ask", content: words("Asked"))), at: .start(of: "a.md")),
          ]),
        field(.choice, asked: [paragraph("Which?")]), field(.number, asked: [paragraph("How many?")]))),
    WriterSample(
      "tables to fill in",
      form(
        cells(0, []), cells(2, [["a", nil], [bad, nil]]), cells(4, [["a", nil, nil, nil]]),
        cells(5, [[nil, nil, "c", nil, nil]]), cells(3, [["short"], []], asked: [paragraph("Fill in.")]))),
    WriterSample(
      "several parts",
      .form(
        Form(
          id: "parts", title: bad,
          sections: [
            Form.Section(title: bad, fields: [field(.text)]),
            Form.Section(title: "Wide", fields: [cells(5, [["a", nil, nil, nil, nil]])]),
            Form.Section(title: "None", fields: []),
          ]))),
  ]
}
