internal import Archives
internal import Content
internal import Diagnostics
internal import HTMLOutput
internal import Planning
internal import System
internal import Tenders

/// A pack as one file: its documents in the order of their numbers, and a small website of this tender and the guidance
/// that works from a folder of a disk.
struct OfflineCopy {
  let renderer: Renderer
  let tender: Tender
  /// The plan of the site, with what is known of the documents.
  let plan: Plan

  private var model: Model {
    var model = renderer.model
    model.tenders = [tender]
    return model
  }

  func made() throws(SystemFault) -> MadeFile {
    // What the texts say of other tenders leads nowhere here; on the site it has been looked at.
    var said: [Diagnostic] = []
    let own = plan.artefacts.of(tender: tender.id)
    var bytes: [Address: [UInt8]] = [:]
    for artefact in own { bytes[artefact.address] = try renderer.folders?.site.bytes(at: artefact.address.file) }
    let there = Artefacts(own.filter { bytes[$0.address] != nil })
    var copy = Plan.make(
      model, assets: renderer.assets, style: plan.style, drafts: renderer.job.drafts, isOffline: true,
      findings: &said
    ).keeping { artefact in
      !artefact.recipe.isPrivate && (artefact.recipe.layer != .documents || there[artefact.recipe] != nil)
    }
    let documents = copy.artefacts.filter { $0.recipe.layer == .documents }
    copy = copy.with(
      facts: documents.reduce(into: [:]) { facts, artefact in
        facts[artefact.address] = there[artefact.recipe].flatMap { plan.downloads[$0.address] }
      })
    let entries = [readMe] + papers(there, bytes) + (try pages(copy))
    do throws(ArchiveFault) {
      return MadeFile(bytes: try Archive(entries).bytes())
    } catch {
      throw SystemFault(
        .archive, "the pack of “\(tender.title)” cannot be put into one file: \(error)", file: nil,
        help: "Look for files of the pack with odd names.")
    }
  }

  private var readMe: Archive.Entry {
    let deadline = tender.date(.deadline).map { "\nDeadline: \($0.wordsWithZone)\n" } ?? ""
    let text = """
      \(tender.title)
      \(model.site.organisation)
      \(deadline)
      The numbered files are the documents of this pack. Read 1 first.
      To read the pages of the pack without a connection, open pages/tenders/\(tender.id)/index.html.

      """
    return Archive.Entry("\(tender.id)/read-me-first.txt", Array(text.utf8))
  }

  private func papers(_ there: Artefacts, _ bytes: [Address: [UInt8]]) -> [Archive.Entry] {
    there.compactMap { artefact in
      guard let name = name(of: artefact), let bytes = bytes[artefact.address] else { return nil }
      return Archive.Entry("\(tender.id)/\(name)", bytes, isDeflated: name.isWorthDeflating)
    }.sorted { $0.name < $1.name }
  }

  /// What a document is called in the archive; nil for what is none.
  private func name(of artefact: Artefact) -> String? {
    switch artefact.recipe {
    case .document(tender.id, let document, let format) where !document.isPrivate:
      "\(document.rawValue).\(format.rawValue)"
    case .packData(tender.id): "pack.json"
    case .document, .packData, .page, .style, .icon, .calendar, .feed, .sitemap, .redirect, .asset, .reportPage,
      .report,
      .guidance, .archive, .sums:
      nil
    }
  }

  private func pages(_ copy: Plan) throws(SystemFault) -> [Archive.Entry] {
    let own = renderer.insideFile(of: model)
    let pages = PageRenderer(model: model, plan: copy, templates: own.templates)
    var entries: [Archive.Entry] = []
    for artefact in copy.artefacts where artefact.recipe.layer == .pages {
      if artefact.recipe == .page(.standing(.notFound)) { continue }
      let bytes = try own.made(artefact, pages).bytes
      let path = artefact.address.path
      entries.append(Archive.Entry("\(tender.id)/pages/\(path)", bytes, isDeflated: path.isWorthDeflating))
    }
    return entries
  }
}

extension String {
  /// Whether a file of this name gets smaller: most formats are packed already.
  fileprivate var isWorthDeflating: Bool {
    ![".pdf", ".odt", ".docx", ".xlsx", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".zip"].contains { hasSuffix($0) }
  }
}

extension Code {
  fileprivate static let archive = Code("D34", "archive")
}
