internal import Content
internal import Diagnostics
internal import Tenders

extension Model {
  /// Every text of the site, and whether it is a draft still.
  var texts: [(file: ContentFile, isDraft: Bool)] {
    let library = [home?.file].compactMap(\.self) + terms.map(\.file) + outcomes.map(\.file)
    let rest =
      qualityCharacteristics.map(\.file) + caseStudies.map(\.page.file) + shared.values.sorted { $0.path < $1.path }
    return pages.map { ($0.file, $0.isDraft) } + (library + rest).map { ($0, false) }
      + tenders.flatMap { tender in
        let picked = tender.outcomes.map(\.file) + tender.qualityCharacteristics.map(\.file)
        let own = tender.terms.map(\.file) + picked.filter { $0.path.hasPrefix("tenders/") } + tender.formFiles
        let guides = tender.scales.map(\.file) + tender.matrices.map(\.file)
        let notices = (tender.clarifications + tender.amendments).map(\.file)
        return (tender.files + own + guides + notices).map { ($0, tender.stage == .draft) }
      }
  }
}

extension ContentFile {
  /// The folder that it lies in, as places name it, with a slash at the end: `content/tenders/day-service/`.
  var folder: String { String(source.name.dropLast(source.name.split(separator: "/").last?.count ?? 0)) }
}
