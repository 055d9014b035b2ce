internal import Diagnostics
internal import Markdown
internal import Tenders

/// Links each glossary term where a page first uses it: never in headings, links, code or the term's own entry.
struct GlossaryLinks {
  private let library: TermForms
  /// Of the tenders that mean some words in a way of their own.
  private let tenders: [String: TermForms]

  init(model: Model) {
    guard !model.site.isTrial else {
      (library, tenders) = (TermForms([]), [:])
      return
    }
    let home = Address.page("glossary")
    library = TermForms(model.terms.map { ($0, home) })
    tenders = model.tenders.reduce(into: [:]) { tenders, tender in
      guard !tender.terms.isEmpty else { return }
      let (page, ids) = (
        Address.page("tenders/\(tender.id)/\(PackPage.glossary.rawValue)"), Set(tender.terms.map(\.id))
      )
      let own = tender.terms.map { ($0, page) }
      tenders[tender.id] = TermForms(own + model.terms.filter { !ids.contains($0.id) }.map { ($0, home) })
    }
  }

  func link(_ document: Document, on page: PlannedPage) -> Document {
    let forms = page.tender.flatMap { tenders[$0] } ?? library
    return page.explainsWords ? document : forms.link(document)
  }
}

/// Terms in all their forms, with the pages that explain them.
private struct TermForms {
  /// A word or words as people write them, in lower case, and where they are explained.
  private let forms: [String: TermTarget]
  /// How many words a form that begins with a word may have, the most first.
  private let lengths: [Substring: [Int]]

  private struct TermTarget: Hashable {
    let id: String
    let address: Address
  }

  /// Of two terms with the same words, the first is meant.
  init(_ terms: [(term: Term, address: Address)]) {
    let pairs = terms.flatMap { term, address in
      ([term.term] + term.also).map { ($0.lowercased(), TermTarget(id: term.id, address: address)) }
    }
    forms = Dictionary(pairs) { first, _ in first }
    let words = forms.keys.map { form in form.wordRanges.map { form[$0] } }
    lengths = Dictionary(grouping: words.filter { !$0.isEmpty }) { $0[0] }.mapValues { forms in
      Set(forms.map(\.count)).sorted(by: >)
    }
  }

  func link(_ document: Document) -> Document {
    guard !forms.isEmpty else { return document }
    var seen: Set<String> = []
    // Notes name sources, and a title is no use of a term.
    return Document(blocks: document.blocks.map { block($0, &seen) }, footnotes: document.footnotes)
  }

  private func block(_ block: Block, _ seen: inout Set<String>) -> Block {
    var result = block
    switch block.kind {
    case .paragraph(let content): result.kind = .paragraph(inlines(content, &seen))
    case .quote(let blocks): result.kind = .quote(blocks.map { self.block($0, &seen) })
    case .details(let summary, let blocks):
      result.kind = .details(summary: summary, blocks.map { self.block($0, &seen) })
    case .group(let group, let blocks): result.kind = .group(group, blocks.map { self.block($0, &seen) })
    case .list(var list):
      list.items = list.items.map { item in
        List.Item(blocks: item.blocks.map { self.block($0, &seen) }, done: item.done)
      }
      result.kind = .list(list)
    case .heading, .code, .table, .show, .figure, .form, .thematicBreak, .html: break
    }
    return result
  }

  private func inlines(_ inlines: [Inline], _ seen: inout Set<String>) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline.kind {
      case .text(let text): return linked(text, at: inline.place, &seen)
      case .emphasis(let inner): return [Inline(.emphasis(self.inlines(inner, &seen)), at: inline.place)]
      case .strong(let inner): return [Inline(.strong(self.inlines(inner, &seen)), at: inline.place)]
      default: return [inline]
      }
    }
  }

  /// A text cut at the terms that it uses for the first time.
  private func linked(_ text: String, at place: Place, _ seen: inout Set<String>) -> [Inline] {
    let words = text.wordRanges
    var result: [Inline] = []
    var start = text.startIndex
    var index = 0
    while index < words.count {
      guard let (term, end) = term(at: index, in: words, of: text), seen.insert(term.id).inserted else {
        index += 1
        continue
      }
      let range = words[index].lowerBound..<words[end].upperBound
      if start < range.lowerBound { result.append(Inline(.text(String(text[start..<range.lowerBound])), at: place)) }
      let words = [Inline(.text(String(text[range])), at: place)]
      result.append(Inline(.link(.site(term.address.path, fragment: term.id), title: nil, words), at: place))
      start = range.upperBound
      index = end + 1
    }
    if start < text.endIndex { result.append(Inline(.text(String(text[start...])), at: place)) }
    return result
  }

  /// The longest term that begins at a word, and the word it ends with.
  private func term(
    at index: Int, in words: [Range<String.Index>], of text: String
  ) -> (term: TermTarget, end: Int)? {
    for length in lengths[text[words[index]].lowercased()[...]] ?? [] where index + length <= words.count {
      let end = index + length - 1
      let form = text[words[index].lowerBound..<words[end].upperBound].lowercased()
      let range = words[index].lowerBound..<words[end].upperBound
      if let term = forms[form], !text.isInAddress(range) { return (term, end) }
    }
    return nil
  }
}

extension PlannedPage {
  /// A page that explains words links none of them.
  fileprivate var explainsWords: Bool {
    switch recipe {
    case .glossary, .pack(_, .glossary): true
    case .home, .summary, .framework, .characteristics, .pack, .text, .standing, .rules, .rule: false
    }
  }
}

extension String {
  /// Whether words are a part of an email or a web address, which no reader would look up.
  fileprivate func isInAddress(_ range: Range<String.Index>) -> Bool {
    let before = self[..<range.lowerBound].last
    let after = self[range.upperBound...].prefix(2)
    let goesOn = after.first == "." && after.last?.isLetter == true
    return before == "@" || before == "." || before == "/" || after.first == "@" || after.first == "/" || goesOn
  }

  /// Words with the hyphens inside them.
  fileprivate var wordRanges: [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start: String.Index?
    for index in indices {
      let isPart = self[index].isLetter || self[index].isNumber || (self[index] == "-" && start != nil)
      if isPart, start == nil { start = index }
      if !isPart, let from = start {
        ranges.append(from..<index)
        start = nil
      }
    }
    if let from = start { ranges.append(from..<endIndex) }
    return ranges
  }
}
