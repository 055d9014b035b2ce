internal import Markdown
internal import Tenders

/// Pages that stand together in one text: ids begin with their page's name, and links between them lead to places in it.
struct PageMerger {
  /// What the ids of each page begin with, by the page's address.
  private let names: [String: String]

  init(_ pages: [PlannedPage]) {
    names = Dictionary(pages.map { ($0.address.path, $0.mergedID) }) { first, _ in first }
  }

  /// A page's text as a part of the whole, with headings from a level.
  func part(_ page: PlannedPage, _ body: Document, from level: Int) -> Document {
    body.withHeadings(from: level).prefixingIDs(with: page.mergedID).mapInlines { leadingInside($0) }
  }

  /// A link to one of the pages as a link to its place in the whole; nil for any other inline.
  private func leadingInside(_ inline: Inline) -> [Inline]? {
    guard case .link(.site(let path, let fragment), let title, let content) = inline.kind, let name = names[path]
    else { return nil }
    let target = fragment.map { entryID(name, $0) } ?? name
    return [Inline(.link(.here(target), title: title, content), at: inline.place)]
  }
}

extension PlannedPage {
  /// What the page is called where it stands with others.
  var mergedID: String {
    if let packPage { return packPage.rawValue }
    if case .summary = recipe { return "summary" }
    return address.path.split(separator: "/").dropLast().joined(separator: "-")
  }
}
