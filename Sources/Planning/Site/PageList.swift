internal import Content
internal import Diagnostics
internal import Markdown
internal import Paths
internal import Tenders

/// Which pages there are for a model, and what else.
struct PageList {
  let model: Model
  let drafts: Bool
  let isOffline: Bool
  let rules: [RuleText]
  private let publishedTenders: [Tender]
  private let publishedIDs: Set<String>

  init(model: Model, drafts: Bool, isOffline: Bool, rules: [RuleText]) {
    (self.model, self.drafts, self.isOffline, self.rules) = (model, drafts, isOffline, rules)
    publishedTenders = model.tenders.filter { drafts || $0.stage != .draft }
    publishedIDs = Set(publishedTenders.map(\.id))
  }

  var pages: [PlannedPage] {
    // A file that is kept back keeps its address.
    let indexes = FolderIndexes(model.files)
    let rootText = model.pages.first { $0.address(beside: indexes) == .page() }
    var pages = [self.home(rootText)]
    if !model.site.isTrial { pages += standing }
    let others = model.pages.filter { $0.file.path != rootText?.file.path && $0.address != guidanceHome }
    let ownPages = model.sitePages.filter { $0.location.id != StandingPage.accessibility.rawValue }
    pages += (ownPages + others + model.caseStudies.map(\.page)).map { text($0, at: $0.address(beside: indexes)) }
    if !model.terms.isEmpty { pages.append(glossary) }
    if !model.outcomes.isEmpty { pages.append(framework(of: nil)) }
    if !model.qualityCharacteristics.isEmpty { pages.append(characteristics) }
    for tender in publishedTenders { pages += pack(tender) }
    return pages + rulePages
  }

  /// Whether a file that is no text belongs to something that is published.
  func publishes(_ path: String) -> Bool {
    let steps = path.split(separator: "/")
    guard steps.count > 2, steps[0] == "tenders", !model.site.isTrial else { return true }
    return publishedIDs.contains(String(steps[1]))
  }

  func artefacts(
    _ pages: PlannedPages, assets: [Asset], style: Address, findings: inout [Diagnostic]
  ) -> [Artefact] {
    let sitePlace = Place.start(of: "site.yml")
    var artefacts = pages.map { Artefact(address: $0.address, recipe: .page($0.recipe), cause: $0.cause) }
    artefacts.append(Artefact(address: style, recipe: .style, cause: .start(of: "templates/style.css")))
    if model.site.facts.favicon.value == nil {
      artefacts.append(Artefact(address: style.iconBeside, recipe: .icon, cause: sitePlace))
    }
    artefacts += assets.map { Artefact(address: $0.address, recipe: .asset($0.path), cause: $0.place) }
    guard !model.site.isTrial else { return artefacts }
    if model.site.baseURL != nil, !isOffline {
      artefacts.append(Artefact(address: Address("sitemap.xml"), recipe: .sitemap, cause: sitePlace))
      artefacts.append(Artefact(address: Address("feed.xml"), recipe: .feed, cause: sitePlace))
    }
    for tender in publishedTenders where PackPage.timetable.isMade(for: tender) {
      let address = Address("tenders/\(tender.id)/timetable/\(tender.id).ics")
      artefacts.append(Artefact(address: address, recipe: .calendar(tender.id), cause: tender.file.place))
    }
    artefacts += publishedTenders.flatMap(documents)
    return isOffline
      ? artefacts
      : artefacts + redirects(pages, &findings) + guidance(pages) + publishedTenders.flatMap(reports)
  }

  /// The files of a tender that are made for print, for editing, for programs and for keeping.
  private func documents(of tender: Tender) -> [Artefact] {
    let folder = "tenders/\(tender.id)"
    let documents = PackDocument.allCases.filter { $0.isMade(for: tender) }.flatMap { document in
      document.formats.map { format in
        (
          tender.address(of: document, format, isOffline: isOffline),
          Artefact.Recipe.document(tender: tender.id, document, format)
        )
      }
    }
    let others: [(Address, Artefact.Recipe)] =
      isOffline
      ? []
      : [
        (Address("\(folder)/pack.json"), .packData(tender: tender.id)),
        (Address("\(folder)/pack.zip"), .archive(tender: tender.id)),
        (Address("\(folder)/SHA256SUMS"), .sums(tender: tender.id)),
      ]
    return (documents + others).map { Artefact(address: $0, recipe: $1, cause: tender.file.place) }
  }

  /// What the checks found, for the council alone.
  private func reports(on tender: Tender) -> [Artefact] {
    let folder = "checks/\(tender.id)"
    let page = Artefact(
      address: Address("\(folder)/report.html"), recipe: .reportPage(tender: tender.id), cause: tender.file.place)
    return [page]
      + [DocumentFormat.odt, .docx].map { format in
        Artefact(
          address: Address("\(folder)/report.\(format.rawValue)"), recipe: .report(tender: tender.id, format),
          cause: tender.file.place)
      }
  }

  private func guidance(_ pages: PlannedPages) -> [Artefact] {
    Audience.allCases.compactMap { audience in
      let written = model.guidance(for: audience).first { pages[.text($0.file.path)] != nil }
      return written.map {
        Artefact(address: audience.bookletAddress, recipe: .guidance(audience), cause: $0.file.place)
      }
    }
  }

  /// Old addresses that pages were known by.
  private func redirects(_ pages: PlannedPages, _ findings: inout [Diagnostic]) -> [Artefact] {
    let aliases = model.aliasesByPath
    var redirects: [Artefact] = []
    for page in pages {
      for alias in page.textPath.flatMap({ aliases[$0] }) ?? [] {
        do throws(PathFault) {
          let address = try Address(alias: alias.value)
          if let own = address.path.split(separator: "/").first, Self.siteFiles.contains(own.lowercased()) {
            findings.append(.aliasOfOurs(alias, String(own)))
          } else {
            redirects.append(Artefact(address: address, recipe: .redirect(to: page.address), cause: alias.place))
          }
        } catch {
          findings.append(.badAlias(alias, error))
        }
      }
    }
    return redirects
  }

  /// Files at the root that this program makes, or may make for another build of the same site.
  private static let siteFiles: Set = ["feed.xml", "sitemap.xml", "404.html"]

  // MARK: Pages of the site

  private func home(_ rootText: Page?) -> PlannedPage {
    let page = model.home ?? rootText
    return PlannedPage(
      recipe: .home, address: .page(), title: page?.title ?? model.site.title, tender: nil,
      names: ["index.md"] + [page?.file.path].compactMap(\.self), texts: texts([page?.file], in: nil),
      cause: page?.file.place ?? .start(of: "index.md")
    ).written(as: page)
  }

  private let guidanceHome = Address.page("guidance")

  private var standing: [PlannedPage] {
    StandingPage.allCases.compactMap { page in
      let opening: Page?
      switch page {
      case .guidance:
        if model.pages.isEmpty { return nil }
        opening = model.pages.first { $0.address == guidanceHome }
      case .caseStudies:
        if model.caseStudies.isEmpty { return nil }
        opening = nil
      // A council's own statement takes the place of ours.
      case .accessibility: opening = model.sitePages.first { $0.location.id == page.rawValue }
      case .tenders, .notFound: opening = nil
      }
      return PlannedPage(
        recipe: .standing(page), address: page == .notFound ? notFound : .page(page.rawValue),
        title: opening?.title ?? page.title, tender: nil,
        names: ["\(page.rawValue).md", page.rawValue] + [opening?.file.path].compactMap(\.self),
        texts: texts([opening?.file], in: nil), cause: opening?.file.place ?? .start(of: page.rawValue)
      ).written(as: opening)
    }
  }

  /// A server shows this page in the place of any that is missing, so its links begin at the root of the site.
  private var notFound: Address {
    let root = model.site.baseURL.map { url in
      let path = url.value.split(separator: "/").dropFirst(2).joined(separator: "/")
      return path.isEmpty ? "/" : "/\(path)/"
    }
    return Address("404.html", shownAnywhereBelow: root)
  }

  private func text(_ page: Page, at address: Address) -> PlannedPage {
    PlannedPage(
      recipe: .text(page.file.path), address: address, title: page.title, tender: nil,
      names: [page.file.path] + page.folderNames, texts: texts([page.file], in: nil), cause: page.file.place
    ).written(as: page)
  }

  private var glossary: PlannedPage {
    PlannedPage(
      recipe: .glossary, address: .page("glossary"), title: "Glossary", tender: nil,
      names: ["glossary.md", "glossary"],
      texts: model.terms.map { entry($0.id, $0.file, in: nil) }, cause: .start(of: "glossary"))
  }

  private var characteristics: PlannedPage {
    let folder = PackPage.qualityCharacteristics.rawValue
    return PlannedPage(
      recipe: .characteristics, address: .page(folder), title: PackPage.qualityCharacteristics.title, tender: nil,
      names: ["\(folder).md", folder], texts: model.qualityCharacteristics.map { entry($0.id, $0.file, in: nil) },
      cause: .start(of: folder))
  }

  private var rulePages: [PlannedPage] {
    guard !rules.isEmpty else { return [] }
    let index = PlannedPage(
      recipe: .rules, address: .page("rules"), title: "The rules", tender: nil, names: ["rules.md", "rules"], texts: [],
      cause: .start(of: "site.yml"))
    return [index]
      + rules.map { rule in
        PlannedPage(
          recipe: .rule(rule.code), address: rule.address, title: rule.fullTitle, tender: nil,
          names: ["rules/\(rule.name).md", "rules/\(rule.code.lowercased())"], texts: [],
          cause: .start(of: "\(rule.name).md"))
      }
  }

  // MARK: Packs

  private func framework(of tender: Tender?) -> PlannedPage {
    let folder = tender.map { "tenders/\($0.id)/" } ?? ""
    let opening = tender?.page(.outcomes)
    return PlannedPage(
      recipe: .framework(tender: tender?.id), address: Address(folder + "outcomes/index.html"),
      title: opening?.title ?? PackPage.outcomes.title, tender: tender?.id,
      names: [folder + "outcomes.md", folder + "outcomes"],
      texts: texts([opening?.file], in: tender?.id)
        + (tender?.outcomes ?? model.outcomes).map { entry($0.id, $0.file, in: tender?.id) },
      cause: opening?.file.place ?? tender?.file.place ?? .start(of: "outcomes")
    ).written(as: opening)
  }

  private func pack(_ tender: Tender) -> [PlannedPage] {
    let folder = "tenders/\(tender.id)"
    var summary = PlannedPage(
      recipe: .summary(tender: tender.id), address: .page(folder), title: tender.title, tender: tender.id,
      names: ["\(folder)/tender.md", folder], texts: texts([tender.file], in: tender.id), cause: tender.file.place)
    summary.language = tender.facts.common.language.value
    summary.hasOwnTitle = true
    let pages = PackPage.allCases.compactMap { page -> PlannedPage? in
      let written = tender.page(page)
      let showsChecks = page == .checks && model.site.publishesChecks && !isOffline
      guard written != nil || page.isMade(for: tender) || showsChecks else { return nil }
      return page == .outcomes && !tender.outcomes.isEmpty
        ? framework(of: tender) : packPage(page, of: tender, written)
    }
    return [summary] + pages
  }

  private func packPage(_ page: PackPage, of tender: Tender, _ written: Page?) -> PlannedPage {
    let folder = "tenders/\(tender.id)/\(page.rawValue)"
    return PlannedPage(
      recipe: .pack(tender: tender.id, page), address: .page(folder), title: written?.title ?? page.title,
      tender: tender.id, names: ["\(folder).md", folder],
      texts: texts([written?.file], in: tender.id) + entries(of: page, tender),
      cause: written?.file.place ?? tender.file.place
    ).written(as: written)
  }

  private func entries(of page: PackPage, _ tender: Tender) -> [TextOnPage] {
    switch page {
    case .qualityCharacteristics: tender.qualityCharacteristics.map { entry($0.id, $0.file, in: tender.id) }
    case .glossary: tender.terms.map { entry($0.id, $0.file, in: tender.id) }
    case .howToRespond: zip(tender.forms, tender.formFiles).map { entry($0.id, $1, in: tender.id) }
    case .questions: tender.questions.map { entry($0.id, $0.file, in: tender.id) }
    case .scoring:
      tender.scales.map { entry($0.entryID, $0.file, in: tender.id) }
        + tender.matrices.map { entry($0.entryID, $0.file, in: tender.id) }
    case .clarifications:
      (tender.clarifications + tender.amendments).map { entry($0.id, $0.file, in: tender.id) }
    case .vision, .specification, .outcomes, .insight, .engagement, .shouldWeBid, .impactMap, .timetable, .contract,
      .monitoring, .documents, .print, .checks:
      []
    }
  }

  private func texts(_ files: [ContentFile?], in tender: String?) -> [TextOnPage] {
    files.compactMap(\.self).map { TextOnPage(key: ProseKey(path: $0.path, tender: tender), entry: nil) }
  }

  private func entry(_ id: String, _ file: ContentFile, in tender: String?) -> TextOnPage {
    TextOnPage(key: ProseKey(path: file.path, tender: tender), entry: Located(id, at: file.place))
  }
}

extension Model {
  /// The old addresses of each file that has pages of its own.
  fileprivate var aliasesByPath: [String: [Located<String>]] {
    let facts = writtenPages.map { ($0.file.path, $0.facts) } + tenders.map { ($0.file.path, $0.facts.common) }
    return Dictionary(facts.map { ($0, $1.aliases.items) }) { first, _ in first }
  }
}

extension Page {
  /// `guidance/x.md` is `guidance/x/`; `index.md` and `README.md` stand for their folder. Names that are no ids, as a
  /// trial may have them, are made into some.
  var address: Address { address(standingForFolder: standsForFolder) }

  /// A README beside an index.md is a page of its own.
  fileprivate func address(beside indexes: FolderIndexes) -> Address {
    address(standingForFolder: standsForFolder && !(isReadme && indexes.holdOne(beside: self)))
  }

  private func address(standingForFolder standsForFolder: Bool) -> Address {
    var parts = location.kind == .sitePage ? Array(steps.dropFirst()) : steps
    let name = parts.removeLast()
    return Address(
      (parts.map(\.asFolder) + (standsForFolder ? [] : [name.asFolder]) + ["index.html"]).joined(separator: "/"))
  }

  /// How links may name it beside its path: its folder, where it stands for one.
  fileprivate var folderNames: [String] { standsForFolder ? [steps.dropLast().joined(separator: "/")] : [] }

  private var standsForFolder: Bool { steps.last?.lowercased() == "index" || isReadme }

  /// A README stands for its folder on code hosts, and so it does here, in a trial.
  private var isReadme: Bool { location.kind == .plain && steps.last == "README" }

  fileprivate var steps: [String] { file.path.stepsWithoutEnding }
}

/// The folders that an index.md stands for.
private struct FolderIndexes {
  private let folders: Set<[String]>

  init(_ files: [WrittenFile]) {
    let steps = files.filter { $0.location.kind == .plain || $0.location.kind == .guidance }.map { file in
      file.file.path.stepsWithoutEnding.map { $0.lowercased() }
    }
    folders = Set(steps.filter { $0.last == "index" }.map { $0.dropLast() })
  }

  func holdOne(beside page: Page) -> Bool { folders.contains(page.steps.dropLast().map { $0.lowercased() }) }
}

extension String {
  /// The folders of a path, and the name without its ending.
  fileprivate var stepsWithoutEnding: [String] {
    var parts = split(separator: "/").map(String.init)
    let name = parts.removeLast()
    return parts + [name.withoutMarkdownEnding ?? name]
  }

  private static let folderMarks: Set<Character> = ["-", "_", "."]

  fileprivate var asFolder: String {
    PathStep.make(from: lowercased()) { $0.isLetter || $0.isNumber || Self.folderMarks.contains($0) }
  }
}

extension Address {
  /// The icon's, beside the style sheet: both change with the council's colour, so that one sum names both.
  fileprivate var iconBeside: Address { Address(path.replacing("style", with: "icon").replacing(".css", with: ".svg")) }
}
