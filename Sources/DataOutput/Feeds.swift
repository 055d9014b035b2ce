internal import Content
internal import Diagnostics
internal import Escaping
package import Planning
package import Tenders

/// Files that programs read: the sitemap and the feed. Both need to know where the site is published.
package struct SiteFiles {
  private let model: Model
  private let plan: Plan

  package init(model: Model, plan: Plan) { (self.model, self.plan) = (model, plan) }

  package var sitemap: String {
    let pages = plan.pages.filter { $0.recipe != .standing(.notFound) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(pages.map { "<url><loc>\(url($0.address).xmlEscaped)</loc></url>" }.joined(separator: "\n"))
      </urlset>

      """
  }

  /// Tenders, answers to questions and changes, newest first, as Atom (RFC 4287).
  package var feed: String {
    let entries = model.tenders.flatMap(entries).sorted { ($1.date.ordinal, $0.url) < ($0.date.ordinal, $1.url) }
    let newest = entries.first?.date.iso ?? "2020-01-01"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(model.site.language)">
      <title>\(model.site.title.xmlEscaped)</title>
      <id>\(url(.page()).xmlEscaped)</id>
      <link rel="self" href="\(url(Address("feed.xml")).xmlEscaped)"/>
      <link href="\(url(.page()).xmlEscaped)"/>
      <updated>\(newest)T00:00:00Z</updated>
      <author><name>\(model.site.organisation.xmlEscaped)</name></author>
      \(entries.map(\.xml).joined(separator: "\n"))
      </feed>

      """
  }

  private struct Entry {
    let title: String
    let url: String
    let date: Day
    let summary: String

    var xml: String {
      """
      <entry>
      <title>\(title.xmlEscaped)</title>
      <id>\(url.xmlEscaped)</id>
      <link href="\(url.xmlEscaped)"/>
      <updated>\(date.iso)T00:00:00Z</updated>
      <summary>\(summary.xmlEscaped)</summary>
      </entry>
      """
    }
  }

  private func url(_ address: Address, _ fragment: String? = nil) -> String {
    model.site.webAddress(of: address, fragment: fragment) ?? ""
  }

  private func entries(of tender: Tender) -> [Entry] {
    guard let page = plan.page(.summary(tender: tender.id)) else { return [] }
    var entries: [Entry] = []
    if let issued = tender.date(.issued) {
      let deadline = tender.deadlineWords().map { "Deadline: \($0). " } ?? ""
      entries.append(
        Entry(title: tender.title, url: url(page.address), date: issued.day, summary: deadline + (tender.summary ?? ""))
      )
    }
    guard let clarifications = plan.page(.pack(tender: tender.id, .clarifications)) else { return entries }
    for (word, notices) in [("Question answered", tender.clarifications), ("Changed", tender.amendments)] {
      for notice in notices {
        guard let date = notice.answered ?? notice.date else { continue }
        entries.append(
          Entry(
            title: "\(tender.title): \(notice.title ?? word)", url: url(clarifications.address, notice.id),
            date: date.day, summary: word + "."))
      }
    }
    return entries
  }
}
