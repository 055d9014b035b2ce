internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// What a file is made of, for those who look at a plan.
package struct Ingredients: Sendable, Hashable {
  /// Files of the content, as findings name them, in the order of their names.
  package let files: [String]
  /// What else, in words: “every page”.
  package let others: [String]

  init(files: some Sequence<String> = [], others: [String] = []) {
    (self.files, self.others) = (Set(files).sorted(), others)
  }
}

extension Plan {
  package func ingredients(of artefact: Artefact) -> Ingredients {
    switch artefact.recipe {
    case .page(let recipe): page(recipe).map(ingredients) ?? Ingredients()
    case .icon: Ingredients(others: ["the colour that site.yml names"])
    case .style: Ingredients(others: ["the program's templates or the council's, in the colour that site.yml names"])
    case .calendar(let id): Ingredients(files: tender(id).map { [$0.file.source.name] } ?? [])
    case .feed: Ingredients(files: tenders.values.map(\.file.source.name))
    case .sitemap: Ingredients(others: ["the addresses of all pages"])
    case .redirect, .asset: Ingredients(files: [artefact.cause.file])
    case .document, .guidance:
      switch artefact.recipe.booklet {
      case let name?: Ingredients(files: booklet(name).map(files) ?? [])
      case nil: Ingredients(files: tableFiles(of: artefact.recipe))
      }
    case .reportPage(let id), .report(let id, _):
      Ingredients(files: tender(id).map { [$0.file.source.name] } ?? [], others: ["what the checks found in the pack"])
    case .packData(let id): Ingredients(files: tender(id)?.sourceFiles ?? [])
    case .archive: Ingredients(others: ["the documents of the pack, and its pages for a folder of a disk"])
    case .sums: Ingredients(others: ["every file of the pack that can be downloaded"])
    }
  }

  private func ingredients(of page: PlannedPage) -> Ingredients {
    let texts = page.texts.map { prose($0.key.path, in: $0.key.tender) }
    let files = [page.cause.file] + listed(on: page.recipe) + (texts + [body(of: page)]).flatMap(\.files)
    return Ingredients(files: files, others: page.isOfRules ? ["the words of the program's rules"] : [])
  }

  /// The files whose titles a page lists.
  private func listed(on recipe: PageRecipe) -> [String] {
    switch recipe {
    case .home, .standing(.tenders): tenders.values.map(\.file.source.name)
    case .standing(.guidance): pages.filter { $0.address.path.hasPrefix("guidance/") }.map(\.cause.file)
    case .standing(.caseStudies): pages.filter { $0.address.path.hasPrefix("case-studies/") }.map(\.cause.file)
    case .glossary, .summary, .framework, .characteristics, .pack, .text, .standing(.accessibility),
      .standing(.notFound), .rules, .rule:
      []
    }
  }

  private func files(of booklet: Booklet) -> [String] {
    [booklet.place.file] + booklet.chapters.flatMap(\.document.files)
  }

  /// What the rows of a table are read from.
  private func tableFiles(of recipe: Artefact.Recipe) -> [String] {
    guard case .document(let id, let document, _) = recipe, let tender = tender(id) else { return [] }
    let own = [tender.file.source.name]
    let outcomes = tender.outcomes.map(\.file.source.name)
    let questions = tender.questions.map(\.file.source.name)
    switch document {
    case .outcomes, .impactMap: return own + outcomes
    case .questions, .scoringWorkbook: return own + questions + tender.scales.map(\.file.source.name)
    case .criteria, .priceSchedule: return own
    case .invitation, .specification, .scoring, .contract, .responseForm, .monitoringForm, .wholePack, .reviewCopy:
      return tender.sourceFiles
    }
  }
}

extension Tender {
  /// Every file that says something of it: its own, and those of the library that it picked.
  fileprivate var sourceFiles: [String] {
    let own = [file] + pages.map(\.file) + questions.map(\.file) + formFiles
    let library = outcomes.map(\.file) + qualityCharacteristics.map(\.file) + scales.map(\.file) + matrices.map(\.file)
    let notices = clarifications.map(\.file) + amendments.map(\.file)
    return (own + library + notices + terms.map(\.file)).map(\.source.name)
  }
}

extension Document {
  /// The files that its words were written in.
  fileprivate var files: Set<String> {
    Set(allBlocks.map(\.place.file) + allInlines.map(\.place.file)).subtracting([""])
  }
}

extension Plan {
  /// What people call a file; nil for what has no title.
  package func title(of artefact: Artefact) -> String? {
    switch artefact.recipe {
    case .page(let recipe): page(recipe)?.title
    case .document(_, let document, _): document.title
    case .guidance, .reportPage, .report, .style, .icon, .calendar, .feed, .sitemap, .redirect, .asset, .packData,
      .archive,
      .sums:
      nil
    }
  }
}

extension Artefact.Recipe {
  /// What kind of file it is, in words.
  package var words: String {
    switch self {
    case .page: "page"
    case .style: "style sheet"
    case .icon: "icon"
    case .calendar: "calendar"
    case .feed: "feed"
    case .sitemap: "list of pages"
    case .redirect: "old address"
    case .asset: "copy"
    case .document(_, _, .xlsx): "spreadsheet"
    case .document(_, _, .csv): "table"
    case .document, .guidance: "document"
    case .reportPage, .report: "report"
    case .packData: "data"
    case .archive: "archive"
    case .sums: "checksums"
    }
  }

  /// Who reads it, in words.
  package var readers: String {
    if isPrivate {
      if case .document(_, .scoringWorkbook, _) = self { return "the panel" }
      return "the council"
    }
    switch self {
    case .style, .icon, .sitemap, .packData, .document(_, _, .csv): return "programs"
    case .feed: return "feed readers"
    case .calendar: return "calendars"
    case .redirect: return "whoever has the old address"
    case .guidance(let audience): return audience.rawValue
    case .sums: return "whoever checks that files are as they were published"
    case .document(_, let document, _) where document.isFilledIn: return "bidders, to fill in"
    case .archive: return "people without a connection"
    case .page, .asset, .document, .reportPage, .report: return "everyone"
    }
  }
}
