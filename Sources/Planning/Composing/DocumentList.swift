internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

/// The list of a pack's files: what each is for, who fills it in, in which formats, and how large.
struct DocumentList {
  let tender: Tender
  let files: Downloads

  private var writing: Writing { Writing(place: tender.file.place) }

  var document: Document {
    let downloads = files.of(tender: tender.id)
    let (data, papers) = (downloads.filter { $0.format == .csv }, downloads.filter { $0.format != .csv })
    guard !papers.isEmpty else {
      return Document(blocks: [writing.paragraph("The documents of this pack have not been made yet.")])
    }
    return Document(
      blocks: [writing.heading("To read and to fill in", id: "files")] + advice(papers)
        + [list(papers)] + everything + programs(data))
  }

  /// Which one to take, for whoever is unsure.
  private func advice(_ papers: [Download]) -> [Block] {
    let whole = papers.first { $0.document == .wholePack }.map { link("the whole pack", to: $0) }
    let form = papers.first { $0.document == .responseForm }.map { link("the response form", to: $0) }
    let read = whole.map { writing.text("to read, take ") + $0 + writing.text(" (PDF)") }
    let answer = form.map {
      writing.text("to answer, take ") + $0 + writing.text(" (ODT, which LibreOffice, Word and Google Docs open)")
    }
    let parts = [read, answer].compactMap(\.self)
    guard let first = parts.first else { return [] }
    let rest = parts.dropFirst().flatMap { writing.text("; ") + $0 }
    return [writing.paragraph(writing.text("Not sure? If you want ") + first + rest + writing.text("."))]
  }

  /// Each document with its formats and what it is for. A list, since a table of such cells breaks words on a phone.
  private func list(_ downloads: [Download]) -> Block {
    let documents = PackDocument.allCases.filter { document in downloads.contains { $0.document == document } }
    let items = documents.map { document -> [Inline] in
      let files = downloads.filter { $0.document == document }.enumerated().flatMap { index, download in
        index == 0
          ? link("\(document.title) (\(download.words))", to: download)
          : writing.text(" or ") + link(download.words, to: download)
      }
      return files + [Inline(.lineBreak, at: writing.place)] + writing.text(document.purpose)
    }
    return writing.list(items)
  }

  private func link(_ words: String, to download: Download) -> [Inline] { writing.link(words, at: download.address) }

  private var everything: [Block] {
    guard let archive = files.archive(of: tender.id) else { return [] }
    let size = archive.facts.map { ", \($0.size.bytesInWords)" } ?? ""
    let sums = files.artefacts[.sums(tender: tender.id)]
    return [
      writing.heading("All of it in one file", id: "all"),
      writing.paragraph(
        writing.link("Every document and every page of this pack", at: archive.address)
          + writing.text(" (ZIP\(size)). Open it once, and read the pages without a connection.")),
    ]
      + (sums.map {
        [
          writing.paragraph(
            writing.text("Whoever keeps the files can prove later that nobody has changed them: ")
              + writing.link("their checksums", at: $0.address) + writing.text(" (SHA256SUMS)."))
        ]
      } ?? [])
  }

  private func programs(_ data: [Download]) -> [Block] {
    guard !data.isEmpty else { return [] }
    let json = files.artefacts[.packData(tender: tender.id)]
    return [writing.heading("For spreadsheets and programs", id: "data"), list(data)]
      + (json.map {
        [
          writing.paragraph(
            writing.link("The whole pack as data", at: $0.address) + writing.text(" (JSON), for programs."))
        ]
      } ?? [])
  }
}
