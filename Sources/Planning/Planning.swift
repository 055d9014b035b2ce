internal import Content
package import Diagnostics
internal import Markdown
package import Tenders

extension Plan {
  /// Lists what is to be made and resolves every link.
  package static func make(
    _ model: Model, assets: [Asset], drafts: Bool, findings: inout [Diagnostic]
  ) -> Plan {
    let pages = PageList(model: model, drafts: drafts).pages
    var artefacts = pages.map { Artefact(address: $0.address, recipe: .page($0.recipe), cause: $0.cause) }
    artefacts.append(Artefact(address: Address("style.css"), recipe: .style, cause: .start(of: "templates/style.css")))
    artefacts += assets.map { Artefact(address: Address($0.path), recipe: .asset($0.path), cause: $0.place) }

    var prose: [ProseKey: Document] = [:]
    let expander = Expander(model: model, pages: pages)
    for text in pages.flatMap(\.texts) where prose[text.key] == nil {
      prose[text.key] = expander.expand(text.key, findings: &findings)
    }
    let links = LinkResolver(model: model, pages: pages, assets: Set(assets.map(\.path)), prose: prose, drafts: drafts)
    for key in prose.keys.sorted(by: { ($0.path, $0.tender ?? "") < ($1.path, $1.tender ?? "") }) {
      prose[key] = prose[key].map { links.resolve($0, in: key, findings: &findings) }
    }
    findings += collisions(artefacts) + idCollisions(pages, prose)
    return Plan(pages: pages, artefacts: artefacts.sorted { $0.address < $1.address }, prose: prose)
  }

  /// Two files for one address, or a file where another needs a folder. Upper and lower case count as the same, as they
  /// do on many disks.
  private static func collisions(_ artefacts: [Artefact]) -> [Diagnostic] {
    var first: [String: Artefact] = [:]
    var findings: [Diagnostic] = []
    for artefact in artefacts {
      if let other = first[artefact.address.collisionKey] {
        findings.append(.sameAddress(artefact, other))
      } else {
        first[artefact.address.collisionKey] = artefact
      }
    }
    for artefact in artefacts {
      var folder = artefact.address.collisionKey[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if let other = first[String(folder)] { findings.append(.sameAddress(other, artefact)) }
      }
    }
    return findings
  }

  /// An entry and a heading of the same id on one page.
  private static func idCollisions(_ pages: [PlannedPage], _ prose: [ProseKey: Document]) -> [Diagnostic] {
    pages.flatMap { page -> [Diagnostic] in
      let placed = page.texts.compactMap(\.entry)
      let entries = Dictionary(placed.map { ($0.value, $0.place) }) { first, _ in first }
      let own = page.texts.filter { $0.entry == nil }.flatMap { prose[$0.key]?.allBlocks ?? [] }
      return own.compactMap { block in
        guard case .heading(let heading) = block.kind, let entry = entries[heading.id] else { return nil }
        return .headingLikeEntry(heading.id, at: block.place, entry: entry)
      }
    }
  }
}

/// Which pages there are, for a model.
private struct PageList {
  let model: Model
  let drafts: Bool

  var pages: [PlannedPage] {
    let written = model.pages.filter { drafts || !$0.isDraft }
    let rootText = written.first { $0.address == .page() }
    var pages = [home(rootText)]
    pages += written.filter { $0.address != .page() }.map { text($0, tender: nil) }
    if !model.terms.isEmpty { pages.append(glossary) }
    if !model.outcomes.isEmpty { pages.append(framework(of: nil)) }
    for tender in model.tenders where drafts || tender.stage != .draft { pages += pack(tender) }
    return pages
  }

  private func home(_ rootText: Page?) -> PlannedPage {
    let page = model.home ?? rootText
    return PlannedPage(
      recipe: .home, address: .page(), title: page?.title ?? model.site.title, tender: nil,
      names: ["index.md"] + [page?.file.path].compactMap(\.self), texts: texts([page?.file], in: nil),
      cause: page?.file.place ?? .start(of: "index.md"))
  }

  private func text(_ page: Page, tender: String?) -> PlannedPage {
    PlannedPage(
      recipe: .text(page.file.path), address: page.address, title: page.title, tender: tender,
      names: [page.file.path], texts: texts([page.file], in: tender), cause: page.file.place)
  }

  private var glossary: PlannedPage {
    PlannedPage(
      recipe: .glossary, address: .page("glossary"), title: "Glossary", tender: nil,
      names: ["glossary.md", "glossary"],
      texts: model.terms.map { entry($0.id, $0.file, in: nil) }, cause: .start(of: "glossary"))
  }

  private func framework(of tender: Tender?) -> PlannedPage {
    let folder = tender.map { "tenders/\($0.id)/" } ?? ""
    let opening = tender?.pages.first { $0.location.id == PackPage.outcomes.rawValue }
    return PlannedPage(
      recipe: .framework(tender: tender?.id), address: Address(folder + "outcomes/index.html"),
      title: opening?.title ?? PackPage.outcomes.title, tender: tender?.id,
      names: [folder + "outcomes.md", folder + "outcomes"],
      texts: texts([opening?.file], in: tender?.id)
        + (tender?.outcomes ?? model.outcomes).map { entry($0.id, $0.file, in: tender?.id) },
      cause: opening?.file.place ?? tender?.file.place ?? .start(of: "outcomes"))
  }

  private func pack(_ tender: Tender) -> [PlannedPage] {
    let folder = "tenders/\(tender.id)"
    let summary = PlannedPage(
      recipe: .summary(tender: tender.id), address: .page(folder), title: tender.title, tender: tender.id,
      names: ["\(folder)/tender.md", folder],
      texts: texts([tender.file], in: tender.id)
        + tender.qualityCharacteristics.map { entry($0.id, $0.file, in: tender.id) },
      cause: tender.file.place)
    let written = tender.pages.filter { drafts || !$0.isDraft }
    let texts = written.filter { $0.location.id != PackPage.outcomes.rawValue }.map { text($0, tender: tender.id) }
    let all = texts + (tender.outcomes.isEmpty ? [] : [framework(of: tender)])
    let order = PackPage.allCases.map { Address("\(folder)/\($0.rawValue)/index.html") }
    return [summary] + order.compactMap { address in all.first { $0.address == address } }
  }

  private func texts(_ files: [ContentFile?], in tender: String?) -> [TextOnPage] {
    files.compactMap(\.self).map { TextOnPage(key: ProseKey(path: $0.path, tender: tender), entry: nil) }
  }

  private func entry(_ id: String, _ file: ContentFile, in tender: String?) -> TextOnPage {
    TextOnPage(key: ProseKey(path: file.path, tender: tender), entry: Located(id, at: file.place))
  }
}

extension Page {
  /// `guidance/x.md` is `guidance/x/`, `tenders/t/vision.md` is `tenders/t/vision/`; `index.md` and `README.md` stand
  /// for their folder. Names that are no ids, as a trial may have them, are made into some.
  fileprivate var address: Address {
    var parts = file.path.split(separator: "/").map(String.init)
    let name = parts.removeLast().withoutMarkdownEnding ?? ""
    let standsForFolder = ["index", "readme"].contains(name.lowercased())
    return Address(
      (parts.map(\.asFolder) + (standsForFolder ? [] : [name.asFolder]) + ["index.html"]).joined(separator: "/"))
  }
}

extension String {
  private static let folderMarks: Set<Character> = ["-", "_", "."]

  fileprivate var asFolder: String {
    if isID(self) { return self }
    let letters = lowercased().map { $0.isLetter || $0.isNumber || Self.folderMarks.contains($0) ? $0 : "-" }
    return String(letters)
  }
}
