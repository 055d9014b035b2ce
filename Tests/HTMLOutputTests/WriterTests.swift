import Diagnostics
import Foundation
import Markdown
import Planning
import TestSupport
import Testing

@testable import HTMLOutput

struct WriterTests {
  @Test func `rules are listed by what they are about, each group under an id with its letter`() throws {
    let rules = [("W01", "Weights"), ("W02", "Weights"), ("T01", "Time")].map { code, group in
      RuleText(
        code: code, name: "name", title: "Title", group: group, detail: "detail", document: Document())
    }
    var findings: [Diagnostic] = []
    let model = Read.model(["site.yml": "title: S\norganisation: C\n", "index.md": "[Rules](rules.md)\n"])
    let plan = Plan.make(
      model, assets: [], style: Address("style.css"), drafts: false, rules: rules, findings: &findings)
    let page = try #require(plan.pages.first { $0.address.path == "rules/index.html" })
    let renderer = PageRenderer(model: model, plan: plan, templates: Templates(own: [], findings: &findings))
    let html = renderer.html(page, findings: &findings)
    #expect(html.matches(of: #/id="(Rules-[^"]*)"/#).map(\.1) == ["Rules-W", "Rules-T"])
  }

  @Test func `what is written for a page is as it was recorded`() throws {
    let made = WriterSample.all.map { sample in
      "<!-- \(sample.name) -->\n" + HTMLWriter(address: Address("a/index.html")).html(sample.document)
    }
    let golden = Recorded("Golden", of: ".html")
    let difference = try golden.difference(from: ["samples.html": Data(made.joined(separator: "\n").utf8)])
    #expect(difference == nil, "\(difference ?? "")")
  }
}
