internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

extension StandingPage {
  /// Whether its words are the program's and not an author's.
  fileprivate var hasOwnWords: Bool { self == .accessibility || self == .notFound }
}

/// The text of every page, before its links are resolved: what its author wrote, and what data adds.
struct PageBodies {
  let model: Model
  let tenders: [String: Tender]
  let pages: PlannedPages
  let prose: [ProseKey: Document]
  let rules: [RuleText]

  var documents: [Address: Document] {
    Dictionary(pages.map { ($0.address, document($0).withTablesNamedByHeadings) }) { first, _ in first }
  }

  private func document(_ page: PlannedPage) -> Document {
    switch page.recipe {
    case .pack(let id, let kind):
      return tenders[id].map { composer($0).document(kind) } ?? Document()
    case .framework(nil):
      let place = model.outcomes.first?.file.place ?? page.cause
      let framework = OutcomesFramework(outcomes: model.outcomes, writing: Writing(place: place), page: page.address)
      return framework.document { prose[ProseKey(path: $0.file.path, tender: nil)] ?? Document() }
    case .framework(let id?):
      return tenders[id].map { composer($0).document(.outcomes) } ?? Document()
    case .characteristics:
      return model.qualityCharacteristics.reduce(into: Document()) { whole, characteristic in
        let text = prose[ProseKey(path: characteristic.file.path, tender: nil)] ?? Document()
        let writing = Writing(place: characteristic.file.place)
        whole.append(CharacteristicEntry(characteristic, text: text, writing: writing).document)
      }
    case .standing(let kind) where kind.hasOwnWords && page.texts.isEmpty: return standing(kind)
    case .rules: return rulesOpening(at: page.cause)
    case .rule(let code): return rules.first { $0.code == code }?.document ?? Document()
    case .summary(let id): return tenders[id].map { composer($0).summary } ?? Document()
    case .home, .glossary, .text, .standing: return written(page)
    }
  }

  /// What an author wrote for a page.
  private func written(_ page: PlannedPage) -> Document {
    page.texts.first { $0.entry == nil }.flatMap { prose[$0.key] } ?? Document()
  }

  private func rulesOpening(at place: Place) -> Document {
    let writing = Writing(place: place)
    return Document(blocks: [
      writing.paragraph(
        "We write our tenders with a program that reads each pack before we publish it, as a careful colleague would. These are its \(rules.count) rules. Each says why it is there, where it comes from, and what to do."
      ),
      writing.paragraph(
        "Most rules are good practice and not law. The program never says that a pack is lawful, and neither do these pages."
      ),
    ])
  }

  private func standing(_ kind: StandingPage) -> Document {
    let writing = Writing(place: .start(of: model.site.facts.place.file))
    let home = writing.link("home page", at: .page())
    let contact = model.site.email.map { email in
      writing.text("Write to ") + writing.email(email) + writing.text(" and say what you need.")
    }
    switch kind {
    case .notFound:
      return Document(blocks: [
        writing.paragraph(
          writing.text("Begin again at the ") + home + writing.text(".")
            + (contact.map { writing.text(" ") + $0 } ?? []))
      ])
    case .tenders, .guidance, .caseStudies: return Document()
    case .accessibility:
      return Document(blocks: [
        writing.heading("What we aim for", id: "aim"),
        writing.paragraph(
          "Everyone should be able to read these pages and answer. The aim is level AA of the Web Content Accessibility Guidelines, version 2.2."
        ),
        writing.list([
          "Every page works without JavaScript, on a small screen, in the dark and on paper.",
          "Headings, lists and tables are marked as what they are.",
          "What a drawing shows is said in words too.",
        ]),
        writing.heading("What was tested", id: "tested"),
        writing.paragraph(
          "The pages of the program that made this site were tested by machine: with an HTML checker, a link checker and the accessibility checker axe, at widths of 320 and 1,280 pixels, in light and dark."
        ),
        writing.heading("What was not tested", id: "not-tested"),
        writing.list([
          "No test by machine finds everything. These pages were not tested with people who use a screen reader or other aids.",
          "Files that others gave us, such as attachments, were not tested.",
        ]),
        writing.heading("If something is in your way", id: "help"),
        writing.paragraph(contact ?? writing.text("Tell us, and say what you need.")),
      ])
    }
  }

  private func composer(_ tender: Tender) -> PackComposer {
    let kinds = pages.pack(of: tender.id).compactMap(\.packPage)
    return PackComposer(tender: tender, model: model, prose: prose, hasPage: Set(kinds))
  }

  /// The whole pack in one document, of texts whose links are resolved.
  func print(of tender: Tender, on page: PlannedPage, _ bodies: [Address: Document]) -> Document {
    let summary = PageRecipe.summary(tender: tender.id)
    let parts = pages.pack(of: tender.id).filter { part in
      part.address != page.address && (part.recipe == summary || bodies[part.address]?.isEmpty == false)
    }
    let merger = PageMerger(parts)
    return parts.reduce(into: Document()) { whole, part in
      let heading = Heading(
        level: 2, id: part.mergedID, content: [Inline(.text(part.packTitle), at: part.cause)])
      whole.blocks.append(Block(.heading(heading), at: part.cause))
      whole.blocks += part.recipe == summary ? composer(tender).inShort : lead(of: part, in: tender)
      let body = bodies[part.address] ?? Document()
      whole.append(merger.part(part, part.language.map(body.inLanguage) ?? body, from: 3))
    }
  }

  /// The line above a page.
  private func lead(of page: PlannedPage, in tender: Tender) -> [Block] {
    guard let written = page.packPage.flatMap(tender.page), written.file.path == page.textPath,
      let summary = written.summary
    else { return [] }
    return [Writing(place: written.facts.summary.place).paragraph(summary)]
  }
}
