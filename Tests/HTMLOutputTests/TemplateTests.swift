import Diagnostics
import TestSupport
import Testing

@testable import HTMLOutput

struct TemplateTests {
  private func findings(_ marked: String, in name: String = "text.mustache") -> (
    findings: [Diagnostic], text: MarkedText
  ) {
    let text = MarkedText(marked)
    var findings: [Diagnostic] = []
    _ = Templates(own: [text.source("own/\(name)")], findings: &findings)
    return (findings, text)
  }

  @Test(arguments: [
    ("X02", "<p>{{heading}}</p>\n<p>▶{{headng}}◀</p>"), ("X02", "{{#breadcrumb}}{{/breadcrumb}}▶{{trail.label}}◀"),
    ("X03", "▶{{> mastheat}}◀"), ("X03", "▶{{<lay}}◀{{/lay}}"), ("X05", "▶{{=<% %>=}}◀"),
    ("X01", "{{#breadcrumb}}\n▶{{/pack}}◀"),
    ("X02", "▶{{{bodi}}}◀"), ("X02", "▶{{^isTrail}}◀{{/isTrial}}"),
  ])
  func `a bad tag is an error with its place`(code: String, marked: String) {
    let (found, text) = findings(marked)
    #expect(
      found.contains {
        $0.code.id == code && $0.place?.file == "own/text.mustache" && $0.range?.lowerBound == text.marks[0].lowerBound
      }, "\(found)")
  }

  @Test func `the templates of the program have no faults`() {
    var findings: [Diagnostic] = []
    _ = Templates(own: [], findings: &findings)
    #expect(findings.isEmpty)
  }

  @Test func `a section that is never closed is an error`() {
    #expect(findings("{{#breadcrumb}}\n<p>").findings.map(\.code.id) == ["X01"])
  }

  @Test(arguments: [
    "{{<layout}}{{$main}}x{{/main}}{{/layout}} ▶{{◀", "<p>▶{{◀heading</p>\n{{summary}}", "{{<layout}}▶{{$main}}◀x",
    "▶{{<layout}}◀{{$main}}x{{/main}}", "a\n▶{{^trail}}◀b",
  ])
  func `a tag without its end is told where it begins`(marked: String) {
    for name in ["text.mustache", "layout.mustache"] where name == "text.mustache" || !marked.contains("layout") {
      let (found, text) = findings(marked, in: name)
      #expect(found.map(\.code.id).contains("X01"), "\(found)")
      #expect(found.contains { $0.code.id == "X01" && $0.range == text.marks[0] }, "\(found)")
    }
  }

  @Test(arguments: [
    ("page.mustache", nil), ("PAGE.mustache", nil), ("TEXT.mustache", "text.mustache"),
    ("layuot.mustache", "layout.mustache"),
    ("styles.css", "style.css"),
  ])
  func `a file of a council's own that nothing uses is a warning`(name: String, near: String?) {
    let (found, _) = findings("words", in: name)
    #expect(found.map(\.code.id) == ["X07"] && found.first?.severity == .warning)
    if let near { #expect(found.first?.help == "Did you mean “\(near)”?") }
  }

  @Test func `a template of a council's own may lead to others`() {
    let (text, crest) = (MarkedText("{{> crest}}"), MarkedText("{{> motto}}"))
    var findings: [Diagnostic] = []
    _ = Templates(
      own: [text.source("own/text.mustache"), crest.source("own/crest.mustache"), crest.source("own/motto.mustache")]
        .map {
          $0.name == "own/motto.mustache" ? MarkedText("A").source($0.name) : $0
        }, findings: &findings)
    #expect(findings.isEmpty, "\(findings)")
  }

  private static let deep = String(repeating: "{{#breadcrumb}}", count: 100)

  @Test(arguments: [
    "a ▶{{> text}}◀", "▶{{<text}}◀{{/text}}", "▶{{> masthead}}◀",
    "{{<layout}}{{$main}}▶{{> text}}◀{{/main}}{{/layout}}",
    "{{<layout}}{{$main}}▶{{$main}}◀{{/main}}{{/main}}{{/layout}}",
    "{{<layout}}{{$main}}{{#breadcrumb}}▶{{> layout}}◀{{/breadcrumb}}{{/main}}{{/layout}}",
  ])
  func `a template that leads back to itself is an error and is not followed`(marked: String) {
    let (text, masthead) = (MarkedText(marked), MarkedText("{{> breadcrumb}} ▶{{> text}}◀"))
    let ownMasthead = marked.contains("masthead") ? [masthead.source("own/masthead.mustache")] : []
    var findings: [Diagnostic] = []
    let templates = Templates(own: [text.source("own/text.mustache")] + ownMasthead, findings: &findings)
    #expect(findings.allSatisfy { $0.code.id == "X04" })
    #expect(findings.contains { $0.place?.file == "own/text.mustache" && $0.range == text.marks[0] }, "\(findings)")
    _ = templates.render("text", .record([:]), findings: &findings)
    #expect(!findings.isEmpty)
  }

  @Test func `a template that is nested without end is an error`() {
    let marked = Self.deep + "▶{{#breadcrumb}}◀" + String(repeating: "{{#breadcrumb}}", count: 20_000)
    let (findings, text) = findings(marked)
    #expect(findings.map(\.code.id) == ["X06"])
    #expect(findings.first?.range == text.marks[0])
  }

  @Test func `a name that a page does not have is told wherever a template asks for it`() {
    let (text, crest) = (MarkedText("▶{{heading}}◀ {{title}} ▶{{heading}}◀"), MarkedText("{{title}} ▶{{heading}}◀"))
    var findings: [Diagnostic] = []
    let templates = Templates(
      own: [text.source("own/text.mustache"), crest.source("own/crest.mustache")], findings: &findings)
    findings = []
    let html = templates.render("text", .record([.title: .text("<T>")]), findings: &findings)
    #expect(html == " &lt;T&gt; ")
    let own = findings.filter { $0.place?.file.hasPrefix("own/") == true }
    #expect(own.map { $0.place?.file } == ["own/crest.mustache", "own/text.mustache", "own/text.mustache"])
    #expect(own.map(\.range) == [crest.marks[0], text.marks[0], text.marks[1]])
  }

  @Test func `templates that share a partial make no circle`() {
    let (found, _) = findings(
      "{{<layout}}{{$main}}{{> breadcrumb}}{{> breadcrumb}}{{/main}}{{$aside}}{{> breadcrumb}}{{/aside}}{{/layout}}")
    #expect(found.isEmpty)
  }
}
