internal import Content
internal import Diagnostics
internal import Markdown
internal import Tenders

// What the summary adds to its author's words: how it ended. And what stands above it where the whole pack is one text.

extension PackComposer {
  /// The summary's author's words, and what came of the tender.
  var summary: Document {
    var document = text(tender.file.path)
    document.addSections(of: lotsInShort)
    document.addSections(of: Document(blocks: awards + stop))
    return document
  }

  private var awards: [Block] {
    let awards = tender.awards
    guard !awards.isEmpty else { return [] }
    let columns: [(String, (AwardFacts) -> [Inline]?)] = [
      ("Lot", { award in award.lot.value.map { id in writing.text(lot(id)) } }),
      ("Who won", { award in award.supplier.value.map(writing.text) }),
      ("Value", { award in award.value.value.map { writing.text($0.words) } }),
      ("Signed", { award in award.signed.value.map { writing.text($0.day.shortWords) } }),
      ("Bids", { award in award.bids.value.map { writing.text(String($0)) } }),
      ("Notice", { award in award.notice.value.map(writing.textOrLink) }),
    ]
    let filled = columns.filter { _, cell in awards.contains { cell($0) != nil } }
    let heading = writing.heading("Who won", id: "award")
    if awards.count == 1 {
      let rows = filled.map { name, cell in [writing.text(name), cell(awards[0]) ?? []] }
      return [heading, writing.table("Who won", ["What", "How"], rows)]
    }
    let rows = awards.map { award in filled.map { _, cell in cell(award) ?? [] } }
    return [heading, writing.table("Who won", filled.map(\.0), rows)]
  }

  private func lot(_ id: String) -> String { tender.lots[id: id]?.title ?? id }

  private var stop: [Block] {
    guard let stop = tender.stop else { return [] }
    let day = stop.date.value.map { "We stopped on \($0.day.words). " } ?? ""
    return [
      writing.heading("Why we stopped", id: "stopped"),
      writing.paragraph(day + (stop.reason.value ?? notWrittenYet)),
    ]
  }

  /// What the page and the cover of a document say before the text begins.
  var inShort: [Block] {
    let facts: [(String, String?)] =
      [
        ("Who buys", tender.buyer), ("Reference", tender.reference), ("Stage", tender.stage.words),
        ("Deadline", tender.date(.deadline)?.wordsWithZone),
      ]
      + tender.keyFacts.map { fact in
        (fact.name, fact.words.map { words in ([words] + [fact.detail].compactMap(\.self)).joined(separator: ". ") })
      }
    let lead = tender.summary.map { [writing.paragraph($0)] } ?? []
    let known = facts.compactMap { term, value in value.map { [term, $0] } }
    return lead + [writing.table("The tender in short", ["What", "How"], known)]
  }
}

extension Writing {
  /// A link, where the words are an address of the web.
  func textOrLink(_ words: String) -> [Inline] { words.isWebAddress ? link(words, to: words) : text(words) }
}
