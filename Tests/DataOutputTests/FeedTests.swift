import DataOutput
import Diagnostics
import Foundation
import Planning
import Tenders
import TestSupport
import Testing

/// The sitemap and the feed are XML, whatever authors write, and name what people can read.
struct FeedTests {
  private static let bad = "A & <b> \\\"c\\\""
  private static let safe = "A &amp; &lt;b&gt; &quot;c&quot;"

  private func files(_ texts: [String: String] = [:], drafts: Bool = false) -> SiteFiles {
    let site =
      "title: \"\(Self.bad)\"\norganisation: \"\(Self.bad)\"\nbase-url: https://x.example/a&b\nlanguages: [cy]\n"
    let tender =
      "---\ntitle: \"\(Self.bad)\"\nsummary: \"\(Self.bad)\"\nstage: open\ndates: {issued: 2027-01-11, deadline: 2027-03-10}\n---\n"
    let all = ["site.yml": site, "tenders/t/tender.md": tender].merging(texts) { $1 }
    var findings: [Diagnostic] = []
    let model = Read.model(all)
    let plan = Plan.make(model, assets: [], style: Address("style.css"), drafts: drafts, findings: &findings)
    return SiteFiles(model: model, plan: plan)
  }

  private func lines(_ text: String, with start: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.hasPrefix(start) }
  }

  @Test func `the sitemap names every page by its address on the web, and not that for what is missing`() {
    let pages = lines(files().sitemap, with: "<url>")
    #expect(pages.first == "<url><loc>https://x.example/a&amp;b/</loc></url>")
    #expect(pages.contains("<url><loc>https://x.example/a&amp;b/tenders/t/</loc></url>"))
    #expect(!pages.contains { $0.contains("404") })
  }

  @Test func `the feed is about the site, in its language`() {
    let feed = files().feed
    #expect(
      feed.contains(
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="cy">
        <title>\(Self.safe)</title>
        <id>https://x.example/a&amp;b/</id>
        <link rel="self" href="https://x.example/a&amp;b/feed.xml"/>
        <link href="https://x.example/a&amp;b/"/>
        <updated>2027-01-11T00:00:00Z</updated>
        <author><name>\(Self.safe)</name></author>
        """))
  }

  @Test func `a tender is in the feed with its deadline and its summary`() {
    #expect(
      files().feed.contains(
        """
        <entry>
        <title>\(Self.safe)</title>
        <id>https://x.example/a&amp;b/tenders/t/</id>
        <link href="https://x.example/a&amp;b/tenders/t/"/>
        <updated>2027-01-11T00:00:00Z</updated>
        <summary>Deadline: Wednesday 10 March 2027. \(Self.safe)</summary>
        </entry>
        """))
  }

  @Test func `answers and changes are in it by their own days, the newest first`() {
    let feed = files([
      "tenders/t/clarifications/asked.md": "---\nasked: 2027-01-12\n---\nNot yet.\n",
      "tenders/t/clarifications/answered.md":
        "---\ntitle: \"\(Self.bad)\"\nasked: 2027-01-12\nanswered: 2027-01-20\n---\nSo.\n",
      "tenders/t/amendments/later.md": "---\ntitle: Later\ndate: 2027-01-25\n---\nSo.\n",
    ]).feed
    #expect(
      lines(feed, with: "<updated>").map { String($0.dropFirst(9).prefix(10)) }
        == ["2027-01-25", "2027-01-25", "2027-01-20", "2027-01-12", "2027-01-11"])
    #expect(feed.contains("<title>\(Self.safe): \(Self.safe)</title>"))
    #expect(feed.contains("/clarifications/#answered</id>") && feed.contains("<summary>Changed.</summary>"))
    #expect(feed.contains("<summary>Question answered.</summary>"))
  }

  @Test func `a draft is in neither`() {
    let draft = ["tenders/t/tender.md": "---\ntitle: T\nstage: draft\ndates: {issued: 2027-01-11}\n---\n"]
    #expect(!files(draft).feed.contains("<entry>") && !files(draft).sitemap.contains("tenders/t"))
    #expect(files(draft).feed.contains("<updated>2020-01-01T00:00:00Z</updated>"))
    #expect(files(draft, drafts: true).feed.contains("<entry>"))
  }
}
