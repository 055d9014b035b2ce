import Diagnostics
import HTMLOutput
import TestSupport
import Testing

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
    ("X02", "<p>{{heading}}</p>\n<p>▶{{headng}}◀</p>"), ("X02", "{{#trail}}{{/trail}}▶{{trail.label}}◀"),
    ("X03", "▶{{> mastheat}}◀"), ("X03", "▶{{<lay}}◀{{/lay}}"), ("X01", "▶{{=<% %>=}}◀"),
    ("X01", "{{#trail}}\n▶{{/pack}}◀"),
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
    #expect(findings("{{#trail}}\n<p>").findings.map(\.code.id) == ["X01"])
  }
}
