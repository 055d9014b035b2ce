import Diagnostics
import Markdown
import Planning
import Testing

@testable import HTMLOutput

/// What authors write is text, wherever it stands on a page.
struct EscapeTests {
  private static let bad = "\"a\" & <b>"
  private static let safe = "&quot;a&quot; &amp; &lt;b&gt;"
  private static let place = Place.start(of: "a.md")

  private func html(_ block: Block.Kind, entry: String? = nil) -> String {
    HTMLWriter(address: Address("index.html"), entry: entry).html(Document(blocks: [Block(block, at: Self.place)]))
  }

  private func html(_ inline: Inline.Kind) -> String {
    HTMLWriter(address: Address("a/index.html")).html([Inline(inline, at: Self.place)])
  }

  private static func words(_ text: String = bad) -> [Inline] { [Inline(.text(text), at: place)] }

  @Test(arguments: [
    (Inline.Kind.text(bad), safe), (.code(bad), "<code>\(safe)</code>"), (.emphasis(words()), "<em>\(safe)</em>"),
    (.abbreviation(title: bad, words("c")), "<abbr title=\"\(safe)\">c</abbr>"),
    (.passage(language: bad, words("c")), "<span lang=\"\(safe)\">c</span>"),
    (.value(path: bad, format: bad), "{{\(safe) as \(safe)}}"),
    (
      .link(.elsewhere("https://x.example/?a=\"<b>'&c"), title: bad, words()),
      "<a href=\"https://x.example/?a=%22%3Cb%3E&#x27;&amp;c\" title=\"\(safe)\">\(safe)</a>"
    ),
    (.link(.written("\"><b>"), title: nil, words("c")), "<a href=\"%22%3E%3Cb%3E\">c</a>"),
    (.link(.here(bad), title: nil, words("c")), "<a href=\"#%22a%22%20%26%20%3Cb%3E\">c</a>"),
    (.link(.site("b \"&/c", fragment: "\"d"), title: nil, words("c")), "<a href=\"../b%20%22%26/c#%22d\">c</a>"),
    (.link(.nowhere, title: bad, words()), safe), (.image(.nowhere, title: bad, alternative: words()), safe),
    (
      .image(.site("b \".png", fragment: nil), title: bad, alternative: words()),
      "<img src=\"../b%20%22.png\" alt=\"\(safe)\" title=\"\(safe)\">"
    ),
  ])
  func `words, titles and addresses within a line cannot end what they stand in`(inline: Inline.Kind, result: String) {
    #expect(html(inline) == result)
  }

  @Test(arguments: [
    (Block.Kind.paragraph(words()), "<p>\(safe)</p>\n"),
    (.heading(Heading(level: 2, id: bad, content: words())), "<h2 id=\"\(safe)\">\(safe)</h2>\n"),
    (.code(language: bad, bad), "<pre tabindex=\"0\"><code class=\"language-\(safe)\">\(safe)</code></pre>\n"),
    (.details(summary: words(), []), "<details>\n<summary>\(safe)</summary>\n</details>\n"),
    (.group(.passage(language: bad), []), "<div lang=\"\(safe)\">\n</div>\n"),
    (.group(.voice(by: bad), []), "<blockquote>\n<footer>\(safe)</footer>\n</blockquote>\n"),
    (.group(.entry(id: bad, number: nil), []), "<article class=\"entry\" id=\"\(safe)\">\n<div>\n</div>\n</article>\n"),
    (
      .group(
        .entry(id: "e", number: bad), [Block(.heading(Heading(level: 2, id: "h", content: words("c"))), at: place)]),
      "<article class=\"entry numbered\" id=\"e\">\n<p class=\"folio\" aria-hidden=\"true\">\(safe)</p>\n<div>\n<h2 id=\"h\"><span class=\"away\">\(safe). </span>c</h2>\n</div>\n</article>\n"
    ),
  ])
  func `blocks keep their words as text, in attributes too`(block: Block.Kind, result: String) {
    #expect(html(block) == result)
  }

  @Test func `a table's name, its cells and the id of what names it are text`() {
    var table = Table(
      caption: Self.words(), alignments: [nil, .end, .centre, .start, nil], header: (1...5).map { _ in Self.words() },
      rows: [[Self.words(), [], Self.words("c"), Self.words("d"), []]], namesRows: true)
    let wide = html(.table(table))
    #expect(
      wide.hasPrefix("<div class=\"scroll\" role=\"group\" aria-label=\"\(Self.safe)\" tabindex=\"0\">\n<table>\n"))
    #expect(wide.contains("<caption>\(Self.safe)</caption>") && wide.contains("<th scope=\"row\">\(Self.safe)</th>"))
    #expect(wide.contains("<th scope=\"col\" class=\"right\">\(Self.safe)</th>"))
    #expect(wide.contains("<td class=\"centre\">c</td>\n<td class=\"left\">d</td>\n<td></td>"))
    table.heading = Heading(level: 2, id: Self.bad, content: Self.words("Named"))
    #expect(html(.table(table), entry: "e").contains("<table aria-labelledby=\"e-\(Self.safe)\">"))
    // A table of four columns needs no room to scroll.
    table.header.removeLast()
    #expect(html(.table(table)).hasPrefix("<table"))
    // The first cell of a row names it only where there is something in it.
    table.rows = [[[], Self.words("c")]]
    #expect(html(.table(table)).contains("<tr>\n<td></td>\n<td class=\"right\">c</td>"))
  }

  @Test func `a drawing's words are text`() {
    let figure = Figure(
      title: Self.bad, description: Self.bad, height: 1.05,
      shapes: [.text(x: 0, y: -1.5, Self.bad, .init(endsAtPoint: true))],
      caption: Self.bad)
    #expect(
      html(.figure(figure)) == """
        <figure class="always">
        <svg class="drawing" role="img" aria-label="\(Self.safe). \(Self.safe)" height="1.05em">
        <title>\(Self.safe)</title>
        <text x="0%" y="-1.5em" dx="-.5em" text-anchor="end">\(Self.safe)</text>
        </svg>
        <figcaption>\(Self.safe)</figcaption>
        </figure>

        """)
  }

  @Test func `a form's words are text`() {
    func field(_ kind: Form.Kind, _ change: (inout Form.Field) -> Void = { _ in }) -> String {
      var field = Form.Field(id: "f", kind: kind, label: Self.bad)
      change(&field)
      return html(.form(Form(id: "form", title: "T", sections: [.init(title: "T", fields: [field])])))
    }
    #expect(
      field(.text) == "<div class=\"form\">\n<p class=\"field\">\(Self.safe)</p>\n<div class=\"blank\"></div>\n</div>\n"
    )
    #expect(
      field(.date).contains("<div class=\"blank short\">") && field(.number).contains("<div class=\"blank short\">"))
    let hints = field(.text) { ($0.hint, $0.limit, $0.isRequired) = (Self.bad, "at most <5>", false) }
    #expect(
      hints.contains(
        "<span class=\"hint\">At most &lt;5&gt;</span><span class=\"hint\">\(Self.safe)</span><span class=\"hint\">You may leave this out</span>"
      ))
    #expect(field(.choice) { $0.choices = [Self.bad] }.contains("<li>\(Self.safe)</li>"))
    #expect(
      field(.yesNo).contains("<li>Yes</li>\n<li>No</li>") && field(.declaration).contains("<li>\(Self.safe)</li>"))
    let table = field(.table) { ($0.columns, $0.rows) = ([Self.bad, "B"], [[Self.bad, nil]]) }
    #expect(table.contains("<caption>\(Self.safe)</caption>") && table.contains("<th scope=\"col\">\(Self.safe)</th>"))
    #expect(
      table.contains(
        "<tr><td data-label=\"\(Self.safe)\">\(Self.safe)</td><td class=\"blank\" data-label=\"B\"></td></tr>"))
    // One section needs no title that the form has already.
    let two = Form(id: "f", title: "T", sections: [.init(title: "T", fields: []), .init(title: Self.bad, fields: [])])
    #expect(html(.form(two)).contains("<p class=\"label\">T</p>\n<p class=\"label\">\(Self.safe)</p>"))
    let other = Form(id: "f", title: "T", sections: [.init(title: Self.bad, fields: [])])
    #expect(html(.form(other)).contains("<p class=\"label\">\(Self.safe)</p>"))
  }

  @Test func `the notes of an entry have ids of its own, and lead back to each mention`() {
    let document = Document(
      blocks: [
        Block(
          .paragraph([
            Inline(.footnote(1, mention: 1), at: Self.place), Inline(.footnote(1, mention: 2), at: Self.place),
          ]), at: Self.place)
      ],
      footnotes: [Footnote(blocks: [Block(.paragraph(Self.words()), at: Self.place)], place: Self.place)])
    let html = HTMLWriter(address: Address("index.html"), entry: "e").html(document)
    #expect(html.contains("<a href=\"#e-Note-1\" id=\"e-Mention-1\" aria-label=\"Note 1\">1</a>"))
    #expect(html.contains("id=\"e-Mention-1-2\""))
    #expect(
      html.contains(
        "<li id=\"e-Note-1\">\n<p>\(Self.safe) <a href=\"#e-Mention-1\" aria-label=\"Back to note 1 in the text\">↩</a> <a href=\"#e-Mention-1-2\" aria-label=\"Back to mention 2 of note 1 in the text\">↩</a></p>"
      ))
  }
}
