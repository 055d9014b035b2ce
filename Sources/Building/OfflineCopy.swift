internal import Archives
internal import Content
internal import Diagnostics
internal import Planning
internal import System
internal import Tenders

/// A pack as one file: its documents in the order of their numbers, and a small website of this tender and the guidance
/// that works from a folder of a disk.
struct OfflineCopy {
  let making: Making
  let tender: Tender
  /// The plan of the site, with what is known of the documents.
  let plan: Plan

  private var model: Model {
    var model = making.prepared.model
    model.tenders = [tender]
    return model
  }

  func made() throws(SystemFault) -> Making.Made {
    // What the texts say of other tenders leads nowhere here; on the site it has been looked at.
    var said: [Diagnostic] = []
    var copy = Plan.make(
      model, assets: making.prepared.assets, style: plan.style, drafts: making.job.drafts, isOffline: true,
      findings: &said)
    let own = plan.artefacts.of(tender: tender.id)
    let there = Artefacts(own.filter { making.folders?.site.bytes(at: $0.address.file) != nil })
    copy.artefacts = copy.artefacts.keeping { artefact in
      !artefact.recipe.isPrivate && (artefact.recipe.layer != .documents || there[artefact.recipe] != nil)
    }
    for artefact in copy.artefacts where artefact.recipe.layer == .documents {
      copy.facts[artefact.address] = there[artefact.recipe].flatMap { plan.facts[$0.address] }
    }
    let entries = [readMe] + documents(there) + (try pages(copy))
    do throws(ArchiveFault) {
      return Making.Made(bytes: try Archive(entries).bytes())
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

  private func documents(_ there: Artefacts) -> [Archive.Entry] {
    there.compactMap { artefact in
      switch artefact.recipe {
      case .document(tender.id, let document, let format) where !document.isPrivate:
        entry("\(document.rawValue).\(format.rawValue)", of: artefact)
      case .packData(tender.id): entry("pack.json", of: artefact)
      case .document, .packData, .page, .style, .calendar, .feed, .sitemap, .redirect, .asset, .reportPage, .report,
        .guidance, .archive, .sums:
        nil
      }
    }.sorted { $0.name < $1.name }
  }

  private func entry(_ name: String, of artefact: Artefact) -> Archive.Entry? {
    making.folders?.site.bytes(at: artefact.address.file).map {
      Archive.Entry("\(tender.id)/\(name)", $0, isDeflated: name.isWorthDeflating)
    }
  }

  private func pages(_ copy: Plan) throws(SystemFault) -> [Archive.Entry] {
    let own = Making(job: making.job, prepared: making.prepared.with(model, copy), folders: nil)
    let renderer = own.renderer(of: copy)
    var entries: [Archive.Entry] = []
    for artefact in copy.artefacts where artefact.recipe.layer == .pages {
      if artefact.recipe == .page(.standing(.notFound)) { continue }
      let bytes = try own.made(artefact, renderer).bytes
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
