internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// Composes the documents of a site from the texts of its pages, so that both say the same.
struct Booklets {
  let model: Model
  let tenders: [String: Tender]
  let pages: PlannedPages
  /// The texts of pages, their links resolved.
  let bodies: [Address: Document]
  /// The texts of files, for those that a document holds away from their page.
  let prose: [ProseKey: Document]
  let links: LinkResolver

  /// A file's text with its links resolved. What is wrong with them has been said where it stands on its page.
  private func text(_ path: String, in tender: String?) -> Document {
    let key = ProseKey(path: path, tender: tender)
    var said: [Diagnostic] = []
    return prose[key].map { links.resolve($0, in: key, findings: &said) } ?? Document()
  }

  /// Every booklet that is to be made, in whatever formats.
  func all(of artefacts: [Artefact]) -> [BookletName: Booklet] {
    Set(artefacts.compactMap(\.recipe.booklet)).reduce(into: [:]) { $0[$1] = booklet($1) }
  }

  func booklet(_ name: BookletName) -> Booklet? {
    switch name {
    case .pack(let id, let document): tenders[id].map { ofSite(booklet(document, of: $0)) }
    case .guidance(let audience): ofSite(booklet(for: audience))
    // It is made of what is found when everything has been planned.
    case .report: nil
    }
  }

  /// With what holds for all of the site.
  private func ofSite(_ booklet: Booklet) -> Booklet {
    var booklet = booklet
    let phase = model.site.facts.phase.value
    booklet.phase = phase?.words.value.map { (phase?.tag.value, $0) }
    booklet.licence = model.site.facts.licence.value
    return booklet
  }

  // MARK: Of a tender

  func booklet(_ document: PackDocument, of tender: Tender) -> Booklet {
    let (version, day) = tender.version
    let chosen = pages.pack(of: tender.id).filter { page in
      page.packPage.map { document.pages.contains($0) } ?? document.holdsSummary
    }
    let forms = FormChapters(tender: tender, text: { text($0, in: tender.id) })
    let chapters = document.isForm ? forms.chapters(of: document) : chapters(chosen, of: tender)
    let finished = Links(model: model, pages: pages, tender: tender).finish(chapters)
    return Booklet(
      title: tender.title, part: document.title, summary: tender.summary,
      organisation: tender.buyer ?? model.site.organisation,
      reference: tender.reference, version: version, date: day, facts: facts(of: tender, for: document),
      access: tender.contact?.access, language: model.site.language, accent: model.site.colour,
      chapters: finished.chapters, terms: terms(finished.terms, in: tender), isForm: document.isForm,
      isForReview: document == .reviewCopy, place: tender.file.place)
  }

  private func chapters(_ chosen: [PlannedPage], of tender: Tender) -> [Booklet.Chapter] {
    let merger = PageMerger(chosen)
    return chosen.compactMap { page in
      var body = bodies[page.address] ?? Document()
      // The form to fill in is a document of its own.
      if page.packPage == .howToRespond { body = body.withoutForms }
      guard !body.isEmpty else { return nil }
      let written = page.packPage.flatMap(tender.page)
      return Booklet.Chapter(
        id: page.mergedID, title: page.packTitle, summary: written?.summary,
        language: written?.facts.language.value, document: merger.part(page, body, from: 2))
    }
  }

  private func facts(of tender: Tender, for document: PackDocument) -> [Booklet.Fact] {
    let deadline = [("Deadline", tender.deadlineWords(\.wordsWithZone))]
    let facts: [(String, String?)] =
      switch document {
      case .responseForm: deadline + [("What you send", tender.askedWords), ("Send it", tender.submission?.words)]
      // It is filled in when the tender is long over.
      case .monitoringForm:
        (tender.reviewWords.map { [("Reviews", $0)] } ?? []) + [
          ("Who fills it in", "The provider and the council, together")
        ]
      case .invitation, .specification, .scoring, .contract, .impactMap, .priceSchedule, .wholePack, .outcomes,
        .questions,
        .criteria, .reviewCopy, .scoringWorkbook:
        deadline + tender.keyFacts.map { fact in (fact.name, fact.words) }
      }
    return facts.map { Booklet.Fact(name: $0.0, words: $0.1 ?? notWrittenYet) }
  }

  // MARK: Of the guidance

  func booklet(for audience: Audience) -> Booklet {
    let chosen = model.guidance(for: audience).compactMap { written in
      pages[.text(written.file.path)].map { (page: $0, written: written) }
    }
    let merger = PageMerger(chosen.map(\.page))
    let chapters = chosen.map { page, written in
      Booklet.Chapter(
        id: page.mergedID, title: page.title, summary: written.summary,
        language: written.facts.language.value,
        document: merger.part(page, bodies[page.address] ?? Document(), from: 2))
    }
    let days = model.guidance(for: audience).compactMap { page in
      (page.facts.updated.located ?? page.facts.published.located)?.value.day
    }
    let finished = Links(model: model, pages: pages, tender: nil).finish(chapters)
    return Booklet(
      title: "Guidance for \(audience.rawValue)", part: "", summary: nil, organisation: model.site.organisation,
      reference: nil, version: days.max()?.shortWords, date: days.max(), facts: [], access: nil,
      language: model.site.language,
      accent: model.site.colour, chapters: finished.chapters, terms: terms(finished.terms, in: nil), isForm: false,
      isForReview: false, place: chosen.first?.page.cause ?? .start(of: "guidance"))
  }

  /// A booklet whose links to pages lead to the web, or where nobody knows the site's address, say where.
  func awayFromSite(_ booklet: Booklet) -> Booklet {
    var booklet = booklet
    booklet.chapters = Links(model: model, pages: pages, tender: nil).finish(booklet.chapters).chapters
    return booklet
  }

  // MARK: Words

  /// The terms that a document uses, in the order of the alphabet, each in its first paragraph.
  private func terms(_ used: Set<String>, in tender: Tender?) -> [Booklet.Term] {
    let own = tender?.terms ?? []
    let ids = Set(own.map(\.id))
    let library = model.terms.filter { !ids.contains($0.id) }
    let named = own.map { ($0, tender?.id) } + library.map { ($0, nil) }
    return named.filter { used.contains($0.0.id) }.sorted {
      ($0.0.term.lowercased(), $0.0.id) < ($1.0.term.lowercased(), $1.0.id)
    }
    .map { term, tender in
      let text = text(term.file.path, in: tender)
      let first = text.blocks.lazy.compactMap { block in
        if case .paragraph(let content) = block.kind { content } else { nil }
      }.first
      return Booklet.Term(id: Links.termID(term.id), term: term.term, definition: (first ?? []).withoutLinks)
    }
  }
}

/// Where the links of documents lead: inside the document, or to the web.
private struct Links {
  let model: Model
  let pages: PlannedPages
  let tender: Tender?

  static func termID(_ id: String) -> String { "Term-\(id)" }

  /// Chapters whose links lead to places in the document or to addresses on the web, and the terms that they link to.
  func finish(_ chapters: [Booklet.Chapter]) -> (chapters: [Booklet.Chapter], terms: Set<String>) {
    let glossaries = Set(
      [Address.page("glossary")] + [tender.map { Address.page("tenders/\($0.id)/glossary") }].compactMap(\.self)
    ).map(\.path)
    let known = Set((model.terms + (tender?.terms ?? [])).map(\.id))
    var terms: Set<String> = []
    let finished = chapters.map { chapter in
      var chapter = chapter
      chapter.document = chapter.document.withoutScreenOnly.mapInlines { inline in
        guard case .link(.site(let path, let fragment), let title, let content) = inline.kind else { return nil }
        if glossaries.contains(path), let fragment, known.contains(fragment) {
          terms.insert(fragment)
          return [Inline(.link(.here(Self.termID(fragment)), title: title, content), at: inline.place)]
        }
        return outside(path, fragment, title, content, at: inline.place)
      }
      return chapter
    }
    return (finished, terms)
  }

  /// A link to a page that the document does not hold. Where nobody knows the site's address, its title says where.
  private func outside(
    _ path: String, _ fragment: String?, _ title: String?, _ content: [Inline], at place: Place
  ) -> [Inline] {
    if let address = model.site.webAddress(of: path, fragment: fragment) {
      return [Inline(.link(.elsewhere(address), title: title, content), at: place)]
    }
    let target = pages.page(at: path)?.title ?? path.split(separator: "/").last.map(String.init)
    guard let target, target.lowercased() != content.plainText.lowercased() else { return content }
    return content + [Inline(.text(" (see “\(target)” on the website)"), at: place)]
  }
}

extension Document {
  fileprivate var withoutScreenOnly: Document {
    mapBlocks { block in
      if case .group(.screenOnly, _) = block.kind { [] } else { nil }
    }
  }

  /// Without forms, and the headings that stand over them.
  fileprivate var withoutForms: Document {
    var kept: [Block] = []
    for block in blocks {
      switch block.kind {
      case _ where block.isForm: if let last = kept.last, case .heading = last.kind { kept.removeLast() }
      case .group(.entry(let id, let number), let inner) where inner.contains(where: \.isForm):
        // What was said of it stays.
        let rest = inner.filter { !$0.isForm }
        if rest.count > 1 { kept.append(Block(.group(.entry(id: id, number: number), rest), at: block.place)) }
      default: kept.append(block)
      }
    }
    return Document(blocks: kept, footnotes: footnotes)
  }
}

extension Block {
  fileprivate var isForm: Bool {
    switch kind {
    case .form: true
    case .group(.passage, let blocks): blocks.allSatisfy(\.isForm)
    default: false
    }
  }
}

extension [Inline] {
  /// The words of links alone.
  fileprivate var withoutLinks: [Inline] {
    mapping { inline in
      switch inline.kind {
      case .link(_, _, let content): content
      case .footnote: []
      case .text, .softBreak, .lineBreak, .code, .emphasis, .strong, .strikethrough, .superscript, .subscript,
        .abbreviation, .passage, .image, .value, .html:
        nil
      }
    }
  }
}
