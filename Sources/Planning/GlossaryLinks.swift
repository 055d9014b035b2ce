internal import Diagnostics
internal import Markdown
internal import Tenders

/// Links each glossary term where a page first uses it: never in headings, links, code or the term's own entry.
struct GlossaryLinks {
  /// A word or words as people write them, in lower case, and the term they stand for.
  private let forms: [String: String]
  private let longest: Int
  private let address: Address?

  init(model: Model, page: PlannedPage) {
    let terms = page.recipe == .glossary || model.site.isTrial ? [] : model.terms
    forms = Dictionary(
      terms.flatMap { term in ([term.term] + term.also).map { ($0.lowercased(), term.id) } }
    ) { first, _ in first }
    longest = forms.keys.map { $0.split(separator: " ").count }.max() ?? 0
    address = model.terms.isEmpty ? nil : .page("glossary")
  }

  func link(_ document: Document) -> Document {
    guard !forms.isEmpty, let address else { return document }
    var seen: Set<String> = []
    return Document(
      blocks: document.blocks.map { block($0, address, &seen) },
      // Notes name sources, and a title is no use of a term.
      footnotes: document.footnotes)
  }

  private func block(_ block: Block, _ address: Address, _ seen: inout Set<String>) -> Block {
    var result = block
    switch block.kind {
    case .paragraph(let content): result.kind = .paragraph(inlines(content, address, &seen))
    case .quote(let blocks): result.kind = .quote(blocks.map { self.block($0, address, &seen) })
    case .details(let summary, let blocks):
      result.kind = .details(summary: summary, blocks.map { self.block($0, address, &seen) })
    case .group(let group, let blocks): result.kind = .group(group, blocks.map { self.block($0, address, &seen) })
    case .list(var list):
      list.items = list.items.map { item in
        List.Item(blocks: item.blocks.map { self.block($0, address, &seen) }, done: item.done)
      }
      result.kind = .list(list)
    case .heading, .code, .table, .show, .figure, .form, .thematicBreak, .html: break
    }
    return result
  }

  private func inlines(_ inlines: [Inline], _ address: Address, _ seen: inout Set<String>) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline.kind {
      case .text(let text): return linked(text, at: inline.place, address, &seen)
      case .emphasis(let inner): return [Inline(.emphasis(self.inlines(inner, address, &seen)), at: inline.place)]
      case .strong(let inner): return [Inline(.strong(self.inlines(inner, address, &seen)), at: inline.place)]
      default: return [inline]
      }
    }
  }

  /// A text cut at the terms that it uses for the first time.
  private func linked(_ text: String, at place: Place, _ address: Address, _ seen: inout Set<String>) -> [Inline] {
    let words = text.wordRanges
    var result: [Inline] = []
    var start = text.startIndex
    var index = 0
    while index < words.count {
      guard let (term, end) = term(at: index, in: words, of: text), !seen.contains(term) else {
        index += 1
        continue
      }
      seen.insert(term)
      let range = words[index].lowerBound..<words[end].upperBound
      if start < range.lowerBound { result.append(Inline(.text(String(text[start..<range.lowerBound])), at: place)) }
      let words = [Inline(.text(String(text[range])), at: place)]
      result.append(Inline(.link(.site(address.path, fragment: term), title: nil, words), at: place))
      start = range.upperBound
      index = end + 1
    }
    if start < text.endIndex { result.append(Inline(.text(String(text[start...])), at: place)) }
    return result
  }

  /// The longest term that begins at a word, and the word it ends with.
  private func term(
    at index: Int, in words: [Range<String.Index>], of text: String
  ) -> (term: String, end: Int)? {
    for end in stride(from: min(words.count, index + longest) - 1, through: index, by: -1) {
      let form = text[words[index].lowerBound..<words[end].upperBound].lowercased()
      let range = words[index].lowerBound..<words[end].upperBound
      if let term = forms[form], !text.isInAddress(range) { return (term, end) }
    }
    return nil
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
